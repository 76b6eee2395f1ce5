"""The receipt after an import: what was read in, and the way to the pages that show it."""

from pathlib import Path

import polars as pl
import streamlit as st

from data.imports import imports
from data.norwegian import counted
from data.score_sheets.intake import Intake
from data.store import Store
from pages.parts.dataset import DATASETS
from pages.parts.plain import plain

PAGES = Path(__file__).parents[1]
LINKED = 12


def keep_receipt(event: int, dataset: str, intake: Intake) -> None:
    """Keep what was read in for the next drawing of the page."""
    names = intake.rows.evaluations["municipality"].to_list()
    evaluations = [(key, year, name) for (key, year, _), name in zip(intake.keys, names, strict=True)]
    st.session_state["receipt"] = (event, dataset, evaluations)


def show_receipt(store: Store) -> None:
    """Draw the receipt of the import just made, with a link to each municipality; gone when it is undone."""
    if "receipt" not in st.session_state:
        return
    event, dataset, evaluations = st.session_state["receipt"]
    standing = imports(store).filter(pl.col("event") == event, pl.col("undone_by").is_null())
    if standing.is_empty():
        return
    count = counted(len(evaluations), "evaluering", "evalueringer")
    st.success(f"{count} er lest inn, som import {event} i datasettet «{DATASETS[dataset]}».")
    with st.container(horizontal=True):
        for key, year, name in evaluations[:LINKED]:
            st.page_link(
                PAGES / "municipality.py",
                label=plain(f"Se {name} {year}"),
                icon=":material/arrow_forward:",
                query_params={"kommune": str(key), "aar": str(year), "datasett": dataset},
            )
