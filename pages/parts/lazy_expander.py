"""What is folded away until somebody opens it, and is made only then."""

from typing import Literal

import streamlit as st

from pages.parts.streamlit_private import ExpanderContainer


def lazy_expander(heading: str, key: str, type: Literal["default", "compact"] = "default") -> ExpanderContainer:  # noqa: A002
    """Draw a fold and return it, so that its contents are made where it is open.

    By its key it stays open when the heading changes with another municipality.
    """
    key = f"fold {key}"
    st.session_state[key] = st.session_state.get(key, False)
    return st.expander(heading, key=key, type=type, on_change="rerun")
