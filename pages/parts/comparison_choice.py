"""Whom the reader has chosen to compare with."""

import streamlit as st

from pages.parts.address import choose, fall_back
from pages.parts.evaluation_choice import show_several_choice
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.reading import Reading
from reports.choices import ANY_AGE, GROUP_NAMES, WORD_OF_GROUP, Address, comparison_in
from reports.compared import COMPARED_WITH as COMPARED_WITH
from reports.view import today

WINDOWS = (ANY_AGE, "3", "5", "8")


def chosen_comparison(reading: Reading, focus: Evaluation) -> Comparison:
    """Draw the choice of whom to compare with and return it."""
    address = Address(st.query_params.to_dict())
    comparison = comparison_in(reading, focus, address)
    for sentence in address.said:
        fall_back(sentence)
    show_comparison_choice(reading, focus, comparison, today().year)
    return comparison


def show_comparison_choice(reading: Reading, focus: Evaluation, comparison: Comparison, this_year: int) -> None:
    """Draw the choice of whom to compare with."""
    group, window = WORD_OF_GROUP[comparison.group], comparison.window
    years = sorted({focus.year, this_year, comparison.year(focus)})
    windows = list(dict.fromkeys([*WINDOWS, ANY_AGE if window is None else str(window)]))
    with st.container(horizontal=True, key="comparison choices"):
        choose("Sammenlign med", "gruppe", list(GROUP_NAMES), group, GROUP_NAMES.__getitem__)
        choose("Slik det så ut i", "referanse", years, comparison.year(focus))
        choose("Hvor gamle tall", "vindu", windows, ANY_AGE if window is None else str(window), _window_name)
    if group == "utvalg":
        show_several_choice(reading, "utvalg", comparison.municipalities)


def _window_name(years: str) -> str:
    return "uansett alder" if years == ANY_AGE else f"høyst {years} år eldre"
