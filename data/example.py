"""The example dataset that the program ships: fictional evaluations, never mixed with real figures."""

from pathlib import Path

import polars as pl

from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, REMARK, ImportRows, shaped
from data.own_texts import MADE_UP

FOLDER = Path(__file__).parent / "example"


def import_rows() -> ImportRows:
    """Return the evaluations of data/example/ as rows to import; `python -m data.landscape` writes these files."""
    evaluations = _read("evaluations").with_columns(
        pl.col("population_date").str.to_date(),
        country=pl.lit("NO"),
        population_source=pl.lit(MADE_UP),
    )
    return ImportRows(
        evaluations=shaped(evaluations, EVALUATION),
        figures=shaped(_read("points"), FIGURE),
        gold_stars=shaped(_read("gold_stars"), GOLD_STAR),
        remarks=shaped(_read("remarks"), REMARK),
    )


def _read(name: str) -> pl.DataFrame:
    return pl.read_csv(FOLDER / f"{name}.csv", infer_schema=False)
