"""Variants of a comparison set: without one member, with another group, or with another age limit."""

from dataclasses import replace
from typing import Final

import polars as pl

from queries.comparison import OWN_VALUE, Comparison, comparison_set, members
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot
from queries.statistics import describe, in_points, tenths

WINDOWS: Final = (None, 10, 5)
"""Age limits tried, in years."""
COLUMN_OF: Final = {"size": "group", "county": "county", "kostra": "kostra_group", "income": "income_group"}
"""By group, the column of a comparison set with the value that members share."""


def totals_of_everyone(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    """Return the members with a total of the widest set; every other set is a selection of its rows.

    With an age limit the latest evaluation of a municipality is the same one, or too old, and then so are all others.
    """
    widest = replace(comparison, group="all", window=None, municipalities=())
    compared = members(comparison_set(snapshot, focus, widest)).filter(pl.col("total").is_not_null())
    return compared.with_columns(tenths=tenths(pl.col("total")))


def belongs(focus: Evaluation, comparison: Comparison) -> pl.Expr:
    """Return whether a row of the widest set is a member of a comparison set."""
    fits = pl.lit(True)
    if comparison.window is not None:
        fits &= pl.col("year") >= comparison.year(focus) - comparison.window
    if comparison.group == "choice":
        fits &= pl.col("number").is_in(comparison.municipalities)
    if comparison.group in COLUMN_OF:
        fits &= pl.col(COLUMN_OF[comparison.group]) == getattr(focus, OWN_VALUE[comparison.group])
    return (pl.col("evaluation") == focus.evaluation) | fits


def without_each(chosen: pl.DataFrame, focus: Evaluation, quarters: int, fewest: int) -> pl.DataFrame:
    """Return one row per other member: kind, what, name, n and the bound without it."""
    in_order = chosen.sort("tenths")
    left = in_order.height - 1
    bound = quartile_without_each(in_order["tenths"], quarters) if left >= fewest else pl.lit(None, pl.Float64)
    return (
        in_order.with_columns(bound=bound)
        .filter(pl.col("evaluation") != focus.evaluation)
        .sort("name", "number")
        .select(
            kind=pl.lit("without"),
            what="number",
            name="name",
            n=pl.lit(left, pl.UInt32),
            bound=in_points(pl.col("bound")),
        )
    )


def quartile_without_each(in_order: pl.Series, quarters: int) -> pl.Series:
    """Return for each of at least three values in ascending order the quartile of all the others (type 7)."""
    place = pl.Series(range(in_order.len()), dtype=pl.Int64)
    low, rest = divmod((in_order.len() - 2) * quarters, 4)
    # Without the value at `place`, every value from there on moves one place down.
    below = in_order.gather(low + (place <= low).cast(pl.Int64))
    above = in_order.gather(low + 1 + (place <= low + 1).cast(pl.Int64))
    return below + (above - below) * rest / 4


def other_sets(
    everyone: pl.DataFrame, focus: Evaluation, comparison: Comparison, bound: str, fewest: int
) -> pl.DataFrame:
    """Return one row per group that fits and age limit: kind, what, name (null), n and the bound."""
    sets = [*_groups(focus, comparison), *_windows(comparison)]
    points = pl.concat(
        everyone.filter(belongs(focus, other)).select(place=pl.lit(place), points="total")
        for place, (_kind, _what, other) in enumerate(sets)
    )
    rows = pl.DataFrame(
        [(place, kind, what, None) for place, (kind, what, _other) in enumerate(sets)],
        schema={"place": pl.Int32, "kind": pl.String, "what": pl.String, "name": pl.String},
        orient="row",
    )
    return rows.join(describe(points, "place", fewest), on="place", how="left", maintain_order="left").select(
        "kind", "what", "name", n=pl.col("n").fill_null(0), bound=bound
    )


def _groups(focus: Evaluation, comparison: Comparison) -> list[tuple[str, str, Comparison]]:
    known = [group for group, field in OWN_VALUE.items() if getattr(focus, field) is not None]
    return [("group", group, replace(comparison, group=group)) for group in ("all", *known)]


def _windows(comparison: Comparison) -> list[tuple[str, str, Comparison]]:
    return [("window", str(window or "none"), replace(comparison, window=window)) for window in WINDOWS]
