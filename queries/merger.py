"""Municipalities that merge: a verdict per question, transfers of practice between them, and common gaps.

Points are never summed, averaged or weighted across the municipalities. A verdict depends only on the highest,
the second and the lowest figure, compared in whole tenths of a point.
"""

from collections import Counter

import polars as pl

from queries.caching import cached
from queries.comparison import Rules, members_of
from queries.evaluation import Evaluation
from queries.figures import rows_of
from queries.profile import areas
from queries.question_profile import questions_of
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import in_points, tenths

COLUMNS = ["code", "area", "label", "verdict", "leader", "lead"]
TRANSFERS = ["code", "from", "to", "points"]
VERDICTS = ("best", "common_gap", "equal", "divided", "not_comparable")
Evaluations = tuple[Evaluation, ...]
MOST_OUTSIDE = 3
"""How many municipalities outside the group are listed per question."""


@cached
def merger(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return one row per question of the version compared (see version_of), with its verdict.

    Columns: COLUMNS, of which `leader` (municipality number) and `lead` (points above the second) are null unless
    the verdict is best; one column per municipality, named by its number, with its points; `maximum_points`; `n`,
    the number of municipalities with points; `best`, the highest points; `who`, a list of the numbers that have them.
    """
    questions = _questions_with_verdict(snapshot, evaluations)
    is_best = pl.col("verdict") == "best"
    return questions.with_columns(
        leader=pl.when(is_best).then(pl.col("who").list.first()),
        lead=pl.when(is_best).then(in_points(pl.col("highest") - pl.col("second"))),
        best=in_points(pl.col("highest")),
    ).select(*COLUMNS, *(evaluation.municipality for evaluation in evaluations), "maximum_points", "n", "best", "who")


@cached
def transfers(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return one row per question, giver (`from`) and taker (`to`), both municipality numbers.

    Only questions where the best has at least 60 % of the maximum: everyone behind the best by less than the
    threshold gives, everyone else takes. `points` is the best less the taker's own. Columns: TRANSFERS, area,
    label, maximum_points.
    """
    limits = settings(snapshot)
    behind = pl.col("highest") - pl.col("tenths")
    is_taker = behind * 10 >= pl.col("maximum_points") * limits["question_difference"]
    transferable = _questions_with_verdict(snapshot, evaluations).filter(_reaches("highest", limits["leader_share"]))
    figures = transferable.select("code", "area", "label", "maximum_points", "highest").join(
        _question_figures(snapshot, evaluations, version_of(snapshot, evaluations)), on="code", maintain_order="left"
    )
    takers = figures.filter(is_taker).select("code", to="number", points=in_points(behind))
    return (
        figures.filter(~is_taker)
        .select("code", "area", "label", "maximum_points", pl.col("number").alias("from"))
        .join(takers, on="code", maintain_order="left_right")
    )


@cached
def common_gaps(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return the rows of merger with the verdict common_gap, and `at_stake`, highest first.

    `at_stake` is the maximum less the best figure among them, in points; never a sum over municipalities.
    """
    gaps = merger(snapshot, evaluations).filter(pl.col("verdict") == "common_gap")
    return gaps.with_columns(at_stake=(pl.col("maximum_points") - pl.col("best")).round(1)).sort(
        "at_stake", "code", descending=[True, False]
    )


@cached
def outside(snapshot: Snapshot, evaluations: Evaluations, year: int) -> pl.DataFrame:
    """Return the first MOST_OUTSIDE municipalities outside the group with 60 % of the maximum on each common gap.

    One row per question and municipality, from its latest evaluation of the family up to `year`, if of the version
    compared. Columns: code, number, name, year, points, size_group (label), same_size (as any in the group), n (how
    many there are before the limit). Order per question: same size first, then highest points, then number.
    """
    first = evaluations[0]
    version = version_of(snapshot, evaluations)
    everyone = Rules(first.country, first.family, year, None, "all")
    return snapshot.query_with_frames(
        "well_done_outside",
        {"member": members_of(snapshot, everyone, version)},
        version=version,
        codes=common_gaps(snapshot, evaluations)["code"].to_list(),
        inside=[evaluation.municipality for evaluation in evaluations],
        sizes=[evaluation.size_group for evaluation in evaluations if evaluation.size_group is not None],
        share=settings(snapshot)["leader_share"],
        most=MOST_OUTSIDE,
    )


@cached
def area_table(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the areas.

    Columns: those of areas; one column per municipality, named by its number, with its points; `n`; `best`, the
    highest points; `who`, a list of the numbers that have them; `matters`, whether the lead on the second reaches the
    threshold, null if fewer than two have points.
    """
    rows = rows_of(snapshot, "own_areas", [one.evaluation for one in evaluations])
    points = rows.filter(pl.col("points").is_not_null()).select("evaluation", "area", "points")
    figures = points.join(_evaluations_and_numbers(evaluations), on="evaluation").with_columns(
        tenths=tenths(pl.col("points"))
    )
    table = areas(snapshot, evaluations[0].version).join(_extremes(figures, "area"), on="area", how="left")
    ahead = pl.col("highest") - pl.col("second")
    return (
        _with_points_columns(table, figures, evaluations, "area")
        .with_columns(best=in_points(pl.col("highest")), matters=ahead >= pl.col("threshold") * 10)
        .drop("highest", "second", "lowest")
        .sort("area")
    )


@cached
def version_of(snapshot: Snapshot, evaluations: Evaluations) -> str | None:
    """Return the version whose questions are compared: the one most evaluations have points for, ties the newest.

    If no evaluation has question points, the version most of them were measured with among those whose questions are
    published, ties the newest; None if there is none.
    """
    versions_with_points = Counter(evaluation.version for evaluation in with_questions(snapshot, evaluations))
    published = set(snapshot.query("instrument_questions")["version"])
    published_versions = Counter(evaluation.version for evaluation in evaluations if evaluation.version in published)
    version_counts = versions_with_points or published_versions
    return max(version_counts, key=lambda version: (version_counts[version], version), default=None)


def with_questions(snapshot: Snapshot, evaluations: Evaluations) -> list[Evaluation]:
    """Return the evaluations with points for any question."""
    with_points = set(_question_points(snapshot, evaluations)["evaluation"])
    return [evaluation for evaluation in evaluations if evaluation.evaluation in with_points]


@cached
def _question_points(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return one row per evaluation and question with points; columns: evaluation, code, points."""
    rows = rows_of(snapshot, "own_questions", [one.evaluation for one in evaluations])
    return rows.filter(pl.col("points").is_not_null()).select("evaluation", "code", "points")


@cached
def taking_part(snapshot: Snapshot, evaluations: Evaluations) -> tuple[list[Evaluation], list[Evaluation]]:
    """Return the evaluations that the verdicts compare, and those without question points in that version."""
    version = version_of(snapshot, evaluations)
    participants = [evaluation for evaluation in with_questions(snapshot, evaluations) if evaluation.version == version]
    return participants, [evaluation for evaluation in evaluations if evaluation not in participants]


@cached
def _questions_with_verdict(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    version = version_of(snapshot, evaluations)
    figures = _question_figures(snapshot, evaluations, version)
    spread = _extremes(figures, "code")
    questions = questions_of(snapshot, version).join(spread, on="code", how="left", maintain_order="left")
    return _with_points_columns(questions, figures, evaluations, "code").with_columns(
        verdict=_verdict(settings(snapshot)), n=pl.col("n").fill_null(0)
    )


def _verdict(limits: dict[str, int]) -> pl.Expr:
    """Return the verdict on a question, one of VERDICTS; several may apply, and the first in this order counts."""
    ahead = (pl.col("highest") - pl.col("second")) * 10 >= pl.col("maximum_points") * limits["lead_share"]
    spread = (pl.col("highest") - pl.col("lowest")) * 10
    return (
        pl.when(pl.col("n").fill_null(0) < 2)
        .then(pl.lit("not_comparable"))
        .when(_reaches("highest", limits["leader_share"]) & ahead)
        .then(pl.lit("best"))
        .when(~_reaches("highest", limits["common_gap_share"]))
        .then(pl.lit("common_gap"))
        .when(spread < pl.col("maximum_points") * limits["question_difference"])
        .then(pl.lit("equal"))
        .otherwise(pl.lit("divided"))
    )


def _reaches(column: str, percent: int) -> pl.Expr:
    """Return whether a column of whole tenths is at least this percentage of the maximum, in exact integers."""
    return pl.col(column) * 10 >= pl.col("maximum_points") * percent


def _evaluations_and_numbers(evaluations: Evaluations) -> pl.DataFrame:
    rows = [(evaluation.evaluation, evaluation.municipality) for evaluation in evaluations]
    return pl.DataFrame(rows, schema={"evaluation": pl.String, "number": pl.String}, orient="row")


@cached
def _question_figures(snapshot: Snapshot, evaluations: Evaluations, version: str | None) -> pl.DataFrame:
    """Return one row per question and municipality compared: code, number, points, tenths; in the order chosen."""
    participants = _evaluations_and_numbers(
        tuple(evaluation for evaluation in evaluations if evaluation.version == version)
    )
    return participants.join(_question_points(snapshot, evaluations), on="evaluation", maintain_order="left").select(
        "code", "number", "points", tenths=tenths(pl.col("points"))
    )


def _extremes(figures: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return n, the highest, second and lowest figure in whole tenths, and `who`, the numbers with the highest."""
    value = pl.col("tenths")
    return figures.group_by(by).agg(
        n=pl.len(),
        highest=value.max(),
        # After a tie for the highest, the second equals it, so the lead is 0 and no verdict is best.
        second=value.sort(descending=True).get(1, null_on_oob=True),
        lowest=value.min(),
        who=pl.col("number").filter(value == value.max()),
    )


def _with_points_columns(table: pl.DataFrame, figures: pl.DataFrame, evaluations: Evaluations, by: str) -> pl.DataFrame:
    """Add a column of points per municipality, named by its number and null if unknown; sort by `by`."""
    for evaluation in evaluations:
        own = figures.filter(pl.col("number") == evaluation.municipality)
        table = table.join(own.select(by, pl.col("points").alias(evaluation.municipality)), on=by, how="left")
    return table.sort(by)
