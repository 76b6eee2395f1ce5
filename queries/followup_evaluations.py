"""Which two evaluations a measure is judged by: the one its programme answers, and the first later one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data.plans.rows import Measure, Programme

BEGUN = ("started", "done", "stopped")
"""Statuses of measures that have touched what they are linked to."""
Evaluation = Mapping[str, Any]
"""A row of evaluations.sql."""


@dataclass(frozen=True)
class Linked:
    """What a measure is to lift.

    Attributes:
        tied_to: `questions`, `areas` (whole areas only), or empty for nothing.
        codes: question codes, `3.4`, or area numbers, `3`, in the order given. A whole area that stands beside
            questions counts as all its questions, where they are published.
    """

    tied_to: str
    codes: tuple[str, ...]


def linked(measure: Measure, questions: Iterable[str]) -> Linked:
    """Return what a measure is linked to; `questions` are the codes of the version."""
    areas = [str(target.area) for target in measure.questions if target.area is not None]
    if not any(target.code for target in measure.questions):
        return Linked("areas" if areas else "", tuple(dict.fromkeys(areas)))
    codes = [
        code
        for target in measure.questions
        for code in ([target.code] if target.code else _within(target.area, questions))
    ]
    return Linked("questions", tuple(dict.fromkeys(codes)))


def _within(area: int | None, questions: Iterable[str]) -> list[str]:
    return [code for code in questions if area_of(code) == str(area)] or [str(area)]


def area_of(code: str) -> str:
    """Return the number of the area of a question, or of an area itself: `3` of `3.4`."""
    return code.partition(".")[0]


def touched(measures: Iterable[Measure]) -> frozenset[str]:
    """Return the questions and areas that measures which have begun are linked to, as codes."""
    return frozenset(
        target.code or str(target.area)
        for measure in measures
        if measure.status in BEGUN
        for target in measure.questions
    )


def is_untouched(code: str, touched_codes: frozenset[str]) -> bool:
    """Return whether nothing that has begun is linked to a question or its area, or to an area or its questions."""
    if "." in code:
        return code not in touched_codes and area_of(code) not in touched_codes
    return code not in {area_of(other) for other in touched_codes}


def before(programme: Programme, evaluations: Iterable[Evaluation]) -> Evaluation | None:
    """Return the evaluation that a programme answers, None where it names none or the one it names is not here."""
    asked = (programme.evaluation_year, programme.evaluation_version)
    return next((one for one in evaluations if (one["year"], one["version"]) == asked), None)


def after(earlier: Evaluation, evaluations: Iterable[Evaluation], tied_to: str) -> Evaluation | None:
    """Return the first later evaluation of the same version; of areas, where there is none, of the same family."""
    later = sorted((one for one in evaluations if one["year"] > earlier["year"]), key=lambda one: one["year"])
    same = [one for one in later if one["version"] == earlier["version"]]
    if not same and tied_to == "areas":
        same = [one for one in later if one["family"] == earlier["family"]]
    return same[0] if same else None
