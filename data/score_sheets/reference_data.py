"""The reference data that checks use: instruments, and the names and numbers of municipalities."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from data.catalogues import named
from data.language import _
from data.score_sheets.known_municipalities import KnownMunicipalities, registrations_by_key, successions
from data.store import Store

FOLDER = Path(__file__).parent
NAMES = (FOLDER / "known_names.sql").read_text(encoding="utf-8")
DIGITS = {"NO": 4, "SE": 4, "IS": 4, "DK": 3, "FI": 3}


@dataclass(frozen=True)
class VersionPeriod:
    """The years in which a version of the instrument was in use; None is without bound."""

    version: str
    first_year: int | None
    last_year: int | None

    def covers(self, year: int) -> bool:
        """Return whether the version was in use in the year; a year of change belongs to two versions."""
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True)
class ReferenceData:
    """The reference data of a store, indexed for checks.

    Attributes:
        this_year: the current year, the latest one allowed.
        areas: name and maximum by version and area.
        questions: label and maximum by version and code.
        keys: municipality key by any of its numbers.
        numbers: numbers by municipality key, oldest first.
        municipalities: names, numbers in use over time and changes of the known municipalities.
        periods: when each version was in use, oldest first.
    """

    this_year: int
    areas: dict[str, dict[int, tuple[str, int]]]
    questions: dict[str, dict[str, tuple[str, int]]]
    keys: dict[str, str]
    numbers: dict[str, tuple[str, ...]]
    municipalities: KnownMunicipalities
    periods: tuple[VersionPeriod, ...]

    @property
    def names(self) -> dict[str, frozenset[str]]:
        """Return the names by municipality key."""
        return self.municipalities.names

    def versions_in(self, year: int) -> tuple[str, ...]:
        """Return the versions that were in use in a year, two in a year of change."""
        return tuple(period.version for period in self.periods if period.covers(year))

    def version_introduced(self, year: str) -> str | None:
        """Return the version that was introduced in a year, written as a label: `2016` is 2.1."""
        return next((period.version for period in self.periods if str(period.first_year) == year), None)

    @property
    def versions(self) -> tuple[str, ...]:
        """Return the versions of the instrument, oldest first."""
        return tuple(self.areas)

    def maximum(self, version: str, code: str) -> int | None:
        """Return the maximum points of the total (code 0), an area or a question; None for an unknown code."""
        if code == "0":
            return sum(maximum for _name, maximum in self.areas[version].values())
        if code.isdecimal():
            return self.areas[version].get(int(code), (None, None))[1]
        return self.questions.get(version, {}).get(code, (None, None))[1]

    def label(self, version: str, code: str) -> str:
        """Return the label of a code: `Totalt`, the name of an area, or the label of a question."""
        if code == "0":
            return _("Totalt")
        if code.isdecimal():
            return named(self.areas[version][int(code)][0])
        return named(self.questions[version][code][0])

    def named(self, version: str, code: str) -> str:
        """Return a code with its label, `1.3 Informasjon om resultater`; only the label for the total."""
        label = self.label(version, code)
        return label if code == "0" else f"{code} {label}"

    def codes(self, version: str) -> tuple[str, ...]:
        """Return the codes of the areas and questions of a version, each area before its questions."""
        questions = self.questions.get(version, {})
        return tuple(
            code
            for area in self.areas[version]
            for code in (str(area), *(code for code in questions if code.split(".")[0] == str(area)))
        )

    def key(self, country: str, number: str) -> str:
        """Return the key of a municipality by the same rule as data/evaluations_to_add.sql."""
        return self.keys.get(number, number) if country == "NO" else number


def reference_data(store: Store, dataset: str) -> ReferenceData:
    """Return the reference data of the store; names also come from the evaluations of this dataset."""
    areas = store.read("from instrument_area order by version, area")
    questions = store.read("from instrument_question order by version, area, position")
    periods = store.read("from instrument_version order by first_year nulls first")
    numbers = store.read("from municipality_number order by municipality_number, valid_from nulls first")
    named = store.read(NAMES, dataset=dataset)
    registrations = registrations_by_key(numbers)
    return ReferenceData(
        this_year=datetime.now(UTC).year,
        areas=_by_version(areas, "area", "name_nb"),
        questions=_by_version(questions, "code", "label_nb"),
        keys=dict(numbers.select("number", "municipality_number").iter_rows()),
        numbers={key: tuple(dict.fromkeys(each.number for each in of_key)) for key, of_key in registrations.items()},
        municipalities=KnownMunicipalities(
            names={key: frozenset(names) for key, names in named.group_by("municipality").agg("name").iter_rows()},
            registrations=registrations,
            successions=successions(store.read("from municipality_change order by date, from_name, to_name")),
        ),
        periods=tuple(VersionPeriod(*row) for row in _periods(periods)),
    )


def _periods(rows: pl.DataFrame) -> list[tuple[Any, ...]]:
    return rows.select("version", "first_year", "last_year").rows()


def _by_version(rows: pl.DataFrame, code_column: str, label_column: str) -> dict[str, dict[Any, tuple[str, int]]]:
    labels_and_maxima: dict[str, dict[Any, tuple[str, int]]] = {}
    for version, code, name, maximum in rows.select("version", code_column, label_column, "max_points").iter_rows():
        labels_and_maxima.setdefault(version, {})[code] = (name, maximum)
    return labels_and_maxima
