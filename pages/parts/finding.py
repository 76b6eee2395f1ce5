"""Finding municipalities: in a list, or by a search where a list of all would be too long to send and to read."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from data.norwegian import counted
from pages.parts.address import WHAT_TO_TYPE
from pages.parts.plain import plain
from queries.municipalities import MOST_FOUND, search, searchable_names
from queries.reading import Reading

MOST_LISTED = 500
NOTHING_FOUND = "Ingen kommune her har et navn eller nummer med «{text}»."
MORE_FOUND = f"Listen har de {MOST_FOUND} første treffene. Skriv mer av navnet for å finne flere."

Draw = Callable[[str, Callable[[str], Sequence[str]]], str]
"""Draws a search with a label, is given what finds keys by a text, and returns the text."""


def offered(reading: Reading, chosen: Sequence[str], draw: Draw) -> Mapping[str, str]:
    """Return the names to choose among by key: of all, or of many only those chosen and those searched for."""
    names = searchable_names(reading)
    if len(names) <= MOST_LISTED:
        return names
    text = draw(f"Søk blant {counted(len(names), 'kommune', 'kommuner')}", partial(search, reading))
    found = search(reading, text)
    if text and not found:
        st.caption(plain(NOTHING_FOUND.format(text=text)))
    if len(found) == MOST_FOUND:
        st.caption(MORE_FOUND)
    return {key: names[key] for key in dict.fromkeys([*chosen, *found]) if key in names}


def search_for_several(label: str, _find: object) -> str:
    """Draw a search whose matches are offered in a list to choose several from, and return its text."""
    return str(st.text_input(label, type="search", placeholder=WHAT_TO_TYPE, key="search several"))
