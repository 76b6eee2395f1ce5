"""The choice of the page: municipalities, reference year, version family, area, verdict, marks and step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from queries.caching import cached
from queries.evaluation import evaluations_of
from queries.merging import FEWEST, Merging, merging
from queries.municipalities import names
from queries.snapshot import Snapshot, cached_query
from reports.choices import NOBODY
from reports.links import Link
from reports.merger.group import Group
from reports.merger.marks import Mark, Marks
from reports.merger.step_names import FIRST_STEP, MEETING
from reports.merger.verdict_labels import ANY_VERDICT

HEIM = ("1612", "1571", "1613")
"""Hemne, Halsa and Snillfjord, shown by default: the municipalities that became Heim, or part of it."""


KEPT = ("kommune", "aar", "gruppe", "vindu", "utvalg")
"""Query parameters of the other pages that a link on this page keeps, so that their choice comes along."""


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
        marks: the questions and transfers marked for decision.
        step: address code of the step shown.
        part: address code of the part of a step shown in a meeting; empty is the first.
        is_meeting: whether one thing is shown at a time, in large type.
        kept: choices of the other pages, which links keep.
    """

    municipalities: tuple[str, ...]
    year: int | None = None
    merging: Merging | None = None
    area: int = 0
    verdict: str = ANY_VERDICT
    is_judged: bool = False
    marks: Marks = ()
    step: str = FIRST_STEP
    part: str = ""
    is_meeting: bool = False
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def group(self) -> Group | None:
        """Return the compared evaluations; None where they are fewer than two."""
        if self.merging is None or self.year is None or len(self.merging.evaluations) < FEWEST:
            return None
        return Group(self.merging.evaluations, self.year)

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice in files; which step is shown does not matter there."""
        parameters = {
            "kommuner": ",".join(self.municipalities) or NOBODY,
            "omrade": str(self.area),
            "dom": self.verdict,
        }
        if self.merging is not None:
            parameters |= {"referanse": str(self.year), "familie": str(self.merging.family)}
        if self.marks:
            parameters["merket"] = ",".join(mark.text for mark in self.marks)
        return parameters

    def link(self, stays: str = "", **changes: Any) -> Link:
        """Return the link to this page with some attributes of the choice changed."""
        choice = replace(self, **changes)
        parameters = {**dict(choice.kept), **choice.parameters(), "steg": choice.step}
        if choice.is_meeting:
            parameters |= {"visning": MEETING, **({"del": choice.part} if choice.part else {})}
        return Link("sammenslaing", tuple(parameters.items()), stays=stays)

    def with_or_without(self, mark: Mark, stays: str) -> Link:
        """Return the link to this page with this mark set, or removed where it is set."""
        others = tuple(other for other in self.marks if other != mark)
        return self.link(stays, marks=others if mark in self.marks else (*self.marks, mark))


def measured_of(snapshot: Snapshot, municipalities: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of the municipalities that have an evaluation."""
    measured = names(snapshot)
    return tuple(number for number in municipalities if number in measured)


@cached
def keys_by_number(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the key of the municipality for each number that it has or had."""
    return dict(cached_query(snapshot, "known_numbers").select("number", "municipality_number").iter_rows())


@cached
def known_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the names of all registered municipalities by key, evaluated or not."""
    return dict(cached_query(snapshot, "known_numbers").select("municipality_number", "municipality").iter_rows())


def newest_year(snapshot: Snapshot, measured: tuple[str, ...]) -> int:
    """Return the year of the newest evaluation among the latest of each, of any family."""
    everyone = merging(snapshot, measured)
    return max(evaluation.year for evaluation in (*everyone.evaluations, *everyone.other_family))


def years_of(snapshot: Snapshot, measured: tuple[str, ...]) -> set[int]:
    """Return the years in which any of them was evaluated."""
    return {evaluation.year for number in measured for evaluation in evaluations_of(snapshot, number)}
