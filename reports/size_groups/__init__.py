"""Sammenlign: distribution of points by size and income group."""

from collections.abc import Container
from dataclasses import dataclass

from data.language import N_, _
from queries.evaluation import Evaluation
from queries.profile import area_names
from reports.address import Address
from reports.choices import address_parameters, evaluation_in
from reports.report import Report, Sections, evaluation_in_focus, nothing_under
from reports.size_groups import groups, heading, income, members, on_map, own_group
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: evaluation, total (0) or area, and reference year."""

    focus: Evaluation
    area: int
    year: int

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        return address_parameters(self.focus) | {"omrade": str(self.area), "referanse": str(self.year)}


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    focus = evaluation_in(view.snapshot, address)
    area = _area_in(area_names(view.snapshot, focus.version), address)
    return Choice(focus, area, address.whole("referanse", focus.year) or focus.year)


def _area_in(areas: Container[int], address: Address) -> int:
    area = address.whole("omrade", 0)
    if area == 0 or area in areas:
        return area
    address.add_notice(_("Område {area} finnes ikke. Her vises totalen.", area=area))
    return 0


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus, area, year = choice.focus, choice.area, choice.year
    return {
        "hode": (heading.heading, focus, area, year),
        "grupper": (groups.groups, focus, area, year),
        "kart": (on_map.on_map, focus, area, year),
        "egen": (own_group.own_group, focus, year),
        "inntekt": (income.income, focus, area, year),
        "med": (members.members, focus, year),
    }


EMPTY = nothing_under(N_("Kommuner etter størrelse"))
REPORT = Report("storrelsesgruppe", choose, sections, EMPTY, about=evaluation_in_focus)
