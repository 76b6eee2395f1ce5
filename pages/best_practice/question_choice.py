"""Choice of the question, and of the area whose leaders are shown."""

import streamlit as st

from data.language import _
from pages.parts.address import choose, choose_few, dropping
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from queries.snapshot import Snapshot
from reports.best_practice.questions import question_labels


def show_question_choice(snapshot: Snapshot, focus: Evaluation, code: str) -> None:
    """Draw the choice of question."""
    labels = question_labels(snapshot, focus.version)
    choose(_("Underspørsmål"), "sporsmal", list(labels), code, labels.__getitem__, also=dropping("omrade"))


def show_leading_choice(snapshot: Snapshot, focus: Evaluation, area: int | None) -> None:
    """Draw the heading and the choice of area; without an area, the heading only."""
    st.header(_("Hvem er høyest, og hvor er det gullstjerner"), anchor=False)
    if area is not None:
        shorts = area_shorts(snapshot, focus.version)
        choose_few(_("Område"), "omrade", list(shorts), area, lambda number: f"{number} {shorts[number]}")
