"""Starts Kompassrosen: `streamlit run app.py`."""

import gc

import pandas  # noqa: F401  simultaneous first visitors can meet a half-imported pandas, so it comes first
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server import InNorwegian, health

app = st.App("pages/frame.py", routes=[Route("/healthz", health)], middleware=[Middleware(InNorwegian)])

# What is imported by now stays for good: collecting it again and again would only hold up the answers.
gc.freeze()
