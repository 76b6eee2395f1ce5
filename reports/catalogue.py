"""Every report by the name it has in an address."""

from typing import Final

from reports import best_practice, merger, method, municipality, overview, size_groups, trend
from reports.overview.welcome import welcome_to_nothing
from reports.report import Report
from reports.size_groups.heading import heading_of_nothing

REPORTS: Final = {
    report.name: report
    for report in (
        Report("oversikt", overview.choose, overview.sections, welcome_to_nothing),
        Report("kommune", municipality.choose, municipality.sections),
        Report("storrelsesgruppe", size_groups.choose, size_groups.sections, heading_of_nothing),
        Report("utvikling", trend.choose, trend.sections),
        Report("sammenslaing", merger.choose, merger.sections, merger.nobody),
        Report("beste-praksis", best_practice.choose, best_practice.sections),
        Report("metode", method.choose, method.sections, None, method.OF_EVERY_EVENT),
    )
}
