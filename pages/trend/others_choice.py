"""Choice of further municipalities."""

import streamlit as st

from data.language import _
from pages.parts.evaluation_choice import show_several_choice
from queries.snapshot import Snapshot


def show_others_choice(snapshot: Snapshot, listed: tuple[str, ...]) -> None:
    """Draw the heading and the choice of further municipalities."""
    st.header(_("Flere kommuner sammen"), anchor=False)
    show_several_choice(snapshot, "kommuner", listed, _("Kommuner"))
