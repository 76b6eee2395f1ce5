"""How one figure stands among others: its rank, quartile and difference to the mean, exact to the digit.

In plain Python: a page asks this of fifty figures, and Polars takes longer to begin than to compute one of them.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

import polars as pl

from queries.statistics import STATISTICS, describe, ranked, spelt_out

Row: TypeAlias = dict[str, Any]
STANDING = pl.Schema(
    {
        "n": pl.UInt32(),
        "mean": pl.Float64(),
        "minimum": pl.Float64(),
        "q1": pl.Float64(),
        "median": pl.Float64(),
        "q3": pl.Float64(),
        "maximum": pl.Float64(),
        "rank": pl.Int64(),
        "quartile": pl.Int32(),
        "difference": pl.Float64(),
        "matters": pl.Boolean(),
    }
)
"""Columns of a profile that tell how its figures stand: those of `standing` without own, and whether it matters."""
UNKNOWN: Row = {"n": 0, **dict.fromkeys(STATISTICS)}


class Distribution(NamedTuple):
    """Distribution of the points that the members of a comparison set have for one area or question.

    Attributes:
        statistics: n, and mean, minimum, q1, median, q3 and maximum in points; see describe.
        ranks: the rank of each distinct points, highest points last; see ranked.
    """

    statistics: Row
    ranks: Mapping[float, int]


NOBODY = Distribution(UNKNOWN, {})


def distributions(tally: pl.DataFrame, by: str, fewest: int) -> dict[Any, Distribution]:
    """Return the distribution of each group of `by`, whose statistics are null with fewer than `fewest` values.

    Input: one row per group and distinct `points`, with their frequency `n`.
    """
    ranks: dict[Any, dict[float, int]] = {}
    for group, points, rank in ranked(tally, by).iter_rows():
        ranks.setdefault(group, {})[points] = rank
    described = describe(spelt_out(tally), by, fewest).rows_by_key(by, named=True, unique=True)
    return {group: Distribution(statistics, ranks[group]) for group, statistics in described.items()}


def tally_of(distribution: Distribution) -> dict[float, int]:
    """Return how many members have each distinct points, which a distribution was made from."""
    # A rank is one more than the number of members with more points, so their differences are the frequencies.
    highest_first = sorted(distribution.ranks.items(), reverse=True)
    next_ranks = [*(rank for _points, rank in highest_first[1:]), distribution.statistics["n"] + 1]
    return {points: after - rank for (points, rank), after in zip(highest_first, next_ranks, strict=True)}


def standing(own: float | None, among: Distribution) -> Row:
    """Return the statistics of a distribution, and `own` with its rank, quartile (1 to 4) and difference in points.

    `difference` is own less mean. Rank, quartile and difference are null if own is unknown or there are no
    statistics (fewer than five values).
    """
    of, place = among.statistics, Row(rank=None, quartile=None, difference=None)
    if own is not None and of["mean"] is not None:
        difference = rounded(own * 10 - of["mean"] * 10)
        place = Row(rank=among.ranks[own], quartile=quartile(own, of), difference=difference)
    return {**of, "own": own, **place}


def quartile(own: float, bounds: Mapping[str, Any]) -> int:
    """Return 4 if own is at or above q3, else 3 from the median, 2 from q1, else 1; 4 is the upper quartile."""
    reached = [bound for bound in ("q1", "median", "q3") if own >= bounds[bound]]
    return 1 + len(reached)


def rounded(tenths: float) -> float:
    """Return a number of tenths as points, without the last bits of a binary fraction (2.3 - 1.3 is not below 1.0)."""
    return round(tenths / 10, 9)


def less(points: float | None, other: float | None) -> float | None:
    """Return the difference of two points that have at most one decimal; None where one is unknown."""
    return None if points is None or other is None else (tenths(points) - tenths(other)) / 10


def tenths(points: float) -> int:
    """Return points that have at most one decimal as whole tenths."""
    return round(points * 10)


def matters(difference: float | None, threshold: float) -> bool | None:
    """Return whether the absolute difference is at least the threshold, both in points; None where it is unknown."""
    return None if difference is None else abs(difference) >= threshold
