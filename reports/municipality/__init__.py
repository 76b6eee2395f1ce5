"""Kommune: where one evaluation stands, area by area and question by question."""

from dataclasses import dataclass

from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from reports.address import Address
from reports.choices import address_parameters, area_in, comparison_in, evaluation_in
from reports.municipality import areas, gaps, headline, one_area, sources
from reports.report import Report, Sections
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """What the page has chosen: an evaluation, whom it is compared with, and the area that is opened."""

    focus: Evaluation
    comparison: Comparison
    area: int

    def parameters(self) -> dict[str, str]:
        """Return the words of an address that choose this."""
        return address_parameters(self.focus, self.comparison) | {"omrade": str(self.area)}


def choose(view: View, address: Address) -> Choice:
    """Return what an address chooses.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    focus = evaluation_in(view.snapshot, address)
    comparison = comparison_in(view.snapshot, focus, address)
    return Choice(focus, comparison, area_in(area_shorts(view.snapshot, focus.version), address, 1))


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each with what it is built from."""
    focus, comparison = choice.focus, choice.comparison
    return {
        "hode": (headline.headline, focus),
        "omrader": (areas.areas, focus, comparison),
        "omrade": (one_area.one_area, focus, comparison, choice.area),
        "igjen": (gaps.gaps, focus, comparison),
        "kilder": (sources.sources, focus),
    }


REPORT = Report("kommune", choose, sections)
