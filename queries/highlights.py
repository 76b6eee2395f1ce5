"""What stands out in an evaluation: its strongest and weakest areas, and those that moved most."""

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import profile
from queries.snapshot import Snapshot
from queries.trend import trend

SCHEMA = pl.Schema(
    {
        "kind": pl.String(),
        "area": pl.Int32(),
        "own": pl.Float64(),
        "mean": pl.Float64(),
        "before": pl.Float64(),
        "difference": pl.Float64(),
        "n": pl.UInt32(),
        "basis": pl.String(),
        "years": pl.List(pl.Int32()),
        "versions": pl.List(pl.String()),
    }
)
COLUMNS = list(SCHEMA)
MOST = 2
"""Areas named per kind."""


def highlights(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per area that stands out, at most two per `kind`: strongest, weakest, moved; columns: COLUMNS.

    Points are in points. `basis` of strongest and weakest is group_mean, with own less mean (`difference`) of at
    least the threshold, largest first; or, if fewer than five can be compared, own_points: the highest and lowest own
    points, above and below the median of the own areas, with `mean` and `difference` null. Basis of moved is
    earlier_evaluation: own less `before`, from the last earlier evaluation of the same family with the area, of at
    least the threshold, largest first. `years` and `versions` hold those of the figures, the earlier one first. `n`
    is null for moved. Ties by area; a kind with nothing that matters has no row.
    """
    return _highlights(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _highlights(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    areas = profile(snapshot, focus, comparison).filter(pl.col("area") > 0, pl.col("own").is_not_null())
    enough_to_compare = areas["mean"].count() > 0
    standing = _against_mean(areas) if enough_to_compare else _among_own(areas)
    here = standing.with_columns(
        before=pl.lit(None, pl.Float64),
        years=pl.concat_list(pl.lit(focus.year, pl.Int32)),
        versions=pl.concat_list(pl.lit(focus.version)),
    )
    return pl.concat([_shaped(here), _shaped(_moved(snapshot, focus))])


def _against_mean(areas: pl.DataFrame) -> pl.DataFrame:
    above = areas.filter("matters", pl.col("difference") > 0).sort("difference", "area", descending=[True, False])
    below = areas.filter("matters", pl.col("difference") < 0).sort("difference", "area")
    return _strongest_and_weakest(above, below, "group_mean")


def _among_own(areas: pl.DataFrame) -> pl.DataFrame:
    # With the median between them, areas with equal points are never both strongest and weakest.
    middle = pl.col("own").median()
    above = areas.filter(pl.col("own") > middle).sort("own", "area", descending=[True, False])
    below = areas.filter(pl.col("own") < middle).sort("own", "area")
    return _strongest_and_weakest(above, below, "own_points")


def _strongest_and_weakest(above: pl.DataFrame, below: pl.DataFrame, basis: str) -> pl.DataFrame:
    strongest = above.head(MOST).with_columns(kind=pl.lit("strongest"))
    weakest = below.head(MOST).with_columns(kind=pl.lit("weakest"))
    return pl.concat([strongest, weakest]).with_columns(basis=pl.lit(basis))


def _moved(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    figures = trend(snapshot, focus.municipality)
    earlier = figures.select(evaluation_before="evaluation", year_before="year").unique()
    return (
        figures.filter(pl.col("evaluation") == focus.evaluation, pl.col("area") > 0, "matters")
        .sort(pl.col("change").abs(), "area", descending=[True, False])
        .head(MOST)
        .join(earlier, on="evaluation_before", how="left", maintain_order="left")
        .with_columns(
            kind=pl.lit("moved"),
            own="points",
            mean=pl.lit(None, pl.Float64),
            difference="change",
            n=pl.lit(None, pl.UInt32),
            basis=pl.lit("earlier_evaluation"),
            years=pl.concat_list("year_before", "year"),
            versions=pl.concat_list("version_before", "version"),
        )
    )


def _shaped(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(COLUMNS).cast(SCHEMA)
