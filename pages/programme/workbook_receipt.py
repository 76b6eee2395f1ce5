"""Confirmation after a workbook of a plan is saved, with undo and a link to the programme."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from data.imports import UndoRefused, imports, undo_import
from data.language import _
from data.plans.saving import Saved
from data.plans.workbook.checking import PlanIntake
from data.store import Store
from pages.parts.markdown import escape_markdown
from pages.parts.writing import REFUSED, saves, writing_refused
from reports.content import Notice
from reports.programme.workbook import receipt
from reports.view import View

PAGE = Path(__file__).parent / "page.py"
RECEIPT = "plan workbook receipt"


class Kept(NamedTuple):
    """What was saved: the event, the dataset, and the programme."""

    event: int
    dataset: str
    programme: str
    name: str | None
    municipality: str


def keep_receipt(saved: Saved, dataset: str, intake: PlanIntake) -> None:
    """Keep in the session what was saved, for the next run of the page."""
    if intake.programme:
        programme = intake.programme
        about = (programme.programme, programme.name, programme.municipality)
        st.session_state[RECEIPT] = Kept(saved.event, dataset, *about)


def show_receipt(view: View) -> None:
    """Draw the confirmation of what was saved last, with its undo, or that it is undone."""
    kept: Kept | None = st.session_state.get(RECEIPT)
    store = view.snapshot.store
    if kept is None or kept.dataset != view.snapshot.dataset:
        return
    entries = {row["event"]: row for row in imports(store).to_dicts()}
    if kept.event not in entries:
        return
    undone_by = entries[kept.event]["undone_by"]
    for notice in receipt(kept.event, kept.name, undone_by=undone_by).contents:
        if isinstance(notice, Notice):
            (st.info if undone_by else st.success)(escape_markdown(notice.text))
    if undone_by is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            _show_link(kept)
            if not writing_refused(store):
                label = _("Angre endring {event}", event=kept.event)
                st.button(label, key="plan workbook undo", on_click=_undo, args=(store, kept.event))


def _show_link(kept: Kept) -> None:
    parameters = {"kommune": kept.municipality, "datasett": kept.dataset, "program": kept.programme}
    icon = ":material/arrow_forward:"
    label = _("Se «{name}»", name=kept.name or kept.programme)
    st.page_link(PAGE, label=escape_markdown(label), icon=icon, query_params=parameters)


@saves
def _undo(store: Store, event: int) -> None:
    try:
        undo_import(store, event, datetime.now(UTC))
    except UndoRefused as refused:
        st.session_state[REFUSED] = str(refused)
