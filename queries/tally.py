"""Statistics and ranks of a comparison set, computed from tallies and cached once for all of its members."""

from typing import NamedTuple

import polars as pl

from queries.caching import cached
from queries.comparison import Rules, members_of
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
    return _spread(snapshot, _tally(snapshot, "area_tally", members_of(snapshot, rules)), "area")


@cached
def question_spread(snapshot: Snapshot, rules: Rules, version: str) -> Spread:
    """Return the distribution of each question of a version, over the members measured with it."""
    return _spread(snapshot, _tally(snapshot, "question_tally", members_of(snapshot, rules, version)), "code")


def _tally(snapshot: Snapshot, query: str, members: pl.DataFrame) -> pl.DataFrame:
    return snapshot.query_with_frames(query, {"member": members.select("evaluation")})


def _spread(snapshot: Snapshot, tally: pl.DataFrame, by: str) -> Spread:
    return Spread(describe(spelt_out(tally), by, settings(snapshot)["fewest_compared"]), ranked(tally, by))
