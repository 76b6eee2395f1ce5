"""The files people take away, each made when somebody asks for it."""

from collections.abc import Callable

import streamlit as st

from pages.parts.plain import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(
    kind: str,
    title: str,
    made: Callable[[], bytes],
    mime: str = XLSX,
    label: str | None = None,
    key: str | None = None,
) -> None:
    """Offer a file that is made when somebody asks for it."""
    ending = {"Excel": "xlsx"}.get(kind, kind.lower())
    st.download_button(
        label or f"Last ned {kind}",
        made,
        f"{file_name(title)}.{ending}",
        mime,
        key=key or f"{kind} {title}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=plain(title),
    )


def file_name(title: str) -> str:
    """Return the title as a file name: lower case letters, digits and hyphens."""
    plain = title.lower().translate(str.maketrans("æøå", "eoa"))
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain).split())
