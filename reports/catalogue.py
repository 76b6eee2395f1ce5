"""Every report by the name it has in an address."""

from typing import Final

from reports import method, municipality
from reports.report import Report

REPORTS: Final = {
    report.name: report
    for report in (
        Report("kommune", municipality.choose, municipality.sections),
        Report("metode", method.choose, method.sections, method.OF_EVERY_EVENT),
    )
}
