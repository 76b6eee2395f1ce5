"""Whether the visitor of this session may save, for pages and for what they do when somebody clicks."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from data.refusal import Refusal
from data.store import Store, nothing_can_be_saved
from pages.guard import ALLOWED, DECISION
from pages.parts.markdown import escape_markdown
from pages.writing import REFUSALS, WritingRefused, opened_by_owner

Given = ParamSpec("Given")
REFUSED = "refused"
"""Session key of the sentence that says why what somebody wanted to save was not saved."""


def writing_refused(store: Store) -> Refusal | None:
    """Return why this visitor may not save in this store, or None if they may."""
    if refused := visitor_refused():
        return refused
    return Refusal("store_read_only", nothing_can_be_saved(store)) if store.read_only else None


def visitor_refused() -> WritingRefused | None:
    """Return why this visitor may not save, or None if they may."""
    if opened_by_owner():
        return None
    # Without the middleware, and for a visitor without a websocket, nothing has been decided: refused.
    decision = st.context.headers.get(DECISION, "")
    if decision == ALLOWED:
        return None
    return WritingRefused(decision if decision in REFUSALS else "unknown_visit")


def saves(save: Callable[Given, None]) -> Callable[Given, None]:
    """Make a function that saves refuse those who may not, whatever the page offered them before."""

    @wraps(save)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> None:
        if refused := visitor_refused():
            st.session_state[REFUSED] = str(refused)
        else:
            save(*args, **kwargs)

    return guarded


def show_refusals(store: Store) -> None:
    """Draw why nothing can be saved here, and why what somebody just wanted to save was not saved."""
    here = writing_refused(store)
    said = st.session_state.pop(REFUSED, None)
    if said and said != str(here):
        st.error(escape_markdown(said))
    if here:
        st.info(escape_markdown(str(here)), icon=":material/lock:")
