"""The catalogue: evaluations known to exist, with or without points here, and what is printed of their rank."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from data import register

FOLDER = Path(__file__).parent / "catalogue"


def known_evaluations() -> Mapping[str, pl.DataFrame]:
    """Return the rows of the table known_evaluation, without event and dataset: one per evaluation, all of Norway."""
    families = pl.read_csv(register.FOLDER / "instrument_versions.csv", infer_schema=False)
    listed = pl.read_csv(FOLDER / "known_evaluations.csv", infer_schema=False).rename({"municipality": "name"})
    rows = listed.join(families.select("version", "family"), on="version", how="left", maintain_order="left")
    key = pl.col("municipality_number").replace_strict(register.keys())
    keyed = rows.with_columns(country=pl.lit("NO"), municipality=key)
    return {"known_evaluation": keyed.drop("municipality_number")}
