"""What if some questions had more points: their choice, and what would follow."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from data.catalogues import named
from data.language import _
from pages.parts.address import write
from pages.parts.screen import Screen
from queries.question_profile import question_profile
from reports.municipality import Choice
from reports.municipality.what_if import raised_text


def show_what_if(screen: Screen) -> None:
    """Draw the choice of questions, the points each would have, and what follows from them."""
    choice: Choice = screen.choice
    questions = question_profile(screen.view.snapshot, choice.focus, choice.comparison)
    raisable = {row["code"]: row for row in questions.to_dicts() if row["own"] is not None and row["left"] > 0}
    if not raisable:
        return
    screen.show("hvaom")
    raised = dict(choice.raised)
    st.session_state["what if"] = [code for code in raised if code in raisable]
    st.multiselect(
        _("Underspørsmål som får flere poeng"),
        list(raisable),
        format_func=lambda code: f"{code} {named(raisable[code]['label'])}",
        placeholder=_("Velg"),
        key="what if",
        on_change=lambda: _write_questions(raised, raisable),
    )
    with st.container(horizontal=True):
        for code in st.session_state["what if"]:
            _show_points(code, raised, raisable[code])
    if raised:
        screen.show("hvaomtabell")


def _write_questions(raised: Mapping[str, Decimal], raisable: Mapping[str, Mapping[str, Any]]) -> None:
    chosen = st.session_state["what if"]
    _write({code: raised.get(code, Decimal(str(raisable[code]["maximum_points"]))) for code in chosen})


def _show_points(code: str, raised: Mapping[str, Decimal], question: Mapping[str, Any]) -> None:
    own, maximum, key = question["own"], question["maximum_points"], f"what if {code}"
    st.session_state[key] = float(raised[code])
    st.number_input(
        _("{code}: fra {own:tenths} til (høyst {maximum})", code=code, own=own, maximum=maximum),
        min_value=float(own),
        max_value=float(maximum),
        step=0.5,
        format="%.1f",
        key=key,
        on_change=lambda: _write({**raised, code: Decimal(f"{st.session_state[key]:.1f}")}),
    )


def _write(raised: Mapping[str, Decimal]) -> None:
    write({"hva_om": raised_text(raised)})
