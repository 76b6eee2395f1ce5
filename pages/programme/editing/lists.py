"""Lists of a form: lines of fields that can be added and removed."""

from collections.abc import Callable, Sequence

import streamlit as st

from data.catalogues import named
from data.language import _
from data.plans.typed import QUESTION
from data.plans.words import KIND_OF_MONEY_NAMES, LEVEL_NAMES, STEP_NAMES
from pages.parts.findings import show_note
from pages.programme.editing.fields import Form, worded
from queries.plan_editing import Measured
from reports.plan_editing.labels import FIELD_LABELS
from reports.plan_editing.prefill import standing

DrawLine = Callable[[int], None]


def show_list(form: Form, name: str, add: str, draw: DrawLine) -> None:
    """Draw the lines of a list by `draw`, each with a button that removes it, and one that adds a line."""
    form.findings(name)
    for position in range(len(form.draft.typed[name])):
        key = f"plan line {form.draft.number} {form.draft.generation} {name} {position}"
        with st.container(border=True, key=key, gap="small"):
            draw(position)
            form.findings(f"{name}.{position + 1}")
            # Named in full: by ear, buttons of many lines are told apart by their names alone.
            label = _("Fjern linje {line} av «{list}»", line=position + 1, list=_(FIELD_LABELS[name]))
            arguments = (name, position, form.draft.generation)
            st.button(label, key=f"remove {key}", type="tertiary", on_click=form.draft.remove_line, args=arguments)
    st.button(add, key=f"add {form.draft.number} {name}", on_click=form.draft.add_line, args=(name,))


def show_questions(form: Form, measured: Measured) -> None:
    """Draw the questions and areas that a measure is to lift, each with where it stands and its target."""
    labels = {code: _area_or_question(code, label) for code, label in measured.labels.items()}

    def draw(position: int) -> None:
        what, target = st.columns([3, 1], vertical_alignment="top")
        with what:
            label = _("Underspørsmål eller område {line}", line=position + 1)
            form.line_choice("questions", position, QUESTION, labels, label)
        with target:
            form.line_text("questions", position, "target_points")
        if told := standing(measured, form.draft.typed["questions"][position][QUESTION]):
            show_note(told)

    show_list(form, "questions", _("Legg til underspørsmål eller område"), draw)


def show_phases(form: Form) -> None:
    """Draw the phases."""

    def draw(position: int) -> None:
        _side_by_side(form, "phases", position, ("name", "starts", "ends"), [2, 1, 1])
        form.line_text("phases", position, "activities")

    show_list(form, "phases", _("Legg til fase"), draw)


def show_money(form: Form) -> None:
    """Draw the amounts."""

    def draw(position: int) -> None:
        kind, step = st.columns(2)
        with kind:
            form.line_choice("money", position, "kind", worded(KIND_OF_MONEY_NAMES))
        with step:
            form.line_choice("money", position, "step", worded(STEP_NAMES))
        _side_by_side(form, "money", position, ("amount", "first_year", "last_year"), [2, 1, 1])
        form.line_text("money", position, "note")

    show_list(form, "money", _("Legg til beløp"), draw)


def show_evidence(form: Form) -> None:
    """Draw what was seen of a measure."""
    levels = {str(level): _("{level} {name}", level=level, name=_(name)) for level, name in LEVEL_NAMES.items()}

    def draw(position: int) -> None:
        level, date = st.columns([2, 1])
        with level:
            form.line_choice("evidence", position, "level", levels)
        with date:
            form.line_text("evidence", position, "date")
        form.line_text("evidence", position, "text")
        form.line_text("evidence", position, "source")

    show_list(form, "evidence", _("Legg til dokumentasjon"), draw)


def _side_by_side(form: Form, name: str, position: int, fields: Sequence[str], widths: Sequence[int]) -> None:
    for column, field in zip(st.columns(list(widths)), fields, strict=True):
        with column:
            form.line_text(name, position, field)


def _area_or_question(code: str, label: str) -> str:
    return f"{code} {named(label)}" if "." in code else _("Hele område {area}: {name}", area=code, name=label)
