"""What somebody hands in: into which dataset, and the files; kept in the session of that person only."""

import streamlit as st

from data.language import _
from pages.parts.streamlit_private import UploadedFile
from reports.choices import DATASET_NAMES

HANDED_IN = "handed in"
"""Counts what has been handed in; a new number gives an empty place for files."""


def chosen_dataset() -> str | None:
    """Draw the choice of dataset, which nobody makes for the reader; None until it is made."""
    st.header(_("Lever arkene"), anchor=False)
    return st.segmented_control(
        _("Hvor skal tallene leses inn?"),
        list(DATASET_NAMES),
        format_func=lambda dataset: _(DATASET_NAMES[dataset]),
        key="upload dataset",
    )


def handed_in() -> list[UploadedFile]:
    """Draw the place for files and return those that lie there."""
    return st.file_uploader(
        _("Skåringsark (.xlsx), gjerne flere om gangen"),
        accept_multiple_files=True,
        key=f"score sheets {st.session_state.get(HANDED_IN, 0)}",
        help=_("Ingenting lagres før du har sett merknadene og bekreftet."),
    )


def clear() -> None:
    """Take away the files, and what was found in them."""
    st.session_state[HANDED_IN] = st.session_state.get(HANDED_IN, 0) + 1
    st.session_state.pop("checked", None)
