"""Reports by name: what is chosen by the words of an address, and the sections that are told of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from data.language import _
from queries.caching import EVALUATIONS, LOG
from queries.snapshot import UnknownChoice
from reports.address import Address
from reports.content import Filed, Heading, Notice, Section, files_of, section
from reports.view import View

SectionCall: TypeAlias = tuple[Any, ...]
"""What builds a section, given a view first, and what it is built from."""
Sections: TypeAlias = Mapping[str, SectionCall]


class Chosen(Protocol):
    """What a report is about."""

    def parameters(self) -> dict[str, str]:
        """Return the words of an address that choose it."""
        ...


def nothing_yet(_view: View) -> Section:
    """Return what is said where a dataset has no evaluation at all."""
    return section("tomt", Notice("no_evaluations", _("Det er ingen evalueringer i dette datasettet ennå.")))


def nothing_under(title: str) -> Callable[[View], Section]:
    """Return what builds the same under the title of a page."""

    def build(view: View) -> Section:
        return section("tomt", Heading(_(title), 1), *nothing_yet(view).contents)

    return build


@dataclass(frozen=True)
class Report:
    """A report: how its choice is read from an address, and which sections it has for a choice.

    Attributes:
        name: the path of its page and its part of the address of a file.
        empty: builds what is told in place of all sections where a dataset has no evaluation at all; None where the
            sections have something to say then too.
        of_every_event: the keys of sections that tell of every event, not of evaluations alone.
    """

    name: str
    choose: Callable[[View, Address], Any]
    sections: Callable[[Any], Sections]
    empty: Callable[[View], Section] | None = nothing_yet
    of_every_event: frozenset[str] = frozenset()

    def depends_on(self, key: str) -> str:
        """Return the kind of events after which a section is told anew; the key may be that of one of its files."""
        return LOG if _section_of(key) in self.of_every_event else EVALUATIONS

    def section(self, view: View, choice: Chosen, key: str) -> Section:
        """Return one section."""
        build, *arguments = self.sections(choice)[key]
        built: Section = build(view, *arguments)
        return built

    def content(self, view: View, address: Address, key: str) -> Filed:
        """Return the table, picture or workbook of this key, `omrader-tabell` of the section `omrader`.

        Raises:
            UnknownChoice: the report has none for what the address chooses.
        """
        choice = self.choose(view, address)
        part = _section_of(key)
        if part in self.sections(choice):
            filed = files_of(self.section(view, choice, part).contents).get(key)
            if filed is not None:
                return filed
        message = _("«{report}» har ingen fil som heter «{key}» for dette valget.", report=self.name, key=key[:60])
        raise UnknownChoice("no_such_file", message)


def _section_of(key: str) -> str:
    """Return the key of the section that a table or picture of this key stands in."""
    return key.partition("-")[0]
