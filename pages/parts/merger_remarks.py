"""What the evaluators saw in each of the municipalities that merge, side by side."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from data.norwegian import first_lower, listed
from pages.parts import answers
from pages.parts.html import Html
from pages.parts.merging import Group
from pages.parts.one_area import KINDS, origin
from pages.parts.plain import plain
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading

FOLD = '<details class="fold"><summary>{} {}</summary>{}</details>'
Remarks = Mapping[tuple[int, str], list[str]]


def show_merged_remarks(reading: Reading, group: Group, area: int) -> None:
    """Draw strengths, challenges and weaknesses side by side; with no area chosen, one folded for each."""
    if not _origins(reading, group):
        return
    with st.container(key="remarks" if area else "folded_remarks"):
        st.subheader("Styrker, utfordringer og svakheter side om side", anchor=False)
        st.html(_side_by_side(reading, group, area) if area else _folded(reading, group))
        st.caption(plain(_origins(reading, group)))


@cached
def _origins(reading: Reading, group: Group) -> str:
    """Return whose words the remarks are; nothing where there are none."""
    given = [one for one in group.evaluations if _remarks(reading, one)]
    said = listed([f"{one.name}: {first_lower(origin(reading, one))}" for one in given])
    return f"{said}." if given else ""


@cached
def _remarks(reading: Reading, one: Evaluation) -> Remarks:
    """Return the remarks on an evaluation by area and kind."""
    remarks = answers.asked(reading, "remarks", evaluation=one.evaluation)
    grouped = remarks.group_by("area", "kind", maintain_order=True).agg("text")
    return {(area, kind): texts for area, kind, texts in grouped.iter_rows()}


@cached
def _folded(reading: Reading, group: Group) -> Html:
    # The browser's own folds: there is nothing but words in them, which may as well be there at once.
    names = answers.area_names(reading, group.evaluations[0].version)
    folds = [FOLD.format(area, escape(name), _side_by_side(reading, group, area)) for area, name in names.items()]
    return Html("".join(folds))


@cached
def _side_by_side(reading: Reading, group: Group, area: int) -> Html:
    everyone = "".join(_given(one.name, _remarks(reading, one), area) for one in group.evaluations)
    return Html(f'<div class="beside">{everyone}</div>')


def _given(name: str, remarks: Remarks, area: int) -> str:
    lists = "".join(_list(heading, remarks.get((area, kind), [])) for kind, heading in KINDS.items())
    return f"<section><h4>{escape(name)}</h4>{lists or '<p>Ingen oppgitt.</p>'}</section>"


def _list(heading: str, texts: list[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<p><strong>{heading}</strong></p><ul class="statements">{items}</ul>' if items else ""
