"""Questions worth doing first: those within reach of the upper quartile, else those with the largest share left."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, comparison_set, members, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.question_profile import question_rows
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.standing import Row, rounded, tenths
from queries.tally import question_spread

SCHEMA = pl.Schema(
    {
        "code": pl.String(),
        "area": pl.Int32(),
        "label": pl.String(),
        "own": pl.Float64(),
        "maximum_points": pl.Int32(),
        "n": pl.UInt32(),
        "median": pl.Float64(),
        "q3": pl.Float64(),
        "reach": pl.Float64(),
        "share_left": pl.Float64(),
        "ahead": pl.Int64(),
        "basis": pl.String(),
    }
)
COLUMNS = list(SCHEMA)
FOR_A_PAGE = 5
WITHIN_REACH = "within_reach"
SHARE_LEFT = "share_left"


def within_reach(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL, most: int = FOR_A_PAGE
) -> pl.DataFrame:
    """Return one row per question worth doing first, at most `most`; columns: COLUMNS, in points.

    If any question has at least five to compare with, `basis` is within_reach: questions whose `reach`, q3 of the
    comparison set less own, is at least the threshold for questions, most points first. Else it is share_left:
    questions with points left, largest `share_left` (1 less own / maximum, 0 to 1) first; median, q3 and reach are
    null. Ties by code. `ahead` is the number of members of the same size group that best practice calls clearly
    ahead, null if the size group is not known. Empty if nothing is within reach or no question has own points.
    """
    return _worth_doing(snapshot, focus, spelt_out_year(comparison, focus)).head(most)


@cached
def _worth_doing(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    known = [row for row in question_rows(snapshot, focus, comparison) if row["own"] is not None]
    enough_to_compare = any(row["q3"] is not None for row in known)
    worth_doing = _by_reach(known, settings(snapshot)) if enough_to_compare else _by_share_left(known)
    lead_of = _members_clearly_ahead(snapshot, focus, comparison)
    rows = [row | {"ahead": lead_of(row)} for row in worth_doing]
    return pl.DataFrame([{name: row[name] for name in COLUMNS} for row in rows], schema=SCHEMA)


def _by_reach(questions: list[Row], limits: Mapping[str, int]) -> list[Row]:
    within = [
        row | {"reach": reach, "share_left": _share_left(row), "basis": WITHIN_REACH}
        for row in questions
        if row["q3"] is not None
        and (reach := rounded(row["q3"] * 10 - row["own"] * 10))
        >= row["maximum_points"] * limits["question_difference"] / 100
    ]
    return sorted(within, key=lambda row: (-row["reach"], row["code"]))


def _by_share_left(questions: list[Row]) -> list[Row]:
    left = [
        row | {"reach": None, "share_left": share, "basis": SHARE_LEFT}
        for row in questions
        if (share := _share_left(row)) > 0
    ]
    return sorted(left, key=lambda row: (-row["share_left"], row["code"]))


def _share_left(row: Row) -> float:
    # From whole tenths, so that equal shares of different maxima are equal numbers.
    maximum = row["maximum_points"] * 10
    return float((maximum - tenths(row["own"])) / maximum)


def _members_clearly_ahead(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison
) -> Callable[[Row], int | None]:
    """Return what counts the members of the same size group that are clearly ahead on a question; None if unknown.

    Clearly ahead is a lead of at least 10 % of the maximum.
    """
    if focus.size_group is None:
        return lambda _row: None
    rules = rules_for(snapshot, focus, _of_same_size(snapshot, focus, comparison))
    spread, lead_share = question_spread(snapshot, rules, focus.version), settings(snapshot)["lead_share"]

    def ahead(row: Row) -> int:
        least = tenths(row["own"]) * 10 + row["maximum_points"] * lead_share
        ranks = spread[row["code"]].ranks
        # A rank is one more than the number of members with more points.
        return min(rank for points, rank in ranks.items() if tenths(points) * 10 < least) - 1

    return ahead


def _of_same_size(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Comparison:
    """Return the comparison limited to the size group of the evaluation in focus."""
    if comparison.group in ("all", "size"):
        return replace(comparison, group="size")
    compared = members(comparison_set(snapshot, focus, comparison))
    similar = compared.filter(pl.col("group") == focus.size_group)["number"].to_list()
    return replace(comparison, group="choice", municipalities=tuple(similar))
