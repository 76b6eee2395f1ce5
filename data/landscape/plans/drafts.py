"""Drafts of invented programmes: what is written by hand before points, scores and amounts are steered."""

from dataclasses import dataclass

Span = tuple[str, str]
"""First and last, as exact as known; an empty text is not known."""
Amount = tuple[str, str, int, int, int]
"""Kind, step, first year, last year, kroner."""


@dataclass(frozen=True)
class PhaseDraft:
    """A phase with its span."""

    name: str
    when: Span
    activities: str = ""


@dataclass(frozen=True)
class EvidenceDraft:
    """What was seen of a measure, on level 1 to 4."""

    level: int
    date: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class MeasureDraft:
    """One measure.

    Attributes:
        key: the last part of its identifier; areas have keys that begin with `a`.
        codes: `3.4` for a question, `3` for an area.
        wants: the verdict that its figures must give, None where the landscape does not decide it.
        reaches: whether the points of the later evaluation reach the targets; None draws targets at will.
        under: key of the area of the programme that it belongs to.
        targets: given target points by code; others are drawn.
        scores: effect, easy for staff, easy for users, acceptance; empty is drawn, unless `unscored`.
        units: in all, answered, planning, done.
        challenges: texts of challenges that it answers; weaknesses of its questions are found by themselves.
        waits_for: keys of other measures of the programme.
    """

    key: str
    title: str
    status: str = ""
    codes: tuple[str, ...] = ()
    goal: str = ""
    owner_role: str = ""
    when: Span = ("", "")
    wants: str | None = None
    reaches: bool | None = None
    under: str = ""
    need: str = ""
    activities: str = ""
    result: str = ""
    anchoring: str = ""
    targets: tuple[tuple[str, float], ...] = ()
    scores: tuple[int, ...] = ()
    unscored: bool = False
    units: tuple[int, ...] = ()
    challenges: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    phases: tuple[PhaseDraft, ...] = ()
    evidence: tuple[EvidenceDraft, ...] = ()
    money: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class ProgrammeDraft:
    """One programme with its measures; `answers` is year and version of the evaluation it answers."""

    key: str
    number: str
    municipality: str
    name: str
    need: str
    goal: str
    anchoring: str
    when: Span
    answers: tuple[int, str]
    measures: tuple[MeasureDraft, ...]
    result: str = ""
    target_year: int | None = None
    phases: tuple[PhaseDraft, ...] = ()
    money: tuple[Amount, ...] = ()
