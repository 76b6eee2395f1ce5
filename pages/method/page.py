"""Metode: method, definitions, sources, discrepancies and the log."""

from pathlib import Path

import streamlit as st

from data.speaking import SOURCE, language
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.method import REPORT

HOUSE = Path(__file__).parents[2]


def chapter(folder: str) -> str:
    """Return the chapter of a folder in the language spoken, in bokmål where it has none in that."""
    translated = HOUSE / folder / f"README.{language()}.md"
    path = translated if language() != SOURCE and translated.exists() else HOUSE / folder / "README.md"
    return path.read_text(encoding="utf-8")


screen = Screen(REPORT)
with bar(screen.view.snapshot):
    pass
screen.show("hode")
st.markdown(chapter("queries"))
screen.show("innstillinger")
screen.show("versjoner")
st.markdown(chapter("data"))
screen.show("kilder")
screen.show("avvik")
screen.show("logg")
