"""The heading of the page."""

from data.language import _
from queries.caching import cached
from reports.content import Heading, Section, section
from reports.view import View


@cached
def heading(_view: View) -> Section:
    """Return the title, below which figures are chosen."""
    return section("hode", Heading(_("Størrelsesgrupper"), 1))
