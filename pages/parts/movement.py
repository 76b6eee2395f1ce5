"""Totals and areas from evaluation to evaluation, never across a family of versions."""

from html import escape

import polars as pl
import streamlit as st

from charts.area_year_columns import AREA_YEAR_COLUMNS, area_year_columns_rows, area_year_columns_text
from charts.standing import BASIS
from charts.year_columns import YEAR_COLUMNS, year_columns_rows, year_columns_text
from data.norwegian import listed
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.evaluation_choice import chosen_several
from pages.parts.picture import offer_table, show_picture
from pages.parts.plain import plain
from pages.parts.spider_and_twin import show_spider
from pages.parts.table import Column, differences, points, show_table, words
from queries.evaluation import Evaluation
from queries.reading import Reading

HEADINGS = {
    "name": "Kommune",
    "year_label": "Evaluert",
    "version": "Versjon",
    "area": "Område",
    "label": "Navn",
    "points": "Poeng",
    "basis": "Grunnlag",
    "change": "Endring",
    "matters": "Stor nok til å tillegges vekt",
    "note": "Merknad",
    "source": "Kilde",
    "place": "Sted",
}
COLUMNS = [
    Column("Tall", "area", lambda row: f"{row['area']} {row['label']}" if row["area"] else "Totalt"),
    words("Evaluert", "year_label"),
    words("Versjon", "version"),
    points("Poeng", "points"),
    differences("Endring", "change", 0, matters="matters"),
    Column("Grunnlag", "basis", lambda row: BASIS[row["basis"]]),
]
FAMILY = "Figurer og endringer går aldri på tvers av versjoner som ikke kan sammenlignes."


def show_totals_by_year(reading: Reading, focus: Evaluation) -> None:
    """Draw the totals as columns per year, grouped by version, and what must be said of each change."""
    totals = answers.movement(reading, focus.municipality).filter(pl.col("area") == 0)
    st.header(plain(f"{focus.name}: totalt"), anchor=False)
    if totals.is_empty():
        st.info(plain(f"Ingen total er kjent for {focus.name}."))
        return
    title = f"{focus.name}: total per evaluering"
    notes = notes_on(reading, None, FAMILY, sources=totals["source"].to_list())
    show_picture(reading, title, YEAR_COLUMNS, year_columns_rows(totals), year_columns_text(totals), notes)
    said = "".join(
        f"<li><strong>{escape(row['year_label'])}:</strong> {escape(row['note'])}</li>"
        for row in totals.filter(pl.col("note").is_not_null()).iter_rows(named=True)
    )
    if said:
        st.html(f'<ul class="statements">{said}</ul>')


def show_areas_by_year(reading: Reading, focus: Evaluation) -> None:
    """Draw, for each family of versions, a spider with one line a year and its twin."""
    movement = answers.movement(reading, focus.municipality).filter(pl.col("area") > 0)
    for (family,), measured in movement.partition_by("family", as_dict=True, maintain_order=True).items():
        versions = listed(measured["version"].unique(maintain_order=True).to_list())
        st.header(plain(f"Områdene, versjon {versions}"), anchor=False)
        name = f"{focus.name}: områdene med versjon {versions}"
        notes = notes_on(reading, None, FAMILY, sources=measured["source"].to_list())
        _pictures(reading, name, int(family), measured, notes)


def _pictures(reading: Reading, name: str, family: int, measured: pl.DataFrame, notes: list[str]) -> None:
    shorts = dict(measured.select("area", "short").iter_rows())
    years = measured.partition_by("year_label", "version", as_dict=True, maintain_order=True).items()
    series = [
        (f"{label} (versjon {version})", dict(one.select("area", "points").iter_rows()))
        for (label, version), one in years
    ]
    # The newest comes first, since the first series has the first colour.
    with show_spider(reading, name, series[::-1], shorts, notes):
        rows, text = area_year_columns_rows(measured, family), area_year_columns_text(measured, family)
        show_picture(reading, f"{name}, år for år", AREA_YEAR_COLUMNS, rows, text, notes)


def show_changes(reading: Reading, focus: Evaluation) -> None:
    """Draw every figure and its change since the evaluation before it in the same family."""
    movement = answers.movement(reading, focus.municipality).sort("area", "year", "version")
    st.header("Endringer", anchor=False)
    title = f"{focus.name}: alle tall og endringer"
    show_table(title, COLUMNS, movement.to_dicts())
    st.caption("Endring siden forrige evaluering i samme versjonsfamilie. I parentes: for liten til å tillegges vekt.")
    offer_table(reading, title, movement, HEADINGS, notes_on(reading, None, FAMILY))


def show_several(reading: Reading, focus: Evaluation) -> None:
    """Draw the choice of other municipalities, and the totals of each side by side."""
    st.header("Flere kommuner sammen", anchor=False)
    others = [one for one in chosen_several(reading, "kommuner", "Kommuner") if one != focus.municipality]
    if not others:
        st.caption("Velg én eller flere kommuner for å se dem sammen med den du ser på.")
        return
    both = pl.concat([answers.movement(reading, number) for number in (focus.municipality, *others)])
    totals = both.filter(pl.col("area") == 0)
    columns = [words("Kommune", "name"), *COLUMNS[1:]]
    title = "Totaler per evaluering for flere kommuner"
    for number, column in zip(
        (focus.municipality, *others), st.columns(min(2, 1 + len(others))) * len(others), strict=False
    ):
        ours = totals.filter(pl.col("number") == number)
        if not ours.is_empty():
            with column:
                name = f"{ours['name'][-1]}: totaler"
                show_picture(
                    reading,
                    name,
                    YEAR_COLUMNS,
                    year_columns_rows(ours),
                    year_columns_text(ours),
                    notes_on(reading, None, FAMILY),
                )
    show_table(title, columns, totals.to_dicts(), {"number": focus.municipality})
    offer_table(reading, title, totals, HEADINGS, notes_on(reading, None, FAMILY))
