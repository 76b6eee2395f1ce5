"""Status til kommunestyret: one year of a programme: what was decided, happened, is late, cost, and comes next."""

from reports.council_status import heading, measures, side_by_side, unknown
from reports.council_status.choice import Choice, choose
from reports.report import Report, Sections


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    if not choice.programme:
        return {"hode": (heading.nothing_here, choice)}
    return {
        "hode": (heading.heading, choice),
        "aaret": (side_by_side.year, choice),
        "tiltak": (measures.measures, choice),
        "ukjent": (unknown.unknown, choice),
    }


def about(choice: Choice) -> str:
    """Return what the page is about: `Høgvang 2018`."""
    return f"{choice.name} {choice.year}" if choice.programme else choice.name


OF_EVERY_EVENT = frozenset({"hode", "aaret", "tiltak", "ukjent"})
"""Sections that depend on plans, not only on evaluations: all."""

REPORT = Report("kommunestyret", choose, sections, None, OF_EVERY_EVENT, about)
