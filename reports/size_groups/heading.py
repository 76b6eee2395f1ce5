"""The heading of the page."""

from data.language import _
from queries.caching import cached
from reports.content import Heading, Section, section
from reports.report import nothing_yet
from reports.view import View


@cached
def heading(_view: View) -> Section:
    """Return the title, below which figures are chosen."""
    return section("hode", Heading(_("Størrelsesgrupper"), 1))


@cached
def heading_of_nothing(view: View) -> Section:
    """Return the same for a dataset without any evaluation."""
    return section("hode", *heading(view).contents, *nothing_yet(view).contents)
