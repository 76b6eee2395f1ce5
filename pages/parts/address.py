"""The address of a view: the only place that reads and writes the query string.

Every choice is a number or a code in the address, so that a copied link opens the same view again.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

ALWAYS = ("kommune", "aar", "datasett")
"""Written into every address, so that a copied link means the same next year."""

ALONG = (*ALWAYS, "stand")
"""Kept when the reader goes to another page by the menu."""


def word(name: str) -> str | None:
    """Return what the address says of a choice, else what was chosen on the page before, else None."""
    if name in st.query_params:
        return st.query_params[name]
    return st.session_state.get("along", {}).get(name) if name in ALONG else None


def whole(name: str, default: int | None = None) -> int | None:
    """Return the whole number the address gives; the default, with a sentence, where it is none."""
    text = word(name)
    if text is None:
        return default
    if text.isdecimal() and len(text) < 10:
        return int(text)
    fall_back(f"«{text}» er ikke et gyldig tall for {name} i adressen, og er sett bort fra.")
    return default


def settle(**choices: str) -> None:
    """Write what is shown into the address, and keep it for the next page."""
    st.session_state["along"] = st.session_state.get("along", {}) | choices
    missing = {name: value for name, value in choices.items() if st.query_params.get(name) != value}
    if missing:
        st.query_params.update(missing)


def fall_back(sentence: str) -> None:
    """Tell the reader that the address asked for something that is not there."""
    st.warning(sentence, icon=":material/info:")


def choose(
    label: str,
    name: str,
    options: Sequence[Any],
    value: Any,
    written: Callable[[Any], str] = str,
    *,
    few: bool = False,
    several: bool = False,
    clears: Sequence[str] = (),
) -> Any:
    """Draw a choice that stands in the address and return it; another choice drops `clears` from the address."""
    key = f"choice {name}"
    st.session_state[key] = value
    change = {"on_change": _write, "args": (name, key, tuple(clears))}
    if several:
        return st.multiselect(label, options, key=key, format_func=written, **change)
    if few:
        return st.segmented_control(label, options, key=key, format_func=written, required=True, **change)
    return st.selectbox(label, options, key=key, format_func=written, **change)


def _write(name: str, key: str, clears: Sequence[str]) -> None:
    for cleared in clears:
        st.query_params.pop(cleared, None)
        st.session_state.get("along", {}).pop(cleared, None)
    value = st.session_state[key]
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = ",".join(value) if isinstance(value, list) else str(value)


def link(path: str, **choices: Any) -> str:
    """Return the address of a view, with the dataset and event that are shown now."""
    along = {name: word(name) for name in ("datasett", "stand")}
    words = {name: value for name, value in (along | choices).items() if value is not None}
    return f"{path}?{'&'.join(f'{name}={value}' for name, value in words.items())}"
