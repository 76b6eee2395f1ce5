"""Reports by their name in an address, each imported on first use: building its chart specifications is slow."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from reports.report import Report

PACKAGES: Final = {
    "oversikt": "reports.overview",
    "kommune": "reports.municipality",
    "storrelsesgruppe": "reports.size_groups",
    "utvikling": "reports.trend",
    "sammenslaing": "reports.merger",
    "beste-praksis": "reports.best_practice",
    "oppfolging": "reports.followup",
    "metode": "reports.method",
    "tiltak": "reports.programme",
    "kommunestyret": "reports.council_status",
}


class _Reports(Mapping[str, Report]):
    def __getitem__(self, name: str) -> Report:
        return _imported(PACKAGES[name])

    def __iter__(self) -> Iterator[str]:
        return iter(PACKAGES)

    def __len__(self) -> int:
        return len(PACKAGES)


@cache
def _imported(package: str) -> Report:
    report: Report = import_module(package).REPORT
    return report


REPORTS: Final[Mapping[str, Report]] = _Reports()
