"""Metode: method, definitions, sources, discrepancies and the log."""

from pathlib import Path

import streamlit as st

from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.method import REPORT

HOUSE = Path(__file__).parents[2]

screen = Screen(REPORT)
with bar(screen.view.snapshot):
    pass
screen.show("hode")
st.markdown((HOUSE / "queries" / "README.md").read_text(encoding="utf-8"))
screen.show("innstillinger")
screen.show("versjoner")
st.markdown((HOUSE / "data" / "README.md").read_text(encoding="utf-8"))
screen.show("kilder")
screen.show("avvik")
screen.show("logg")
