"""The page title."""

from data.language import _
from queries.caching import cached
from reports.content import Heading, Section, section
from reports.view import View


@cached
def heading(_view: View) -> Section:
    """Return the page title."""
    return section("hode", Heading(_("Størrelsesgrupper"), 1))
