"""One area opened: its questions, its gold stars, and what the evaluators saw."""

from functools import partial
from html import escape

import polars as pl
import streamlit as st

from charts.question_bars import QUESTION_BARS, question_bars_rows, question_bars_text
from data.shipped import shipped_events
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, whole
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.picture import Picture, picture, show_picture
from pages.parts.plain import plain
from pages.parts.table import Column, Row, Table, differences, points, show_table, table
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading
from reports.standing import BASIS

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


def learnable(reading: Reading, focus: Evaluation) -> Column:
    """Return the column of questions, each a link to whom the municipality can learn it from."""

    def address(row: Row) -> str:
        return link(reading, "beste-praksis", kommune=focus.municipality, aar=focus.year, sporsmal=row["code"])

    return Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=address)


def show_one_area(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    """Draw the choice of area, its questions, and its strengths, challenges and weaknesses."""
    st.header("Ett område nærmere", anchor=False)
    area = _chosen_area(reading, focus)
    st.subheader(plain(f"{area} {answers.area_names(reading, focus.version)[area]}"), anchor=False)
    _show_questions(reading, focus, comparison, area)
    _show_remarks(reading, focus, area)


def _chosen_area(reading: Reading, focus: Evaluation) -> int:
    shorts = answers.area_shorts(reading, focus.version)
    area = whole("omrade", 1) or 1
    if area not in shorts:
        fall_back(f"Område {area} finnes ikke. Her vises område 1.")
        area = 1
    choose_few("Område", "omrade", list(shorts), area, lambda one: f"{one} {shorts[one]}")
    return area


def _show_questions(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> None:
    why_none = _why_none(reading, focus, comparison, area)
    if why_none:
        st.info(plain(why_none))
        return
    show_picture(_picture(reading, focus, comparison, area))
    show_table(_table(reading, focus, comparison, area))


@cached
def _why_none(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> str | None:
    """Return why there are no questions to show; None where there are."""
    questions = _questions(reading, focus, comparison, area)
    if questions.is_empty():
        return f"Underspørsmålene i versjon {focus.version} er ikke publisert. Bare totalen og områdene kan vises."
    if questions["own"].is_null().all():
        return f"Underspørsmålene er ikke kjent for {focus.name} {focus.year_label}."
    return None


@cached
def _picture(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> Picture:
    questions = _questions(reading, focus, comparison, area)
    rows, in_words = question_bars_rows(questions), partial(question_bars_text, questions)
    title, notes = _title(focus, area), _notes(reading, focus)
    return picture(reading, "questions", title, QUESTION_BARS, rows, in_words, notes)


@cached
def _table(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> Table:
    questions = _questions(reading, focus, comparison, area)
    noted = questions.filter(pl.col("note").is_not_null())
    return table(
        reading,
        _title(focus, area),
        [learnable(reading, focus), *COLUMNS],
        questions,
        _notes(reading, focus),
        below=[f"{row['code']}: {row['note']}." for row in noted.iter_rows(named=True)],
        file=(questions.with_columns(pl.col("basis").replace(BASIS)), HEADINGS),
    )


def _questions(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> pl.DataFrame:
    return answers.questions(reading, focus, comparison).filter(pl.col("area") == area)


def _title(focus: Evaluation, area: int) -> str:
    return f"{focus.name} {focus.year_label}: underspørsmål i område {area}"


def _notes(reading: Reading, focus: Evaluation) -> list[str]:
    return notes_on(reading, focus, "Underspørsmål sammenlignes bare innenfor samme versjon.")


def _show_remarks(reading: Reading, focus: Evaluation, area: int) -> None:
    told = _remarks(reading, focus, area)
    if told is None:
        return
    lists, origin = told
    for written, column in zip(lists, st.columns(len(lists), gap="medium"), strict=True):
        column.html(written)
    st.caption(plain(origin))


@cached
def _remarks(reading: Reading, focus: Evaluation, area: int) -> tuple[list[str], str] | None:
    """Return a list for each kind of remark, and whose words they are; None where there are none."""
    remarks = answers.asked(reading, "remarks", evaluation=focus.evaluation).filter(pl.col("area") == area)
    if remarks.is_empty():
        return None
    lists = [_list(heading, remarks.filter(pl.col("kind") == kind)["text"]) for kind, heading in KINDS.items()]
    places = remarks["place"].drop_nulls().unique(maintain_order=True).to_list()
    return lists, f"{origin(reading, focus)}{f', {places[0]}' if len(places) == 1 else ''}."


def _list(heading: str, texts: pl.Series) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<p><strong>{heading}</strong></p><ul class="statements">{items or "<li>ingen oppgitt</li>"}</ul>'


def origin(reading: Reading, focus: Evaluation) -> str:
    """Return whose words the remarks of an evaluation are."""
    if focus.event not in shipped_events(reading.store):
        return "Slik det står i skåringsarket"
    return "Oppdiktet" if reading.dataset == "example" else "Gjengitt med egne ord"
