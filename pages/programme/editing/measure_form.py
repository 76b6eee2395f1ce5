"""The fields of a measure."""

from typing import Any

import streamlit as st

from data.language import _
from data.numbers import first_upper
from data.plans.reading import Plans
from data.plans.rows import SCORES, UNITS, Answered, Programme
from data.plans.typed import QUESTION
from data.plans.words import REMARK_NAMES, STATUS_NAMES
from pages.parts.markdown import escape_markdown
from pages.programme.editing.draft import NEW_PROGRAMME, Draft
from pages.programme.editing.fields import Form, worded
from pages.programme.editing.lists import show_evidence, show_money, show_phases, show_questions
from pages.programme.editing.programme_form import AS_KNOWN, show_first_fields, show_source, show_texts
from queries.evaluation import Evaluation
from queries.plan_editing import measured_for, remarks_to_answer
from queries.snapshot import Snapshot
from reports.plan_editing.labels import FIELD_LABELS


class _Chosen:
    """Whether a remark is chosen, as the value of a checkbox."""

    def __init__(self, remarks: list[Answered]) -> None:
        self._remarks = remarks

    def __getitem__(self, remark: Answered) -> bool:
        return remark in self._remarks

    def __setitem__(self, remark: Answered, is_chosen: bool) -> None:
        if is_chosen and remark not in self._remarks:
            self._remarks.append(remark)
        elif not is_chosen and remark in self._remarks:
            self._remarks.remove(remark)


def show_measure_fields(form: Form, snapshot: Snapshot) -> None:
    """Draw all fields of a measure; of a new one also the choice of its programme."""
    draft = form.draft
    form.text("title", hint=_("hva dere skal gjøre, i noen få ord"))
    if draft.made_with:
        _choose_programme(form, snapshot, draft.made_with)
    measured = measured_for(snapshot, _programme_of(draft, form.plans))
    _show_first_line(form)
    st.header(_(FIELD_LABELS["questions"]), anchor=False)
    show_questions(form, measured)
    _choose_remarks(form, snapshot, measured.evaluation)
    show_texts(form, ("need", "goal"), ("activities",), ("anchoring", "result"))
    _show_more(form)


def _choose_programme(form: Form, snapshot: Snapshot, made_with: Draft) -> None:
    draft = form.draft
    municipality = made_with.plan.municipality if isinstance(made_with.plan, Programme) else ""
    own = [plan for plan in form.plans.programmes.values() if plan.municipality == municipality]
    options = {plan.programme: plan.name or plan.programme for plan in own} | {NEW_PROGRAMME: _("Nytt program")}
    if own:
        if draft.chosen not in options:
            draft.chosen = NEW_PROGRAMME
        chosen = draft.bind(vars(draft), "chosen", "programme")
        st.selectbox(_(FIELD_LABELS["programme"]), list(options), format_func=options.__getitem__, **chosen)
    form.findings("programme")
    if draft.chosen == NEW_PROGRAMME:
        of_programme = Form(made_with, form.plans, draft.findings)
        show_first_fields(of_programme, snapshot, _("Navn på programmet som lages med tiltaket"))


def _programme_of(draft: Draft, plans: Plans) -> Programme:
    """Return the programme a measure is of, as it is typed where it is to be made."""
    if draft.made_with and (draft.chosen == NEW_PROGRAMME or draft.chosen not in plans.programmes):
        (programme,), _findings = draft.made_with.read()
        if isinstance(programme, Programme):
            return programme
    return plans.programmes.get(draft.chosen) or Programme("", None)


def _show_first_line(form: Form) -> None:
    areas = {
        plan.measure: plan.title or plan.measure
        for plan in form.plans.measures.values()
        if plan.programme == form.draft.chosen and plan.parent is None and plan.measure != form.draft.identifier
    }
    status, owner, starts, ends = st.columns([2, 3, 2, 2])
    with status:
        form.choice("status", worded(STATUS_NAMES))
    with owner:
        form.text("owner_role", hint=_("for eksempel kommunalsjef oppvekst"))
    with starts:
        form.text("starts", hint=_(AS_KNOWN))
    with ends:
        form.text("ends", hint=_(AS_KNOWN))
    if areas or form.draft.typed["parent"]:
        form.choice("parent", areas)


def _choose_remarks(form: Form, snapshot: Snapshot, evaluation: Evaluation | None) -> None:
    """Draw the weaknesses and challenges that were written of the areas of the questions, to choose from."""
    typed = form.draft.typed
    codes = [line[QUESTION].partition(".")[0] for line in typed["questions"]]
    areas = sorted({int(code) for code in codes if code.isdecimal()})
    written = remarks_to_answer(snapshot, evaluation, areas) if evaluation else []
    offered = list(dict.fromkeys([*written, *typed["remarks"]]))
    if not offered:
        return
    st.header(_(FIELD_LABELS["remarks"]), anchor=False)
    form.findings("remarks", *(f"remarks.{n}" for n in range(1, len(typed["remarks"]) + 1)))
    chosen: Any = _Chosen(typed["remarks"])
    for remark in offered:
        values = {
            "kind": first_upper(_(REMARK_NAMES.get(remark.kind, remark.kind))),
            "area": remark.area,
            "text": remark.text,
        }
        label = escape_markdown(_("{kind} i område {area}: {text}", **values))
        place = f"remarks {remark.area} {remark.kind} {remark.text}"
        st.checkbox(label, **form.draft.bind(chosen, remark, place))
    key = f"need {form.draft.number}"
    st.button(_("Sett inn de valgte i behovet"), key=key, on_click=_add_to_need, args=(form.draft,))


def _add_to_need(draft: Draft) -> None:
    draft.fill_anew()
    need = draft.typed["need"]
    new = [remark.text for remark in draft.typed["remarks"] if remark.text not in need]
    draft.typed["need"] = "\n".join(filter(None, [need.rstrip(), *new]))


def _show_more(form: Form) -> None:
    typed, others = form.draft.typed, _others(form)
    with _opened(form, _("Effekt og gjennomførbarhet"), *SCORES):
        for column, name in zip(st.columns(len(SCORES)), SCORES, strict=True):
            with column:
                form.choice(name, {str(score): str(score) for score in range(1, 6)})
    with _opened(form, _("Enheter som er med"), *UNITS):
        for column, name in zip(st.columns(len(UNITS)), UNITS, strict=True):
            with column:
                form.text(name)
    with _opened(form, _("Faser"), "phases"):
        show_phases(form)
    with _opened(form, _("Penger"), "money"):
        show_money(form)
    with _opened(form, _("Dokumentasjon"), "evidence"):
        show_evidence(form)
    if others or typed["waits_for"]:
        with _opened(form, _("Venter på andre tiltak"), "waits_for"):
            form.several("waits_for", others)
            form.findings(*(f"waits_for.{n}" for n in range(1, len(typed["waits_for"]) + 1)))
    with _opened(form, _("Kilde og merknad"), "source", "place", "note"):
        show_source(form)


def _others(form: Form) -> dict[str, str]:
    return {
        plan.measure: plan.title or plan.measure
        for plan in form.plans.measures.values()
        if plan.programme == form.draft.chosen and plan.measure != form.draft.identifier
    }


def _opened(form: Form, label: str, *names: str) -> Any:
    """Return an expander, open where there is something in it that was there from the start, or a finding."""
    began = bool(any(getattr(form.draft.plan, name) for name in names))
    return st.expander(label, expanded=began or form.has_findings(*names))
