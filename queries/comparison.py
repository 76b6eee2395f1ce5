"""Comparison sets: whom an evaluation is compared with, and who is left out and why."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from data.norwegian import listed
from queries.evaluation import Evaluation
from queries.reading import Reading, UnknownChoice

GROUPS = ("all", "size", "county", "kostra", "income", "choice")


@dataclass(frozen=True)
class Comparison:
    """How the others are chosen.

    Attributes:
        group: all, or those in the same size, county, kostra or income group, or a choice of municipalities.
        reference_year: only evaluations of this year or earlier count; None is the year in focus.
        window: how many years older than the reference year an evaluation may be; None is any number.
        municipalities: keys of the chosen ones, where group is choice.
    """

    group: str = "all"
    reference_year: int | None = None
    window: int | None = None
    municipalities: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a group that does not exist."""
        if self.group not in GROUPS:
            raise UnknownChoice(f"Gruppen «{self.group}» finnes ikke. Velg {listed(GROUPS, 'eller')}.")

    def year(self, focus: Evaluation) -> int:
        """Return the reference year for an evaluation in focus."""
        return focus.year if self.reference_year is None else self.reference_year


ALL = Comparison()


def comparison_set(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row a municipality: its evaluation that counts, and in `left_out` why it does not take part.

    `left_out` is null for those that take part, else other_family, after_reference, before_window,
    outside_group or group_unknown.
    """
    return reading.ask(
        "comparison_set",
        focus=focus.evaluation,
        focus_municipality=focus.municipality,
        family=focus.family,
        size_group=focus.size_group,
        county=focus.county,
        kostra_group=focus.kostra_group,
        income_group=focus.income_group,
        **_rules(comparison, comparison.year(focus), focus.country),
    )


def landscape(
    reading: Reading, family: int, reference_year: int, comparison: Comparison = ALL, country: str = "NO", **group: Any
) -> pl.DataFrame:
    """Return the same as a comparison set, with no evaluation in focus; `group` names the group's value."""
    nothing = dict.fromkeys(("focus", "focus_municipality", "size_group", "county", "kostra_group", "income_group"))
    rules = _rules(comparison, reference_year, country)
    return reading.ask("comparison_set", **(nothing | {"family": family} | rules | group))


def members(compared: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a comparison set that take part."""
    return compared.filter(pl.col("left_out").is_null())


def largest_family(reading: Reading) -> int:
    """Return the family most municipalities were measured with; of equals the older one."""
    counted = reading.ask("evaluations", municipality=None).group_by("family").agg(n=pl.col("municipality").n_unique())
    return int(counted.sort("n", "family", descending=[True, False])["family"][0]) if counted.height else 2


def _rules(comparison: Comparison, reference_year: int, country: str) -> dict[str, Any]:
    return {
        "group": comparison.group,
        "reference_year": reference_year,
        "window": comparison.window,
        "municipalities": list(comparison.municipalities),
        "country": country,
    }
