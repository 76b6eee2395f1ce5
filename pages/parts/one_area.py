"""One area opened: its questions, its gold stars, and what the evaluators saw."""

from html import escape

import polars as pl
import streamlit as st

from charts.question_bars import QUESTION_BARS, question_bars_rows, question_bars_text
from charts.standing import BASIS
from data.opening import SHIPPED_IMPORTS
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, link, whole
from pages.parts.dataset import notes_on
from pages.parts.picture import offer_table, show_picture
from pages.parts.plain import plain
from pages.parts.table import Column, Row, differences, points, show_table
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading

KINDS = {"strength": "Styrker", "challenge": "Utfordringer", "weakness": "Svakheter"}
HEADINGS = {
    "code": "Kode",
    "label": "Underspørsmål",
    "own": "Poeng",
    "basis": "Grunnlag",
    "maximum_points": "Maksimum",
    "left": "Igjen",
    "n": "n",
    "mean": "Gjennomsnitt",
    "q1": "Nedre kvartil",
    "q3": "Øvre kvartil",
    "maximum": "Høyeste",
    "rank": "Plass",
    "leaders": "Høyest i sammenligningen",
    "gold_star": "Gullstjerne",
}
COLUMNS = [
    points("Poeng", "own", 1),
    points("Maks.", "maximum_points"),
    Column("Grunnlag", "basis", lambda row: BASIS.get(row["basis"], "..")),
    points("Snitt", "mean", 1),
    differences("Avstand", "difference", matters="matters"),
    points("n", "n"),
    Column("Høyest i sammenligningen", "leaders"),
    Column("Gullstjerne", "gold_star", lambda row: row["gold_star"] or ""),
]


def learnable(focus: Evaluation) -> Column:
    """Return the column of questions, each a link to whom the municipality can learn it from."""

    def address(row: Row) -> str:
        return link("beste-praksis", kommune=focus.municipality, aar=focus.year, sporsmal=row["code"])

    return Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=address)


def show_one_area(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    """Draw the choice of area, its questions, and its strengths, challenges and weaknesses."""
    names = dict(answers.areas(reading, focus.version).filter(pl.col("area") > 0).select("area", "name").iter_rows())
    st.header("Ett område nærmere", anchor=False)
    area = whole("omrade", 1) or 1
    if area not in names:
        fall_back(f"Område {area} finnes ikke. Her vises område 1.")
        area = 1
    shorts = dict(answers.areas(reading, focus.version).select("area", "short").iter_rows())
    choose_few("Område", "omrade", list(names), area, lambda one: f"{one} {shorts[one]}")
    questions = answers.questions(reading, focus, comparison).filter(pl.col("area") == area)
    st.subheader(plain(f"{area} {names[area]}"), anchor=False)
    _show_questions(reading, focus, area, questions)
    _show_remarks(reading, focus, area)


def _show_questions(reading: Reading, focus: Evaluation, area: int, questions: pl.DataFrame) -> None:
    if questions.is_empty() or questions["own"].is_null().all():
        st.info(plain(_why_none(focus, questions)))
        return
    title = f"{focus.name} {focus.year_label}: underspørsmål i område {area}"
    notes = notes_on(reading, focus, "Underspørsmål sammenlignes bare innenfor samme versjon.")
    show_picture(reading, title, QUESTION_BARS, question_bars_rows(questions), question_bars_text(questions), notes)
    show_table(title, [learnable(focus), *COLUMNS], questions.to_dicts())
    for row in questions.filter(pl.col("note").is_not_null()).iter_rows(named=True):
        st.caption(plain(f"{row['code']}: {row['note']}."))
    offer_table(reading, title, questions.with_columns(pl.col("basis").replace(BASIS)), HEADINGS, notes)


def _why_none(focus: Evaluation, questions: pl.DataFrame) -> str:
    if questions.is_empty():
        return f"Underspørsmålene i versjon {focus.version} er ikke publisert. Bare totalen og områdene kan vises."
    return f"Underspørsmålene er ikke kjent for {focus.name} {focus.year_label}."


def _show_remarks(reading: Reading, focus: Evaluation, area: int) -> None:
    remarks = answers.asked(reading, "remarks", evaluation=focus.evaluation).filter(pl.col("area") == area)
    if remarks.is_empty():
        return
    for (kind, heading), column in zip(KINDS.items(), st.columns(3, gap="medium"), strict=True):
        rows = remarks.filter(pl.col("kind") == kind)
        items = "".join(f"<li>{escape(text)}</li>" for text in rows["text"])
        column.html(f'<p><strong>{heading}</strong></p><ul class="statements">{items or "<li>ingen oppgitt</li>"}</ul>')
    places = remarks["place"].drop_nulls().unique(maintain_order=True).to_list()
    st.caption(plain(f"{origin(reading, focus)}{f', {places[0]}' if len(places) == 1 else ''}."))


def origin(reading: Reading, focus: Evaluation) -> str:
    """Return whose words the remarks of an evaluation are."""
    if focus.event > SHIPPED_IMPORTS:
        return "Slik det står i skåringsarket"
    return "Oppdiktet" if reading.dataset == "example" else "Gjengitt med egne ord"
