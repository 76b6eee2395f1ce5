"""The questions of an evaluation against others measured with the same version."""

import polars as pl

from data.norwegian import listed
from queries.comparison import ALL, Comparison, comparison_set, members
from queries.evaluation import Evaluation
from queries.reading import Reading
from queries.settings import settings
from queries.statistics import in_points, matters, place, tenths

COLUMNS = [
    "code",
    "area",
    "label",
    "own",
    "maximum_points",
    "n",
    "mean",
    "minimum",
    "q1",
    "median",
    "q3",
    "maximum",
    "rank",
    "quartile",
    "difference",
    "matters",
    "leaders",
    "gold_star",
    "left",
]


def question_profile(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row a question of the version, in points; see COLUMNS.

    `leaders` names those with the highest points among at least five, all of them where they tie;
    `gold_star` is the place where the evaluators named one; `left` is the maximum less own.
    """
    limits = settings(reading)
    compared = members(comparison_set(reading, focus, comparison))
    # Questions are compared only within one version: the same code may ask something else in another.
    same = compared.filter(pl.col("version") == focus.version)
    points = reading.points_of("question_points", same)
    placed = place(points, "code", focus.evaluation, limits["fewest_compared"])
    questions = reading.ask("instrument_questions").filter(pl.col("version") == focus.version)
    return (
        questions.join(placed, on="code", how="left", maintain_order="left")
        .join(_leaders(points, same, limits["fewest_compared"]), on="code", how="left", maintain_order="left")
        .join(_gold_stars(reading, focus), on="code", how="left", maintain_order="left")
        .join(_basis(reading, focus), on="code", how="left", maintain_order="left")
        .with_columns(
            n=pl.col("n").fill_null(0),
            left=in_points(pl.col("maximum_points") * 10 - tenths(pl.col("own"))),
            matters=matters(pl.col("difference"), pl.col("maximum_points") * limits["question_difference"] / 100),
        )
    )


def _basis(reading: Reading, focus: Evaluation) -> pl.DataFrame:
    return reading.ask("own_questions", evaluation=focus.evaluation).select("code", "basis")


def gaps(questions: pl.DataFrame) -> pl.DataFrame:
    """Return the questions with points left to the maximum, most points first."""
    return questions.filter(pl.col("left") > 0).sort("left", "code", descending=[True, False])


def _leaders(points: pl.DataFrame, compared: pl.DataFrame, fewest: int) -> pl.DataFrame:
    value = tenths(pl.col("points"))
    return (
        points.filter((value == value.max().over("code")) & (pl.len().over("code") >= fewest))
        .join(compared.select("evaluation", "name"), on="evaluation")
        .sort("code", "name")
        .group_by("code", maintain_order=True)
        .agg(pl.col("name"))
        .with_columns(leaders=pl.col("name").map_elements(lambda names: listed(list(names)), pl.String))
        .select("code", "leaders")
    )


def _gold_stars(reading: Reading, focus: Evaluation) -> pl.DataFrame:
    stars = reading.ask("gold_stars").filter(pl.col("evaluation") == focus.evaluation)
    return stars.select("code", gold_star=pl.coalesce("place", "source"))
