"""Editing on the page of programmes: links to the forms, the form that is open, and past changes."""

import streamlit as st

from pages.parts.address import fall_back
from pages.parts.markdown import escape_markdown
from pages.parts.screen import Screen
from pages.parts.writing import REFUSED
from pages.programme.editing.allowed import why_not
from pages.programme.editing.log import show_log
from pages.programme.editing.opened import show_opened
from pages.programme.editing.saving import RECEIPT
from pages.programme.editing.start import opened_key
from queries.plans import plans
from reports.address import Address
from reports.plan_editing.links import edit_links


def show_editing(screen: Screen) -> bool:
    """Draw what was just saved, or why nothing can be; and the form that the address opens, and return whether it does.

    An open form is a page of its own, with its title: what is read of programmes is not drawn beside it.
    """
    snapshot, address = screen.view.snapshot, Address(st.query_params.to_dict())
    _show_what_happened()
    if reason := why_not(snapshot):
        st.info(escape_markdown(reason), icon=":material/lock:")
        return False
    current, municipality = plans(snapshot), screen.choice.municipality
    key = opened_key(snapshot, current, municipality, address)
    for sentence in address.notices:
        fall_back(sentence)
    if key is None:
        return False
    show_opened(screen, current, key, screen.choice.name)
    return True


def show_edit_links(screen: Screen) -> None:
    """Draw the links to the forms, where something can be changed."""
    snapshot, choice = screen.view.snapshot, screen.choice
    if why_not(snapshot) is None:
        screen.show_private(edit_links(plans(snapshot), choice.municipality, choice.programme, choice.measure))


def show_changes(screen: Screen) -> None:
    """Draw the past changes of the municipality's plans, to undo and redo."""
    if why_not(screen.view.snapshot) is None:
        show_log(screen.view, screen.choice.municipality)


def _show_what_happened() -> None:
    if refused := st.session_state.pop(REFUSED, None):
        st.error(escape_markdown(refused))
    if receipt := st.session_state.pop(RECEIPT, None):
        st.success(escape_markdown(receipt))
