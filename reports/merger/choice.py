"""The choice of the page: municipalities, reference year, version family, area and verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.language import _
from queries.caching import cached
from queries.evaluation import evaluations_of
from queries.merging import FEWEST, MOST, Merging, merging
from queries.municipalities import names
from queries.profile import area_shorts
from queries.snapshot import Snapshot, cached_query
from reports.address import Address
from reports.choices import NOBODY, area_in, family_names
from reports.merger.group import Group, is_judged
from reports.merger.verdict_labels import ANY_VERDICT
from reports.merger.verdicts import verdict_names
from reports.view import View

HEIM = ("1612", "1571", "1613")
"""Hemne, Halsa and Snillfjord, shown by default: the municipalities that became Heim, or part of it."""


@dataclass(frozen=True)
class Choice:
    """The choice of the page.

    Attributes:
        municipalities: keys of those chosen, including those never evaluated.
        year: latest year of evaluations; None where there is nothing to compare.
        merging: evaluations included and left out; None where there is nothing to compare.
        area: area whose questions are shown; 0 is all.
        verdict: address code of the verdict whose questions are shown.
        is_judged: whether at least two have question figures, so that there are verdicts.
    """

    municipalities: tuple[str, ...]
    year: int | None = None
    merging: Merging | None = None
    area: int = 0
    verdict: str = ANY_VERDICT
    is_judged: bool = False

    @property
    def group(self) -> Group | None:
        """Return the compared evaluations; None where they are fewer than two."""
        if self.merging is None or self.year is None or len(self.merging.evaluations) < FEWEST:
            return None
        return Group(self.merging.evaluations, self.year)

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        parameters = {
            "kommuner": ",".join(self.municipalities) or NOBODY,
            "omrade": str(self.area),
            "dom": self.verdict,
        }
        if self.merging is not None:
            parameters |= {"referanse": str(self.year), "familie": str(self.merging.family)}
        return parameters


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters."""
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
    """Return the keys of the municipalities that have an evaluation."""
    measured = names(snapshot)
    return tuple(number for number in municipalities if number in measured)


def _municipalities_in(snapshot: Snapshot, address: Address) -> tuple[str, ...]:
    measured, keys, names_by_key = names(snapshot), _keys(snapshot), known_names(snapshot)
    text = address.parameter("kommuner")
    if text == NOBODY:
        return ()
    listed = [number for number in (text or "").split(",") if number] or _first_shown(snapshot, address)
    chosen = list(dict.fromkeys(keys.get(number, number) for number in listed))
    unknown = [number for number in chosen if number not in measured and number not in names_by_key]
    if unknown:
        address.add_notice(_("Ingen kommune her har nummer {numbers}; resten vises.", numbers=unknown))
    return tuple(number for number in chosen if number not in unknown)


def _first_shown(snapshot: Snapshot, address: Address) -> Sequence[str]:
    """Return the municipality of the other pages, to which others are to be added; HEIM if it is one of them.

    The example dataset knows only its own landscape, the real one every municipality of the register.
    """
    number = address.parameter("kommune") or ""
    key = _keys(snapshot).get(number, number)
    known = names(snapshot) if snapshot.dataset == "example" else {**known_names(snapshot), **names(snapshot)}
    return (key,) if key in known and key not in HEIM else HEIM


@cached
def _keys(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the key of the municipality for each number that it has or had."""
    return dict(cached_query(snapshot, "known_numbers").select("number", "municipality_number").iter_rows())


@cached
def known_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the names of all registered municipalities by key, evaluated or not."""
    return dict(cached_query(snapshot, "known_numbers").select("municipality_number", "municipality").iter_rows())


def _year_in(snapshot: Snapshot, measured: tuple[str, ...], address: Address) -> int:
    newest = newest_year(snapshot, measured)
    return address.whole("referanse", newest) or newest


def newest_year(snapshot: Snapshot, measured: tuple[str, ...]) -> int:
    """Return the year of the newest evaluation among the latest of each, of any family."""
    everyone = merging(snapshot, measured)
    return max(evaluation.year for evaluation in (*everyone.evaluations, *everyone.other_family))


def years_of(snapshot: Snapshot, measured: tuple[str, ...]) -> set[int]:
    """Return the years in which any of them was evaluated."""
    return {evaluation.year for number in measured for evaluation in evaluations_of(snapshot, number)}


def _merging_in(snapshot: Snapshot, measured: tuple[str, ...], year: int, address: Address) -> Merging:
    """Return the evaluations included and left out, of the family in `familie`. Family 0 is none, by that year."""
    merged = merging(snapshot, measured, year)
    if not merged.family:
        return merged
    family, names_by_family = address.whole("familie", merged.family) or merged.family, family_names(snapshot)
    if family not in names_by_family:
        shown = names_by_family.get(merged.family, _("en annen"))
        address.add_notice(_("Versjonsfamilie {family} finnes ikke. Her vises {shown}.", family=family, shown=shown))
        family = merged.family
    return merging(snapshot, measured, year, family)
