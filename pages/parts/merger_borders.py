"""What becomes of municipalities that are merged or split."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from charts.borders import border_sentences
from queries.caching import cached
from queries.merging import border_changes
from queries.reading import Reading


def borders(reading: Reading, names: Mapping[str, str]) -> list[str]:
    """Return what goes where, for those that were or will be split or merged."""
    return _borders(reading, tuple(names.items()))


@cached
def _borders(reading: Reading, names: tuple[tuple[str, str], ...]) -> list[str]:
    return border_sentences(border_changes(reading, dict(names)))


def show_borders(reading: Reading, names: Mapping[str, str]) -> None:
    """Draw what goes where, where borders change; `names` tells by number what each is called."""
    sentences = borders(reading, names)
    if sentences:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
        st.html(f'<p><strong>Hva som blir hva</strong></p><ul class="statements">{items}</ul>')
