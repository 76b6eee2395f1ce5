"""Downloads of uploaded workbooks with the findings of a check as cell comments."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from data.language import _
from data.score_sheets.finding import Finding
from data.score_sheets.sheet_file import SheetFile
from data.score_sheets.writing.annotated import annotated
from pages.parts.files import offer
from pages.parts.markdown import escape_markdown


def offer_annotated(files: Sequence[SheetFile], findings: Sequence[Finding], key: str = "annotated") -> None:
    """Draw a download button for each workbook with its findings; nothing where there are none."""
    if not findings:
        return
    with st.container(horizontal=True):
        for number, file in enumerate(files):
            name = _("{file} med merknader", file=file.label)
            make = partial(annotated, file, findings)
            offer("Excel", name, make, label=escape_markdown(name), key=f"{key} {number}")
