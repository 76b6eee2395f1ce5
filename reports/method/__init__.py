"""Metode: how every number is made, what it rests on, and what has been imported."""

from dataclasses import dataclass

from data.language import _
from reports.address import Address
from reports.content import Heading, Section, section
from reports.method import discrepancies, instruments, log, settings, sources
from reports.report import Report, Sections
from reports.view import View

OF_EVERY_EVENT = frozenset({"logg"})
"""The sections that tell of every event, not of evaluations alone."""


@dataclass(frozen=True)
class Choice:
    """Nothing is chosen here but the dataset and the event."""

    def parameters(self) -> dict[str, str]:
        """Return no words: the address of a file says dataset and event besides."""
        return {}


def choose(_view: View, _address: Address) -> Choice:
    """Return what any address chooses."""
    return Choice()


def sections(_choice: Choice) -> Sections:
    """Return the sections of the page by key, each with what builds it."""
    return {
        "hode": (title,),
        "innstillinger": (settings.settings,),
        "versjoner": (instruments.versions,),
        "kilder": (sources.sources,),
        "avvik": (discrepancies.all_discrepancies,),
        "logg": (log.events,),
    }


def title(_view: View) -> Section:
    """Return what the page is called."""
    return section("hode", Heading(_("Metode"), 1))


REPORT = Report("metode", choose, sections, None, OF_EVERY_EVENT)
