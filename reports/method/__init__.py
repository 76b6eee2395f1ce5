"""Metode: settings, instrument versions, sources, discrepancies and the log."""

from dataclasses import dataclass

from data.language import _
from reports.address import Address
from reports.content import Heading, Section, section
from reports.method import discrepancies, instruments, log, settings, sources
from reports.report import Report, Sections
from reports.view import View

OF_EVERY_EVENT = frozenset({"logg"})
"""Sections that depend on every event, not only on evaluations."""


@dataclass(frozen=True)
class Choice:
    """An empty choice: the page depends on dataset and event only."""

    def parameters(self) -> dict[str, str]:
        """Return no parameters; dataset and event are added to every file address."""
        return {}


def choose(_view: View, _address: Address) -> Choice:
    """Return the empty choice."""
    return Choice()


def sections(_choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function."""
    return {
        "hode": (title,),
        "innstillinger": (settings.settings,),
        "versjoner": (instruments.versions,),
        "kilder": (sources.sources,),
        "avvik": (discrepancies.all_discrepancies,),
        "logg": (log.events,),
    }


def title(_view: View) -> Section:
    """Return the page title."""
    return section("hode", Heading(_("Metode"), 1))


REPORT = Report("metode", choose, sections, None, OF_EVERY_EVENT)
