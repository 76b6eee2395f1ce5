"""The menu: the pages in groups, as links that keep the choices which several pages share."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.first_language import PARAMETER
from data.language import N_, _
from data.speaking import language
from pages.parts.html import Html, markup
from pages.parts.language import language_choice

GROUPS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("", {"": N_("Oversikt")}),
    (
        N_("Kommunen"),
        {
            "kommune": N_("Status"),
            "utvikling": N_("Utvikling"),
            "storrelsesgruppe": N_("Sammenlign"),
            "beste-praksis": N_("Lære av"),
            "tiltak": N_("Tiltak"),
            "oppfolging": N_("Virket det?"),
        },
    ),
    ("", {"sammenslaing": N_("Sammenslåing"), "last-opp": N_("Last opp"), "metode": N_("Metode")}),
)
"""Group by group: its heading, and the title of each page by its path."""
BESIDE_THE_MENU = {"kommunestyret": N_("Status til kommunestyret")}
"""Pages that other pages link to."""
MARKED = {"kommunestyret": "tiltak"}
"""The page of the menu that is marked for one beside it."""
TITLES = {path: title for _heading, pages in GROUPS for path, title in pages.items()} | BESIDE_THE_MENU
SHARED = ("kommune", "aar", "datasett", "stand", "gruppe", "referanse", "vindu", "utvalg", "kommuner", PARAMETER)
"""Query parameters that a page takes over from the one before."""


def show_menu(current: str) -> None:
    """Draw the menu with the page of the path `current` marked. On a phone it folds behind one word."""
    shared = {
        name: text
        for name, text in st.query_params.to_dict().items()
        if name in SHARED and (current, name) != ("kommunestyret", "aar")
    }
    # Last, as in all links.
    shared |= {"stand": shared.pop("stand")} if "stand" in shared else {}
    groups = Markup("").join(_group(heading, pages, current, shared) for heading, pages in GROUPS)
    home = _address("", shared)
    languages = language_choice(current, st.query_params.to_dict(), language())
    st.html(
        Html(
            '<div class="top"><p class="brand"><a href="{}" target="_self">Kompassrosen</a></p>'
            '<details id="meny"><summary>{}</summary></details><nav aria-label="{}">{}</nav>{}</div>'
        ).format(home, _("Meny"), _("Sider"), groups, languages)
    )


def _group(heading: str, pages: Mapping[str, str], current: str, shared: Mapping[str, str]) -> Markup:
    links = Markup("").join(
        markup(
            '<li><a href="{}" target="_self"{}>{}</a></li>',
            _address(path, shared),
            _mark(path, current),
            _(title),
        )
        for path, title in pages.items()
    )
    if not heading:
        return markup("<ul>{}</ul>", links)
    return markup('<ul aria-label="{0}"><li aria-hidden="true">{0}</li>{1}</ul>', _(heading), links)


def _mark(path: str, current: str) -> Markup:
    if path == current:
        return Markup(' aria-current="page"')
    return Markup(' aria-current="true"') if path == MARKED.get(current) else Markup("")


def _address(path: str, shared: Mapping[str, str]) -> str:
    return f"./{path}?{urlencode(shared)}"
