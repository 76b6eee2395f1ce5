"""Confirmation after an import, with links to the imported evaluations."""

from pathlib import Path

import polars as pl
import streamlit as st

from data.first_language import PARAMETER
from data.imports import imports
from data.score_sheets.intake import Intake
from data.speaking import language
from data.store import Store
from pages.parts.markdown import escape_markdown
from queries.snapshot import snapshot_of
from reports.content import Notice, Paragraph
from reports.links import Link
from reports.programme.planners import planners
from reports.upload.receipt import ReadIn, receipt

PAGES = Path(__file__).parents[1]
FOLDERS = {"kommune": "municipality", "oppfolging": "followup"}


def keep_receipt(event: int, dataset: str, intake: Intake) -> None:
    """Keep the import in the session for the next run of the page."""
    names = intake.rows.evaluations["municipality"].to_list()
    evaluations = [ReadIn(key, year, name) for (key, year, _version), name in zip(intake.keys, names, strict=True)]
    st.session_state["receipt"] = (event, dataset, evaluations)


def show_receipt(store: Store) -> None:
    """Draw the confirmation of the last import with links, unless it has been undone."""
    if "receipt" not in st.session_state:
        return
    event, dataset, evaluations = st.session_state["receipt"]
    if imports(store).filter(pl.col("event") == event, pl.col("undone_by").is_null()).is_empty():
        return
    contents = receipt(event, dataset, evaluations, planners(snapshot_of(store, dataset))).contents
    for notice in contents:
        if isinstance(notice, Notice):
            st.success(escape_markdown(notice.text))
    with st.container(horizontal=True):
        for paragraph in contents:
            if isinstance(paragraph, Paragraph) and paragraph.link:
                _show_link(paragraph.text, paragraph.link)


def _show_link(text: str, link: Link) -> None:
    parameters = dict(link.choices) | {"datasett": link.dataset or "", PARAMETER: language()}
    icon = ":material/arrow_forward:"
    st.page_link(
        PAGES / FOLDERS[link.page] / "page.py", label=escape_markdown(text), icon=icon, query_params=parameters
    )
