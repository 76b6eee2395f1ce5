"""Choice of the comparison set."""

import streamlit as st

from data.language import _
from pages.parts.address import choose
from pages.parts.evaluation_choice import show_several_choice
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot
from reports.choices import ANY_AGE, CODE_OF_GROUP, GROUP_NAMES

WINDOWS = (ANY_AGE, "3", "5", "8")


def show_comparison_choice(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, this_year: int) -> None:
    """Draw the choice of group, reference year and window, and of municipalities where the group is a list."""
    group, window = CODE_OF_GROUP[comparison.group], comparison.window
    years = sorted({focus.year, this_year, comparison.year(focus)})
    windows = list(dict.fromkeys([*WINDOWS, ANY_AGE if window is None else str(window)]))
    with st.container(horizontal=True, key="comparison choices"):
        choose(_("Sammenlign med"), "gruppe", list(GROUP_NAMES), group, lambda code: _(GROUP_NAMES[code]))
        choose(_("Slik det så ut i"), "referanse", years, comparison.year(focus))
        choose(_("Hvor gamle tall"), "vindu", windows, ANY_AGE if window is None else str(window), _window_name)
    if group == "utvalg":
        show_several_choice(snapshot, "utvalg", comparison.municipalities)


def _window_name(years: str) -> str:
    return _("uansett alder") if years == ANY_AGE else _("høyst {years} år eldre", years=years)
