"""Past imports, with undo, and with the undo of an undo."""

from datetime import UTC, datetime

import streamlit as st

from data.imports import UndoRefused, undo_import
from data.language import _
from data.store import Store
from pages.parts.markdown import escape_markdown
from pages.parts.screen import Drawing
from pages.parts.writing import saves, writing_refused
from reports.upload.imports import ImportMade, imports_made
from reports.view import View


def show_imports(view: View) -> None:
    """Draw the imports made by users, newest first, each with a button that undoes it or takes it back."""
    store = view.snapshot.store
    st.header(_("Importer"), anchor=False)
    if "undo refused" in st.session_state:
        st.error(escape_markdown(st.session_state.pop("undo refused")))
    may_undo = writing_refused(store) is None
    made_imports = imports_made(store, store.newest_event())
    if not made_imports:
        st.markdown(_("Ingen ark er lest inn ennå. Tallene her er de som følger med programmet."))
    for made_import in made_imports:
        with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"import {made_import.event}"):
            Drawing(view, made_import.contents).show()
            if may_undo and made_import.undone_by is None:
                _offer_undo(store, made_import.event)
            elif may_undo:
                _offer_redo(store, made_import)


def _offer_undo(store: Store, event: int) -> None:
    with st.popover(_("Angre")):
        st.markdown(_("Det importen erstattet, kommer tilbake. Ingenting slettes."))
        st.button(_("Angre import {event}", event=event), key=f"undo {event}", on_click=_undo, args=(store, event))


def _offer_redo(store: Store, undone: ImportMade) -> None:
    label = _("Ta fram igjen import {event}", event=undone.event)
    st.button(label, key=f"redo {undone.event}", on_click=_undo, args=(store, undone.undone_by), type="tertiary")


@saves
def _undo(store: Store, event: int) -> None:
    try:
        undo_import(store, event, datetime.now(UTC))
    except UndoRefused as refused:
        st.session_state["undo refused"] = str(refused)
