"""What none of the municipalities that merge does well, and who outside the group does."""

import polars as pl
import streamlit as st

from data.norwegian import listed, number
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.merger_areas import sources
from pages.parts.merger_verdicts import of_area, of_maximum
from pages.parts.merging import Group
from pages.parts.table import Column, Row, Table, points, show_table, table
from queries.caching import cached
from queries.reading import Reading
from queries.settings import settings


def show_common_gaps(reading: Reading, group: Group, area: int) -> None:
    """Draw what none of them does well, with most points at stake first, and who outside does it well."""
    st.subheader("Felles mangler", anchor=False)
    gaps = _table(reading, group, area)
    if gaps.html:
        with st.container(key="gaps"):
            show_table(gaps)
        return
    share = settings(reading)["common_gap_share"]
    st.markdown(f"I ingen underspørsmål her som kan sammenlignes, ligger alle under {share} prosent av poengene.")


@cached
def _table(reading: Reading, group: Group, area: int) -> Table:
    first, limits, shown = group.evaluations[0], settings(reading), of_area(common_gaps_of(reading, group), area)

    def learn(row: Row) -> str:
        return link(reading, "beste-praksis", kommune=first.municipality, aar=first.year, sporsmal=row["code"])

    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}", address=learn),
        points("Igjen", "at_stake", 1),
        Column("Høyest hos dem", "best", of_maximum, numeric=True),
        Column("Hvem", "whose"),
        Column("Gjør det godt utenfor", "outside"),
    ]
    about = (
        f"Alle ligger under {limits['common_gap_share']}\u00a0% av maksimum. Igjen er maksimum minus det høyeste hos "
        f"dem. Utenfor: de med minst {limits['leader_share']}\u00a0% av maksimum, samme størrelsesgruppe først, "
        f"deretter flest poeng, siste evaluering til og med {group.year}."
    )
    title, notes = f"{group.title}: felles mangler", notes_on(reading, None, *sources(group))
    return table(reading, title, columns, shown, notes, below=[about], file=(shown, GAP_HEADINGS))


GAP_HEADINGS = {
    "code": "Kode",
    "label": "Underspørsmål",
    "maximum_points": "Maksimum",
    "best": "Høyest hos dem",
    "whose": "Hvem",
    "at_stake": "Igjen",
    "outside": "Gjør det godt utenfor",
}


@cached
def common_gaps_of(reading: Reading, group: Group) -> pl.DataFrame:
    """Return the common gaps with names, and who outside the group does each well."""
    gaps = answers.common_gaps(reading, group.evaluations)
    outside = answers.well_done_outside(reading, group.evaluations, group.year)
    rows = gaps.to_dicts()
    return gaps.with_columns(
        whose=pl.Series([listed([group.names[key] for key in row["who"]]) for row in rows], dtype=pl.String),
        outside=pl.Series([_outside(outside.filter(pl.col("code") == row["code"])) for row in rows], dtype=pl.String),
    )


def _outside(who: pl.DataFrame) -> str:
    if who.is_empty():
        return "ingen vi har tall for"
    told = [f"{row['name']} ({number(row['points'], 1)})" for row in who.to_dicts()]
    more = who["n"][0] - len(told)
    return ", ".join(told) + (f" og {more} til" if more else "")
