"""Programmes and measures with their lists, as plain objects whose fields are the columns of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

STATUSES = ("idea", "investigated", "decided", "started", "done", "stopped")
KINDS_OF_MONEY = ("cost", "saving")
STEPS_OF_MONEY = ("goal", "planned", "decided", "realised")
SCORES = ("effect", "easy_for_staff", "easy_for_users", "acceptance")
UNITS = ("units_total", "units_answered", "units_planning", "units_done")


@dataclass(frozen=True)
class Phase:
    """A phase of a programme or measure; dates are as exact as known, `2013`, `2013-03` or `2013-03-15`."""

    name: str | None = None
    starts: str | None = None
    ends: str | None = None
    activities: str | None = None


@dataclass(frozen=True)
class Money:
    """An amount in kroner: cost or saving; goal, planned, decided or realised; of a year or a span of years."""

    kind: str
    step: str
    amount: int
    first_year: int | None = None
    last_year: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Target:
    """A question (`code`) or a whole area that a measure is to lift, and to how many points."""

    code: str | None = None
    area: int | None = None
    target_points: Decimal | None = None


@dataclass(frozen=True)
class Answered:
    """A weakness or challenge that a measure answers."""

    area: int
    kind: str
    text: str


@dataclass(frozen=True)
class Evidence:
    """What was seen of a measure: level 1 experience, 2 learning, 3 behaviour, 4 operating result."""

    level: int
    text: str
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Programme:
    """One programme, whole. Columns: data/schema.sql; an empty identifier is a new one."""

    municipality: str
    name: str | None
    programme: str = ""
    municipality_name: str | None = None
    municipality_basis: str | None = None
    need: str | None = None
    goal: str | None = None
    result: str | None = None
    anchoring: str | None = None
    starts: str | None = None
    ends: str | None = None
    target_year: int | None = None
    evaluation_year: int | None = None
    evaluation_version: str | None = None
    source: str | None = None
    place: str | None = None
    note: str | None = None
    phases: tuple[Phase, ...] = ()
    money: tuple[Money, ...] = ()


@dataclass(frozen=True)
class Measure:
    """One measure, or an area of a programme, whole. Columns: data/schema.sql; an empty identifier is a new one."""

    programme: str
    title: str | None
    measure: str = ""
    parent: str | None = None
    need: str | None = None
    goal: str | None = None
    activities: str | None = None
    result: str | None = None
    anchoring: str | None = None
    owner_role: str | None = None
    starts: str | None = None
    ends: str | None = None
    status: str | None = None
    effect: int | None = None
    easy_for_staff: int | None = None
    easy_for_users: int | None = None
    acceptance: int | None = None
    units_total: int | None = None
    units_answered: int | None = None
    units_planning: int | None = None
    units_done: int | None = None
    waits_for: tuple[str, ...] = ()
    source: str | None = None
    place: str | None = None
    note: str | None = None
    questions: tuple[Target, ...] = ()
    remarks: tuple[Answered, ...] = ()
    phases: tuple[Phase, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    money: tuple[Money, ...] = ()


LISTS = {
    "questions": ("measure_question", Target),
    "remarks": ("measure_remark", Answered),
    "phases": ("phase", Phase),
    "evidence": ("evidence", Evidence),
    "money": ("money", Money),
}
"""The lists of a programme or measure: their table, and what one row of it is."""
OWNED_BY_BOTH = ("phase", "money")
"""Tables whose rows belong to a programme or a measure, and so name both."""

TYPES: Mapping[str, Any] = {
    "event": pl.Int64,
    "position": pl.Int64,
    "target_year": pl.Int64,
    "evaluation_year": pl.Int64,
    "first_year": pl.Int64,
    "last_year": pl.Int64,
    "amount": pl.Int64,
    "area": pl.Int64,
    "level": pl.Int64,
    "target_points": pl.Decimal(5, 1),
    "waits_for": pl.List(pl.String),
} | dict.fromkeys((*SCORES, *UNITS), pl.Int64)
"""The types of the columns that are not texts."""
