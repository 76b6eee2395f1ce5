"""Around every page: the menu, which figures are shown, and a sentence when something goes wrong."""

import logging
from pathlib import Path

import streamlit as st

from data.store import StoreUnavailable
from pages.parts.choices import chosen_reading
from pages.parts.dataset import show_dataset

log = logging.getLogger(__name__)
PAGES = Path(__file__).parent

st.set_page_config(page_title="Kompassrosen", page_icon=":material/explore:", layout="wide")
st.html(PAGES / "style.css")
page = st.navigation(
    [
        st.Page(PAGES / "overview.py", title="Oversikt", default=True),
        st.Page(PAGES / "municipality.py", title="Kommune", url_path="kommune"),
        st.Page(PAGES / "size_groups.py", title="Størrelsesgruppe", url_path="storrelsesgruppe"),
        st.Page(PAGES / "trend.py", title="Utvikling", url_path="utvikling"),
        st.Page(PAGES / "method.py", title="Metode", url_path="metode"),
    ],
    position="top",
)
try:
    show_dataset(chosen_reading())
    page.run()
except StoreUnavailable as unavailable:
    st.title("Tallene kan ikke vises nå")
    st.error(str(unavailable), icon=":material/error:")
except Exception:
    log.exception("page %s failed", page.title)
    st.error(
        "Noe gikk galt da denne siden skulle vises. Det er skrevet i loggen. Gå til oversikten og prøv igjen; "
        "si fra til den som drifter tjenesten hvis det gjentar seg.",
        icon=":material/error:",
    )
