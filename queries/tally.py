"""Statistics and ranks of a comparison set, computed from tallies and cached once for all of its members."""

from typing import NamedTuple

import polars as pl

from queries.caching import cached
from queries.comparison import Rules, members_of
from queries.member_points import member_points
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import describe, ranked, spelt_out


class Spread(NamedTuple):
    """Distribution of the points of a comparison set.

    Attributes:
        statistics: one row per area or question; see describe.
        ranks: one row per area or question and distinct points, with their rank; see ranked.
    """

    statistics: pl.DataFrame
    ranks: pl.DataFrame


@cached
def area_spread(snapshot: Snapshot, rules: Rules) -> Spread:
    """Return the distribution of each area and of the total (area 0)."""
    members = members_of(snapshot, rules).select("evaluation")
    return _spread(snapshot, snapshot.query_with_frames("area_tally", {"member": members}), "area")


@cached
def question_spread(snapshot: Snapshot, rules: Rules, version: str) -> Spread:
    """Return the distribution of each question of a version, over the members measured with it."""
    tally = member_points(snapshot, rules, version).group_by("code", "points").agg(n=pl.len()).sort("code", "points")
    return _spread(snapshot, tally, "code")


def _spread(snapshot: Snapshot, tally: pl.DataFrame, by: str) -> Spread:
    return Spread(describe(spelt_out(tally), by, settings(snapshot)["fewest_compared"]), ranked(tally, by))
