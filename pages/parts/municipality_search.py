"""Options of municipality choices: all of them, or search results where they are more than 500."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from data.language import _, counted
from pages.parts.address import WHAT_TO_TYPE
from pages.parts.markdown import escape_markdown
from queries.municipalities import MOST_FOUND, search, searchable_names
from queries.snapshot import Snapshot

MOST_LISTED = 500

Draw = Callable[[str, Callable[[str], Sequence[str]]], str]
"""Draws a search field; takes its label and a function from text to keys, and returns the text."""


def offered(snapshot: Snapshot, chosen: Sequence[str], draw: Draw) -> Mapping[str, str]:
    """Return the names on offer by key: all, or those chosen and found where there are more than 500."""
    names = searchable_names(snapshot)
    if len(names) <= MOST_LISTED:
        return names
    text = draw(counted("Søk blant {n} kommune", "Søk blant {n} kommuner", len(names)), partial(search, snapshot))
    matches = search(snapshot, text)
    if text and not matches:
        st.caption(escape_markdown(_("Ingen kommune her har et navn eller nummer med «{text}».", text=text)))
    if len(matches) == MOST_FOUND:
        st.caption(_("Listen har de {n} første treffene. Skriv mer av navnet for å finne flere.", n=MOST_FOUND))
    return {key: names[key] for key in dict.fromkeys([*chosen, *matches]) if key in names}


def search_for_several(label: str, _find: object) -> str:
    """Draw a search field for a multiselect, and return its text."""
    return str(st.text_input(label, type="search", placeholder=_(WHAT_TO_TYPE), key="search several"))
