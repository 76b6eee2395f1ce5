"""Statistics and ranks of a comparison set, computed from tallies and cached once for all of its members."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import polars as pl

from queries.caching import cached
from queries.comparison import Rules, members_of
from queries.member_points import member_points
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.standing import Distribution, distributions

Spread: TypeAlias = Mapping[Any, Distribution]
"""The distributions of a comparison set, by area (0 is the total) or by question code."""


@cached
def area_spread(snapshot: Snapshot, rules: Rules) -> Spread:
    """Return the distribution of each area and of the total (area 0)."""
    members = members_of(snapshot, rules).select("evaluation")
    tally = snapshot.query_with_frames("area_tally", {"member": members})
    return distributions(tally, "area", settings(snapshot)["fewest_compared"])


@cached
def question_spread(snapshot: Snapshot, rules: Rules, version: str) -> Spread:
    """Return the distribution of each question of a version, over the members measured with it."""
    tally = member_points(snapshot, rules, version).group_by("code", "points").agg(n=pl.len()).sort("code", "points")
    return distributions(tally, "code", settings(snapshot)["fewest_compared"])
