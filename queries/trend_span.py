"""Changes of a municipality from the first to the last evaluation of each version family."""

from typing import Any

import polars as pl

from queries.caching import cached_told
from queries.snapshot import Snapshot
from queries.statistics import in_points, matters, tenths
from queries.trend import other_stated_points, trend
from queries.trend_notes import with_another_version, with_other_points

FIRST = {
    "before": "points",
    "version_before": "version",
    "evaluation_before": "evaluation",
    "year_before": "year",
    "year_label_before": "year_label",
}
"""Columns of the first evaluation with the area, by their names here."""


@cached_told
def trend_span(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row per family and area (0 is the total) with points in two evaluations or more, in points.

    The family measured last comes first; within it areas are in order. Columns: those of `trend` for the last
    evaluation with the area, but the columns named in FIRST are from the first one, and so are `change` and
    `matters`; `restated` is the change by stated values that are not used, `revised` what a revision of the
    instrument means for it, both null if there is nothing to say; `settled`, whether every stated value gives the
    same answer to whether the change reaches the threshold, and in which direction.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    known = trend(snapshot, municipality).filter(pl.col("points").is_not_null())
    evaluations = pl.len().over("family", "area")
    spans = (
        known.with_columns(_first(column).alias(name) for name, column in FIRST.items())
        .with_columns(change=in_points(tenths(pl.col("points")) - tenths(pl.col("before"))))
        .with_columns(matters=matters(pl.col("change"), pl.col("threshold")))
        .with_columns(last_year=pl.col("year").max().over("family"))
        .filter(evaluations > 1, pl.int_range(pl.len()).over("family", "area") == evaluations - 1)
        .sort("last_year", "family", "area", descending=[True, True, False])
        .drop("note", "last_year")
    )
    told = [_told(snapshot, row) for row in spans.iter_rows(named=True)]
    schema = {"restated": pl.String, "revised": pl.String, "settled": pl.Boolean}
    return pl.concat([spans, pl.DataFrame(told, schema, orient="row")], how="horizontal")


def _first(column: str) -> pl.Expr:
    return pl.col(column).first().over("family", "area")


def _told(snapshot: Snapshot, row: dict[str, Any]) -> tuple[str | None, str | None, bool]:
    other = other_stated_points(snapshot, row["evaluation"], row["area"])
    other_before = other_stated_points(snapshot, row["evaluation_before"], row["area"])
    answers = {
        _answer(points - before, row["threshold"])
        for points in (row["points"], *other)
        for before in (row["before"], *other_before)
    }
    return with_other_points(row, other, other_before), with_another_version(snapshot, row), len(answers) == 1


def _answer(change: float, threshold: float) -> int:
    """Return 1 for up, -1 for down, and 0 for a change below the threshold."""
    if abs(round(change, 9)) < threshold:
        return 0
    return 1 if change > 0 else -1
