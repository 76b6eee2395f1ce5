"""The language of the visitor, as the address says it: also in callbacks and fragments, which skip the frame."""

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from data.first_language import PARAMETER, language_of_visit
from data.language import _
from data.speaking import LANGUAGES, SOURCE, ask, is_known
from pages.parts.html import markup
from pages.parts.streamlit_private import is_in_a_visit


def language_of_visitor() -> str | None:
    """Return the language of the address; None outside a visit, where nobody can be asked."""
    if not is_in_a_visit():
        return None
    code = st.query_params.get(PARAMETER)
    return code if code and is_known(code) else SOURCE


ask(language_of_visitor)
DRAFTS = "plan drafts"
"""Session key of what somebody has typed and not saved, which ends with the session."""


def first_language() -> str:
    """Return the language for the address of somebody who has not chosen one."""
    return language_of_visit(urlencode(st.query_params.to_dict()), st.context.headers.get("Accept-Language", ""))


def language_choice(path: str, parameters: dict[str, str], spoken: str) -> Markup:
    """Return the links to this page in each language.

    The browser loads the page anew for them, unless the session has a draft, which that would end: then the page stays,
    and is told anew (`data-stays` in browser.js).
    """
    # The event last, as in all links.
    kept = {name: text for name, text in parameters.items() if name != "stand"}
    stand = {"stand": parameters["stand"]} if "stand" in parameters else {}
    links = Markup("").join(
        markup(
            '<li><a href="./{0}?{1}" target="_self" hreflang="{2}" lang="{2}"{3}{4}>{5}</a></li>',
            path,
            urlencode({**kept, PARAMETER: code, **stand}),
            code,
            Markup(' aria-current="page"') if code == spoken else "",
            markup(' data-stays="{}"', code) if st.session_state.get(DRAFTS) else "",
            name,
        )
        for code, name in LANGUAGES.items()
    )
    return markup('<nav class="languages" aria-label="{}"><ul>{}</ul></nav>', _("Språk"), links)
