"""Choice of dataset and upload of files, kept in the session."""

import streamlit as st

from data.language import _
from pages.parts.streamlit_private import UploadedFile
from reports.choices import DATASET_NAMES

HANDED_IN = "handed in"
"""Session key of a counter in the key of the uploader: Streamlit empties an uploader only by a new key."""


def chosen_dataset() -> str | None:
    """Draw the choice of dataset and return it; None until chosen, as there is no default on purpose."""
    st.header(_("Lever arkene"), anchor=False)
    return st.segmented_control(
        _("Hvor skal tallene leses inn?"),
        list(DATASET_NAMES),
        format_func=lambda dataset: _(DATASET_NAMES[dataset]),
        key="upload dataset",
    )


def handed_in() -> list[UploadedFile]:
    """Draw the uploader and return its files."""
    return st.file_uploader(
        _("Skåringsark (.xlsx), gjerne flere om gangen"),
        accept_multiple_files=True,
        key=f"score sheets {st.session_state.get(HANDED_IN, 0)}",
        help=_("Ingenting lagres før du har sett merknadene og bekreftet."),
    )


def clear() -> None:
    """Empty the uploader and forget the check."""
    st.session_state[HANDED_IN] = st.session_state.get(HANDED_IN, 0) + 1
    st.session_state.pop("checked", None)
