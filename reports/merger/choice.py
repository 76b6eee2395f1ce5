"""What the address of the page chooses: who merges, the year and versions they are seen with, and the part shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.language import _
from queries.caching import cached
from queries.evaluation import evaluations_of
from queries.merging import FEWEST, MOST, Merging, merging
from queries.municipalities import names
from queries.profile import area_shorts
from queries.snapshot import Snapshot, cached_query
from reports.address import Address
from reports.choices import area_in, family_names
from reports.merger.group import Group, is_judged
from reports.merger.verdict_labels import ANY_VERDICT
from reports.merger.verdicts import verdict_names
from reports.view import View

HEIM = ("1612", "1571", "1613")
"""A first visit opens those who ordered the evaluations: the municipalities that became Heim."""


@dataclass(frozen=True)
class Choice:
    """What the page has chosen.

    Attributes:
        municipalities: the keys of those chosen, also of those never measured.
        year: only evaluations of this year or earlier count; None where there is nobody to compare.
        merging: who takes part and who does not; None where there is nobody to compare.
        area: the area that the questions are shown of; 0 is all.
        verdict: the word of the verdict that the questions are shown of.
        is_judged: whether there are verdicts.
    """

    municipalities: tuple[str, ...]
    year: int | None = None
    merging: Merging | None = None
    area: int = 0
    verdict: str = ANY_VERDICT
    is_judged: bool = False

    @property
    def group(self) -> Group | None:
        """Return those that are compared; None where they are fewer than two."""
        if self.merging is None or self.year is None or len(self.merging.evaluations) < FEWEST:
            return None
        return Group(self.merging.evaluations, self.year)

    def parameters(self) -> dict[str, str]:
        """Return the words of an address that choose this."""
        parameters = {"kommuner": ",".join(self.municipalities), "omrade": str(self.area), "dom": self.verdict}
        if self.merging is not None:
            parameters |= {"referanse": str(self.year), "familie": str(self.merging.family)}
        return parameters


def choose(view: View, address: Address) -> Choice:
    """Return what an address chooses."""
    chosen = _municipalities_in(view.snapshot, address)
    measured = measured_of(view.snapshot, chosen)
    if len(chosen) > MOST or len(measured) < FEWEST:
        return Choice(chosen)
    year = _year_in(view.snapshot, measured, address)
    merged = _merging_in(view.snapshot, measured, year, address)
    group = Choice(chosen, year, merged).group
    if group is None:
        return Choice(chosen, year, merged)
    shorts = area_shorts(view.snapshot, group.evaluations[0].version)
    area, judged = area_in({0: _("Alle"), **shorts}, address, 0), is_judged(view, group)
    verdict = address.one_of("dom", verdict_names(view, group, area), ANY_VERDICT) if judged else ANY_VERDICT
    return Choice(chosen, year, merged, area, verdict, judged)


def measured_of(snapshot: Snapshot, municipalities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of those that have any evaluation."""
    measured = names(snapshot)
    return tuple(number for number in municipalities if number in measured)


def _municipalities_in(snapshot: Snapshot, address: Address) -> tuple[str, ...]:
    measured, keys, names_by_key = names(snapshot), _keys(snapshot), known_names(snapshot)
    listed = [number for number in (address.parameter("kommuner") or "").split(",") if number] or HEIM
    chosen = list(dict.fromkeys(keys.get(number, number) for number in listed))
    unknown = [number for number in chosen if number not in measured and number not in names_by_key]
    if unknown:
        address.add_notice(_("Ingen kommune her har nummer {numbers}; resten vises.", numbers=unknown))
    return tuple(number for number in chosen if number not in unknown)


@cached
def _keys(snapshot: Snapshot) -> Mapping[str, str]:
    """Return by every number that a municipality has or had the key of the municipality."""
    return dict(cached_query(snapshot, "known_numbers").select("number", "municipality_number").iter_rows())


@cached
def known_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return by key the names of all municipalities we know a number of, evaluated or not."""
    return dict(cached_query(snapshot, "known_numbers").select("municipality_number", "municipality").iter_rows())


def _year_in(snapshot: Snapshot, measured: tuple[str, ...], address: Address) -> int:
    newest = newest_year(snapshot, measured)
    return address.whole("referanse", newest) or newest


def newest_year(snapshot: Snapshot, measured: tuple[str, ...]) -> int:
    """Return the year in which all that any of them was last measured with counts."""
    everyone = merging(snapshot, measured)
    return max(evaluation.year for evaluation in (*everyone.evaluations, *everyone.other_family))


def years_of(snapshot: Snapshot, measured: tuple[str, ...]) -> set[int]:
    """Return the years in which any of them was measured."""
    return {evaluation.year for number in measured for evaluation in evaluations_of(snapshot, number)}


def _merging_in(snapshot: Snapshot, measured: tuple[str, ...], year: int, address: Address) -> Merging:
    """Return who takes part, of the family the address names; by then nobody may have been measured at all."""
    merged = merging(snapshot, measured, year)
    if not merged.family:
        return merged
    family, names_by_family = address.whole("familie", merged.family) or merged.family, family_names(snapshot)
    if family not in names_by_family:
        shown = names_by_family.get(merged.family, _("en annen"))
        address.add_notice(_("Versjonsfamilie {family} finnes ikke. Her vises {shown}.", family=family, shown=shown))
        family = merged.family
    return merging(snapshot, measured, year, family)
