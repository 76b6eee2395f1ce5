"""Download buttons for files that are made on click."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from data.language import _
from data.speaking import bound, language
from pages.parts.lazy_expander import lazy_expander
from pages.parts.markdown import escape_markdown
from reports.content import Filed
from reports.origin import titled
from reports.view import View
from reports.writers.files import XLSX, file_bytes, formats_of, in_plain_letters


def offer(
    kind: str,
    title: str,
    make: Callable[[], bytes],
    mime: str = XLSX,
    label: str | None = None,
    key: str | None = None,
) -> None:
    """Draw a download button; `make` is called on click, in a pool of threads."""
    ending = {"Excel": "xlsx"}.get(kind, kind.lower())
    st.download_button(
        label or _("Last ned {kind}", kind=kind),
        bound(language(), make),
        f"{in_plain_letters(title)}.{ending}",
        mime,
        key=key or f"{kind} {title}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=escape_markdown(title),
    )


def offer_files(view: View, content: Filed) -> None:
    """Draw an expander with download buttons of a table, picture or workbook without an address."""
    title = titled(view, content.title)
    with lazy_expander(_("Last ned"), f"files {title}", type="compact") as fold:
        if fold.open:
            with st.container(horizontal=True):
                for ending, form in formats_of(content).items():
                    offer(form.name, title, partial(file_bytes, view, content, ending), form.media_type)
