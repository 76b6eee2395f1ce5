"""The year side by side: what happened, and what is late, what it cost and what comes next."""

from queries.caching import cached_log
from reports.content import Beside, Section, section
from reports.council_status.choice import Choice
from reports.council_status.coming import coming
from reports.council_status.happened import happened
from reports.council_status.late import late
from reports.council_status.money import money
from reports.view import View


@cached_log
def year(view: View, choice: Choice) -> Section:
    """Return what was decided and happened, beside what is late, the money and what the next year holds."""
    others = (late(view, choice), money(view, choice), coming(view, choice))
    right = tuple(content for one in others for content in one.contents)
    return section("aaret", Beside((happened(view, choice).contents, right)))
