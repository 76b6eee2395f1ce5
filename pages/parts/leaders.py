"""Who leads: per area, per question and per municipality, and where the evaluators named a best practice."""

from functools import partial

import polars as pl
import streamlit as st

from data.norwegian import listed_few, number
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, whole
from pages.parts.comparison_choice import COMPARED_WITH
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.plain import plain
from pages.parts.table import Column, Row, Table, points, show_table, table
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading

MOST_NAMED = 15
HIGHEST = (
    "Høyest i sammenligningen regner vi ut blant minst fem; alle er med ved likhet. Gullstjerner er beste praksis som "
    "evaluererne selv har pekt ut."
)


def show_leaders(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw who has the highest points of each question of an area, at first that of `code`, and who leads most."""
    st.header("Hvem er høyest, og hvor er det gullstjerner", anchor=False)
    if answers.leading(reading, focus, comparison).is_empty():
        st.info("Færre enn fem i sammenligningen er målt på underspørsmålene. Da utpeker vi ingen høyeste.")
        _show_stars(reading, focus, comparison)
        return
    area = _chosen_area(reading, focus, int(code[0]))
    _show_highest_of(reading, focus, comparison, area)
    show_table(_per_area(reading, focus, comparison, area))
    show_table(_per_municipality(reading, focus, comparison))


def _stars(reading: Reading, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    questions = answers.questions(reading, focus, comparison).select("code", "area", "label")
    return answers.gold_stars(reading, focus, comparison).join(questions, on="code", maintain_order="left")


def _show_stars(reading: Reading, focus: Evaluation, comparison: Comparison) -> None:
    stars = _star_table(reading, focus, comparison)
    if stars.html:
        show_table(stars)


@cached
def _star_table(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        Column("Gullstjerne", "name", address=partial(_municipality, reading)),
        points("Poeng", "points", 1),
    ]
    title = f"Gullstjerner som evaluererne har gitt, {COMPARED_WITH[comparison.group]}"
    return table(reading, title, columns, _stars(reading, focus, comparison), notes_on(reading, focus))


def _municipality(reading: Reading, row: Row) -> str:
    return link(reading, "kommune", kommune=row["number"], aar=row["year"])


def _chosen_area(reading: Reading, focus: Evaluation, default: int) -> int:
    shorts = answers.area_shorts(reading, focus.version)
    area = whole("omrade", default) or default
    if area not in shorts:
        fall_back(f"Område {area} finnes ikke. Her vises område {default}.")
        area = default
    choose_few("Område", "omrade", list(shorts), area, lambda one: f"{one} {shorts[one]}")
    return area


def _show_highest_of(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> None:
    highest = _highest(reading, focus, comparison, area)
    if highest:
        st.markdown(plain(highest))


@cached
def _highest(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> str:
    """Return who has the highest points of the whole area; nothing where that is not known."""
    highest = answers.leading_areas(reading, focus, comparison).filter(pl.col("area") == area)
    if highest.is_empty():
        return ""
    who = listed_few([f"{row['name']} {row['year_label']}" for row in highest.to_dicts()])
    best = highest.row(0, named=True)
    return f"Høyest på hele området: {who} med {number(best['points'])} av 100 poeng (n = {number(best['n'])})."


@cached
def _per_area(reading: Reading, focus: Evaluation, comparison: Comparison, area: int) -> Table:
    leading, stars = answers.leading(reading, focus, comparison), _stars(reading, focus, comparison)
    named = _by_question(leading, stars).filter(pl.col("area") == area)
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        Column("Høyest", "points", lambda row: f"{number(row['points'], 1)} av {row['maximum_points']}", numeric=True),
        Column("Hvem", "who"),
        points("n", "n"),
        Column("Gullstjerner", "stars", lambda row: row["stars"] or ""),
    ]
    headings = {"code": "Kode", "label": "Underspørsmål", "points": "Høyest", "who": "Hvem", "n": "n"}
    return table(
        reading,
        f"Høyest i sammenligningen på område {area}, {COMPARED_WITH[comparison.group]}",
        columns,
        named,
        notes_on(reading, focus),
        below=[HIGHEST],
        file=(named, headings | {"stars": "Gullstjerner"}),
    )


def _by_question(leading: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    starred = stars.group_by("code").agg(stars=pl.col("name").sort())
    return (
        leading.group_by("code", maintain_order=True)
        .agg(pl.col("area", "label", "maximum_points", "points", "n").first(), who=pl.col("name"))
        .join(starred, on="code", how="left", maintain_order="left")
        .with_columns(pl.col("who", "stars").map_elements(lambda names: listed_few(list(names)), pl.String))
    )


@cached
def _per_municipality(reading: Reading, focus: Evaluation, comparison: Comparison) -> Table:
    counted = _counted(answers.leading(reading, focus, comparison), _stars(reading, focus, comparison))
    columns = [
        Column("Kommune", "name", address=partial(_municipality, reading)),
        points("Høyest på", "n_led"),
        Column("Underspørsmål", "led", lambda row: row["led"] or ""),
        Column("Gullstjerner", "starred", lambda row: row["starred"] or ""),
    ]
    headings = {"name": "Kommune", "number": "Kommunenummer", "n_led": "Høyest på så mange underspørsmål"}
    more = f"De {MOST_NAMED} første av {counted.height}; filen har alle."
    return table(
        reading,
        f"Kommuner som er høyest på noe eller har gullstjerne, {COMPARED_WITH[comparison.group]}",
        columns,
        counted.head(MOST_NAMED),
        notes_on(reading, focus),
        marked={"number": focus.municipality},
        below=[more] if counted.height > MOST_NAMED else [],
        file=(counted, headings | {"led": "Underspørsmål", "starred": "Gullstjerner"}),
    )


def _counted(leading: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    who = ["number", "name", "year"]
    led = leading.group_by(who).agg(n_led=pl.len(), led=pl.col("code").sort().str.join(", "))
    starred = stars.group_by(who).agg(starred=pl.col("code").sort().str.join(", "))
    return (
        led.join(starred, on=who, how="full", coalesce=True)
        .with_columns(pl.col("n_led").fill_null(0))
        .sort("n_led", "name", descending=[True, False])
    )
