"""The sentences of a merger committee on its marks, which only this session has."""

import streamlit as st

GIVEN = "sentences of the committee"
"""Session key of the sentences, by dataset, municipalities and mark."""


def given_sentences(dataset: str, municipalities: tuple[str, ...]) -> dict[str, str]:
    """Return the sentences of this session on these municipalities, by mark, to read and to write to."""
    everything = st.session_state.setdefault(GIVEN, {})
    sentences: dict[str, str] = everything.setdefault((dataset, frozenset(municipalities)), {})
    return sentences
