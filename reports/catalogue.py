"""Every report by the name it has in an address."""

from typing import Final

from reports import merger, municipality
from reports.report import Report

REPORTS: Final = {
    report.name: report
    for report in (
        Report("kommune", municipality.choose, municipality.sections),
        Report("sammenslaing", merger.choose, merger.sections, merger.nobody),
    )
}
