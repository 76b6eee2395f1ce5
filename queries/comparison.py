"""Comparison sets: whom an evaluation is compared with, and who is left out and why."""

from dataclasses import asdict, dataclass, replace

import polars as pl

from data.language import _
from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, UnknownChoice

GROUPS = ("all", "size", "county", "kostra", "income", "choice")
OWN_VALUE = {"size": "size_group", "county": "county", "kostra": "kostra_group", "income": "income_group"}
"""What those of a group have in common."""


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
            told = _("Gruppen «{group}» finnes ikke. Velg {known:or}.", group=self.group, known=GROUPS)
            raise UnknownChoice("unknown_group", told)

    def year(self, focus: Evaluation) -> int:
        """Return the reference year for an evaluation in focus."""
        return focus.year if self.reference_year is None else self.reference_year


ALL = Comparison()


def spelt_out_year(comparison: Comparison, focus: Evaluation) -> Comparison:
    """Return the comparison with its reference year, so that it is the same whether the year was left out or not."""
    return replace(comparison, reference_year=comparison.year(focus))


@dataclass(frozen=True)
class Rules:
    """Who is compared, spelt out for data/rules.sql; sets with equal rules are one and the same.

    Attributes:
        value: what those of a size, county, kostra or income group have in common.
        municipalities: the only ones that take part, where group is choice.
        focus: the evaluation that stands in place of its municipality's others; None where the latest of
            every municipality counts, which is one set for all of its members.
    """

    country: str
    family: int
    reference_year: int
    window: int | None
    group: str
    value: str | None = None
    municipalities: tuple[str, ...] = ()
    focus: str | None = None
    focus_municipality: str | None = None

    def as_parameter(self) -> dict[str, object]:
        """Return the rules as a SQL file takes them."""
        return asdict(self) | {"municipalities": list(self.municipalities)}


def rules_for(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> Rules:
    """Return the rules of an evaluation's comparison set."""
    value = _own_value(focus, comparison.group)
    chosen = tuple(sorted({*comparison.municipalities, focus.municipality})) if comparison.group == "choice" else ()
    rules = Rules(
        focus.country, focus.family, comparison.year(focus), comparison.window, comparison.group, value, chosen
    )
    belongs = comparison.group not in OWN_VALUE or value is not None
    if belongs and _is_latest(snapshot, focus, comparison):
        return rules
    return replace(rules, focus=focus.evaluation, focus_municipality=focus.municipality)


def _own_value(focus: Evaluation, group: str) -> str | None:
    value = getattr(focus, OWN_VALUE[group]) if group in OWN_VALUE else None
    return None if value is None else str(value)


def _is_latest(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> bool:
    """Return whether an evaluation would count of its municipality if another one were in focus."""
    year = comparison.year(focus)
    oldest = 0 if comparison.window is None else year - comparison.window
    fitting = [
        one
        for one in evaluations_of(snapshot, focus.municipality)
        if one.family == focus.family and oldest <= one.year <= year
    ]
    latest = max(fitting, key=lambda one: (one.year, one.version), default=None)
    return latest is not None and latest.evaluation == focus.evaluation


@cached
def compared(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    """Return one row a municipality: its evaluation that counts, and in `left_out` why it does not take part.

    `left_out` is null for those that take part, else other_family, after_reference, before_window,
    outside_group or group_unknown.
    """
    return snapshot.query("comparison_set", rules=rules.as_parameter())


def comparison_set(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return the comparison set of an evaluation; see compared."""
    return compared(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _left_out(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return compared(snapshot, rules).filter(pl.col("left_out").is_not_null())


def left_out(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return those of a comparison set that take no part, with the reason in `left_out`."""
    return _left_out(snapshot, rules_for(snapshot, focus, comparison))


def landscape(
    snapshot: Snapshot, family: int, reference_year: int, comparison: Comparison = ALL, country: str = "NO"
) -> pl.DataFrame:
    """Return the same as a comparison set, with no evaluation in focus."""
    chosen = tuple(sorted(comparison.municipalities))
    rules = Rules(country, family, reference_year, comparison.window, comparison.group, municipalities=chosen)
    return compared(snapshot, rules)


def members(compared: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a comparison set that take part."""
    return compared.filter(pl.col("left_out").is_null())


@cached
def largest_family(snapshot: Snapshot) -> int:
    """Return the family most municipalities were measured with; of equals the older one."""
    measured = snapshot.query("families").sort("municipalities", "family", descending=[True, False])
    return int(measured["family"][0]) if measured.height else 2
