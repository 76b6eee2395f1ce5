"""Every report by the name it has in an address."""

from typing import Final

from reports import best_practice, merger, method, municipality, overview, size_groups, trend
from reports.overview.welcome import welcome_to_nothing
from reports.report import Report, nothing_under

REPORTS: Final = {
    report.name: report
    for report in (
        Report("oversikt", overview.choose, overview.sections, welcome_to_nothing),
        Report("kommune", municipality.choose, municipality.sections),
        Report("storrelsesgruppe", size_groups.choose, size_groups.sections, nothing_under("Størrelsesgrupper")),
        Report("utvikling", trend.choose, trend.sections, nothing_under("Utvikling")),
        Report("sammenslaing", merger.choose, merger.sections, merger.nobody),
        Report("beste-praksis", best_practice.choose, best_practice.sections, nothing_under("Beste praksis")),
        Report("metode", method.choose, method.sections, None, method.OF_EVERY_EVENT),
    )
}
