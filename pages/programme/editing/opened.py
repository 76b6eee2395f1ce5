"""The form that is open: why it was not saved, its fields, and the buttons that save and discard it."""

from collections.abc import Hashable

import polars as pl
import streamlit as st

from data.language import Sentence, _, joined
from data.plans.conflicts import current
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.typed import as_typed
from pages.parts.findings import show_finding, show_findings_summary
from pages.parts.screen import Screen
from pages.programme.editing.draft import Draft, drafts
from pages.programme.editing.fields import Form
from pages.programme.editing.measure_form import show_measure_fields
from pages.programme.editing.programme_form import show_programme_fields
from pages.programme.editing.saving import discard, not_saved, save
from reports.content import Heading, Paragraph, section
from reports.plan_editing.told import differences, place_name, told_of, typed_or_nothing
from reports.table import Column, Table


def show_opened(screen: Screen, plans: Plans, key: Hashable, name: str) -> None:
    """Draw the form of a draft; `name` is the municipality's."""
    snapshot, draft = screen.view.snapshot, drafts()[key]
    with st.container(key="plan-form"):
        screen.show_private(section("skjema", Heading(_heading(draft, name), 1)))
        _show_refusal(screen, draft, plans)
        form = Form(draft, plans)
        if isinstance(draft.plan, Measure):
            show_measure_fields(form, snapshot)
        else:
            show_programme_fields(form, snapshot)
        _show_buttons(screen, draft, key)


def _heading(draft: Draft, name: str) -> Sentence:
    if isinstance(draft.plan, Programme):
        return (
            _("Nytt program for {name}", name=name)
            if draft.is_new
            else _("Endre programmet «{plan}»", plan=draft.plan.name or "")
        )
    return (
        _("Nytt tiltak for {name}", name=name)
        if draft.is_new
        else _("Endre tiltaket «{plan}»", plan=draft.plan.title or "")
    )


def _show_refusal(screen: Screen, draft: Draft, plans: Plans) -> None:
    if draft.refused:
        show_findings_summary(draft.refused, ())
    if draft.findings:
        told = [told_of(finding, draft.identifier, plans) for finding in draft.findings]
        show_findings_summary(not_saved(len(told)), told)
    if draft.is_changed_by_others:
        now = current(draft.plan, plans)
        before = as_typed(draft.plan)
        _show_differences(screen, differences(before, typed_or_nothing(now, before), draft.typed, plans))
        label = _("Ta over den nye standen og behold det jeg har skrevet")
        arguments = (now, plans, screen.view.snapshot.as_of)
        st.button(label, key=f"take over {draft.number}", on_click=draft.take_over, args=arguments)
    elif draft.meanwhile:
        sentence = _("Den nye standen er tatt over, og det du har skrevet, er beholdt. Se over, og lagre på nytt.")
        screen.show_private(section("tatt-over", Paragraph(sentence)))
        _show_differences(screen, list(draft.meanwhile))


def _show_differences(screen: Screen, rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    columns = [
        Column(_("Felt"), "field"),
        Column(_("Da du åpnet det"), "before", written=True),
        Column(_("Slik det er nå"), "now", written=True),
        Column(_("Det du har skrevet"), "own", written=True),
    ]
    table = Table("", _("Endret av andre i mellomtiden"), columns, pl.DataFrame(rows, infer_schema_length=None))
    screen.show_private(section("endret", table))


def _show_buttons(screen: Screen, draft: Draft, key: Hashable) -> None:
    snapshot = screen.view.snapshot
    if draft.findings:
        where = list(dict.fromkeys(place_name(finding.field) for finding in draft.findings))
        show_finding(joined(not_saved(len(draft.findings)), _("Se {fields:few}.", fields=where)))
    with st.container(horizontal=True):
        arguments = (snapshot.store, snapshot.dataset, key)
        st.button(_("Lagre"), key=f"save {draft.number}", type="primary", on_click=save, args=arguments)
        st.button(_("Forkast og lukk"), key=f"discard {draft.number}", on_click=discard, args=(key,))
    st.caption(_("Det du skriver, blir stående i dette vinduet til du lagrer eller forkaster det."))
