"""Starts the floor app, in the way of our own app.py: what Streamlit costs a click with one picture."""

import gc

import pandas  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware

from pages.server import InNorwegian

app = st.App("floor_page.py", middleware=[Middleware(InNorwegian)])

gc.freeze()
