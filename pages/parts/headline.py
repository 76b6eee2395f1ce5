"""The first thing a leader reads: the total, and where it stands among whom."""

from html import escape

import polars as pl
import streamlit as st

from data.norwegian import day, number, shortest
from pages.parts import answers
from pages.parts.plain import plain
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import group_code
from queries.reading import Reading
from reports.origin import source
from reports.standing import BASIS, computed_standing, few, printed_mean, printed_statement

VERSION_BASIS = {"inferred": " (sluttet av året)", "stated": ""}
YEAR_BASIS = {"inferred": "Året er sluttet av kilden"}


def show_headline(reading: Reading, focus: Evaluation) -> None:
    """Draw the name, the total of 800, and what print and we say of its standing."""
    st.title(plain(f"{focus.name} {focus.year_label}"), anchor=False)
    st.html(f'<p class="facts">{escape(_facts(focus))}</p>')
    st.html(f'<p class="score">{_score(reading, focus)}</p>')
    lists = _lists(reading, focus)
    for column, written in zip(st.columns(len(lists), gap="large"), lists, strict=True):
        column.html(written)


@cached
def _lists(reading: Reading, focus: Evaluation) -> list[str]:
    told = {
        "Hvor står kommunen?": _standing(reading, focus),
        "Det rapportene selv sier på trykk": _printed(reading, focus),
    }
    return [_list(heading, sentences) for heading, sentences in told.items() if sentences]


def _score(reading: Reading, focus: Evaluation) -> str:
    if focus.total is None:
        return "Totalen er ikke kjent"
    basis = answers.area_profile(reading, focus)["basis"][0]
    said = "" if basis == "stated" else f" ({BASIS[basis]})"
    return f"<strong>{shortest(focus.total)}</strong> av 800 poeng{said}"


def _facts(focus: Evaluation) -> str:
    inhabitants = (
        "innbyggertall ikke kjent"
        if focus.population is None
        else f"{number(focus.population)} innbyggere ({_counted_when(focus)}), {focus.size_group_label}"
    )
    version = f"Versjon {focus.version}{VERSION_BASIS.get(focus.version_basis, '')}"
    income = f"{focus.income_group} inntekt" if focus.income_group else None
    kostra = f"KOSTRA-gruppe {focus.kostra_group}" if focus.kostra_group else None
    return " · ".join(
        filter(
            None,
            [
                YEAR_BASIS.get(focus.year_basis),
                version,
                inhabitants,
                focus.county,
                income,
                kostra,
                source(focus.source, None),
            ],
        )
    )


def _counted_when(focus: Evaluation) -> str:
    return ", ".join(filter(None, [day(focus.population_date), focus.population_source]))


def _standing(reading: Reading, focus: Evaluation) -> list[str]:
    if focus.total is None:
        return ["Totalen er ikke kjent, og er derfor ikke sammenlignet."]
    sentences = _standing_among(reading, focus, Comparison())
    if focus.size_group is None:
        sentences.append("Innbyggertallet er ikke kjent. Derfor er den ikke sammenlignet med andre av samme størrelse.")
    else:
        sentences += _standing_among(reading, focus, Comparison("size"))
    return [*sentences, *_since_last(reading, focus)]


def _standing_among(reading: Reading, focus: Evaluation, comparison: Comparison) -> list[str]:
    total = answers.area_profile(reading, focus, comparison).row(0, named=True)
    size = focus.size_group_label if comparison.group == "size" else None
    too_few = few(reading, focus.family, focus.country, group_code(focus, comparison), total["n"])
    printed = printed_mean(focus.name, total, size)
    computed = computed_standing(total, size, too_few=too_few)
    return [printed, computed] if printed else [computed]


def _since_last(reading: Reading, focus: Evaluation) -> list[str]:
    movement = answers.movement(reading, focus.municipality)
    total = movement.filter(
        pl.col("area") == 0,
        pl.col("year") == focus.year,
        pl.col("version") == focus.version,
        pl.col("note").is_not_null(),
    )
    return (
        [f"Siden forrige evaluering: {total['note'][0]}"]
        if total["change"].is_not_null().any()
        else total["note"].to_list()
    )


def _printed(reading: Reading, focus: Evaluation) -> list[str]:
    statements = answers.asked(reading, "statements", municipality=None)
    names = dict(answers.areas(reading, focus.version).select("area", "name").iter_rows())
    ours = statements.filter(pl.col("municipality") == focus.municipality, pl.col("year") == focus.year)
    return [printed_statement(row, names) for row in ours.iter_rows(named=True)]


def _list(heading: str, sentences: list[str]) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<p><strong>{escape(heading)}</strong></p><ul class="statements">{items}</ul>'
