"""Past changes of a municipality's plans, with undo and redo."""

from datetime import UTC, datetime

import streamlit as st

from data.imports import UndoRefused, undo_import
from data.language import Sentence, _
from data.store import Store
from pages.parts.screen import Drawing
from pages.parts.writing import REFUSED, saves
from pages.programme.editing.saving import RECEIPT
from reports.plan_editing.changes import ChangeMade, changes_made, redone_receipt, undone_receipt
from reports.view import View

SHOWN = 10


def show_log(view: View, municipality: str) -> None:
    """Draw the changes, newest first, each with a button that undoes it or takes it back."""
    changes = changes_made(view, municipality)
    if not changes:
        return
    st.header(_("Endringer"), anchor=False)
    for change in changes[:SHOWN]:
        _show(view, change)
    if len(changes) > SHOWN:
        with st.expander(_("Eldre endringer")):
            for change in changes[SHOWN:]:
                _show(view, change)


def _show(view: View, change: ChangeMade) -> None:
    store = view.snapshot.store
    with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"plan change {change.event}"):
        Drawing(view, change.contents).show()
        if change.undone_by is None:
            _button(_("Angre endring {event}", event=change.event), store, change.event, undone_receipt(change.event))
        else:
            label = _("Gjenta endring {event}", event=change.event)
            _button(label, store, change.undone_by, redone_receipt(change.event))


def _button(label: str, store: Store, event: int, receipt: Sentence) -> None:
    st.button(label, key=f"undo plan {event}", type="tertiary", on_click=_undo, args=(store, event, receipt))


@saves
def _undo(store: Store, event: int, receipt: Sentence) -> None:
    try:
        undo_import(store, event, datetime.now(UTC))
    except UndoRefused as refused:
        st.session_state[REFUSED] = str(refused)
        return
    st.session_state[RECEIPT] = receipt
