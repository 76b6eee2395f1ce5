"""The last step: a sentence to each mark, which only this session has, and the shortlist to take away."""

from functools import partial

import streamlit as st

from data.language import _
from pages.parts.committee import given_sentences
from pages.parts.files import offer
from pages.parts.markdown import escape_markdown
from pages.parts.screen import Screen
from reports.merger.choice import Choice
from reports.merger.decision import decision_workbook, shortlist
from reports.merger.group import Group
from reports.merger.shortlist import shortlist_rows
from reports.origin import titled
from reports.view import View
from reports.writers.files import file_bytes

LONGEST = 400
"""Maximum length of a sentence."""


def show_decision(screen: Screen, group: Group) -> None:
    """Draw a field for the sentence on each mark, the shortlist, and its workbook."""
    view, choice = screen.view, screen.choice
    given = given_sentences(view.snapshot.dataset, choice.municipalities)
    if choice.marks and not choice.is_meeting:
        _show_fields(view, group, choice, given)
    sentences = {mark.text: text for mark in choice.marks if (text := given.get(mark.text, "").strip())}
    screen.show_private(shortlist(view, group, choice, sentences))
    if choice.marks and not choice.is_meeting:
        workbook = decision_workbook(view, group, choice.marks, sentences)
        make = partial(file_bytes, view, workbook, "xlsx")
        offer("Excel", titled(view, workbook.title), make, label=workbook.label, key="shortlist")


def _show_fields(view: View, group: Group, choice: Choice, given: dict[str, str]) -> None:
    with st.container(key="sentences"):
        st.caption(
            _(
                "Skriv én setning til hvert punkt. Setningene finnes bare i denne økten og i arbeidsboken du laster "
                "ned: last ned før du lukker siden. Merkene står i adressen, så en lenke til siden tar dem med. "
                "Skriv ut siden for et ark til møtet."
            )
        )
        for row in shortlist_rows(view, group, choice.marks, {}):
            _show_field(
                row["mark"],
                _("Om {code} {label}: {told}", code=row["code"], label=row["label"], told=row["told"]),
                given,
            )


def _show_field(mark: str, label: str, given: dict[str, str]) -> None:
    key = f"sentence {mark}"
    st.session_state[key] = given.get(mark, "")
    st.text_input(
        escape_markdown(label),
        key=key,
        max_chars=LONGEST,
        placeholder=_("Én setning fra nemnda"),
        on_change=_keep,
        args=(mark, key, given),
    )


def _keep(mark: str, key: str, given: dict[str, str]) -> None:
    given[mark] = st.session_state[key]
