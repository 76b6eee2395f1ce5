"""Past imports with undo."""

from datetime import UTC, datetime

import streamlit as st

from data.imports import UndoRefused, undo_import
from data.language import _
from data.store import Store
from pages.parts.markdown import escape_markdown
from pages.parts.screen import Drawing
from pages.parts.writing import saves, writing_refused
from reports.upload.imports import imports_made
from reports.view import View


def show_imports(view: View) -> None:
    """Draw the imports made by users, newest first, each with an undo button."""
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
            if not made_import.undone and may_undo:
                _offer_undo(store, made_import.event)


def _offer_undo(store: Store, event: int) -> None:
    with st.popover(_("Angre")):
        st.markdown(_("Det importen erstattet, kommer tilbake. Ingenting slettes."))
        st.button(_("Angre import {event}", event=event), key=f"undo {event}", on_click=_undo, args=(store, event))


@saves
def _undo(store: Store, event: int) -> None:
    try:
        undo_import(store, event, datetime.now(UTC))
    except UndoRefused as refused:
        st.session_state["undo refused"] = str(refused)
