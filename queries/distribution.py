"""The distribution of points over size groups and income groups."""

import polars as pl

from queries.caching import cached
from queries.comparison import Comparison, Rules, members, members_of, rules_for
from queries.evaluation import Evaluation
from queries.settings import settings
from queries.snapshot import Snapshot, cached_query
from queries.statistics import describe

INCOME_GROUPS = ("low", "middle", "high")


def points_with(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area of the members of an evaluation's comparison set; see group_points."""
    rules = rules_for(snapshot, focus, comparison)
    # Not cached as a whole: the frame is as large as the comparison set, which is cached.
    return _highest_first(members_of(snapshot, rules), _points_by_rules(snapshot, rules, area))


def group_points(snapshot: Snapshot, compared: pl.DataFrame, area: int = 0) -> pl.DataFrame:
    """Return one row per member of a comparison set, highest points first, for an area (0 is the total).

    Columns: those of `compared` with `size_group` renamed `group_label`, then area and points; `group` is the
    code of the size group.
    """
    participants = members(compared)
    return _highest_first(participants, _points(snapshot, participants, area))


@cached
def _points_by_rules(snapshot: Snapshot, rules: Rules, area: int) -> pl.DataFrame:
    return _points(snapshot, members_of(snapshot, rules), area)


def _points(snapshot: Snapshot, participants: pl.DataFrame, area: int) -> pl.DataFrame:
    return snapshot.query_with_frames("area_points", {"member": participants.select("evaluation")}, area=area)


def _highest_first(participants: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame:
    return (
        participants.join(points, on="evaluation", maintain_order="left")
        .rename({"size_group": "group_label"})
        .sort("points", "name", descending=[True, False])
    )


def size_group_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row per size group: group, group_label and the columns of describe (null for an empty group)."""
    described = describe(points, "group", settings(snapshot)["fewest_compared"])
    groups = cached_query(snapshot, "size_groups").select("group", group_label="label")
    return groups.join(described, on="group", maintain_order="left")


def income_statistics(snapshot: Snapshot, points: pl.DataFrame) -> pl.DataFrame:
    """Return one row per income group, low to high: income_group and the columns of describe (null if empty)."""
    described = describe(points, "income_group", settings(snapshot)["fewest_compared"])
    groups = pl.DataFrame({"income_group": INCOME_GROUPS})
    return groups.join(described, on="income_group", maintain_order="left")
