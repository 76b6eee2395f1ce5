"""Status: one evaluation against a comparison set, by area and question."""

from dataclasses import dataclass

from data.language import _
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from reports.address import Address
from reports.choices import address_parameters, area_in, comparison_in, evaluation_in
from reports.municipality import (
    area_pictures,
    areas,
    background,
    first_steps,
    gaps,
    headline,
    robust,
    sources,
    stands_out,
    what_if,
)
from reports.report import Report, Sections, evaluation_in_focus
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: evaluation, comparison set, and the area that comes open (0: none), and what-if."""

    focus: Evaluation
    comparison: Comparison
    area: int
    raised: what_if.Raised = ()

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        parameters = address_parameters(self.focus, self.comparison) | {"omrade": str(self.area)}
        return parameters | ({"hva_om": what_if.raised_text(dict(self.raised))} if self.raised else {})


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    focus = evaluation_in(view.snapshot, address)
    comparison = comparison_in(view.snapshot, focus, address)
    shorts = {0: _("Alle"), **area_shorts(view.snapshot, focus.version)}
    raised = what_if.raised_in(view.snapshot, focus, address)
    return Choice(focus, comparison, area_in(shorts, address, 0), raised)


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus, comparison = choice.focus, choice.comparison
    return {
        "hode": (headline.headline, focus, comparison),
        "kort": (stands_out.stands_out, focus, comparison),
        "naa": (first_steps.first_steps, focus, comparison),
        "omrader": (areas.areas, focus, comparison, choice.area),
        "bilder": (area_pictures.pictures, focus, comparison),
        "holder": (robust.does_it_hold, focus, comparison),
        "skaltil": (robust.what_it_takes, focus, comparison),
        "hvaom": (what_if.intended,),
        "hvaomtabell": (what_if.consequences, focus, comparison, choice.raised),
        "grunnlag": (background.background, focus),
        "igjen": (gaps.gaps, focus, comparison),
        "utenfor": (background.not_compared, focus, comparison),
        "kilder": (sources.sources, focus),
    }


REPORT = Report("kommune", choose, sections, about=evaluation_in_focus)
