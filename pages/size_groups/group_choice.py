"""Choice of figure and year."""

import streamlit as st

from data.language import _
from pages.parts.address import choose
from queries.evaluation import Evaluation
from queries.profile import area_names
from queries.snapshot import Snapshot


def show_group_choice(snapshot: Snapshot, focus: Evaluation, area: int, year: int, this_year: int) -> None:
    """Draw the choice of total (0) or area, and of reference year."""
    areas = area_names(snapshot, focus.version)
    names = {0: _("Totalt")} | {number: f"{number} {name}" for number, name in areas.items()}
    with st.container(horizontal=True, key="group choices"):
        choose(_("Tall"), "omrade", list(names), area, names.__getitem__)
        choose(_("Slik det så ut i"), "referanse", sorted({focus.year, this_year, year}), year)
