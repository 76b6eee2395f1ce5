"""How points are spread over a comparison set: counted once for all of its members."""

from typing import NamedTuple

import polars as pl

from queries.caching import cached
from queries.comparison import Rules
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import describe, ranked, spelt_out


class Spread(NamedTuple):
    """How the points of a set are spread.

    Attributes:
        statistics: one row an area or question: n, and in points mean, quartiles and extremes; null under five.
        ranks: one row an area or question and points that anyone has for it, with the rank they give.
    """

    statistics: pl.DataFrame
    ranks: pl.DataFrame


@cached
def area_spread(snapshot: Snapshot, rules: Rules) -> Spread:
    """Return the spread of each area and of the total (area 0)."""
    return _spread(snapshot, snapshot.query("area_tally", rules=rules.as_parameter()), "area")


@cached
def question_spread(snapshot: Snapshot, rules: Rules, version: str) -> Spread:
    """Return the spread of each question of a version, among those measured with it."""
    return _spread(snapshot, snapshot.query("question_tally", rules=rules.as_parameter(), version=version), "code")


def _spread(snapshot: Snapshot, tally: pl.DataFrame, by: str) -> Spread:
    return Spread(describe(spelt_out(tally), by, settings(snapshot)["fewest_compared"]), ranked(tally, by))
