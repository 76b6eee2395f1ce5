"""Starts Kompassrosen: `streamlit run app.py`."""

from threading import Thread

import pandas  # noqa: F401  simultaneous first visitors can meet a half-imported pandas, so it comes first
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server import InNorwegian, health, prepare

app = st.App("pages/frame.py", routes=[Route("/healthz", health)], middleware=[Middleware(InNorwegian)])

# Beside the server: what the first page needs is ready before the first browser has loaded Streamlit.
Thread(target=prepare, name="prepare", daemon=True).start()
