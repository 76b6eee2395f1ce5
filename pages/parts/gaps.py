"""Mest å hente: the questions with most points left."""

import polars as pl
import streamlit as st

from charts.standing import BASIS
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.one_area import HEADINGS, learnable
from pages.parts.picture import offer_table
from pages.parts.plain import plain
from pages.parts.table import Column, points, show_table
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import gaps
from queries.reading import Reading

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
    questions = answers.questions(reading, focus, comparison)
    left = gaps(questions)
    if left.is_empty():
        return
    st.header("Mest å hente", anchor=False)
    title = f"{focus.name} {focus.year_label}: underspørsmål med flest poeng igjen"
    show_table(title, [learnable(focus), *COLUMNS], left.head(SHOWN).to_dicts())
    about = f"Poeng igjen er maksimum minus egne poeng. {_unprinted(reading, focus, questions)}".strip()
    st.caption(plain(f"{about} Et underspørsmål fører til hvem det kan læres av."))
    notes = notes_on(reading, focus, about)
    offer_table(reading, title, left.with_columns(pl.col("basis").replace(BASIS)), HEADINGS, notes)


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
