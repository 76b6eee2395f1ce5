"""Who leads: per area, per question and per municipality, and where the evaluators named a best practice."""

import polars as pl
import streamlit as st

from data.norwegian import listed, number
from pages.parts import answers
from pages.parts.address import choose_few, fall_back, link, whole
from pages.parts.comparison_choice import COMPARED_WITH
from pages.parts.dataset import notes_on
from pages.parts.picture import offer_table, show_table_with_files
from pages.parts.plain import plain
from pages.parts.table import Column, Row, points, show_table
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading

MOST_NAMED = 15


def show_leaders(reading: Reading, focus: Evaluation, comparison: Comparison, code: str) -> None:
    """Draw who has the highest points of each question of an area, at first that of `code`, and who leads most."""
    st.header("Hvem er høyest, og hvor er det gullstjerner", anchor=False)
    leading = answers.leading(reading, focus, comparison)
    stars = _stars(reading, focus, comparison)
    if leading.is_empty():
        st.info("Færre enn fem i sammenligningen er målt på underspørsmålene. Da utpeker vi ingen høyeste.")
        _show_stars(reading, focus, comparison, stars)
        return
    area = _chosen_area(reading, focus, int(code[0]))
    _per_area(reading, focus, comparison, area, leading, stars)
    _per_municipality(reading, focus, comparison, leading, stars)


def _stars(reading: Reading, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    questions = answers.questions(reading, focus, comparison).select("code", "area", "label")
    return answers.gold_stars(reading, focus, comparison).join(questions, on="code", maintain_order="left")


def _show_stars(reading: Reading, focus: Evaluation, comparison: Comparison, stars: pl.DataFrame) -> None:
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        Column("Gullstjerne", "name", address=_municipality),
        points("Poeng", "points", 1),
    ]
    if not stars.is_empty():
        title = f"Gullstjerner som evaluererne har gitt, {COMPARED_WITH[comparison.group]}"
        show_table_with_files(reading, title, columns, stars.to_dicts(), notes_on(reading, focus))


def _municipality(row: Row) -> str:
    return link("kommune", kommune=row["number"], aar=row["year"])


def _chosen_area(reading: Reading, focus: Evaluation, default: int) -> int:
    areas = answers.areas(reading, focus.version).filter(pl.col("area") > 0)
    shorts = dict(areas.select("area", "short").iter_rows())
    area = whole("omrade", default) or default
    if area not in shorts:
        fall_back(f"Område {area} finnes ikke. Her vises område {default}.")
        area = default
    choose_few("Område", "omrade", list(shorts), area, lambda one: f"{one} {shorts[one]}")
    return area


def _per_area(
    reading: Reading,
    focus: Evaluation,
    comparison: Comparison,
    area: int,
    leading: pl.DataFrame,
    stars: pl.DataFrame,
) -> None:
    highest = answers.leading_areas(reading, focus, comparison).filter(pl.col("area") == area)
    if not highest.is_empty():
        who = listed([f"{row['name']} {row['year_label']}" for row in highest.to_dicts()])
        best = highest.row(0, named=True)
        points_of = f"{number(best['points'])} av 100 poeng (n = {best['n']})"
        st.markdown(plain(f"Høyest på hele området: {who} med {points_of}."))
    named = _by_question(leading, stars).filter(pl.col("area") == area)
    title = f"Høyest i sammenligningen på område {area}, {COMPARED_WITH[comparison.group]}"
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        Column("Høyest", "points", lambda row: f"{number(row['points'], 1)} av {row['maximum_points']}", numeric=True),
        Column("Hvem", "who"),
        points("n", "n"),
        Column("Gullstjerner", "stars", lambda row: row["stars"] or ""),
    ]
    show_table(title, columns, named.to_dicts())
    st.caption(
        "Høyest i sammenligningen regner vi ut blant minst fem; alle er med ved likhet. Gullstjerner er beste praksis "
        "som evaluererne selv har pekt ut."
    )
    headings = {"code": "Kode", "label": "Underspørsmål", "points": "Høyest", "who": "Hvem", "n": "n"}
    offer_table(reading, title, named, headings | {"stars": "Gullstjerner"}, notes_on(reading, focus))


def _by_question(leading: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    starred = stars.group_by("code").agg(stars=pl.col("name").sort().str.join(", "))
    return (
        leading.group_by("code", maintain_order=True)
        .agg(pl.col("area", "label", "maximum_points", "points", "n").first(), who=pl.col("name").str.join(", "))
        .join(starred, on="code", how="left", maintain_order="left")
    )


def _per_municipality(
    reading: Reading, focus: Evaluation, comparison: Comparison, leading: pl.DataFrame, stars: pl.DataFrame
) -> None:
    counted = _counted(leading, stars)
    title = f"Kommuner som er høyest på noe eller har gullstjerne, {COMPARED_WITH[comparison.group]}"
    columns = [
        Column("Kommune", "name", address=_municipality),
        points("Høyest på", "n_led"),
        Column("Underspørsmål", "led", lambda row: row["led"] or ""),
        Column("Gullstjerner", "starred", lambda row: row["starred"] or ""),
    ]
    show_table(title, columns, counted.head(MOST_NAMED).to_dicts(), {"number": focus.municipality})
    if counted.height > MOST_NAMED:
        st.caption(f"De {MOST_NAMED} første av {counted.height}; filen har alle.")
    headings = {"name": "Kommune", "number": "Kommunenummer", "n_led": "Høyest på så mange underspørsmål"}
    headings |= {"led": "Underspørsmål", "starred": "Gullstjerner"}
    offer_table(reading, title, counted, headings, notes_on(reading, focus))


def _counted(leading: pl.DataFrame, stars: pl.DataFrame) -> pl.DataFrame:
    who = ["number", "name", "year"]
    led = leading.group_by(who).agg(n_led=pl.len(), led=pl.col("code").sort().str.join(", "))
    starred = stars.group_by(who).agg(starred=pl.col("code").sort().str.join(", "))
    return (
        led.join(starred, on=who, how="full", coalesce=True)
        .with_columns(pl.col("n_led").fill_null(0))
        .sort("n_led", "name", descending=[True, False])
    )
