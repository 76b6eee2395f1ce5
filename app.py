"""Entry point of the server: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from api.routes import ROUTES
from pages.guard import Guard, failed
from pages.server import ServedPage, health, script, start_preparing
from pages.streamlit_words import changed_script, scripts, words

routes = [
    Route("/healthz", health),
    Route("/browser.js", script),
    Route("/words.js", words),
    *(Route(f"/static/js/{name}", changed_script) for name in scripts()),
    *ROUTES,
]
middleware = [Middleware(Guard), Middleware(ServedPage)]
app = st.App("pages/frame.py", routes=routes, middleware=middleware, exception_handlers={Exception: failed})

start_preparing()
