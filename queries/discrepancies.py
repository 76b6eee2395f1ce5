"""Where stated figures differ from each other or from the sum of their parts, and whether rounding explains it.

Rounding explains half the last digit of each part plus half the last digit of the sum. Everything is counted in
whole tenths of a point, the bounds in hundredths.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import polars as pl

from queries.caching import cached, cached_reference
from queries.figures import area_figures, areas_of, other_values
from queries.profile import references
from queries.snapshot import Snapshot

SCHEMA = {
    "number": pl.String,
    "name": pl.String,
    "year": pl.Int64,
    "version": pl.String,
    "area": pl.Int64,
    "compared_with": pl.String,
    "used": pl.Float64,
    "other": pl.Float64,
    "difference": pl.Float64,
    "tolerance": pl.Float64,
    "kind": pl.String,
    "source": pl.String,
    "place": pl.String,
    "note": pl.String,
}
COLUMNS = list(SCHEMA)
ORDER = ("name", "year", "kind", "area", "compared_with")
AREAS = 8
HALF_AREAS = 450  # eight whole areas and a whole total, each half a point
Row = dict[str, Any]


@cached
def discrepancies(snapshot: Snapshot, municipality: str | None = None) -> pl.DataFrame:
    """Return one row a difference between stated figures of a municipality, or of all; see SCHEMA.

    `kind` is rounding where rounding explains it, else discrepancy; figures are in points, `other` is what the
    used figure is held against, named in `compared_with`: questions, areas, or another statement (total, points,
    distance_to_small_group).

    Raises:
        UnknownChoice: the municipality is not known.
    """
    stated, found = other_values(snapshot), list[Row]()
    figures = _known_areas(snapshot) if municipality is None else area_figures(snapshot, municipality)
    for evaluation, areas in groupby(figures.to_dicts(), lambda row: row["evaluation"]):
        by_area = {row["area"]: row for row in areas}
        found += _from_questions(snapshot, by_area)
        found += _from_areas(by_area)
        found += _from_statements(snapshot, by_area, stated.get(evaluation, []))
    return pl.DataFrame(sorted(found, key=lambda row: [row[name] for name in ORDER]), schema=SCHEMA)


def _known_areas(snapshot: Snapshot) -> pl.DataFrame:
    """Return the areas of all evaluations of which anything is stated."""
    return areas_of(snapshot, snapshot.query("stated")["evaluation"].to_list())


def _from_questions(snapshot: Snapshot, figures: dict[int, Row]) -> Iterator[Row]:
    """Hold each stated figure against the sum of its questions, where all of them are known."""
    for area, row in figures.items():
        if row["basis"] != "computed" and row["question_sum"] is not None:
            bound = 5 * _question_counts(snapshot)[row["version"], area] + 50
            yield from _difference(row, "questions", row["question_sum"], bound)


def _from_areas(figures: dict[int, Row]) -> Iterator[Row]:
    """Hold a stated total against the sum of all eight areas."""
    total, areas = figures.get(0), [row["points"] for area, row in figures.items() if area > 0]
    if total and total["basis"] != "computed" and len(areas) == AREAS:
        yield from _difference(total, "areas", sum(map(_tenths, areas)) / 10, HALF_AREAS)


def _from_statements(snapshot: Snapshot, figures: dict[int, Row], stated: list[Row]) -> Iterator[Row]:
    """Hold each figure against every other value stated of it, which no rounding explains."""
    for other in stated:
        row = figures.get(other["area"])
        if row is None:
            continue
        used = row["points"]
        if other["statistic"] == "distance_to_small_group":
            mean = _small_group_mean(snapshot, row)
            used = None if mean is None else (_tenths(used) - _tenths(mean)) / 10
        if used is not None:
            where = {name: other[name] for name in ("source", "place", "note")}
            yield from _difference(row | {"points": used}, other["statistic"], other["value"], 0, where)


def _difference(row: Row, compared_with: str, other: float, bound: int, where: Row | None = None) -> Iterator[Row]:
    """Give the difference of a used figure and another, unless they are equal; the bound is in hundredths."""
    difference = _tenths(other) - _tenths(row["points"])
    if difference:
        yield {name: row[name] for name in COLUMNS[:5]} | {
            "compared_with": compared_with,
            "used": row["points"],
            "other": other,
            "difference": difference / 10,
            "tolerance": bound / 100,
            "kind": "rounding" if abs(difference) * 10 <= bound else "discrepancy",
            **(where or {"source": row["source"], "place": row["place"], "note": None}),
        }


def _tenths(points: float) -> int:
    return round(points * 10)


@cached_reference
def _question_counts(snapshot: Snapshot) -> dict[tuple[str, int], int]:
    """Return how many questions a version asks of an area, and of all areas as area 0."""
    questions = snapshot.query("instrument_questions")
    both = pl.concat([questions, questions.with_columns(area=pl.lit(0, questions["area"].dtype))])
    return {(version, area): n for version, area, n in both.group_by("version", "area").len().iter_rows()}


def _small_group_mean(snapshot: Snapshot, row: Row) -> float | None:
    """Return the printed mean of the smallest size group for an area, in the year and family of a figure."""
    printed = references(snapshot).filter(
        pl.col("country") == row["country"],
        pl.col("group_code") == _smallest_group(snapshot),
        pl.col("statistic") == "mean",
        pl.col("year") == row["year"],
        pl.col("family") == row["family"],
        pl.col("area") == row["area"],
    )
    return float(printed["value"][0]) if printed.height else None


@cached_reference
def _smallest_group(snapshot: Snapshot) -> str:
    return f"size_{snapshot.query('size_groups')['group'][0]}"
