"""What the evaluators saw in each of the municipalities that merge, side by side."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from data.norwegian import first_lower, listed
from pages.parts import answers
from pages.parts.merging import Group
from pages.parts.one_area import KINDS, origin
from pages.parts.plain import plain
from queries.evaluation import Evaluation
from queries.reading import Reading

MOST_BESIDE = 3


def show_merged_remarks(reading: Reading, group: Group, area: int) -> None:
    """Draw strengths, challenges and weaknesses side by side; with no area chosen, one folded for each."""
    remarks = {one: _remarks(reading, one) for one in group.evaluations}
    if not any(remarks.values()):
        return
    with st.container(key="remarks" if area else "folded_remarks"):
        st.subheader("Styrker, utfordringer og svakheter side om side", anchor=False)
        names = dict(answers.areas(reading, group.evaluations[0].version).select("area", "name").iter_rows())
        if area:
            _side_by_side(remarks, area)
        else:
            for one in range(1, 9):
                with st.expander(f"{one} {names[one]}"):
                    _side_by_side(remarks, one)
        said = [f"{one.name}: {first_lower(origin(reading, one))}" for one, given in remarks.items() if given]
        st.caption(plain(f"{listed(said)}."))


@answers.kept
def _remarks(reading: Reading, one: Evaluation) -> dict[tuple[int, str], list[str]]:
    """Return the remarks on an evaluation by area and kind."""
    remarks = answers.asked(reading, "remarks", evaluation=one.evaluation)
    grouped = remarks.group_by("area", "kind", maintain_order=True).agg("text")
    return {(area, kind): texts for area, kind, texts in grouped.iter_rows()}


def _side_by_side(remarks: Mapping[Evaluation, Mapping[tuple[int, str], list[str]]], area: int) -> None:
    everyone = list(remarks)
    for start in range(0, len(everyone), MOST_BESIDE):
        beside = everyone[start : start + MOST_BESIDE]
        for one, column in zip(beside, st.columns(min(MOST_BESIDE, len(everyone)), gap="medium"), strict=False):
            lists = "".join(_list(heading, remarks[one].get((area, kind), [])) for kind, heading in KINDS.items())
            column.html(f"<h4>{escape(one.name)}</h4>{lists or '<p>Ingen oppgitt.</p>'}")


def _list(heading: str, texts: list[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<p><strong>{heading}</strong></p><ul class="statements">{items}</ul>' if items else ""
