"""Descriptive statistics of points: n, mean, quartiles and ranks of many values, exact to the digit.

Points have at most one decimal, so they are computed as whole tenths: then no threshold is missed by the last
bit of a binary fraction (2.3 - 1.3 is not below 1.0).
"""

from typing import Final

import polars as pl

QUARTILE_METHOD: Final = "linear"
"""Linear interpolation between order statistics: type 7, Excel's QUARTILE.INC."""
STATISTICS = ("mean", "minimum", "q1", "median", "q3", "maximum")


def tenths(points: pl.Expr) -> pl.Expr:
    """Return points as whole tenths (Int64)."""
    return (points * 10).round().cast(pl.Int64)


def in_points(tenths: pl.Expr) -> pl.Expr:
    """Return tenths as points (Float64)."""
    # Rounded, since Polars divides by multiplying with the inverse, and 71 * 0.1 is above 7.1.
    return (tenths / 10).round(9)


def describe(values: pl.DataFrame, by: str, fewest: int) -> pl.DataFrame:
    """Return one row per group of `by`: n, and mean, minimum, q1, median, q3 and maximum in points.

    The statistics, but not n, are null with fewer than `fewest` values. Input: one row per value, column `points`.
    """
    value = tenths(pl.col("points"))
    quartiles = {
        name: value.quantile(share, QUARTILE_METHOD) for name, share in {"q1": 0.25, "median": 0.5, "q3": 0.75}.items()
    }
    described = values.group_by(by).agg(
        # Not .mean(): the sum of whole tenths is exact, a running mean is not.
        n=pl.len(),
        mean=value.sum() / pl.len(),
        minimum=value.min(),
        maximum=value.max(),
        **quartiles,
    )
    enough = pl.col("n") >= fewest
    return described.select(
        by, "n", *(pl.when(enough).then(in_points(pl.col(name))).alias(name) for name in STATISTICS)
    )


def spelt_out(tally: pl.DataFrame) -> pl.DataFrame:
    """Return a tally (one row per distinct value, with its frequency `n`) expanded to one row per observation."""
    return tally.select(pl.all().repeat_by("n")).explode(tally.columns).drop("n")


def ranked(tally: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return one row per group and distinct points of a tally: `by`, `own` (the points) and rank.

    Rank 1 is the highest; ties share the best rank (1, 2, 2, 4).
    """
    n = pl.col("n").cast(pl.Int64)
    higher = (n.sum() - n.cum_sum()).over(by)
    return tally.sort(by, "points").select(by, own="points", rank=higher + 1)


def quartile() -> pl.Expr:
    """Return 4 if own is at or above q3, else 3 from the median, 2 from q1, else 1; 4 is the upper quartile."""
    own = pl.col("own")
    return (
        pl.when(own >= pl.col("q3"))
        .then(4)
        .when(own >= pl.col("median"))
        .then(3)
        .when(own >= pl.col("q1"))
        .then(2)
        .otherwise(1)
    )
