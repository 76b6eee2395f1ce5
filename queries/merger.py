"""What municipalities that merge can learn from each other, question by question.

They meet as equals: points are never added up, averaged or weighted across municipalities. A question is
judged by the highest, the second and the lowest figure alone, counted in whole tenths of a point.
"""

from collections import Counter

import polars as pl

from queries.caching import cached
from queries.comparison import Rules
from queries.evaluation import Evaluation
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
"""How many outside the group are named a question."""


@cached
def merger(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return one row a question of the version they share, with its verdict; see COLUMNS.

    Beside those stand the points of each, in a column named by municipality number; `maximum_points`; `n`,
    how many have the figure; `best`, the highest figure, with `who`, the numbers of all who have it.
    `leader` and `lead` (points to the second) are null unless the verdict is best.
    """
    judged = _judged(snapshot, evaluations)
    is_best = pl.col("verdict") == "best"
    return judged.with_columns(
        leader=pl.when(is_best).then(pl.col("who").list.first()),
        lead=pl.when(is_best).then(in_points(pl.col("highest") - pl.col("second"))),
        best=in_points(pl.col("highest")),
    ).select(*COLUMNS, *(one.municipality for one in evaluations), "maximum_points", "n", "best", "who")


@cached
def transfers(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return who can take over what from whom: one row a question, giver and taker, in points; see TRANSFERS.

    Where the best has at least 60 %, everyone less than the threshold behind it gives, and everyone at
    least the threshold behind takes; `points` is the best less the taker's own.
    """
    limits = settings(snapshot)
    behind = pl.col("highest") - pl.col("tenths")
    far = behind * 10 >= pl.col("maximum_points") * limits["question_difference"]
    good = _judged(snapshot, evaluations).filter(_reaches("highest", limits["leader_share"]))
    figures = good.select("code", "area", "label", "maximum_points", "highest").join(
        _figures(snapshot, evaluations, version_of(snapshot, evaluations)), on="code", maintain_order="left"
    )
    takers = figures.filter(far).select("code", to="number", points=in_points(behind))
    return (
        figures.filter(~far)
        .select("code", "area", "label", "maximum_points", pl.col("number").alias("from"))
        .join(takers, on="code", maintain_order="left_right")
    )


@cached
def common_gaps(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return the questions that none of them does well, with most points at stake first.

    `at_stake` is the maximum less the best figure among them: what even the best has left, never a sum.
    """
    gaps = merger(snapshot, evaluations).filter(pl.col("verdict") == "common_gap")
    return gaps.with_columns(at_stake=(pl.col("maximum_points") - pl.col("best")).round(1)).sort(
        "at_stake", "code", descending=[True, False]
    )


@cached
def outside(snapshot: Snapshot, evaluations: Evaluations, year: int) -> pl.DataFrame:
    """Return who outside the group does well what none of them does: at least 60 % of the maximum, the first few each.

    Of every municipality its latest evaluation of the family by that year counts, if of the same version.
    Those of a size group that someone in the group belongs to come first, then the highest points. `n` is
    how many there are in all.
    """
    first = evaluations[0]
    return snapshot.query(
        "well_done_outside",
        rules=Rules(first.country, first.family, year, None, "all").as_parameter(),
        version=version_of(snapshot, evaluations),
        codes=common_gaps(snapshot, evaluations)["code"].to_list(),
        inside=[one.municipality for one in evaluations],
        sizes=[one.size_group for one in evaluations if one.size_group is not None],
        share=settings(snapshot)["leader_share"],
        most=MOST_OUTSIDE,
    )


@cached
def area_table(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the areas: each one's points, the highest, and who has it.

    `matters` says whether the highest is so far before the second that it counts; null where fewer than
    two have the figure.
    """
    points = snapshot.points_of("area_points", _numbers(evaluations))
    figures = points.join(_numbers(evaluations), on="evaluation").with_columns(tenths=tenths(pl.col("points")))
    table = areas(snapshot, evaluations[0].version).join(_spread(figures, "area"), on="area", how="left")
    ahead = pl.col("highest") - pl.col("second")
    return (
        _beside_each_other(table, figures, evaluations, "area")
        .with_columns(best=in_points(pl.col("highest")), matters=ahead >= pl.col("threshold") * 10)
        .drop("highest", "second", "lowest")
        .sort("area")
    )


@cached
def version_of(snapshot: Snapshot, evaluations: Evaluations) -> str | None:
    """Return the version whose questions are compared: the one most have figures in, of equals the newest.

    Where nobody has figures it is the newest version of theirs that has questions, None where there is none.
    """
    measured = Counter(one.version for one in with_questions(snapshot, evaluations))
    published = set(snapshot.query("instrument_questions")["version"])
    others = Counter(one.version for one in evaluations if one.version in published)
    counted = measured or others
    return max(counted, key=lambda version: (counted[version], version), default=None)


def with_questions(snapshot: Snapshot, evaluations: Evaluations) -> list[Evaluation]:
    """Return the evaluations of which any question figure is known."""
    known = set(_question_points(snapshot, evaluations)["evaluation"])
    return [one for one in evaluations if one.evaluation in known]


@cached
def _question_points(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    """Return one row a question and municipality of the group that has the figure."""
    return snapshot.points_of("question_points", _numbers(evaluations))


@cached
def taking_part(snapshot: Snapshot, evaluations: Evaluations) -> tuple[list[Evaluation], list[Evaluation]]:
    """Return those that the verdicts are passed among, and those without question figures in that version."""
    version = version_of(snapshot, evaluations)
    part = [one for one in with_questions(snapshot, evaluations) if one.version == version]
    return part, [one for one in evaluations if one not in part]


@cached
def _judged(snapshot: Snapshot, evaluations: Evaluations) -> pl.DataFrame:
    version = version_of(snapshot, evaluations)
    figures = _figures(snapshot, evaluations, version)
    spread = _spread(figures, "code")
    judged = questions_of(snapshot, version).join(spread, on="code", how="left", maintain_order="left")
    return _beside_each_other(judged, figures, evaluations, "code").with_columns(
        verdict=_verdict(settings(snapshot)), n=pl.col("n").fill_null(0)
    )


def _verdict(limits: dict[str, int]) -> pl.Expr:
    """Return the one verdict on a question: the first of these that holds, in this order."""
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
    """Return whether whole tenths of a point are at least so many per cent of the maximum, exactly."""
    return pl.col(column) * 10 >= pl.col("maximum_points") * percent


def _numbers(evaluations: Evaluations) -> pl.DataFrame:
    rows = [(one.evaluation, one.municipality) for one in evaluations]
    return pl.DataFrame(rows, schema={"evaluation": pl.String, "number": pl.String}, orient="row")


@cached
def _figures(snapshot: Snapshot, evaluations: Evaluations, version: str | None) -> pl.DataFrame:
    """Return one row a question and municipality taking part, in the order they were chosen."""
    same = _numbers(tuple(one for one in evaluations if one.version == version))
    return same.join(_question_points(snapshot, evaluations), on="evaluation", maintain_order="left").select(
        "code", "number", "points", tenths=tenths(pl.col("points"))
    )


def _spread(figures: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return n, the highest, second and lowest figure in whole tenths, and the numbers that have the highest."""
    value = pl.col("tenths")
    return figures.group_by(by).agg(
        n=pl.len(),
        highest=value.max(),
        second=value.sort(descending=True).get(1, null_on_oob=True),
        lowest=value.min(),
        who=pl.col("number").filter(value == value.max()),
    )


def _beside_each_other(table: pl.DataFrame, figures: pl.DataFrame, evaluations: Evaluations, by: str) -> pl.DataFrame:
    """Add a column of points for each municipality, empty where it has none."""
    for one in evaluations:
        own = figures.filter(pl.col("number") == one.municipality)
        table = table.join(own.select(by, pl.col("points").alias(one.municipality)), on=by, how="left")
    return table.sort(by)
