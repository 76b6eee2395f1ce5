"""What belongs together, side by side: the year and what is late, the money and what comes next."""

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
    """Return what was decided and happened, beside what is late."""
    return section("hendt", Beside((happened(view, choice).contents, late(view, choice).contents), (3, 2)))


@cached_log
def money_and_next(view: View, choice: Choice) -> Section:
    """Return the money, beside what the next year holds."""
    return section("penger", Beside((money(view, choice).contents, coming(view, choice).contents), (3, 2)))
