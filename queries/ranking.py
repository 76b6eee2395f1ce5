"""Totals in order, highest first."""

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
    """Return the totals of a country as they stood in a year, for one family, highest first; see ranking."""
    return ranking(snapshot, landscape(snapshot, family, year, country=country))


def ranked_with(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return the totals of an evaluation's comparison set, highest first; see ranking."""
    return _ranked(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _ranked(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return ranking(snapshot, compared(snapshot, rules))


def ranking(snapshot: Snapshot, compared: pl.DataFrame) -> pl.DataFrame:
    """Return one row a municipality of a comparison set that has a total, highest first; see COLUMNS.

    Ties share the best rank (1, 2, 2, 4). With fewer than five neither rank nor quartile is given.
    """
    totals = members(compared).filter(pl.col("total").is_not_null())
    fewest = settings(snapshot)["fewest_compared"]
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
    """Return lower quartile, median and upper quartile of a ranking; None where too few are in it for quartiles."""
    first = ranking.row(0, named=True)
    return None if first["q1"] is None else (first["q1"], first["median"], first["q3"])


@cached
def family_years(snapshot: Snapshot, family: int) -> list[int]:
    """Return the years that anyone was measured in with a family of versions, newest first."""
    families = cached_query(snapshot, "families")
    return families.filter(pl.col("family") == family)["years"].explode().to_list()
