"""The report of a page: its choice, read from query parameters, and the sections built from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from data.language import _
from data.speaking import speaking
from queries.caching import EVALUATIONS, LOG
from queries.snapshot import UnknownChoice, log
from reports.address import Address
from reports.content import Filed, Heading, Notice, PictureFile, Section, files_of, section
from reports.view import View

SectionCall: TypeAlias = tuple[Any, ...]
"""The build function of a section and its arguments, after the view. Not a closure: it is part of a cache key."""
Sections: TypeAlias = Mapping[str, SectionCall]


class Chosen(Protocol):
    """The choice a report is built from."""

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        ...


def nothing_yet(view: View) -> Section:
    """Return the section of a dataset without evaluations: nothing is imported yet, or all of it is undone."""
    if log(view.snapshot)["undone_by"].is_not_null().any():
        sentence = _("Det er ingen evalueringer i dette datasettet: importene av dem er angret.")
    else:
        sentence = _("Det er ingen evalueringer i dette datasettet ennå.")
    return section("tomt", Notice("no_evaluations", sentence))


def nothing_under(title: str) -> Callable[[View], Section]:
    """Return a build function of the same section with a page title."""

    def build(view: View) -> Section:
        return section("tomt", Heading(_(title), 1), *nothing_yet(view).contents)

    return build


def evaluation_in_focus(choice: Any) -> str:
    """Return the evaluation a choice is about: `Hemne 2018`."""
    return _("{name} {year}", name=choice.focus.name, year=choice.focus.year_label)


@dataclass(frozen=True)
class Report:
    """A report.

    Attributes:
        name: path of its page, and first part of the address of its files.
        choose: reads the choice from query parameters.
        sections: returns the sections of a choice, in order, by key.
        empty: builds the only section of a dataset without evaluations; None where the normal sections apply then too.
        about: what the choice is about, in short, for the title of the browser's tab: `Hemne 2018`.
        of_every_event: keys of sections that depend on every event, not only on evaluations.
    """

    name: str
    choose: Callable[[View, Address], Any]
    sections: Callable[[Any], Sections]
    empty: Callable[[View], Section] | None = nothing_yet
    of_every_event: frozenset[str] = frozenset()
    about: Callable[[Any], str] | None = None

    def depends_on(self, key: str) -> str:
        """Return the kind of events that invalidates a section, by the key of the section or of one of its files."""
        return LOG if _section_of(key) in self.of_every_event else EVALUATIONS

    def section(self, view: View, choice: Chosen, key: str) -> Section:
        """Build one section."""
        build, *arguments = self.sections(choice)[key]
        with speaking(view.language):
            built: Section = build(view, *arguments)
        return built

    def content(self, view: View, address: Address, key: str) -> Filed:
        """Return the file of this key, such as `omrader-tabell` in the section `omrader`.

        Raises:
            UnknownChoice: the report has no such file for this choice.
        """
        with speaking(view.language):
            return self._content(view, address, key)

    def _content(self, view: View, address: Address, key: str) -> Filed:
        choice = self.choose(view, address)
        part = _section_of(key)
        if part in self.sections(choice):
            filed = files_of(self.section(view, choice, part).contents).get(key)
            if filed is not None:
                return filed.build() if isinstance(filed, PictureFile) else filed
        message = _("«{report}» har ingen fil som heter «{key}» for dette valget.", report=self.name, key=key[:60])
        raise UnknownChoice("no_such_file", message)


def _section_of(key: str) -> str:
    """Return the key of the section that contains a table or picture."""
    return key.partition("-")[0]
