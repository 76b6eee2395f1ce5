"""What is late in a programme, and what waits for what, as of a date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data.plans.circles import circle_through
from data.plans.dates import first_day, last_day
from data.plans.rows import Measure, Phase

CLOSED = ("done", "stopped")
"""Statuses of a measure that is over."""


def is_late(measure: Measure, today: date) -> bool:
    """Return whether the last day that the end of a measure can mean is past, and it is neither done nor stopped."""
    ends = last_day(measure.ends or "")
    return ends is not None and ends < today and measure.status not in CLOSED


def is_going_on(phase: Phase, today: date) -> bool:
    """Return whether the day is within a phase whose begin and end are known."""
    starts, ends = first_day(phase.starts or ""), last_day(phase.ends or "")
    return starts is not None and ends is not None and starts <= today <= ends


@dataclass(frozen=True)
class Waiting:
    """A measure that is not over, and what it waits for: measures not done, and how many of them are gone."""

    measure: Measure
    for_what: tuple[Measure, ...]
    gone: int


def waiting(own: Iterable[Measure], every: Mapping[str, Measure]) -> list[Waiting]:
    """Return the measures that wait for something, in the order given; `every` holds the measures of all programmes."""
    found = []
    for measure in own:
        known = [every[name] for name in measure.waits_for if name in every]
        undone = tuple(other for other in known if other.status != "done")
        gone = len(measure.waits_for) - len(known)
        if measure.status not in CLOSED and (undone or gone):
            found.append(Waiting(measure, undone, gone))
    return found


def circles(own: Iterable[Measure], every: Mapping[str, Measure]) -> list[tuple[Measure, ...]]:
    """Return the circles of measures that wait for each other, each once, from the first that is in it."""
    waits_for = {name: [other for other in one.waits_for if other in every] for name, one in every.items()}
    found, within = [], set[str]()
    for measure in own:
        way = [] if measure.measure in within else circle_through(measure.measure, waits_for)
        within |= {*way}
        if way:
            found.append(tuple(every[name] for name in way))
    return found
