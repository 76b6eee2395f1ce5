"""The areas of municipalities that merge: pictures with all of them, and who has the highest of each."""

from functools import partial

import polars as pl
import streamlit as st

from charts.area_dots import AREA_DOTS, area_dots_rows, area_dots_text
from charts.verdicts import TODAY
from data.norwegian import listed, shortest
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.merging import Group
from pages.parts.picture import picture
from pages.parts.plain import plain
from pages.parts.spider_and_twin import MOST_SERIES, Series, SpiderAndTwin, show_spider_and_twin, spider
from pages.parts.table import Column, Row, Table, show_table, table
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading


def show_merged_areas(reading: Reading, group: Group) -> None:
    """Draw the spider and its twin, and the table of areas with the best of all."""
    st.header("Områdene", anchor=False)
    if _only_totals(reading, group):
        st.info("Bare totalene er kjent. Områdene kan derfor ikke vises.")
    else:
        _show_pictures(reading, group)
    show_table(_table(reading, group))


@cached
def _only_totals(reading: Reading, group: Group) -> bool:
    return areas_of(reading, group).filter(pl.col("area") > 0)["best"].is_null().all()


def _show_pictures(reading: Reading, group: Group) -> None:
    said = _not_in_the_spider(reading, group)
    if said:
        st.caption(plain(said))
    show_spider_and_twin(*_pictures(reading, group))


@cached
def _table(reading: Reading, group: Group) -> Table:
    areas = areas_of(reading, group)
    return table(
        reading,
        f"{group.title}: områder og total",
        [_name, _highest, *(area_column(reading, one) for one in group.evaluations)],
        areas,
        notes_on(reading, None, *sources(group)),
        below=[f"{TODAY} Knapt: forspranget er for lite til å tillegges vekt."],
        file=(areas, area_headings(group)),
    )


@cached
def areas_of(reading: Reading, group: Group) -> pl.DataFrame:
    """Return the table of areas, with the names of those who have the highest points."""
    table = answers.merged_areas(reading, group.evaluations)
    names = [listed([group.names[key] for key in who or []]) for who in table["who"].to_list()]
    return table.with_columns(whose=pl.Series(names, dtype=pl.String))


def area_headings(group: Group) -> dict[str, str]:
    """Return the headings of the table of areas in files."""
    own = {one.municipality: one.name for one in group.evaluations}
    return {"area": "Område", "name": "Navn", "maximum_points": "Maksimum"} | own | {"best": "Høyest", "whose": "Hvem"}


def sources(group: Group) -> list[str]:
    """Return what each municipality was measured with, and the source."""
    return [
        f"{one.name} {one.year_label}, versjon {one.version}. Kilde: {one.source or 'ikke oppgitt'}."
        for one in group.evaluations
    ]


@cached
def _not_in_the_spider(reading: Reading, group: Group) -> str:
    """Return who is not in the spider, and why; nothing where all are."""
    n = len(group.evaluations)
    if n > MOST_SERIES:
        return f"Spindeldiagrammet har plass til {MOST_SERIES}. Med {n} kommuner vises bare prikkene."
    incomplete = [label for label, values in _series(reading, group) if any(one is None for one in values.values())]
    if not incomplete:
        return ""
    return f"Alle åtte områdene er ikke kjent for {listed(incomplete)}, som derfor ikke er i spindelen."


def _series(reading: Reading, group: Group) -> Series:
    areas = areas_of(reading, group).filter(pl.col("area") > 0)
    return [
        (f"{one.name} {one.year_label}", dict(areas.select("area", one.municipality).iter_rows()))
        for one in group.evaluations
    ]


@cached
def _pictures(reading: Reading, group: Group) -> SpiderAndTwin:
    series, name = _series(reading, group), f"{group.title}: fokusområdene"
    shorts = dict(areas_of(reading, group).filter(pl.col("area") > 0).select("area", "short").iter_rows())
    notes = notes_on(reading, None, *sources(group))
    rows, in_words = area_dots_rows(series, shorts), partial(area_dots_text, series, shorts)
    all_in_one = len(series) <= MOST_SERIES
    return (
        spider(reading, "merger spider", name, series, shorts, notes, equals=True) if all_in_one else None,
        picture(reading, "merger twin", f"{name} side om side", AREA_DOTS, rows, in_words, notes),
    )


_name = Column("Område", "name", lambda row: f"{row['area']} {row['name']}" if row["area"] else row["name"])


def _whose(row: Row) -> str:
    if row["matters"] is False:
        return f"{row['whose']}, {'likt' if len(row['who']) > 1 else 'knapt'}"
    return row["whose"] or ".."


_highest = Column("Høyest", "whose", _whose)


def area_column(reading: Reading, one: Evaluation) -> Column:
    """Return the column of one municipality's points, each a link to the area on its page."""

    def address(row: Row) -> str | None:
        if row[one.municipality] is None:
            return None
        area = {"omrade": row["area"]} if row["area"] else {}
        return link(reading, "kommune", kommune=one.municipality, aar=one.year, **area)

    def highest(row: Row) -> bool:
        return row["matters"] is True and one.municipality in row["who"]

    return Column(one.name, one.municipality, lambda row: shortest(row[one.municipality]), True, address, highest)
