"""Search for a municipality: any name or number, old or new, evaluated or not, also when it is spelt nearly right."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.first_language import PARAMETER
from data.language import _
from pages.parts.address import write
from pages.parts.evaluation_choice import choose_municipality
from pages.parts.html import Html
from queries.municipalities import find, findable_names
from queries.snapshot import Snapshot
from reports.choices import newest_year

MOST_LISTED = 1500
"""So many names reach the browser in one list, where they are found while one types; the register has some 800."""
MOST_SHOWN = 10
KEY = "find municipality"


def show_find(snapshot: Snapshot, number: str) -> None:
    """Draw the search with the municipality shown as its value; what is typed and not in the list is looked up."""
    labels = findable_names(snapshot)
    label = _("Finn kommune (navn eller nummer)")
    if len(labels) > MOST_LISTED:
        choose_municipality(snapshot, label, number)
        return
    st.session_state[KEY] = number
    with st.container():
        st.selectbox(
            label,
            list(labels),
            format_func=lambda key: labels.get(key, key),
            accept_new_options=True,
            key=KEY,
            on_change=_choose,
            args=(snapshot,),
        )
        if text := st.session_state.pop("not found", None):
            _show_matches(snapshot, labels, text)


def _choose(snapshot: Snapshot) -> None:
    """Open what was chosen or is the only match of what was typed; else keep the text, to say what it may mean."""
    text = st.session_state[KEY] or ""
    matches = [text] if text in findable_names(snapshot) else find(snapshot, text)
    if len(matches) == 1:
        write({"kommune": matches[0], "aar": newest_year(snapshot, matches[0]), "referanse": None, "land": None})
    elif text:
        st.session_state["not found"] = text


def _show_matches(snapshot: Snapshot, labels: Mapping[str, str], text: str) -> None:
    matches = find(snapshot, text)[:MOST_SHOWN]
    if not matches:
        sentence = _("Ingen kommune heter noe som ligner «{text}», eller har det nummeret.", text=text)
        st.html(Html('<p class="notice" role="alert">{}</p>').format(sentence))
        return
    address = {
        name: value for name, value in st.query_params.to_dict().items() if name in ("datasett", "stand", PARAMETER)
    }
    links = Markup(", ").join(
        Markup('<a href="./?{}" target="_self">{}</a>').format(urlencode({**address, "kommune": key}), labels[key])
        for key in matches
    )
    st.html(Html('<p class="notice" role="status">{} {}</p>').format(_("Mente du:"), links))
