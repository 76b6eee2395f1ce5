"""Municipalities to learn some questions from: those clearly ahead, by how similar they are and by points."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from queries.evaluation import Evaluation
from queries.statistics import in_points

POPULATION_STEP: Final = 0.25
"""Step of |ln(own population / theirs)|: within one step, municipalities are as similar in size."""
OF_THE_OTHER = ("number", "name", "year", "year_label", "population", "size_group")
SIMILARITY = {"same_county": "county", "same_kostra": "kostra_group", "same_income": "income_group"}
"""What a municipality can share with another, by the field of its evaluation; the most telling first."""
ORDER = ("of_same_size", "population_step", *SIMILARITY, "tenths", "number")
ASKED = pl.Schema(
    {
        "code": pl.String(),
        "area": pl.Int32(),
        "label": pl.String(),
        "maximum_points": pl.Int32(),
        "own": pl.Int64(),
        "least": pl.Float64(),
        "floor": pl.Float64(),
    }
)
HIGH_FIRST = (True, False, *(True for _field in SIMILARITY), True, False)


def recommended(
    focus: Evaluation, others: pl.DataFrame, figures: pl.DataFrame, questions: pl.DataFrame, limits: Mapping[str, int]
) -> pl.DataFrame:
    """Return one row per question and municipality to learn it from, by code and most similar first.

    They are those whose lead is at least `lead_share` per cent of the maximum and who have at least `leader_share`
    per cent of it; where nobody has, those with the highest points (`below_floor`). `others` are members of a
    comparison set, `figures` the points of them and of the evaluation in focus (member_points).
    Columns: see best_practices; `similarity_rank` and `points_rank` count from 1 per question, `ahead` are all with
    the lead and `recommended` all rows of the question.
    """
    of_them = others.select("evaluation", *OF_THE_OTHER, **_similarity(focus))
    return (
        _ahead(figures.join(_asked(focus, figures, questions, limits), on="code"))
        .join(of_them, on="evaluation")
        .sort(ORDER, descending=HIGH_FIRST, nulls_last=True)
        .with_columns(
            share=(pl.col("tenths") / (pl.col("maximum_points") * 10)).round(9),
            lead=in_points(pl.col("tenths") - pl.col("own")),
            recommended=pl.len().over("code"),
            similarity_rank=pl.int_range(1, pl.len() + 1).over("code"),
            points_rank=pl.struct(-pl.col("tenths"), "number").rank("ordinal").over("code"),
        )
        .sort("code", "similarity_rank")
        .drop("of_same_size", "own", "least", "floor", "highest", "tenths")
    )


def _asked(
    focus: Evaluation, figures: pl.DataFrame, questions: pl.DataFrame, limits: Mapping[str, int]
) -> pl.DataFrame:
    """Return one row per question with own points, in tenths, and the `least` points and the `floor` of those ahead."""
    of_focus = figures.filter(pl.col("evaluation") == focus.evaluation)
    own = dict(zip(of_focus["code"], of_focus["tenths"], strict=True))
    rows = [
        {
            **{name: row[name] for name in ("code", "area", "label", "maximum_points")},
            "own": own[row["code"]],
            # A tenth is ten per cent of a point.
            "least": own[row["code"]] + row["maximum_points"] * limits["lead_share"] / 10,
            "floor": row["maximum_points"] * limits["leader_share"] / 10,
        }
        for row in questions.iter_rows(named=True)
        if row["code"] in own
    ]
    return pl.DataFrame(rows, schema=ASKED)


def _ahead(figures: pl.DataFrame) -> pl.DataFrame:
    """Return the figures with the lead and the floor, or of a question where nobody has that, the highest ones."""
    tenths = pl.col("tenths")
    return (
        figures.filter(tenths >= pl.col("least"))
        .with_columns(ahead=pl.len().over("code"), highest=tenths.max().over("code"))
        .with_columns(below_floor=pl.col("highest") < pl.col("floor"))
        .filter((tenths >= pl.col("floor")) | (pl.col("below_floor") & (tenths == pl.col("highest"))))
    )


def _similarity(focus: Evaluation) -> dict[str, pl.Expr]:
    """Return what each municipality shares with the one in focus; null where either value is unknown."""
    population = pl.col("population")
    step = ((population / focus.population).log().abs() / POPULATION_STEP).floor() if focus.population else pl.lit(None)
    return {
        "of_same_size": (pl.col("group") == pl.lit(focus.size_group)).fill_null(value=False),
        "population_step": pl.when(population > 0).then(step.cast(pl.Int32)),
        **{name: pl.col(field) == pl.lit(getattr(focus, field), pl.String) for name, field in SIMILARITY.items()},
    }
