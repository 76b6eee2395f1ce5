"""The rows of one import, as frames with fixed columns: for published figures, score sheets and example data alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

KEY = {"municipality_number": pl.String, "year": pl.Int64, "version": pl.String}
"""The columns that identify an evaluation within one import; every frame begins with them."""

EVALUATION = KEY | {
    "country": pl.String,
    "municipality": pl.String,
    "county": pl.String,
    "year_basis": pl.String,
    "version_basis": pl.String,
    "population": pl.Int64,
    "population_date": pl.Date,
    "population_source": pl.String,
    "income_group": pl.String,
    "kostra_group": pl.String,
    "report": pl.String,
    "source": pl.String,
}
FIGURE = KEY | {
    "code": pl.String,
    "points": pl.Decimal(5, 1),
    "basis": pl.String,
    "source": pl.String,
    "place": pl.String,
    "note": pl.String,
}
OTHER_VALUE = KEY | {
    "area": pl.Int64,
    "statistic": pl.String,
    "value": pl.Decimal(6, 1),
    "source": pl.String,
    "place": pl.String,
    "note": pl.String,
}
GOLD_STAR = KEY | {"code": pl.String, "source": pl.String, "place": pl.String}
REMARK = KEY | {
    "area": pl.Int64,
    "kind": pl.String,
    "position": pl.Int64,
    "text": pl.String,
    "place": pl.String,
}


def shaped(frame: pl.DataFrame, columns: Mapping[str, Any]) -> pl.DataFrame:
    """Return the frame with exactly these columns, cast to their types; missing columns are filled with nulls."""
    missing = [pl.lit(None).alias(name) for name in columns if name not in frame.columns]
    return frame.with_columns(missing).select(pl.col(name).cast(kind) for name, kind in columns.items())


def _empty(columns: Mapping[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(schema=columns)


def no_evaluations() -> "ImportRows":
    """Return the rows of an import that brings no evaluation, only further rows."""
    return ImportRows(_empty(EVALUATION), _empty(FIGURE))


@dataclass(frozen=True)
class ImportRows:
    """The rows of one import.

    Attributes:
        evaluations: one row per evaluation (columns `EVALUATION`).
        figures: one row per stated figure, in points; code `0` is the total, `1`–`8` an area, `1.1` a question.
        other_values: one row per further stated value of a figure.
        gold_stars: one row per best practice named by the evaluators.
        remarks: one row per strength, challenge or weakness.
    """

    evaluations: pl.DataFrame
    figures: pl.DataFrame
    other_values: pl.DataFrame = field(default_factory=lambda: _empty(OTHER_VALUE))
    gold_stars: pl.DataFrame = field(default_factory=lambda: _empty(GOLD_STAR))
    remarks: pl.DataFrame = field(default_factory=lambda: _empty(REMARK))
