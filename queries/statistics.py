"""Number, mean, quartiles, rank and distance of points, exact to the digit.

Points have at most one decimal, so everything is counted in whole tenths: then no threshold is missed
by the last bit of a binary fraction (2.3 - 1.3 is not below 1.0). Quartiles interpolate linearly between
order statistics (type 7, as Excel's QUARTILE.INC).
"""

from typing import Final

import polars as pl

QUARTILE_METHOD: Final = "linear"
STATISTICS = ("mean", "minimum", "q1", "median", "q3", "maximum")


def tenths(points: pl.Expr) -> pl.Expr:
    """Return points as whole tenths."""
    return (points * 10).round().cast(pl.Int64)


def in_points(tenths: pl.Expr) -> pl.Expr:
    """Return tenths as points, to the last bit: Polars divides by multiplying, and 71 * 0.1 is above 7.1."""
    return (tenths / 10).round(9)


def describe(values: pl.DataFrame, by: str, fewest: int) -> pl.DataFrame:
    """Return one row a group of `by`: n, and in points mean, minimum, quartiles and maximum.

    With fewer than `fewest` values the statistics are null; n is always there.
    """
    value = tenths(pl.col("points"))
    quartiles = {
        name: value.quantile(share, QUARTILE_METHOD) for name, share in {"q1": 0.25, "median": 0.5, "q3": 0.75}.items()
    }
    described = values.group_by(by).agg(
        # Of whole tenths the sum is exact; a running mean is not.
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
    """Return one row a value where a tally has one row a value and how many have it."""
    return tally.select(pl.all().repeat_by("n")).explode(tally.columns).drop("n")


def ranked(tally: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return one row a value of a tally, `own`, with its rank in the group: 1 is highest, ties share the best."""
    n = pl.col("n").cast(pl.Int64)
    higher = (n.sum() - n.cum_sum()).over(by)
    return tally.sort(by, "points").select(by, own="points", rank=higher + 1)


def compare_to_group(own: pl.DataFrame, described: pl.DataFrame, ranks: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return one row a described group of `by`: own points, their rank and more.

    `difference` is own less mean in points, `quartile` 4 for own at or above the upper quartile, 3 at or
    above the median, 2 at or above the lower quartile, else 1. All but own are null under `fewest`.
    """
    compared = pl.col("mean").is_not_null() & pl.col("own").is_not_null()
    return (
        described.join(own, on=by, how="left")
        .join(ranks, on=[by, "own"], how="left")
        .with_columns(
            rank=pl.when(compared).then("rank"),
            quartile=pl.when(compared).then(quartile()),
            difference=pl.when(compared).then(in_points(pl.col("own") * 10 - pl.col("mean") * 10)),
        )
    )


def quartile() -> pl.Expr:
    """Return 4 where own is at or above q3, else 3 from the median, 2 from q1, else 1."""
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


def matters(difference: pl.Expr, threshold: pl.Expr) -> pl.Expr:
    """Return whether a difference in points reaches the threshold; one just at it does."""
    return difference.abs() >= threshold
