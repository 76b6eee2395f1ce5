"""Starts Kompassrosen: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server import InNorwegian, health, start_preparing

app = st.App("pages/frame.py", routes=[Route("/healthz", health)], middleware=[Middleware(InNorwegian)])

start_preparing()
