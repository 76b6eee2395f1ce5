"""Metode: how every number is made, what the words mean, where it all comes from."""

from pathlib import Path

import streamlit as st

from pages.parts.method_tables import (
    show_discrepancies,
    show_instruments,
    show_log,
    show_settings,
    show_sources,
)
from pages.parts.reading_choice import chosen_reading

HOUSE = Path(__file__).parents[1]

reading = chosen_reading()
st.title("Metode", anchor=False)
st.markdown((HOUSE / "queries" / "README.md").read_text(encoding="utf-8"))
show_settings(reading)
show_instruments(reading)
st.markdown((HOUSE / "data" / "README.md").read_text(encoding="utf-8"))
show_sources(reading)
show_discrepancies(reading)
show_log(reading)
