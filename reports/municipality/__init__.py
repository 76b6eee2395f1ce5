"""Kommune: one evaluation against a comparison set, by area and question."""

from dataclasses import dataclass

from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from reports.address import Address
from reports.choices import address_parameters, area_in, comparison_in, evaluation_in
from reports.municipality import areas, first_steps, gaps, headline, one_area, robust, sources, stands_out
from reports.report import Report, Sections
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: evaluation, comparison set, and the area shown in detail."""

    focus: Evaluation
    comparison: Comparison
    area: int

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        return address_parameters(self.focus, self.comparison) | {"omrade": str(self.area)}


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    focus = evaluation_in(view.snapshot, address)
    comparison = comparison_in(view.snapshot, focus, address)
    return Choice(focus, comparison, area_in(area_shorts(view.snapshot, focus.version), address, 1))


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    focus, comparison = choice.focus, choice.comparison
    return {
        "hode": (headline.headline, focus),
        "kort": (stands_out.stands_out, focus, comparison),
        "naa": (first_steps.first_steps, focus, comparison),
        "omrader": (areas.areas, focus, comparison),
        "omrade": (one_area.one_area, focus, comparison, choice.area),
        "igjen": (gaps.gaps, focus, comparison),
        "holder": (robust.does_it_hold, focus, comparison),
        "skaltil": (robust.what_it_takes, focus, comparison),
        "kilder": (sources.sources, focus),
    }


REPORT = Report("kommune", choose, sections)
