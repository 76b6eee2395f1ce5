"""Tiltak: programmes and measures of a municipality."""

from dataclasses import dataclass

from data.language import _
from pages.parts.bar import bar
from pages.parts.screen import Screen
from pages.programme.editing.editing import show_changes, show_edit_links, show_editing
from reports.address import Address
from reports.content import Heading, Section, section
from reports.report import Report
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """Nothing to choose yet."""

    def parameters(self) -> dict[str, str]:
        """Return no parameters."""
        return {}


def _choose(_view: View, _address: Address) -> Choice:
    return Choice()


def _title(_view: View) -> Section:
    return section("hode", Heading(_("Tiltak"), 1))


screen = Screen(Report("tiltak", _choose, lambda _choice: {"hode": (_title,)}, None))
with bar(screen.view.snapshot):
    pass
if not show_editing(screen):
    screen.show("hode")
    show_edit_links(screen)
    show_changes(screen)
