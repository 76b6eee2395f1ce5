"""The script that runs for every page: menu, choice of dataset, the page itself, and error messages."""

import logging
from pathlib import Path

import streamlit as st

from data.store import StoreUnavailable
from pages.parts.address import fall_back
from pages.parts.dataset import show_dataset
from pages.parts.markdown import escape_markdown
from pages.parts.snapshot_choice import chosen_snapshot, complete_address
from pages.server import prepared

PAGES = Path(__file__).parent
MENU = [
    st.Page(PAGES / "overview/page.py", title="Oversikt", default=True),
    st.Page(PAGES / "municipality/page.py", title="Kommune", url_path="kommune"),
    st.Page(PAGES / "size_groups/page.py", title="Størrelsesgruppe", url_path="storrelsesgruppe"),
    st.Page(PAGES / "trend/page.py", title="Utvikling", url_path="utvikling"),
    st.Page(PAGES / "merger/page.py", title="Sammenslåing", url_path="sammenslaing"),
    st.Page(PAGES / "best_practice/page.py", title="Beste praksis", url_path="beste-praksis"),
    st.Page(PAGES / "upload/page.py", title="Last opp", url_path="last-opp"),
    st.Page(PAGES / "method/page.py", title="Metode", url_path="metode"),
]
FAILED = (
    "Noe gikk galt da denne siden skulle vises. Det er skrevet i loggen. Gå til oversikten og prøv igjen; si fra til "
    "den som drifter tjenesten hvis det gjentar seg."
)

prepared.wait()
st.set_page_config(page_title="Kompassrosen", page_icon=PAGES / "icon.svg", layout="wide")
st.html(PAGES / "style.css")
try:
    complete_address()
    page = st.navigation(MENU, position="top")
    snapshot, unknown = chosen_snapshot()
    show_dataset(snapshot)
    for sentence in unknown:
        fall_back(sentence)
    page.run()
except StoreUnavailable as unavailable:
    st.navigation(MENU, position="hidden")
    st.title("Tallene kan ikke vises nå")
    st.error(escape_markdown(str(unavailable)), icon=":material/error:")
except Exception:
    logging.getLogger("kompassrosen").exception("a page failed")
    st.error(FAILED, icon=":material/error:")
