"""The reference data that checks use: instruments, and the names and numbers of municipalities."""

from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from data.store import Store

FOLDER = Path(__file__).parent
NAMES = (FOLDER / "known_names.sql").read_text(encoding="utf-8")
EXAMPLE = " (eksempel)"
DIGITS = {"NO": 4, "SE": 4, "IS": 4, "DK": 3, "FI": 3}


@dataclass(frozen=True)
class ReferenceData:
    """The reference data of a store, indexed for checks.

    Attributes:
        this_year: the current year, the latest one allowed.
        areas: name and maximum by version and area.
        questions: label and maximum by version and code.
        keys: municipality key by any of its numbers.
        names: names by municipality key.
        numbers: numbers by municipality key.
    """

    this_year: int
    areas: dict[str, dict[int, tuple[str, int]]]
    questions: dict[str, dict[str, tuple[str, int]]]
    keys: dict[str, str]
    names: dict[str, frozenset[str]]
    numbers: dict[str, tuple[str, ...]]

    @cached_property
    def key_by_name(self) -> dict[str, str]:
        """Return municipality keys by comparable name."""
        return {comparable_name(name): key for key, names in self.names.items() for name in names}

    def near_name(self, name: str) -> str | None:
        """Return the comparable Norwegian name most similar to this one, or None."""
        if name not in self._near:
            norwegian = [plain_name for plain_name, key in self.key_by_name.items() if "-" not in key]
            self._near[name] = next(iter(get_close_matches(comparable_name(name), norwegian, n=1, cutoff=0.85)), None)
        return self._near[name]

    # A cached property, since a frozen dataclass cannot be assigned to; look-ups by similarity are slow.
    @cached_property
    def _near(self) -> dict[str, str | None]:
        return {}

    @property
    def versions(self) -> tuple[str, ...]:
        """Return the versions of the instrument, oldest first."""
        return tuple(self.areas)

    def maximum(self, version: str, code: str) -> int | None:
        """Return the maximum points of the total (code 0), an area or a question; None for an unknown code."""
        if code == "0":
            return sum(maximum for _, maximum in self.areas[version].values())
        if code.isdecimal():
            return self.areas[version].get(int(code), (None, None))[1]
        return self.questions.get(version, {}).get(code, (None, None))[1]

    def label(self, version: str, code: str) -> str:
        """Return the label of a code: `Totalt`, the name of an area, or the label of a question."""
        if code == "0":
            return "Totalt"
        if code.isdecimal():
            return self.areas[version][int(code)][0]
        return self.questions[version][code][0]

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


def comparable_name(name: str) -> str:
    """Return the name for comparison: case folded, without soft hyphens and the ending ` kommune`."""
    return name.removesuffix(EXAMPLE).casefold().replace("\u00ad", "").removesuffix(" kommune").strip()


def reference_data(store: Store, dataset: str) -> ReferenceData:
    """Return the reference data of the store; names also come from the evaluations of this dataset."""
    areas = store.read("from instrument_area order by version, area")
    questions = store.read("from instrument_question order by version, area, position")
    numbers = store.read("from municipality_number order by municipality_number, valid_from nulls first")
    named = store.read(NAMES, dataset=dataset)
    return ReferenceData(
        this_year=datetime.now(UTC).year,
        areas=_by_version(areas, "area", "name_nb"),
        questions=_by_version(questions, "code", "label_nb"),
        keys=dict(numbers.select("number", "municipality_number").iter_rows()),
        names={key: frozenset(names) for key, names in named.group_by("municipality").agg("name").iter_rows()},
        numbers={
            key: tuple(numbers_of_key)
            for key, numbers_of_key in numbers.group_by("municipality_number").agg("number").iter_rows()
        },
    )


def _by_version(rows: pl.DataFrame, code_column: str, label_column: str) -> dict[str, dict[Any, tuple[str, int]]]:
    labels_and_maxima: dict[str, dict[Any, tuple[str, int]]] = {}
    for version, code, name, maximum in rows.select("version", code_column, label_column, "max_points").iter_rows():
        labels_and_maxima.setdefault(version, {})[code] = (name, maximum)
    return labels_and_maxima
