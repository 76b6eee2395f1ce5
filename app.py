"""Entry point of the server: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from api.routes import ROUTES
from pages.server import ServedPage, health, script, start_preparing

routes = [Route("/healthz", health), Route("/browser.js", script), *ROUTES]
app = st.App("pages/frame.py", routes=routes, middleware=[Middleware(ServedPage)])

start_preparing()
