"""Discrepancies: stated figures that differ from each other or from the sum of their parts, beyond rounding or not.

Rounding can explain half the last digit of each part plus half the last digit of the sum. Points are computed in
whole tenths and bounds in hundredths, so that comparisons are exact.
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
HALF_AREAS = 450  # in hundredths: half a point for each of eight areas and for the total, all in whole points
Row = dict[str, Any]


@cached
def discrepancies(snapshot: Snapshot, municipality: str | None = None) -> pl.DataFrame:
    """Return one row per figure that differs from another value, of one municipality or all; columns: SCHEMA.

    `used` is the figure in points, `other` the value it differs from, `difference` other less used. `compared_with`
    names the other value: questions or areas for a sum of parts, else the statistic of another stated value (total,
    points, distance_to_small_group). `kind` is rounding if |difference| is within `tolerance`, else discrepancy.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    stated, rows = other_values(snapshot), list[Row]()
    figures = _stated_areas(snapshot) if municipality is None else area_figures(snapshot, municipality)
    for evaluation, areas in groupby(figures.to_dicts(), lambda row: row["evaluation"]):
        by_area = {row["area"]: row for row in areas}
        rows += _question_sum_differences(snapshot, by_area)
        rows += _area_sum_differences(by_area)
        rows += _statement_differences(snapshot, by_area, stated.get(evaluation, []))
    return pl.DataFrame(sorted(rows, key=lambda row: [row[name] for name in ORDER]), schema=SCHEMA)


def _stated_areas(snapshot: Snapshot) -> pl.DataFrame:
    """Return the areas of all evaluations with a stated figure; the others can have no discrepancy."""
    return areas_of(snapshot, snapshot.query("stated")["evaluation"].to_list())


def _question_sum_differences(snapshot: Snapshot, figures: dict[int, Row]) -> Iterator[Row]:
    """Compare each stated figure with the sum of its questions, if all of them are known."""
    for area, row in figures.items():
        if row["basis"] != "computed" and row["question_sum"] is not None:
            # In hundredths: 0.05 points per question with one decimal, 0.5 for the figure in whole points.
            bound = 5 * _question_counts(snapshot)[row["version"], area] + 50
            yield from _difference(row, "questions", row["question_sum"], bound)


def _area_sum_differences(figures: dict[int, Row]) -> Iterator[Row]:
    """Compare a stated total with the sum of the areas, if all eight are known."""
    total, areas = figures.get(0), [row["points"] for area, row in figures.items() if area > 0]
    if total and total["basis"] != "computed" and len(areas) == AREAS:
        yield from _difference(total, "areas", sum(map(_tenths, areas)) / 10, HALF_AREAS)


def _statement_differences(snapshot: Snapshot, figures: dict[int, Row], stated: list[Row]) -> Iterator[Row]:
    """Compare each figure with the other values stated for it; a difference between them is never rounding."""
    for other in stated:
        row = figures.get(other["area"])
        if row is None:
            continue
        used = row["points"]
        if other["statistic"] == "distance_to_small_group":
            mean = _small_group_mean(snapshot, row)
            used = None if mean is None else (_tenths(used) - _tenths(mean)) / 10
        if used is not None:
            origin = {name: other[name] for name in ("source", "place", "note")}
            yield from _difference(row | {"points": used}, other["statistic"], other["value"], 0, origin)


def _difference(row: Row, compared_with: str, other: float, bound: int, origin: Row | None = None) -> Iterator[Row]:
    """Yield one row of SCHEMA unless the figure equals the other value; the bound is in hundredths of a point."""
    difference = _tenths(other) - _tenths(row["points"])
    if difference:
        yield {name: row[name] for name in COLUMNS[:5]} | {
            "compared_with": compared_with,
            "used": row["points"],
            "other": other,
            "difference": difference / 10,
            "tolerance": bound / 100,
            "kind": "rounding" if abs(difference) * 10 <= bound else "discrepancy",
            **(origin or {"source": row["source"], "place": row["place"], "note": None}),
        }


def _tenths(points: float) -> int:
    return round(points * 10)


@cached_reference
def _question_counts(snapshot: Snapshot) -> dict[tuple[str, int], int]:
    """Return the number of questions by version and area; area 0 is all areas together."""
    questions = snapshot.query("instrument_questions")
    with_total = pl.concat([questions, questions.with_columns(area=pl.lit(0, questions["area"].dtype))])
    return {(version, area): n for version, area, n in with_total.group_by("version", "area").len().iter_rows()}


def _small_group_mean(snapshot: Snapshot, row: Row) -> float | None:
    """Return the published mean of the smallest size group, for the country, year, family and area of a figure."""
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
