"""Whom a municipality can learn a question from, most similar first, or why there is nobody."""

import polars as pl
import streamlit as st

from charts.learning import learning_sentence, nobody_sentence
from data.norwegian import first_upper, listed, number
from pages.parts import answers
from pages.parts.address import choose, dropping, fall_back, link, word
from pages.parts.comparison_choice import COMPARED_WITH
from pages.parts.dataset import notes_on
from pages.parts.picture import offer_table, show_table_with_files
from pages.parts.plain import plain
from pages.parts.table import Column, Row, points, show_table, words
from queries.best_practice import nobody_because
from queries.comparison import ALL, Comparison
from queries.evaluation import Evaluation
from queries.question_profile import gaps
from queries.reading import Reading
from queries.settings import settings

SHOWN, WEAKEST = 10, 10
HEADINGS = {
    "code": "Kode",
    "number": "Kommunenummer",
    "name": "Kommune",
    "year": "Evaluert",
    "population": "Innbyggere",
    "size_group": "Størrelsesgruppe",
    "points": "Poeng",
    "maximum_points": "Maksimum",
    "lead": "Poeng foran",
    "same_county": "Samme fylke",
    "same_kostra": "Samme KOSTRA-gruppe",
    "same_income": "Samme inntektsgruppe",
}
SAME = {"same_county": "fylke", "same_kostra": "KOSTRA-gruppe", "same_income": "inntektsgruppe"}


def chosen_question(reading: Reading, focus: Evaluation) -> str:
    """Draw the choice of question and return its code; at first the one with most points left."""
    questions = answers.questions(reading, focus, ALL)
    if questions.is_empty():
        st.info(f"Underspørsmålene i versjon {focus.version} er ikke publisert. Velg en annen evaluering.")
        st.stop()
    labels = {row["code"]: f"{row['code']} {row['label']}" for row in questions.iter_rows(named=True)}
    left = gaps(questions)
    weakest = left["code"][0] if left.height else questions["code"][0]
    code = word("sporsmal") or weakest
    if code not in labels:
        fall_back(f"Underspørsmål «{code}» finnes ikke i versjon {focus.version}. Her vises {labels[weakest]}.")
        code = weakest
    return str(choose("Underspørsmål", "sporsmal", list(labels), code, labels.__getitem__, also=dropping("omrade")))


def show_learning(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw whom to learn the question from, or why there is nobody."""
    questions = answers.questions(reading, focus, comparison)
    question = questions.row(by_predicate=pl.col("code") == code, named=True)
    found = answers.best_practices(reading, focus, code, comparison)
    least = settings(reading)["lead_share"]
    st.header(plain(f"Hvem kan {focus.name} lære {code} {question['label']} av?"), anchor=False)
    if found.is_empty():
        figures = answers.question_figures(reading, focus, (code,), comparison)
        own = f"{number(question['own'], 1)} av {question['maximum_points']} poeng"
        st.info(plain(nobody_sentence(focus.name, nobody_because(figures, focus, code), own, least)))
        return
    st.markdown(plain(learning_sentence(focus.name, question, found, least)))
    title = f"{focus.name} {focus.year_label}: å lære {code} av"
    show_table(f"{title}, {COMPARED_WITH[comparison.group]}", _columns(focus, question), found.head(SHOWN).to_dicts())
    st.caption(_order(found.height))
    notes = notes_on(reading, focus, f"Ordnet etter likhet. {first_upper(COMPARED_WITH[comparison.group])}.")
    offer_table(reading, title, found, HEADINGS, notes)


def _columns(focus: Evaluation, question: Row) -> list[Column]:
    def address(row: Row) -> str:
        return link("kommune", kommune=row["number"], aar=row["year"], omrade=question["area"])

    return [
        Column("Kommune", "name", lambda row: f"{row['name']} {row['year_label']}", address=address),
        points("Poeng", "points", 1),
        Column("Av maks.", "share", lambda row: f"{number(100 * row['share'])}\u00a0%", numeric=True),
        Column("Foran", "lead", lambda row: f"+{number(row['lead'], 1)}", numeric=True),
        points("Innbyggere", "population", 0),
        words("Størrelsesgruppe", "size_group"),
        Column(f"Samme som {focus.name}", "number", _same),
    ]


def _same(row: Row) -> str:
    return listed([name for field, name in SAME.items() if row[field]]) or "–"


def _order(n: int) -> str:
    more = f" De {SHOWN} likeste av {n} vises; filen har alle." if n > SHOWN else ""
    return (
        "Ordnet slik: samme størrelsesgruppe, nærmest i innbyggertall, samme fylke, KOSTRA-gruppe og inntektsgruppe, "
        f"størst forsprang.{more}"
    )


def show_weakest(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw the questions with most points left, each with the most similar one to learn it from."""
    left = gaps(answers.questions(reading, focus, comparison)).head(WEAKEST)
    if left.is_empty():
        return
    nearest = answers.nearest_practices(reading, focus, tuple(left["code"]), comparison)
    told = left.select("code", "label", "left", "own", "maximum_points").join(
        nearest.select("code", "name", "points", "number", "year", "ahead"),
        on="code",
        how="left",
        maintain_order="left",
    )
    st.header(plain(f"Der {focus.name} har mest å hente"), anchor=False)
    title = f"{focus.name} {focus.year_label}: mest å hente, og hvem som er likest og klart foran"
    notes = notes_on(reading, focus, f"{first_upper(COMPARED_WITH[comparison.group])}.")
    show_table_with_files(reading, title, _weakest_columns(focus), told.to_dicts(), notes, {"code": code})
    st.caption("Velg et underspørsmål for å se alle som ligger klart foran.")


def _weakest_columns(focus: Evaluation) -> list[Column]:
    def learn(row: Row) -> str:
        return link("beste-praksis", kommune=focus.municipality, aar=focus.year, sporsmal=row["code"])

    return [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=learn),
        points("Igjen", "left", 1),
        Column("Egne poeng", "own", lambda row: f"{number(row['own'], 1)} av {row['maximum_points']}", numeric=True),
        Column("Likest og klart foran", "name", lambda row: row["name"] or "ingen"),
        points("Poeng", "points", 1),
        Column("Klart foran i alt", "ahead", lambda row: str(row["ahead"] or 0), numeric=True),
    ]
