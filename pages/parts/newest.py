"""The newest evaluations."""

import streamlit as st

from pages.parts import answers
from pages.parts.address import link
from pages.parts.dataset import notes_on
from pages.parts.picture import show_table_with_files
from pages.parts.table import Column, points, words
from queries.reading import Reading

SHOWN = 6
COLUMNS = [
    Column("Kommune", "name", address=lambda row: link("kommune", kommune=row["municipality"], aar=row["year"])),
    words("Evaluert", "year_label"),
    words("Versjon", "version"),
    points("Total", "total"),
]


def show_newest(reading: Reading) -> None:
    """Draw the newest evaluations of any version, newest first."""
    st.header("Nyeste evalueringer", anchor=False)
    evaluations = answers.asked(reading, "evaluations", municipality=None)
    newest = evaluations.sort("year", "name", descending=[True, False]).head(SHOWN)
    show_table_with_files(
        reading, "De nyeste evalueringene, alle versjoner", COLUMNS, newest.to_dicts(), notes_on(reading)
    )
