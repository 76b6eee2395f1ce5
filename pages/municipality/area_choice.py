"""Choice of the area shown in detail."""

import streamlit as st

from data.language import _
from pages.parts.address import choose_few
from queries.evaluation import Evaluation
from queries.profile import area_shorts
from queries.snapshot import Snapshot


def show_area_choice(snapshot: Snapshot, focus: Evaluation, area: int) -> None:
    """Draw the heading and the choice of area."""
    shorts = area_shorts(snapshot, focus.version)
    st.header(_("Ett område nærmere"), anchor=False)
    choose_few(_("Område"), "omrade", list(shorts), area, lambda number: f"{number} {shorts[number]}")
