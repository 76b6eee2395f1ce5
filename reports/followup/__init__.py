"""Virket det? What measures were linked to, before and after, against the rest of the municipality and others."""

from reports.followup import choice, finding, measures, missing, picture
from reports.report import Report, Sections


def sections(chosen: choice.Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    return {
        "hode": (finding.finding, chosen),
        "tiltak": (measures.measures, chosen),
        "bilde": (picture.against_the_rest, chosen),
        "mangler": (missing.missing, chosen),
    }


EVERY = frozenset({"hode", "tiltak", "bilde", "mangler"})
REPORT = Report("oppfolging", choice.choose, sections, empty=None, of_every_event=EVERY, about=choice.about)
