"""How points are spread over groups of municipalities."""

import polars as pl

from queries.comparison import Comparison, comparison_set, members
from queries.evaluation import Evaluation
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import describe

INCOME_GROUPS = ("lav", "middels", "høy")


def points_with(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area in an evaluation's comparison set; see group_points."""
    # Not cached: in a large country it is as large as the set itself, and takes a moment only.
    return group_points(snapshot, comparison_set(snapshot, focus, comparison), area)


def group_points(snapshot: Snapshot, compared: pl.DataFrame, area: int = 0) -> pl.DataFrame:
    """Return one row a municipality that takes part and has points for the area (0 is the total)."""
    member = members(compared)
    points = snapshot.points_of("area_points", member, area=area)
    return (
        member.join(points, on="evaluation", maintain_order="left")
        .rename({"size_group": "group_label"})
        .sort("points", "name", descending=[True, False])
    )


def size_group_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row a size group with anyone in it: n, mean and quartiles in points (null under five)."""
    described = describe(points, "group", settings(snapshot)["fewest_compared"])
    groups = snapshot.query("size_groups").select("group", group_label="label")
    return groups.join(described, on="group", maintain_order="left")


def income_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row an income group that is known of anyone: n, mean and quartiles in points."""
    described = describe(points, "income_group", settings(snapshot)["fewest_compared"])
    order = pl.DataFrame({"income_group": INCOME_GROUPS})
    return order.join(described, on="income_group", maintain_order="left")
