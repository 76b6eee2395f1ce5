"""Tiltak: a programme of a municipality with its measures, phases and savings."""

from reports import examples
from reports.programme import findings, heading, measures, phases, savings, units
from reports.programme.choice import Choice, choose
from reports.report import Report, Sections


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    if choice.programme is None:
        return {"hode": (heading.nothing_here, choice), "andre": (examples.examples, choice.municipality)}
    programme, today = choice.programme, choice.today
    return {
        "hode": (heading.heading, choice),
        "tiltak": (measures.measures, choice),
        "faser": (phases.phases, programme, today),
        "innsparing": (savings.savings, programme),
        "enheter": (units.units, programme),
        "mangler": (findings.findings, programme),
        "andre": (examples.examples, choice.municipality),
    }


def about(choice: Choice) -> str:
    """Return the programme, or the municipality that has none, for the title of the browser's tab."""
    return choice.title or choice.name


EVERY = frozenset({"hode", "tiltak", "faser", "innsparing", "enheter", "mangler", "andre"})
REPORT = Report("tiltak", choose, sections, empty=None, of_every_event=EVERY, about=about)
