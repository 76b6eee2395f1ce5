"""What the evaluators saw in each of the municipalities that merge, side by side."""

from html import escape

import polars as pl
import streamlit as st

from pages.parts import answers
from pages.parts.merging import Group
from pages.parts.one_area import KINDS
from queries.evaluation import Evaluation
from queries.reading import Reading

MOST_BESIDE = 3


def show_merged_remarks(reading: Reading, group: Group, area: int) -> None:
    """Draw strengths, challenges and weaknesses side by side; with no area chosen, one folded for each."""
    remarks = {one: answers.asked(reading, "remarks", evaluation=one.evaluation) for one in group.evaluations}
    if all(found.is_empty() for found in remarks.values()):
        return
    st.subheader("Styrker, utfordringer og svakheter side om side", anchor=False)
    areas = answers.areas(reading, group.evaluations[0].version).filter(pl.col("area") > 0)
    for one, name in areas.select("area", "name").iter_rows():
        if area in (0, one):
            with st.expander(f"{one} {name}", expanded=area == one):
                _side_by_side(remarks, one)
    st.caption("Gjengitt med egne ord.")


def _side_by_side(remarks: dict[Evaluation, pl.DataFrame], area: int) -> None:
    everyone = list(remarks)
    for start in range(0, len(everyone), MOST_BESIDE):
        beside = everyone[start : start + MOST_BESIDE]
        for one, column in zip(beside, st.columns(min(MOST_BESIDE, len(everyone)), gap="medium"), strict=False):
            column.html(_remarks(one, remarks[one].filter(pl.col("area") == area)))


def _remarks(one: Evaluation, remarks: pl.DataFrame) -> str:
    lists = "".join(_list(heading, remarks.filter(pl.col("kind") == kind)) for kind, heading in KINDS.items())
    return f"<h4>{escape(one.name)}</h4>{lists or '<p>Ingen oppgitt.</p>'}"


def _list(heading: str, rows: pl.DataFrame) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in rows["text"])
    return f'<p><strong>{heading}</strong></p><ul class="statements">{items}</ul>' if items else ""
