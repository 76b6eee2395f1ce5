"""Entry point of the server: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from api.routes import ROUTES
from data.logs import write_log
from pages.guard import Guard, failed
from pages.preparing import start_preparing
from pages.server import ServedPage, health, script
from pages.streamlit_scripts import ChangedScripts, words

routes = [
    Route("/healthz", health),
    Route("/browser.js", script),
    Route("/words.js", words),
    *ROUTES,
]
middleware = [Middleware(Guard), Middleware(ServedPage), Middleware(ChangedScripts)]
app = st.App("pages/frame.py", routes=routes, middleware=middleware, exception_handlers={Exception: failed})

write_log()
start_preparing()
