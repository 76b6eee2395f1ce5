"""Mest å hente: the questions with most points left."""

import polars as pl
import streamlit as st

from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.one_area import HEADINGS, learnable
from pages.parts.table import Column, Table, points, show_table, table
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import gaps
from queries.reading import Reading
from reports.standing import BASIS

SHOWN = 10
COLUMNS = [
    points("Igjen", "left", 1),
    points("Poeng", "own", 1),
    points("Maks.", "maximum_points"),
    points("Høyeste i gruppen", "maximum", 1),
    Column("Hvem", "leaders"),
    points("n", "n"),
]


def show_gaps(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    """Draw the ten questions with most points left to the maximum."""
    left = _table(reading, focus, comparison)
    if left.html:
        st.header("Mest å hente", anchor=False)
        show_table(left)


@cached
def _table(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    questions = answers.questions(reading, focus, comparison)
    left = gaps(questions)
    about = f"Poeng igjen er maksimum minus egne poeng. {_unprinted(reading, focus, questions)}".strip()
    return table(
        reading,
        f"{focus.name} {focus.year_label}: underspørsmål med flest poeng igjen",
        [learnable(reading, focus), *COLUMNS],
        left.head(SHOWN),
        notes_on(reading, focus, about),
        below=[f"{about} Et underspørsmål fører til hvem det kan læres av."],
        file=(left.with_columns(pl.col("basis").replace(BASIS)), HEADINGS),
    )


def _unprinted(reading: Reading, focus: Evaluation, questions: pl.DataFrame) -> str:
    """Say how many points of an area are in no printed question."""
    asked = questions.group_by("area").agg(asked=pl.col("maximum_points").sum())
    areas = (
        answers.areas(reading, focus.version).join(asked, on="area").filter(pl.col("maximum_points") > pl.col("asked"))
    )
    missing = [
        f"I område {row['area']} ligger {row['maximum_points'] - row['asked']} av {row['maximum_points']} poeng "
        "ikke i noe trykt underspørsmål."
        for row in areas.iter_rows(named=True)
    ]
    return " ".join(missing)
