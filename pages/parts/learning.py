"""Whom a municipality can learn a question from, most similar first, or why there is nobody."""

from collections.abc import Mapping
from functools import partial

import polars as pl
import streamlit as st

from charts.learning import learning_sentence, nobody_sentence
from data.norwegian import first_upper, listed, number
from pages.parts import answers
from pages.parts.address import choose, dropping, fall_back, word
from pages.parts.comparison_choice import COMPARED_WITH
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.plain import plain
from pages.parts.table import Column, File, Row, Table, points, show_table, table, words
from queries.best_practice import nobody_because
from queries.caching import cached
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
    labels = _labels(reading, focus)
    if not labels:
        st.info(f"Underspørsmålene i versjon {focus.version} er ikke publisert. Velg en annen evaluering.")
        st.stop()
    weakest = _weakest_question(reading, focus)
    code = word("sporsmal") or weakest
    if code not in labels:
        fall_back(f"Underspørsmål «{code}» finnes ikke i versjon {focus.version}. Her vises {labels[weakest]}.")
        code = weakest
    return str(choose("Underspørsmål", "sporsmal", list(labels), code, labels.__getitem__, also=dropping("omrade")))


@cached
def _labels(reading: Reading, focus: Evaluation) -> Mapping[str, str]:
    questions = answers.questions(reading, focus, ALL)
    return {row["code"]: f"{row['code']} {row['label']}" for row in questions.iter_rows(named=True)}


@cached
def _weakest_question(reading: Reading, focus: Evaluation) -> str:
    left = gaps(answers.questions(reading, focus, ALL))
    return str(left["code"][0]) if left.height else next(iter(_labels(reading, focus)))


def show_learning(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw whom to learn the question from, or why there is nobody."""
    st.header(plain(f"Hvem kan {focus.name} lære {_labels(reading, focus)[code]} av?"), anchor=False)
    sentence, teachers = _learning(reading, focus, comparison, code)
    if teachers is None:
        st.info(plain(sentence))
        return
    st.markdown(plain(sentence))
    show_table(teachers)


@cached
def _learning(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> tuple[str, Table | None]:
    """Return the sentence that says whom to learn the question from with their table, or why there is nobody."""
    questions = answers.questions(reading, focus, comparison)
    question = questions.row(by_predicate=pl.col("code") == code, named=True)
    found = _ahead(reading, focus, comparison, code).filter(pl.col("code") == code)
    least = settings(reading)["lead_share"]
    if found.is_empty():
        figures = answers.question_figures(reading, focus, (code,), comparison)
        own = f"{number(question['own'], 1)} av {question['maximum_points']} poeng"
        return nobody_sentence(focus.name, nobody_because(figures, focus, code), own, least), None
    sentence = learning_sentence(focus.name, question, found, least)
    return sentence, _teachers(reading, focus, comparison, question, found)


@cached
def _ahead(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> pl.DataFrame:
    """Return the first of those clearly ahead on the question and on the weakest ones, asked for together."""
    weakest = gaps(answers.questions(reading, focus, comparison)).head(WEAKEST)["code"]
    return answers.best_practices(reading, focus, tuple(sorted({code, *weakest})), comparison, most=SHOWN)


def _teachers(reading: Reading, focus: Evaluation, comparison: Comparison, question: Row, found: pl.DataFrame) -> Table:
    title = f"{focus.name} {focus.year_label}: å lære {question['code']} av"
    return table(
        reading,
        title,
        _columns(reading, focus, question),
        found,
        notes_on(reading, focus, f"Ordnet etter likhet. {first_upper(COMPARED_WITH[comparison.group])}."),
        caption=f"{title}, {COMPARED_WITH[comparison.group]}",
        below=[_order(found["ahead"][0])],
        file=partial(_everyone_ahead, reading, focus, comparison, question["code"]),
    )


def _everyone_ahead(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> File:
    """Return all to learn a question from, asked for anew when somebody wants the file: they can be thousands."""
    return answers.best_practices(reading, focus, (code,), comparison), HEADINGS


def _columns(reading: Reading, focus: Evaluation, question: Row) -> list[Column]:
    def address(row: Row) -> str:
        return link(reading, "kommune", kommune=row["number"], aar=row["year"], omrade=question["area"])

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
    more = f" De {SHOWN} likeste av {number(n)} vises; filen har alle." if n > SHOWN else ""
    return (
        "Ordnet slik: samme størrelsesgruppe, nærmest i innbyggertall, samme fylke, KOSTRA-gruppe og inntektsgruppe, "
        f"størst forsprang.{more}"
    )


def show_weakest(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw the questions with most points left, each with the most similar one to learn it from."""
    weakest = _weakest(reading, focus, comparison, code)
    if weakest.html:
        st.header(plain(f"Der {focus.name} har mest å hente"), anchor=False)
        show_table(weakest)


@cached
def _weakest(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> Table:
    left = gaps(answers.questions(reading, focus, comparison)).head(WEAKEST)
    nearest = _ahead(reading, focus, comparison, code).unique("code", keep="first", maintain_order=True)
    told = left.select("code", "label", "left", "own", "maximum_points").join(
        nearest.select("code", "name", "points", "number", "year", "ahead"),
        on="code",
        how="left",
        maintain_order="left",
    )
    return table(
        reading,
        f"{focus.name} {focus.year_label}: mest å hente, og hvem som er likest og klart foran",
        _weakest_columns(reading, focus),
        told,
        notes_on(reading, focus, f"{first_upper(COMPARED_WITH[comparison.group])}."),
        marked={"code": code},
        below=["Velg et underspørsmål for å se alle som ligger klart foran."],
    )


def _weakest_columns(reading: Reading, focus: Evaluation) -> list[Column]:
    def learn(row: Row) -> str:
        return link(reading, "beste-praksis", kommune=focus.municipality, aar=focus.year, sporsmal=row["code"])

    return [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=learn),
        points("Igjen", "left", 1),
        Column("Egne poeng", "own", lambda row: f"{number(row['own'], 1)} av {row['maximum_points']}", numeric=True),
        Column("Likest og klart foran", "name", lambda row: row["name"] or "ingen"),
        points("Poeng", "points", 1),
        Column("Klart foran i alt", "ahead", lambda row: str(row["ahead"] or 0), numeric=True),
    ]
