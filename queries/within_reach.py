"""Questions worth doing first: those within reach of the upper quartile, else those with the largest share left."""

from dataclasses import replace

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, comparison_set, members, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.question_profile import question_profile
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import in_points, tenths
from queries.tally import question_spread

COLUMNS = [
    "code",
    "area",
    "label",
    "own",
    "maximum_points",
    "n",
    "median",
    "q3",
    "reach",
    "share_left",
    "ahead",
    "basis",
]
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
    maximum = pl.col("maximum_points")
    questions = (
        question_profile(snapshot, focus, comparison)
        .filter(pl.col("own").is_not_null())
        .with_columns(
            reach=in_points(pl.col("q3") * 10 - pl.col("own") * 10),
            # From whole tenths, so that equal shares of different maxima are equal numbers.
            share_left=(maximum * 10 - tenths(pl.col("own"))) / (maximum * 10),
        )
    )
    enough_to_compare = questions["q3"].count() > 0
    worth_doing = _by_reach(snapshot, questions) if enough_to_compare else _by_share_left(questions)
    ahead = clearly_ahead(snapshot, focus, comparison, worth_doing)
    return worth_doing.join(ahead, on="code", how="left", maintain_order="left").select(COLUMNS)


def _by_reach(snapshot: Snapshot, questions: pl.DataFrame) -> pl.DataFrame:
    threshold = pl.col("maximum_points") * settings(snapshot)["question_difference"] / 100
    within = questions.filter(pl.col("reach") >= threshold)
    return within.sort("reach", "code", descending=[True, False]).with_columns(basis=pl.lit(WITHIN_REACH))


def _by_share_left(questions: pl.DataFrame) -> pl.DataFrame:
    with_points_left = questions.filter(pl.col("share_left") > 0)
    return with_points_left.sort("share_left", "code", descending=[True, False]).with_columns(basis=pl.lit(SHARE_LEFT))


def clearly_ahead(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison, questions: pl.DataFrame
) -> pl.DataFrame:
    """Return one row per question: `code`, and `ahead`, the members of the same size group that are clearly ahead.

    `questions` has code, own and maximum_points. Clearly ahead is a lead of at least 10 % of the maximum.
    """
    if focus.size_group is None:
        return questions.select("code", ahead=pl.lit(None, pl.Int64))
    rules = rules_for(snapshot, focus, _of_same_size(snapshot, focus, comparison))
    points_and_ranks = question_spread(snapshot, rules, focus.version).ranks.rename({"own": "points"})
    lead = tenths(pl.col("points")) - tenths(pl.col("own"))
    too_small = lead * 10 < pl.col("maximum_points") * settings(snapshot)["lead_share"]
    return (
        questions.select("code", "own", "maximum_points")
        .join(points_and_ranks, on="code")
        .filter(too_small)
        .group_by("code")
        # A rank is one more than the number of members with more points.
        .agg(ahead=pl.col("rank").min() - 1)
    )


def _of_same_size(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Comparison:
    """Return the comparison limited to the size group of the evaluation in focus."""
    if comparison.group in ("all", "size"):
        return replace(comparison, group="size")
    compared = members(comparison_set(snapshot, focus, comparison))
    similar = compared.filter(pl.col("group") == focus.size_group)["number"].to_list()
    return replace(comparison, group="choice", municipalities=tuple(similar))
