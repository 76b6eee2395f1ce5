"""Starts the floor app, in the way of our own app.py: what Streamlit costs a click with one picture."""

import gc

import pandas  # noqa: F401
import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.server import ServedPage, script

app = st.App("floor_page.py", routes=[Route("/browser.js", script)], middleware=[Middleware(ServedPage)])

gc.freeze()
