"""The distribution of points over size groups and income groups."""

import polars as pl

from queries.comparison import Comparison, comparison_set, members
from queries.evaluation import Evaluation
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import describe

INCOME_GROUPS = ("low", "middle", "high")


def points_with(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area of the members of an evaluation's comparison set; see group_points."""
    # Not cached: the frame is as large as the comparison set, which is cached, and is cheap to compute from it.
    return group_points(snapshot, comparison_set(snapshot, focus, comparison), area)


def group_points(snapshot: Snapshot, compared: pl.DataFrame, area: int = 0) -> pl.DataFrame:
    """Return one row per member of a comparison set, highest points first, for an area (0 is the total).

    Columns: those of `compared` with `size_group` renamed `group_label`, then area and points; `group` is the
    code of the size group.
    """
    participants = members(compared)
    points = snapshot.query_with_frames("area_points", {"member": participants.select("evaluation")}, area=area)
    return (
        participants.join(points, on="evaluation", maintain_order="left")
        .rename({"size_group": "group_label"})
        .sort("points", "name", descending=[True, False])
    )


def size_group_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row per size group: group, group_label and the columns of describe (null for an empty group)."""
    described = describe(points, "group", settings(snapshot)["fewest_compared"])
    groups = snapshot.query("size_groups").select("group", group_label="label")
    return groups.join(described, on="group", maintain_order="left")


def income_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row per income group, low to high: income_group and the columns of describe (null if empty)."""
    described = describe(points, "income_group", settings(snapshot)["fewest_compared"])
    groups = pl.DataFrame({"income_group": INCOME_GROUPS})
    return groups.join(described, on="income_group", maintain_order="left")
