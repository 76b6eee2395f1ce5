"""The script that runs for every page: menu, the page itself, and error messages."""

import logging
from pathlib import Path

import streamlit as st

from data.language import N_, _
from data.store import StoreUnavailable
from pages.parts.markdown import escape_markdown
from pages.parts.menu import TITLES, show_menu
from pages.parts.snapshot_choice import complete_address
from pages.paths import FOLDERS
from pages.preparing import prepared

PAGES = Path(__file__).parent
MENU = [
    st.Page(PAGES / folder / "page.py", title=TITLES[path], url_path=path, default=not path)
    for path, folder in FOLDERS.items()
]
FAILED = N_(
    "Noe gikk galt da denne siden skulle vises. Det er skrevet i loggen. Gå til oversikten og prøv igjen; si fra til "
    "den som drifter tjenesten hvis det gjentar seg."
)

prepared.wait()
st.set_page_config(page_title="Kompassrosen", page_icon=PAGES / "icon.svg", layout="wide")
st.html(PAGES / "style.css")
try:
    complete_address()
    page = st.navigation(MENU, position="hidden")
    st.set_page_config(page_title=f"{_(page.title)} – Kompassrosen")
    show_menu(page.url_path)
    page.run()
except StoreUnavailable as unavailable:
    st.navigation(MENU, position="hidden")
    st.title(_("Tallene kan ikke vises nå"))
    st.error(escape_markdown(str(unavailable)), icon=":material/error:")
except Exception:
    logging.getLogger("kompassrosen").exception("a page failed")
    st.error(_(FAILED), icon=":material/error:")
