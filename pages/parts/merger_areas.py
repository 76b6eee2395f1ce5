"""The areas of municipalities that merge: pictures with all of them, and who has the highest of each."""

import polars as pl
import streamlit as st

from charts.area_dots import AREA_DOTS, area_dots_rows, area_dots_text
from charts.verdicts import TODAY
from data.norwegian import listed, shortest
from pages.parts import answers
from pages.parts.address import link
from pages.parts.dataset import notes_on
from pages.parts.merging import Group
from pages.parts.picture import offer_table, show_picture
from pages.parts.plain import plain
from pages.parts.spider_and_twin import MOST_SERIES, show_spider
from pages.parts.table import Column, Row, show_table
from queries.evaluation import Evaluation
from queries.reading import Reading


def show_merged_areas(reading: Reading, group: Group) -> None:
    """Draw the spider and its twin, and the table of areas with the best of all."""
    st.header("Områdene", anchor=False)
    table = areas_of(reading, group)
    known = table.filter(pl.col("area") > 0)
    notes = notes_on(reading, None, *sources(group))
    if known["best"].is_null().all():
        st.info("Bare totalene er kjent. Områdene kan derfor ikke vises.")
    else:
        _pictures(reading, group, known, notes)
    title = f"{group.title}: områder og total"
    show_table(title, [_name, _highest, *(area_column(one) for one in group.evaluations)], table.to_dicts())
    st.caption(f"{TODAY} Knapt: forspranget er for lite til å tillegges vekt.")
    offer_table(reading, title, table, area_headings(group), notes)


@answers.kept
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


def _pictures(reading: Reading, group: Group, known: pl.DataFrame, notes: list[str]) -> None:
    shorts = dict(known.select("area", "short").iter_rows())
    series = [
        (f"{one.name} {one.year_label}", dict(known.select("area", one.municipality).iter_rows()))
        for one in group.evaluations
    ]
    name = f"{group.title}: fokusområdene"
    if len(series) > MOST_SERIES:
        st.caption(f"Spindeldiagrammet har plass til {MOST_SERIES}. Med {len(series)} kommuner vises bare prikkene.")
        place = st.container()
    else:
        incomplete = [label for label, values in series if any(value is None for value in values.values())]
        if incomplete:
            st.caption(
                plain(f"Alle åtte områdene er ikke kjent for {listed(incomplete)}, som derfor ikke er i spindelen.")
            )
        place = show_spider(reading, name, series, shorts, notes, equals=True)
    with place:
        rows, text = area_dots_rows(series, shorts), area_dots_text(series, shorts)
        show_picture(reading, f"{name} side om side", AREA_DOTS, rows, text, notes)


_name = Column("Område", "name", lambda row: f"{row['area']} {row['name']}" if row["area"] else row["name"])


def _whose(row: Row) -> str:
    if row["matters"] is False:
        return f"{row['whose']}, {'likt' if len(row['who']) > 1 else 'knapt'}"
    return row["whose"] or ".."


_highest = Column("Høyest", "whose", _whose)


def area_column(one: Evaluation) -> Column:
    """Return the column of one municipality's points, each a link to the area on its page."""

    def address(row: Row) -> str | None:
        if row[one.municipality] is None:
            return None
        area = {"omrade": row["area"]} if row["area"] else {}
        return link("kommune", kommune=one.municipality, aar=one.year, **area)

    def highest(row: Row) -> bool:
        return row["matters"] is True and one.municipality in row["who"]

    return Column(one.name, one.municipality, lambda row: shortest(row[one.municipality]), True, address, highest)
