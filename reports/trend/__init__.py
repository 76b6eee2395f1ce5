"""Utvikling: change of a municipality's figures over its evaluations, also beside others."""

from dataclasses import dataclass

from data.language import N_
from queries.evaluation import Evaluation
from reports.address import Address
from reports.choices import address_parameters, evaluation_in, several_in
from reports.report import Report, Sections, evaluation_in_focus, nothing_under
from reports.trend import areas, changes, finding, several, totals
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: a municipality by one of its evaluations, and further municipalities."""

    focus: Evaluation
    listed: tuple[str, ...]

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        return address_parameters(self.focus) | ({"kommuner": ",".join(self.listed)} if self.listed else {})


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    focus = evaluation_in(view.snapshot, address)
    return Choice(focus, several_in(view.snapshot, address, "kommuner"))


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus = choice.focus
    others = tuple(number for number in choice.listed if number != focus.municipality)
    return {
        "hode": (finding.finding, focus),
        "endringer": (changes.changes, focus),
        "eldre": (changes.other_families, focus),
        "totalt": (totals.totals, focus),
        "omrader": (areas.areas, focus),
        "flere": (several.several, focus.municipality, others),
    }


REPORT = Report("utvikling", choose, sections, nothing_under(N_("Utvikling")), about=evaluation_in_focus)
