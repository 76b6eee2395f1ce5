"""What if some questions had more points and all else stood still: areas, total, rank and quartile, no forecast."""

from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from queries.caching import cached
from queries.comparison import Comparison, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import profile
from queries.raised import Raised, raised_figures, raised_tenths
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import compare_to_group, describe, in_points, ranked, spelt_out, tenths
from queries.tally import Spread, area_spread

COLUMNS = [
    "area",
    "name",
    "before",
    "after",
    "change",
    "basis",
    "n",
    "rank_before",
    "rank_after",
    "quartile_before",
    "quartile_after",
]


def what_if(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison, raised: Mapping[str, Decimal | float]
) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the areas, if the questions in `raised` had those points instead.

    Columns: COLUMNS, in points. `before` is the figure as used, `after` and `basis` are those of raised_figures;
    `change` is after less before. `n`, `rank_…` and `quartile_…` are those of the comparison set, in which all others
    stand still; null, but n, if fewer than five have points.

    Raises:
        UnknownChoice: a question or its points cannot be used; see raised_tenths.
    """
    in_order = tuple((code, raised_tenths(snapshot, focus, code, raised[code])) for code in sorted(raised))
    return _what_if(snapshot, focus, spelt_out_year(comparison, focus), in_order)


@cached
def _what_if(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, raised: Raised) -> pl.DataFrame:
    before = profile(snapshot, focus, comparison).select(
        "area", "name", "n", before="own", rank_before="rank", quartile_before="quartile"
    )
    after = raised_figures(snapshot, focus, raised)
    figures = before.join(after, on="area", how="left", maintain_order="left")
    spread = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    standing = _standing_after(spread, figures.drop_nulls("after"), settings(snapshot)["fewest_compared"])
    return (
        figures.join(standing, on="area", how="left", maintain_order="left")
        .with_columns(change=in_points(tenths(pl.col("after")) - tenths(pl.col("before"))))
        .select(COLUMNS)
    )


def _standing_after(spread: Spread, figures: pl.DataFrame, fewest: int) -> pl.DataFrame:
    """Return one row per figure: area, rank_after and quartile_after, with `after` in the place of `before`."""
    tally = _with_after(tally_of(spread), figures)
    own = figures.select("area", own="after")
    return compare_to_group(own, describe(spelt_out(tally), "area", fewest), ranked(tally, "area"), "area").select(
        "area", rank_after="rank", quartile_after="quartile"
    )


def _with_after(tally: pl.DataFrame, figures: pl.DataFrame) -> pl.DataFrame:
    left = figures.select("area", points="before", n=pl.lit(-1, pl.Int64))
    reached = figures.select("area", points="after", n=pl.lit(1, pl.Int64))
    moved = pl.concat([tally, left, reached]).group_by("area", "points").agg(pl.col("n").sum())
    return moved.filter(pl.col("n") > 0)


def tally_of(spread: Spread) -> pl.DataFrame:
    """Return the tally a distribution of areas was made from: area, points, and n, the members with these points."""
    # A rank is one more than the number of members with more points, so their differences are the frequencies.
    n = pl.col("n").cast(pl.Int64)
    next_rank = pl.col("rank").shift(-1).over("area", order_by="own", descending=True)
    return spread.ranks.join(spread.statistics.select("area", "n"), on="area").select(
        "area", points="own", n=pl.coalesce(next_rank, n + 1) - pl.col("rank")
    )
