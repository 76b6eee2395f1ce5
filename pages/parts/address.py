"""The address of a view: the only place that reads and writes the query string.

Every choice is a number or a code in the address, so that a copied link opens the same view again, and
Back and Forward go from choice to choice. The browser makes one entry of its history for each write, so
what belongs together is written at once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from pages.parts.html import Html

WHAT_TO_TYPE = "Navn eller nummer"


def parameter(name: str) -> str | None:
    """Return what the address says of a choice, or None."""
    return st.query_params.get(name)


def remember() -> Mapping[str, str]:
    """Return the address as it was on the page before, where the menu has just dropped it."""
    return {} if st.query_params else st.session_state.get("address", {})


def complete(parameters: Mapping[str, str]) -> None:
    """Write what the address leaves out; called before the menu is drawn, or Back would meet the old path."""
    missing = {name: value for name, value in parameters.items() if name not in st.query_params}
    if missing:
        st.query_params.update(missing)
    st.session_state["address"] = st.query_params.to_dict()


def fall_back(sentence: str) -> None:
    """Tell the reader that the address asked for something that is not there."""
    st.html(Html('<p class="notice" role="alert">{}</p>').format(sentence))


Change = Callable[[Any], Mapping[str, str | None]]
"""What else changes in the address with a new choice, by that choice; None drops a word."""


def dropping(*names: str) -> Change:
    """Return the change that drops these words, which meant something only for the choice before."""
    return lambda chosen: dict.fromkeys(names)  # noqa: ARG005  every change is asked with the new choice


nothing_else = dropping()


def choose(
    label: str,
    name: str,
    options: Sequence[Any],
    value: Any,
    written: Callable[[Any], str] = str,
    *,
    also: Change = nothing_else,
) -> Any:
    """Draw a list to choose one from, whose choice stands in the address, and return it."""
    return st.selectbox(label, options, format_func=written, **_controlled(name, value, also))


def choose_few(
    label: str,
    name: str,
    options: Sequence[Any],
    value: Any,
    written: Callable[[Any], str] = str,
    *,
    also: Change = nothing_else,
) -> Any:
    """Draw a few choices side by side, one of which stands in the address, and return it."""
    return st.segmented_control(label, options, format_func=written, required=True, **_controlled(name, value, also))


def choose_several(
    label: str, name: str, options: Sequence[str], values: Sequence[str], written: Callable[[str], str]
) -> list[str]:
    """Draw a list to choose several from, that stand in the address with commas between, and return them."""
    return st.multiselect(
        label, options, format_func=written, placeholder="Velg", **_controlled(name, list(values), nothing_else)
    )


def search(label: str, name: str, find: Callable[[str], Sequence[str]], *, also: Change = nothing_else) -> str:
    """Draw a search for what stands in the address, chosen at once where it is the only match; return its text."""
    key = f"search {name}"
    return st.text_input(
        label,
        key=key,
        type="search",
        placeholder=WHAT_TO_TYPE,
        on_change=_choose_only_match,
        args=(name, key, find, also),
    )


def _choose_only_match(name: str, key: str, find: Callable[[str], Sequence[str]], also: Change) -> None:
    matches = find(st.session_state[key])
    if len(matches) == 1:
        _write(name, matches[0], also)
        st.session_state[key] = ""


def _controlled(name: str, value: Any, also: Change) -> dict[str, Any]:
    """Let the address rule the widget: it is set before every drawing, and a new choice is written there."""
    key = f"choice {name}"
    st.session_state[key] = value
    return {"key": key, "on_change": _write_chosen, "args": (name, key, also)}


def _write_chosen(name: str, key: str, also: Change) -> None:
    _write(name, st.session_state[key], also)


def _write(name: str, value: Any, also: Change) -> None:
    text = ",".join(value) if isinstance(value, list) else None if value is None else str(value)
    parameters = {**st.query_params.to_dict(), name: text, **also(value)}
    st.query_params.from_dict({parameter: text for parameter, text in parameters.items() if text})
