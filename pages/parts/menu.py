"""The menu: the pages in groups, as links that keep the choices which several pages share."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.language import _
from pages.parts.html import Html

GROUPS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("", {"": "Oversikt"}),
    (
        "Kommunen",
        {
            "kommune": "Status",
            "utvikling": "Utvikling",
            "storrelsesgruppe": "Sammenlign",
            "beste-praksis": "Lære av",
            "tiltak": "Tiltak",
        },
    ),
    ("", {"sammenslaing": "Sammenslåing", "last-opp": "Last opp", "metode": "Metode"}),
)
"""Group by group: its heading, and the title of each page by its path."""
TITLES = {path: title for _heading, pages in GROUPS for path, title in pages.items()}
SHARED = ("kommune", "aar", "datasett", "stand", "gruppe", "referanse", "vindu", "utvalg", "kommuner")
"""Query parameters that a page takes over from the one before."""


def show_menu(current: str) -> None:
    """Draw the menu with the page of the path `current` marked. On a phone it folds behind one word."""
    shared = {name: text for name, text in st.query_params.to_dict().items() if name in SHARED}
    groups = Markup("").join(_group(heading, pages, current, shared) for heading, pages in GROUPS)
    home = _address("", shared)
    st.html(
        Html(
            '<div class="top"><p class="brand"><a href="{}" target="_self">Kompassrosen</a></p>'
            '<details id="meny"><summary>{}</summary></details><nav aria-label="{}">{}</nav></div>'
        ).format(home, _("Meny"), _("Sider"), groups)
    )


def _group(heading: str, pages: Mapping[str, str], current: str, shared: Mapping[str, str]) -> Markup:
    links = Markup("").join(
        Markup('<li><a href="{}" target="_self"{}>{}</a></li>').format(
            _address(path, shared), Markup(' aria-current="page"') if path == current else "", _(title)
        )
        for path, title in pages.items()
    )
    if not heading:
        return Markup("<ul>{}</ul>").format(links)
    return Markup('<ul aria-label="{0}"><li aria-hidden="true">{0}</li>{1}</ul>').format(_(heading), links)


def _address(path: str, shared: Mapping[str, str]) -> str:
    return f"./{path}?{urlencode(shared)}"
