"""Totals and areas from evaluation to evaluation, never across a family of versions."""

from collections.abc import Mapping
from functools import partial
from html import escape

import polars as pl
import streamlit as st

from charts.area_year_columns import AREA_YEAR_COLUMNS, area_year_columns_rows, area_year_columns_text
from charts.year_columns import YEAR_COLUMNS, year_columns_rows, year_columns_text
from data.norwegian import listed
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.evaluation_choice import chosen_several
from pages.parts.picture import Picture, picture, show_picture
from pages.parts.plain import plain
from pages.parts.spider_and_twin import SpiderAndTwin, show_spider_and_twin, spider
from pages.parts.table import Column, Table, differences, points, show_table, table, words
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading
from reports.standing import BASIS

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
    st.header(plain(f"{focus.name}: totalt"), anchor=False)
    drawn, said = _totals_by_year(reading, focus)
    if drawn is None:
        st.info(plain(f"Ingen total er kjent for {focus.name}."))
        return
    show_picture(drawn)
    if said:
        st.html(said)


@cached
def _totals_by_year(reading: Reading, focus: Evaluation) -> tuple[Picture | None, str]:
    """Return the totals as a picture, and what must be said of each change; None where no total is known."""
    totals = answers.movement(reading, focus.municipality).filter(pl.col("area") == 0)
    if totals.is_empty():
        return None, ""
    notes = notes_on(reading, None, FAMILY, sources=totals["source"].to_list())
    noted = totals.filter(pl.col("note").is_not_null())
    return _columns_by_year(reading, "totals by year", f"{focus.name}: total per evaluering", totals, notes), _said(
        noted
    )


def _columns_by_year(reading: Reading, key: str, name: str, totals: pl.DataFrame, notes: list[str]) -> Picture:
    rows, in_words = year_columns_rows(totals), partial(year_columns_text, totals)
    return picture(reading, key, name, YEAR_COLUMNS, rows, in_words, notes)


def _said(noted: pl.DataFrame) -> str:
    items = "".join(
        f"<li><strong>{escape(row['year_label'])}:</strong> {escape(row['note'])}</li>"
        for row in noted.iter_rows(named=True)
    )
    return f'<ul class="statements">{items}</ul>' if items else ""


def show_areas_by_year(reading: Reading, focus: Evaluation) -> None:
    """Draw, for each family of versions, a spider with one line a year and its twin."""
    for versions, pictures in _areas_by_year(reading, focus).items():
        st.header(plain(f"Områdene, versjon {versions}"), anchor=False)
        show_spider_and_twin(*pictures)


@cached
def _areas_by_year(reading: Reading, focus: Evaluation) -> Mapping[str, SpiderAndTwin]:
    """Return the pictures of each family by the names of its versions."""
    movement = answers.movement(reading, focus.municipality).filter(pl.col("area") > 0)
    families = movement.partition_by("family", as_dict=True, maintain_order=True).items()
    return {
        listed(measured["version"].unique(maintain_order=True).to_list()): _pictures(reading, focus, family, measured)
        for (family,), measured in families
    }


def _pictures(reading: Reading, focus: Evaluation, family: int, measured: pl.DataFrame) -> SpiderAndTwin:
    versions = listed(measured["version"].unique(maintain_order=True).to_list())
    name = f"{focus.name}: områdene med versjon {versions}"
    notes = notes_on(reading, None, FAMILY, sources=measured["source"].to_list())
    shorts = dict(measured.select("area", "short").iter_rows())
    years = measured.partition_by("year_label", "version", as_dict=True, maintain_order=True).items()
    series = [
        (f"{label} (versjon {version})", dict(one.select("area", "points").iter_rows()))
        for (label, version), one in years
    ]
    rows, in_words = area_year_columns_rows(measured, family), partial(area_year_columns_text, measured, family)
    return (
        # The newest comes first, since the first series has the first colour.
        spider(reading, f"family {family} spider", name, series[::-1], shorts, notes),
        picture(reading, f"family {family} twin", f"{name}, år for år", AREA_YEAR_COLUMNS, rows, in_words, notes),
    )


def show_changes(reading: Reading, focus: Evaluation) -> None:
    """Draw every figure and its change since the evaluation before it in the same family."""
    st.header("Endringer", anchor=False)
    show_table(_changes(reading, focus))


@cached
def _changes(reading: Reading, focus: Evaluation) -> Table:
    movement = answers.movement(reading, focus.municipality).sort("area", "year", "version")
    return table(
        reading,
        f"{focus.name}: alle tall og endringer",
        COLUMNS,
        movement,
        notes_on(reading, None, FAMILY),
        below=["Endring siden forrige evaluering i samme versjonsfamilie. I parentes: for liten til å tillegges vekt."],
        file=(movement, HEADINGS),
    )


def show_several(reading: Reading, focus: Evaluation) -> None:
    """Draw the choice of other municipalities, and the totals of each side by side."""
    st.header("Flere kommuner sammen", anchor=False)
    others = [one for one in chosen_several(reading, "kommuner", "Kommuner") if one != focus.municipality]
    if not others:
        st.caption("Velg én eller flere kommuner for å se dem sammen med den du ser på.")
        return
    numbers = (focus.municipality, *others)
    for number, column in zip(numbers, st.columns(2) * len(others), strict=False):
        drawn = _totals_of(reading, number)
        if drawn is not None:
            with column:
                show_picture(drawn)
    show_table(_several(reading, numbers))


@cached
def _totals_of(reading: Reading, number: str) -> Picture | None:
    """Return one municipality's totals as a picture; None where none is known."""
    totals = answers.movement(reading, number).filter(pl.col("area") == 0)
    if totals.is_empty():
        return None
    name, notes = f"{totals['name'][-1]}: totaler", notes_on(reading, None, FAMILY)
    return _columns_by_year(reading, f"totals of {number}", name, totals, notes)


@cached
def _several(reading: Reading, numbers: tuple[str, ...]) -> Table:
    """Return the totals of several municipalities, the first of them ours."""
    both = pl.concat([answers.movement(reading, number) for number in numbers])
    totals = both.filter(pl.col("area") == 0)
    return table(
        reading,
        "Totaler per evaluering for flere kommuner",
        [words("Kommune", "name"), *COLUMNS[1:]],
        totals,
        notes_on(reading, None, FAMILY),
        marked={"number": numbers[0]},
        file=(totals, HEADINGS),
    )
