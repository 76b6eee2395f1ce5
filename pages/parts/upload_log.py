"""The imports that have been made, each of which can be undone."""

from datetime import UTC, datetime
from typing import Any

import polars as pl
import streamlit as st

from data.imports import UndoRefused, imports, undo_import
from data.norwegian import counted, day
from data.shipped import shipped_events
from data.store import Store
from pages.parts.dataset import DATASETS
from pages.parts.plain import plain
from queries.caching import cached


def show_imports(store: Store) -> None:
    """Draw every import that somebody has made, newest first, with a way to undo each."""
    st.header("Importer", anchor=False)
    if "undo refused" in st.session_state:
        st.error(plain(st.session_state.pop("undo refused")))
    ours = _ours(store, store.newest_event())
    if not ours:
        st.markdown("Ingen ark er lest inn ennå. Tallene her er de som følger med programmet.")
    for row in ours:
        with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"import {row['event']}"):
            st.markdown(plain(_told(row)))
            if row["undone_by"] is None:
                _offer_undo(store, row["event"])


@cached
def _ours(store: Store, newest: int) -> list[dict[str, Any]]:
    """Return the imports that did not come with the program, newest first; asked again after each new event."""
    theirs = ~pl.col("event").is_in(shipped_events(store))
    made = imports(store).filter(pl.col("kind") == "import", pl.col("event") <= newest, theirs)
    return made.reverse().to_dicts()


def _told(row: dict[str, object]) -> str:
    count = counted(int(str(row["evaluations"])), "evaluering", "evalueringer")
    moment = row["happened_at"]
    when = day(moment) if isinstance(moment, datetime) else ""
    undone = "" if row["undone_by"] is None else f" Angret, hendelse {row['undone_by']}."
    return f"Import {row['event']}, {when}, {DATASETS[str(row['dataset'])]}: {row['title']} ({count}).{undone}"


def _offer_undo(store: Store, event: int) -> None:
    with st.popover("Angre"):
        st.markdown("Det importen erstattet, kommer tilbake. Ingenting slettes.")
        st.button(f"Angre import {event}", key=f"undo {event}", on_click=_undo, args=(store, event))


def _undo(store: Store, event: int) -> None:
    try:
        undo_import(store, event, datetime.now(UTC))
    except UndoRefused as refused:
        st.session_state["undo refused"] = str(refused)
