"""The fields of a programme."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data.language import N_, _
from data.plans.rows import Programme
from data.plans.typed import Typed
from pages.programme.editing.fields import Form
from pages.programme.editing.lists import show_money, show_phases
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, UnknownChoice
from reports.plan_editing.labels import FIELD_LABELS

AS_KNOWN = N_("2026 eller 2026-03")
"""A date as exact as it is known."""


class _Answered:
    """The evaluation that a programme answers, as one choice of two typed fields."""

    def __init__(self, typed: Typed) -> None:
        self._typed = typed

    def __getitem__(self, _name: str) -> str:
        return " ".join(filter(None, (self._typed["evaluation_year"], self._typed["evaluation_version"])))

    def __setitem__(self, _name: str, chosen: str) -> None:
        self._typed["evaluation_year"], _space, self._typed["evaluation_version"] = chosen.partition(" ")


def show_programme_fields(form: Form, snapshot: Snapshot) -> None:
    """Draw all fields of a programme."""
    show_first_fields(form, snapshot)
    show_texts(form, ("need", "goal"), ("result", "anchoring"))
    starts, ends, target = st.columns(3)
    with starts:
        form.text("starts", hint=_(AS_KNOWN))
    with ends:
        form.text("ends", hint=_(AS_KNOWN))
    with target:
        form.text("target_year")
    for label, name, draw in ((_("Faser"), "phases", show_phases), (_("Penger"), "money", show_money)):
        with st.expander(label, expanded=bool(form.draft.typed[name]) or form.has_findings(name)):
            draw(form)
    with st.expander(_("Kilde og merknad"), expanded=any(form.draft.typed[name] for name in ("source", "note"))):
        show_source(form)


def show_first_fields(form: Form, snapshot: Snapshot, label: str | None = None) -> None:
    """Draw name and evaluation, which are all that a programme made together with a measure asks for."""
    name, evaluation = st.columns([2, 1])
    with name:
        form.text("name", label=label)
    with evaluation:
        _choose_evaluation(form, snapshot)


def show_texts(form: Form, *rows: Sequence[str]) -> None:
    """Draw fields of several lines, those of a row side by side."""
    for row in rows:
        for column, name in zip(st.columns(len(row)), row, strict=True):
            with column:
                form.text(name, long=True)


def _choose_evaluation(form: Form, snapshot: Snapshot) -> None:
    answered: Any = _Answered(form.draft.typed)
    labels = {
        f"{one.year} {one.version}": _("{year}, versjon {version}", year=one.year_label, version=one.version)
        for one in reversed(_evaluations(snapshot, form.draft.plan))
    }
    options = {"": _("ingen"), **labels}
    if answered[""] not in options:
        options[answered[""]] = _("{evaluation} (ikke her nå)", evaluation=answered[""])
    st.selectbox(
        _(FIELD_LABELS["evaluation_year"]),
        list(options),
        format_func=options.__getitem__,
        **form.draft.bind(answered, "", "evaluation"),
    )
    form.findings("evaluation_year", "evaluation_version", "municipality")
    form.findings_elsewhere()


def show_source(form: Form) -> None:
    """Draw where a plan is known from, and what is remarked."""
    source, place = st.columns(2)
    with source:
        form.text("source")
    with place:
        form.text("place")
    form.text("note", long=True)


def _evaluations(snapshot: Snapshot, plan: object) -> tuple[Evaluation, ...]:
    try:
        return evaluations_of(snapshot, plan.municipality) if isinstance(plan, Programme) else ()
    except UnknownChoice:
        return ()
