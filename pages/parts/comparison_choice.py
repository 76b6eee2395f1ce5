"""Whom the reader has chosen to compare with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from pages.parts.address import choose, fall_back, whole, word
from pages.parts.evaluation_choice import chosen_several
from queries.comparison import GROUPS, Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading

GROUP_NAMES = {
    "alle": "alle vi har tall for",
    "storrelse": "samme størrelse",
    "fylke": "samme fylke",
    "kostra": "samme KOSTRA-gruppe",
    "inntekt": "samme inntektsgruppe",
    "utvalg": "eget utvalg",
}
COMPARED_WITH = {
    "all": "sammenlignet med alle vi har tall for",
    "size": "sammenlignet med kommuner av samme størrelse",
    "county": "sammenlignet med kommuner i samme fylke",
    "kostra": "sammenlignet med kommuner i samme KOSTRA-gruppe",
    "income": "sammenlignet med kommuner i samme inntektsgruppe",
    "choice": "sammenlignet med et eget utvalg",
}
GROUP_OF_WORD = dict(zip(GROUP_NAMES, GROUPS, strict=True))
ANY_AGE = "alle"
WINDOWS = (ANY_AGE, "3", "5", "8")


def chosen_comparison(reading: Reading, focus: Evaluation) -> Comparison:
    """Draw the choice of whom to compare with and return it."""
    group = known_word("gruppe", GROUP_NAMES, "alle")
    reference, window = whole("referanse", focus.year), _window()
    years = sorted({focus.year, this_year(), reference or focus.year})
    windows = list(dict.fromkeys([*WINDOWS, window]))
    with st.container(horizontal=True, key="comparison choices"):
        choose("Sammenlign med", "gruppe", list(GROUP_NAMES), group, GROUP_NAMES.__getitem__)
        choose("Slik det så ut i", "referanse", years, reference)
        choose("Hvor gamle tall", "vindu", windows, window, _window_name)
    comparison = Comparison(GROUP_OF_WORD[group], reference, None if window == ANY_AGE else int(window))
    return replace(comparison, municipalities=chosen_several(reading, "utvalg")) if group == "utvalg" else comparison


def this_year() -> int:
    """Return the year we are in."""
    return datetime.now(UTC).year


def known_word(name: str, known: Mapping[str, Any], default: str) -> str:
    """Return the code the address gives; the default, with a sentence, where it is none of those known."""
    text = word(name) or default
    if text in known:
        return text
    fall_back(f"«{text}» finnes ikke som {name}. Her vises «{known[default]}».")
    return default


def _window() -> str:
    years = None if word("vindu") == ANY_AGE else whole("vindu")
    return ANY_AGE if years is None else str(years)


def _window_name(years: str) -> str:
    return "uansett alder" if years == ANY_AGE else f"høyst {years} år eldre"
