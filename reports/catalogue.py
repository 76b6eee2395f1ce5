"""Every report by the name it has in an address."""

from typing import Final

from reports import best_practice, municipality, trend
from reports.report import Report

REPORTS: Final = {
    report.name: report
    for report in (
        Report("kommune", municipality.choose, municipality.sections),
        Report("utvikling", trend.choose, trend.sections),
        Report("beste-praksis", best_practice.choose, best_practice.sections),
    )
}
