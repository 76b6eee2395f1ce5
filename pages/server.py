"""Server parts beside the pages: health check, and changes to the HTML that Streamlit serves."""

import logging
import re
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.language import _
from data.speaking import SOURCE, speaking
from pages.paths import FOLDERS
from pages.requests import language_of

log = logging.getLogger(__name__)
OURS = ("/fil/", "/kart/", "/healthz", "/browser.js", "/words.js")
"""Paths of our own routes, whose responses are not changed."""
REFUSED = (b"accept-encoding", b"if-none-match", b"if-modified-since")
SCRIPT = Path(__file__).parent / "browser.js"
LANGUAGE = b'<html lang="en">'
WITHOUT_SCRIPTS = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
"""What Streamlit says in English to a browser that runs no scripts."""
TITLE = b"<title>Streamlit</title>"
NOT_FOUND = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="UTF-8"><meta name="viewport" content="width=device-width">
    <title>{title} – Kompassrosen</title>
    <style>
      :root {{ color-scheme: light dark; color: light-dark(#1b2733, #e4e9ee); background: light-dark(#fff, #10161d) }}
      body {{ font: 1rem/1.5 sans-serif; margin: 2rem auto; padding: 0 1.5rem; max-width: 40rem }}
      h1 {{ font: 600 1.9rem serif }}
      a {{ color: light-dark(#00567f, #8cc8ec) }}
    </style>
  </head>
  <body><main><h1>{title}</h1><p><a href="{first}?spraak={language}">{onward}</a></p></main></body>
</html>
"""


@speaking(SOURCE)
def state() -> tuple[dict[str, Any], int]:
    """Return what /healthz says of the store and the cache, and its status; opens the store."""
    # Imported here, since the server listens sooner without them.
    from data.opening import open_store
    from data.store import StoreUnavailable
    from queries.caching import CACHE

    try:
        store = open_store()
        state: dict[str, Any] = {"store": "ok", "read_only": store.read_only, "event": store.newest_event()}
        if (shared := store.shared_state()) is not None:
            state["lake"] = shared.told()
        return state | {"cache": vars(CACHE.counts())}, 200
    except StoreUnavailable as unavailable:
        return {"store": "unavailable", "reason": str(unavailable)}, 503


async def health(_request: Request) -> JSONResponse:
    """Respond 200 with the newest event of the store and the counts of the cache, or 503 with the reason.

    Of a store that servers share it says whether that is reached; pages go on without it, so that is no 503.
    """
    body, status = await run_in_threadpool(state)
    return JSONResponse(body, status)


async def script(_request: Request) -> FileResponse:
    """Respond with the script that runs in the browser."""
    return FileResponse(SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


class ServedPage:
    """ASGI middleware that sets the language of Streamlit's HTML, for screen readers, and adds our script to it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change the HTML in the response."""
        headers = scope.get("headers", [])
        wants_page = any(name == b"accept" and b"text/html" in value for name, value in headers)
        if scope["type"] != "http" or not wants_page or scope["path"].startswith(OURS):
            await self.app(scope, receive, send)
            return
        start: Message = {}

        async def changed(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                start.update(message)  # held back, since the length in it changes with the page
                return
            if start:
                message = _with_our_changes(start, message, scope["path"], language_of(scope))
                await send(dict(start))
                start.clear()
            await send(message)

        # Ask for it whole: neither compressed, nor "not modified" since a copy without our changes.
        plain = {**scope, "headers": [(name, value) for name, value in headers if name not in REFUSED]}
        await self.app(plain, receive, changed)


def _is_page(message: Message) -> bool:
    return any(name.lower() == b"content-type" and b"text/html" in value for name, value in message["headers"])


def _with_our_changes(start: Message, message: Message, path: str, language: str) -> Message:
    """Return the first body message with our changes, and correct the content length in the start message.

    Streamlit serves its page at every address. Where none of ours is, its scripts are looked for in vain or it shows
    the first page, so a page of our own says that there is none.
    """
    before = message.get("body", b"")
    with speaking(language):
        if TITLE in before and path.strip("/") not in FOLDERS:
            after, start["status"] = _not_found(path, language), 404
        else:
            after = _changed(before, language)
    longer = len(after) - len(before)
    start["headers"] = [
        (name, str(int(value) + longer).encode() if name.lower() == b"content-length" else value)
        for name, value in start["headers"]
    ]
    return {**message, "body": after}


def _not_found(path: str, language: str) -> bytes:
    title, onward = _("Siden finnes ikke"), _("Gå til oversikten")
    first = "./" + "../" * path.strip("/").count("/")
    return NOT_FOUND.format(language=language, title=title, first=first, onward=onward).encode()


def _changed(before: bytes, language: str) -> bytes:
    """Return Streamlit's page with our language, name, scripts and words."""
    after = before.replace(LANGUAGE, f'<html lang="{language}">'.encode(), 1)
    after = after.replace(TITLE, b"<title>Kompassrosen</title>", 1)
    # First in the head, so that they run before Streamlit's own.
    scripts = f'<head><script src="./words.js?spraak={language}"></script><script src="./browser.js" defer></script>'
    after = after.replace(b"<head>", scripts.encode(), 1)
    told = f"<noscript><p>{_('Slå på JavaScript for å se denne siden.')}</p></noscript>".encode()
    return WITHOUT_SCRIPTS.sub(lambda _found: told, after, count=1)
