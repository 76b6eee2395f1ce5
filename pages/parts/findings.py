"""Findings at a field and in a summary, as HTML."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.html import Html


def show_finding(sentence: str) -> None:
    """Draw what is wrong with the field above."""
    st.html(Html('<p class="finding">{}</p>').format(sentence))


def show_note(sentence: str) -> None:
    """Draw a remark on the field above."""
    st.html(Html('<p class="caption">{}</p>').format(sentence))


def show_findings_summary(heading: str, sentences: Sequence[str]) -> None:
    """Draw why nothing was saved: a heading, and one line a finding; it is read aloud at once."""
    lines = Html("").join(Html("<li>{}</li>").format(sentence) for sentence in sentences)
    listed = Html("<ul>{}</ul>").format(lines) if sentences else Html("")
    st.html(Html('<div class="findings" role="alert"><p><strong>{}</strong></p>{}</div>').format(heading, listed))
