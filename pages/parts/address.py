"""Query parameters and the widgets bound to them.

Every choice is a number or a code in the address, so that a copied link opens the same view, and Back and Forward
go from choice to choice. Each write adds an entry to the browser's history, so related parameters are written in one.

Streamlit's own `bind=` is not used: it writes labels instead of codes and silently ignores unknown values.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from data.language import N_, _
from pages.parts.html import Html

WHAT_TO_TYPE = N_("Navn eller nummer")


def parameter(name: str) -> str | None:
    """Return a query parameter, or None."""
    return st.query_params.get(name)


def complete(parameters: Mapping[str, str]) -> None:
    """Add missing query parameters. Call before the menu is drawn: otherwise Back leads to the previous page's path."""
    missing = {name: value for name, value in parameters.items() if value and name not in st.query_params}
    if missing:
        st.query_params.update(missing)


def fall_back(sentence: str) -> None:
    """Draw a notice that a query parameter is invalid and a default is used."""
    st.html(Html('<p class="notice" role="alert">{}</p>').format(sentence))


Change = Callable[[Any], Mapping[str, str | None]]
"""Function of the new choice that returns further parameters to write; None removes a parameter."""


def dropping(*names: str) -> Change:
    """Return the change that removes these parameters, which are valid only for the previous choice."""
    return lambda chosen: dict.fromkeys(names)  # noqa: ARG005  a change is called with the new choice


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
    """Draw a select box bound to a query parameter, and return its value."""
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
    """Draw a segmented control bound to a query parameter, and return its value."""
    return st.segmented_control(label, options, format_func=written, required=True, **_controlled(name, value, also))


def choose_several(
    label: str,
    name: str,
    options: Sequence[str],
    values: Sequence[str],
    written: Callable[[str], str],
    *,
    also: Change = nothing_else,
) -> list[str]:
    """Draw a multiselect bound to a comma-separated query parameter, and return its values."""
    return st.multiselect(
        label, options, format_func=written, placeholder=_("Velg"), **_controlled(name, list(values), also)
    )


def search(label: str, name: str, find: Callable[[str], Sequence[str]], *, also: Change = nothing_else) -> str:
    """Draw a search field and return its text. A single match of `find` is written to the query parameter at once."""
    key = f"search {name}"
    return st.text_input(
        label,
        key=key,
        type="search",
        placeholder=_(WHAT_TO_TYPE),
        on_change=_choose_only_match,
        args=(name, key, find, also),
    )


def _choose_only_match(name: str, key: str, find: Callable[[str], Sequence[str]], also: Change) -> None:
    matches = find(st.session_state[key])
    if len(matches) == 1:
        _write(name, matches[0], also)
        st.session_state[key] = ""


def _controlled(name: str, value: Any, also: Change) -> dict[str, Any]:
    """Return arguments that bind a widget to a query parameter.

    The address decides: the widget's state is set from it on every run, and a new choice is written to it.
    """
    key = f"choice {name}"
    st.session_state[key] = value
    return {"key": key, "on_change": _write_chosen, "args": (name, key, also)}


def _write_chosen(name: str, key: str, also: Change) -> None:
    _write(name, st.session_state[key], also)


def _write(name: str, value: Any, also: Change) -> None:
    text = ",".join(value) if isinstance(value, list) else None if value is None else str(value)
    write({name: text, **also(value)})


def write(changes: Mapping[str, str | None]) -> None:
    """Write query parameters in one entry of the browser's history; None or an empty text removes one."""
    parameters = {**st.query_params.to_dict(), **changes}
    st.query_params.from_dict({parameter: text for parameter, text in parameters.items() if text})
