"""The newest evaluations."""

import streamlit as st

from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.links import link
from pages.parts.table import Column, Row, Table, points, show_table, table, words
from queries.caching import cached
from queries.reading import Reading


def show_newest(reading: Reading) -> None:
    """Draw the newest evaluations of any version, newest first."""
    st.header("Nyeste evalueringer", anchor=False)
    show_table(_newest(reading))


@cached
def _newest(reading: Reading) -> Table:
    def address(row: Row) -> str:
        return link(reading, "kommune", kommune=row["number"], aar=row["year"])

    columns = [
        Column("Kommune", "name", address=address),
        words("Evaluert", "year_label"),
        words("Versjon", "version"),
        points("Total", "total"),
    ]
    newest = answers.asked(reading, "newest")
    return table(reading, "De nyeste evalueringene, alle versjoner", columns, newest, notes_on(reading))
