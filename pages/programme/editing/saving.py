"""Saving and discarding of drafts, and the receipt of it."""

from collections.abc import Hashable
from datetime import UTC, datetime

import streamlit as st

from data.language import Sentence, _, counted
from data.plans.findings import PlanRefused
from data.plans.rows import Measure
from data.plans.saving import PlanChange, Saved, save_plan
from data.store import Store
from pages.parts.address import write
from pages.parts.writing import saves
from pages.programme.editing.draft import drafts
from reports.plan_editing.changes import saved_receipt

RECEIPT = "plan receipt"
"""Session key of the sentence that says what was saved, undone or redone."""
CLOSED = {"nytt": None, "endre": None, "merket": None}
"""What closes a form in the address."""


@saves
def save(store: Store, dataset: str, key: Hashable) -> None:
    """Save a draft, or keep why it cannot be saved; a second click finds it saved and does nothing."""
    draft = drafts().get(key)
    if draft is None:
        return
    draft.keep_all()
    draft.refused, draft.meanwhile = "", ()
    plans, unreadable = draft.read()
    draft.findings = tuple(unreadable)
    if unreadable:
        return
    try:
        saved = save_plan(store, PlanChange(dataset, plans, draft.seen), datetime.now(UTC))
    except PlanRefused as refused:
        draft.findings = refused.findings
        draft.refused = "" if refused.findings else str(refused)
        return
    del drafts()[key]
    _close(saved)


def discard(key: Hashable) -> None:
    """Forget a draft and close its form."""
    drafts().pop(key, None)
    write(CLOSED)


def not_saved(n: int) -> Sentence:
    """Return that nothing was saved, and why in short."""
    return counted(
        "Ikke lagret: {n} merknad. Det du har skrevet, er beholdt.",
        "Ikke lagret: {n} merknader. Det du har skrevet, er beholdt.",
        n,
    )


def _close(saved: Saved) -> None:
    measures = [plan for plan in saved.plans if isinstance(plan, Measure)]
    named = measures[-1].title if measures else getattr(saved.plans[0], "name", None)
    st.session_state[RECEIPT] = saved_receipt(saved.event, named or _("Uten navn"))
    shown = {"tiltak": measures[-1].measure} if measures else {}
    write({**CLOSED, "program": saved.plans[-1].programme, **shown})
