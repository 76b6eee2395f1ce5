"""The shipped evaluations read and compared in plain Python with exact fractions, without the product's code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any

from tests.landscapes import DATA, csv_rows

FAMILIES = {row["version"]: row["family"] for row in csv_rows(DATA / "reference" / "instrument_versions.csv")}
FIELD = {"county": "county", "kostra": "kostra_group", "income": "income_group"}
FEWEST = 5


@dataclass(frozen=True)
class Plain:
    """One evaluation: points as fractions by code, `0` the total, `3` an area, `3.4` a question."""

    number: str
    name: str
    year: int
    version: str
    facts: dict[str, str]
    points: dict[str, Fraction] = field(default_factory=dict)

    @property
    def family(self) -> str:
        return FAMILIES[self.version]

    @property
    def areas(self) -> dict[int, Fraction]:
        return {int(code): points for code, points in self.points.items() if "." not in code and code != "0"}

    @property
    def questions(self) -> dict[str, Fraction]:
        return {code: points for code, points in self.points.items() if "." in code}


@cache
def example_evaluations() -> tuple[Plain, ...]:
    found = {}
    for row in csv_rows(DATA / "example" / "evaluations.csv"):
        size = str((int(row["population"]) >= 5000) + (int(row["population"]) >= 10000))
        facts = row | {"size": size}
        one = Plain(row["municipality_number"], row["municipality"], int(row["year"]), row["version"], facts)
        found[one.number, row["year"], one.version] = one
    for row in csv_rows(DATA / "example" / "points.csv"):
        key = row["municipality_number"], row["year"], row["version"]
        found[key].points[row["code"]] = Fraction(row["points"])
    return tuple(found.values())


@cache
def published_evaluations() -> tuple[Plain, ...]:
    found: dict[tuple[str, str], Plain] = {}
    for row in csv_rows(DATA / "published" / "published_evaluations.csv"):
        new = Plain(row["municipality_number"], row["municipality"], int(row["year"]), row["version"], {})
        one = found.setdefault((new.number, row["year"]), new)
        if row["points"]:
            one.points[row["area"]] = Fraction(row["points"])
    for row in csv_rows(DATA / "published" / "hemne_2018_questions.csv"):
        found["1612", "2018"].points[row["code"]] = Fraction(row["points"])
    return tuple(found.values())


def newest(evaluations: Iterable[Plain]) -> list[Plain]:
    """Return the newest evaluation of every municipality."""
    in_order = sorted(evaluations, key=lambda one: (one.year, one.version))
    return [*{one.number: one for one in in_order}.values()]


def compared(
    evaluations: Iterable[Plain], own: Plain, group: str = "all", window: int | None = None
) -> tuple[Plain, ...]:
    """Return the comparison set: our own, and the latest of every other municipality that fits."""
    fits = [
        one
        for one in evaluations
        if one.family == own.family and one.year <= own.year and (window is None or one.year >= own.year - window)
    ]
    latest = [one for one in newest(fits) if one.number != own.number]
    return own, *(one for one in latest if in_group(one, own, group))


def in_group(one: Plain, own: Plain, group: str) -> bool:
    if group == "all":
        return True
    fact = FIELD.get(group, "size")
    return one.facts[fact] == own.facts[fact]


def quartile(values: Sequence[Fraction], quarters: int) -> Fraction:
    """Return the quartile with linear interpolation between order statistics (type 7)."""
    ordered = sorted(values)
    place = Fraction((len(ordered) - 1) * quarters, 4)
    low = int(place)
    above = ordered[min(low + 1, len(ordered) - 1)]
    return ordered[low] + (place - low) * (above - ordered[low])


def bounds(values: Sequence[Fraction]) -> list[Fraction]:
    return [quartile(values, quarters) for quarters in (1, 2, 3)]


def half_up(points: Fraction) -> Fraction:
    return Fraction((points + Fraction(1, 2)).__floor__())


def number(value: Fraction | None) -> float | None:
    """Return what the product shows: a number rounded to nine decimals."""
    return None if value is None else round(float(value), 9)


def select(rows: Iterable[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]
