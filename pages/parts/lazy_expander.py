"""Expander whose contents are made only when it is open."""

from typing import Literal

import streamlit as st

from pages.parts.streamlit_private import ExpanderContainer


def lazy_expander(
    heading: str,
    key: str,
    type: Literal["default", "compact"] = "default",  # noqa: A002  the name Streamlit has for it
    *,
    is_open: bool = False,
) -> ExpanderContainer:
    """Draw an expander and return it; make the contents only where its `open` is true.

    The key keeps it open when the heading changes with another municipality; `is_open` is how it comes.
    """
    key = f"fold {key}"
    st.session_state[key] = st.session_state.get(key, is_open)
    return st.expander(heading, key=key, type=type, on_change="rerun")
