"""Points of areas and totals: as stated, or else computed from their parts."""

import polars as pl

from data.import_rows import KEY

IS_QUESTION = pl.col("code").str.contains(".", literal=True)


def question_points(figures: pl.DataFrame) -> pl.DataFrame:
    """Return one row per question of an evaluation, with the columns of `figures`."""
    return figures.filter(IS_QUESTION)


def area_points(figures: pl.DataFrame, questions: pl.DataFrame) -> pl.DataFrame:
    """Return one row per area of an evaluation, with area 0 for the total; points are whole numbers.

    A stated figure is used as stated. Else it is the sum of its questions, rounded half up, if all of them are known;
    a total without questions is the sum of its eight areas. `question_sum` is the unrounded sum.
    """
    stated = figures.filter(~IS_QUESTION).select(
        *KEY, pl.col("code").cast(pl.Int64).alias("area"), "points", "basis", "source", "place", "note"
    )
    areas = stated.join(_question_sums(figures, questions), on=[*KEY, "area"], how="full", coalesce=True).with_columns(
        points=pl.coalesce("points", half_up(pl.col("question_sum"))),
        basis=pl.coalesce("basis", pl.lit("computed")),
    )
    return pl.concat([areas, _missing_totals(areas)], how="diagonal")


def half_up(points: pl.Expr) -> pl.Expr:
    """Return an expression that rounds points with at most one decimal half up (Polars rounds half to even)."""
    tenths = (points * 10).cast(pl.Int64)
    return ((tenths + 5) // 10).cast(pl.Decimal(5, 1))


def _question_sums(figures: pl.DataFrame, questions: pl.DataFrame) -> pl.DataFrame:
    """Sum the questions of each area, and all questions as area 0; only where none of them is missing."""
    both_levels = pl.concat([questions, questions.with_columns(area=pl.lit(0, questions["area"].dtype))])
    question_counts = both_levels.group_by("version", "area").agg(asked=pl.len())
    return (
        figures.join(both_levels.select("version", "code", "area"), on=["version", "code"])
        .group_by(*KEY, "area")
        .agg(question_sum=pl.col("points").sum(), known=pl.col("points").count())
        .join(question_counts, on=["version", "area"])
        .filter(pl.col("known") == pl.col("asked"))
        .select(*KEY, pl.col("area").cast(pl.Int64), "question_sum")
    )


def _missing_totals(areas: pl.DataFrame) -> pl.DataFrame:
    """Sum the eight areas of each evaluation that has all of them and no total."""
    stated_totals = areas.filter(pl.col("area") == 0)
    return (
        areas.filter(pl.col("area") > 0)
        .join(stated_totals, on=list(KEY), how="anti")
        .group_by(*KEY)
        .agg(points=pl.col("points").sum(), known=pl.len())
        .filter(pl.col("known") == 8)
        .select(*KEY, area=pl.lit(0, pl.Int64), points=half_up(pl.col("points")), basis=pl.lit("computed"))
    )
