"""A made-up country of any size: the stores that show how the program grows.

Everything is drawn from one seed, so that two stores of the same size hold the same figures. The country lies in
the example dataset, beside the landscape that the project ships, and is imported the way score sheets are.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, KEY, ImportRows, shaped
from data.imports import add_import
from data.opening import open_store

COUNTRY = "XM"
VERSION = "2.1"
LAST_YEAR = 2025
SEED = 20180612
MUNICIPALITIES_PER_COUNTY = 120
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def number_of(index: int) -> str:
    """Return the six-digit number of a municipality, counted from 0."""
    return str(100_001 + index)


def key_of(index: int) -> str:
    """Return the key of a municipality in the store and in the address."""
    return f"{COUNTRY}-{number_of(index)}"


def make_store(path: Path, municipalities: int, evaluations: int = 10) -> None:
    """Make a store file as a first start does, and import so many evaluations of each made-up municipality.

    There is one a year, the last of them of 2025, each with all 45 questions of version 2.1.
    """
    store = open_store(path)
    drawn = np.random.default_rng(SEED)
    whom = _municipalities(drawn, municipalities)
    ability = drawn.beta(5, 6, municipalities)
    questions = store.read("select code, max_points from instrument_question where version = '2.1' order by code")
    for year in range(LAST_YEAR - evaluations + 1, LAST_YEAR + 1):
        rows = _rows(drawn, whom, ability, questions, year)
        add_import(store, "example", f"Oppdiktet land {year}", rows, NOON)


def _municipalities(drawn: np.random.Generator, n: int) -> pl.DataFrame:
    """Draw one row a municipality: number, name, county, inhabitants and groups."""
    inhabitants = np.exp(drawn.normal(8.7, 1.1, n)).astype(int) + 200
    return pl.DataFrame(
        {
            "municipality_number": [number_of(index) for index in range(n)],
            "municipality": [f"Oppdiktet {number_of(index)}" for index in range(n)],
            "county": [f"Fylke {1 + index // MUNICIPALITIES_PER_COUNTY}" for index in range(n)],
            "population": inhabitants,
            "income_group": drawn.choice(["low", "middle", "high"], n),
            "kostra_group": [f"KG{group:02}" for group in drawn.integers(1, 17, n)],
        }
    )


def _rows(
    drawn: np.random.Generator, whom: pl.DataFrame, ability: np.ndarray[Any, Any], questions: pl.DataFrame, year: int
) -> ImportRows:
    """Return one evaluation of each municipality in a year, better by a little than the year before."""
    facts = {"country": COUNTRY, "year": year, "version": VERSION, "year_basis": "stated", "version_basis": "stated"}
    about = facts | {"population_source": "oppdiktet", "source": "Oppdiktet land", "population_date": date(year, 1, 1)}
    evaluations = whom.with_columns(pl.lit(value).alias(name) for name, value in about.items())
    figures = _figures(drawn, evaluations, ability + 0.01 * (year - LAST_YEAR), questions)
    best = figures.filter(pl.col("share") > 0.985)
    return ImportRows(shaped(evaluations, EVALUATION), shaped(figures, FIGURE), gold_stars=shaped(best, GOLD_STAR))


def _figures(
    drawn: np.random.Generator, evaluations: pl.DataFrame, ability: np.ndarray[Any, Any], questions: pl.DataFrame
) -> pl.DataFrame:
    """Draw one row a question of each evaluation, in whole tenths of a point from none to the maximum."""
    shares = np.clip(ability[:, None] + drawn.normal(0, 0.16, (evaluations.height, questions.height)), 0, 1)
    keys = evaluations.select(*KEY, "source")
    return keys.join(questions, how="cross", maintain_order="left_right").select(
        *KEY,
        "source",
        "code",
        share=pl.Series(shares.ravel()),
        points=((pl.Series(shares.ravel()) * pl.col("max_points") * 10).round() / 10).cast(pl.Decimal(5, 1)),
        basis=pl.lit("fictional"),
    )
