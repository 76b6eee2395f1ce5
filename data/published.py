"""The published figures that the program ships, each with its source."""

from pathlib import Path

import polars as pl

from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, KEY, OTHER_VALUE, REMARK, ImportRows, shaped

FOLDER = Path(__file__).parent / "published"
SIZE_GROUPS = Path(__file__).parent / "reference" / "size_groups.csv"


def import_rows() -> ImportRows:
    """Return all published evaluations as rows to import."""
    printed = _read("published_evaluations").with_columns(
        country=pl.lit("NO"), code=pl.col("area"), basis=pl.col("points_basis")
    )
    evaluations = printed.unique(list(KEY), keep="first", maintain_order=True)
    figures = pl.concat([shaped(printed, FIGURE), shaped(_hemne_questions(printed), FIGURE)])
    return ImportRows(
        evaluations=shaped(evaluations, EVALUATION),
        figures=figures,
        other_values=shaped(_with_version("other_stated_values", evaluations), OTHER_VALUE),
        gold_stars=shaped(_gold_stars(evaluations), GOLD_STAR),
        remarks=shaped(_read("remarks"), REMARK),
    )


def printed_about_groups() -> dict[str, pl.DataFrame]:
    """Return the printed figures and statements about groups of municipalities, by table name.

    `group_label` is the printed name of the group, `group_code` its code: `all` or `size_1` to `size_3`.
    """
    references = _with_group_code(_read("published_references"))
    statements = _with_group_code(_read("published_statements")).rename({"municipality_number": "municipality"})
    return {"published_reference": references, "published_statement": statements.drop("code")}


def _with_group_code(printed: pl.DataFrame) -> pl.DataFrame:
    sizes = pl.read_csv(SIZE_GROUPS, infer_schema=False).select("label_nb", code="size_" + pl.col("group"))
    codes = {"Norge": "all"} | dict(sizes.iter_rows())
    return printed.rename({"group": "group_label"}).with_columns(
        country=pl.lit("NO"), group_code=pl.col("group_label").replace_strict(codes)
    )


def _read(name: str) -> pl.DataFrame:
    return pl.read_csv(FOLDER / f"{name}.csv", infer_schema=False)


def _with_version(name: str, evaluations: pl.DataFrame) -> pl.DataFrame:
    return _read(name).join(
        evaluations.select(*KEY), on=["municipality_number", "year"], how="left", maintain_order="left"
    )


def _hemne_questions(printed: pl.DataFrame) -> pl.DataFrame:
    """Return Hemne's questions; each gets the source and page of its area, where the table of questions is printed."""
    hemne = printed.filter(
        pl.col("municipality_number") == "1612", pl.col("year") == "2018", pl.col("area") != "0"
    ).select(*KEY, "area", "source", "place")
    questions = _read("hemne_2018_questions").with_columns(area=pl.col("code").str.head(1))
    return questions.join(hemne, on="area", maintain_order="left")


def _gold_stars(evaluations: pl.DataFrame) -> pl.DataFrame:
    return _with_version("published_statements", evaluations).filter(pl.col("kind") == "gold_star")
