"""Ranking of municipalities by total, highest first."""

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, Rules, compared, landscape, members, rules_for
from queries.evaluation import Evaluation
from queries.settings import settings
from queries.snapshot import Snapshot, cached_query
from queries.statistics import describe, quartile

COLUMNS = ["rank", "number", "name", "year", "version", "population", "size_group", "total"]


@cached
def ranked_in_year(snapshot: Snapshot, family: int, year: int, country: str) -> pl.DataFrame:
    """Return the ranking of a country and family, by the latest evaluation of each up to a year; see ranking."""
    return ranking(snapshot, landscape(snapshot, family, year, country=country))


def ranked_with(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return the ranking of an evaluation's comparison set; see ranking."""
    return _ranked(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _ranked(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return ranking(snapshot, compared(snapshot, rules))


def ranking(snapshot: Snapshot, compared: pl.DataFrame) -> pl.DataFrame:
    """Return one row per member of a comparison set with a total, highest first.

    Columns: those of `compared` without left_out; n, mean, q1, median and q3 of all totals in points, the same on
    every row; rank, where ties share the best (1, 2, 2, 4); quartile. All but n are null if fewer than five have a
    total.
    """
    totals = members(compared).filter(pl.col("total").is_not_null())
    fewest = settings(snapshot)["fewest_compared"]
    # describe() and quartile() expect the columns that areas have: a column to group by, and `own`.
    bounds = describe(totals.select(points="total", all=pl.lit(0)), "all", fewest).select(
        "n", "mean", "q1", "median", "q3"
    )
    enough = pl.col("q3").is_not_null()
    return (
        totals.join(bounds, how="cross")
        .with_columns(own="total")
        .with_columns(
            rank=pl.when(enough).then(pl.col("total").rank("min", descending=True).cast(pl.Int64)),
            quartile=pl.when(enough).then(quartile()),
        )
        .sort("total", "name", descending=[True, False])
        .drop("own", "left_out")
    )


def quartile_bounds(ranking: pl.DataFrame) -> tuple[float, float, float] | None:
    """Return (lower quartile, median, upper quartile) of a ranking in points; None if it has too few for quartiles."""
    first = ranking.row(0, named=True)
    return None if first["q1"] is None else (first["q1"], first["median"], first["q3"])


@cached
def family_years(snapshot: Snapshot, family: int) -> list[int]:
    """Return the years with an evaluation of a family, newest first."""
    families = cached_query(snapshot, "families")
    return families.filter(pl.col("family") == family)["years"].explode().to_list()
