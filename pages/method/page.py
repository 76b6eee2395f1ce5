"""Metode: method, definitions, sources, discrepancies and the log."""

import re
from pathlib import Path

import streamlit as st

from data.speaking import SOURCE, language
from pages.parts.bar import bar
from pages.parts.screen import Screen
from reports.method import REPORT
from reports.shared_store import followed

HOUSE = Path(__file__).parents[2]


def show_chapters(folder: str) -> None:
    """Draw the text that a folder has for readers, each chapter folded: in full it is ten screens long."""
    for chapter in re.split(r"^## ", _text(folder), flags=re.MULTILINE)[1:]:
        heading, _line, contents = chapter.partition("\n")
        with st.expander(heading):
            st.markdown(contents)


def _text(folder: str) -> str:
    """Return the text in the language spoken, in bokmål where it has none in that."""
    translated = HOUSE / folder / f"README.{language()}.md"
    path = translated if language() != SOURCE and translated.exists() else HOUSE / folder / "README.md"
    return path.read_text(encoding="utf-8")


screen = Screen(REPORT)
with bar(screen.view.snapshot):
    pass
screen.show("hode")
show_chapters("queries")
screen.show("innstillinger")
screen.show("versjoner")
show_chapters("data")
screen.show("kilder")
screen.show("avvik")
screen.show("logg")
if shared := followed(screen.view.snapshot.store):
    screen.show_private(shared)
