"""The points of a comparison set for every question, read once for all that is asked of them."""

from collections.abc import Sequence

import polars as pl

from queries.caching import cached
from queries.comparison import Rules, members_of
from queries.snapshot import Snapshot
from queries.statistics import in_points


def member_points(snapshot: Snapshot, rules: Rules, version: str, codes: Sequence[str] | None = None) -> pl.DataFrame:
    """Return one row per member measured with a version and question, all or only `codes`, with known points.

    Columns: evaluation, code, points, and `tenths`, the points as whole tenths. In no particular order.
    """
    everyone = _by_question(snapshot, rules, version)
    known = [name for name in everyone.columns if name != "evaluation" and (codes is None or name in codes)]
    return (
        everyone.lazy()
        .unpivot(known, index="evaluation", variable_name="code", value_name="tenths")
        .filter(pl.col("tenths").is_not_null())
        .with_columns(pl.col("tenths").cast(pl.Int64))
        .with_columns(points=in_points(pl.col("tenths")))
        .collect()
    )


@cached
def _by_question(snapshot: Snapshot, rules: Rules, version: str) -> pl.DataFrame:
    """Return one row per member: evaluation, and its points in tenths (Int16) in a column for each question."""
    members = members_of(snapshot, rules, version).select("evaluation").with_row_index("place")
    known = snapshot.query_with_frames("member_points", {"member": members})
    wide = known.pivot("code", index="place", values="tenths")
    return members.join(wide, on="place", how="left", maintain_order="left").drop("place")
