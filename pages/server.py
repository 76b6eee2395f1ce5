"""What the server does besides pages: it gets ready, tells its health, and says that its language is Norwegian."""

import gc
import logging
from importlib import import_module
from threading import Event, Thread
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)
REFUSED = (b"accept-encoding", b"if-none-match", b"if-modified-since")


prepared = Event()
"""Set while nobody needs to wait: simultaneous first visitors could meet a half-imported pandas."""
prepared.set()


def start_preparing() -> None:
    """Begin beside the server with what the first page needs, while the first browser is still loading Streamlit."""
    prepared.clear()
    Thread(target=_prepare, name="prepare", daemon=True).start()


def _prepare() -> None:
    try:
        for needed in ("pandas", "pages.parts.welcome", "pages.parts.totals", "pages.parts.newest"):
            import_module(needed)
        # What is imported by now stays for good: collecting it again and again would only hold up the answers.
        gc.freeze()
        _state()
    finally:
        prepared.set()


def _state() -> tuple[dict[str, Any], int]:
    # Imported here, since the server listens sooner without them.
    from data.opening import open_store
    from data.store import StoreUnavailable
    from queries.caching import CACHE

    try:
        return {"store": "ok", "event": open_store().newest_event(), "cache": vars(CACHE.counts())}, 200
    except StoreUnavailable as unavailable:
        return {"store": "unavailable", "reason": str(unavailable)}, 503


async def health(_request: Request) -> JSONResponse:
    """Answer 200 with the store's newest event and what the cache has done, or 503 with why it cannot be read."""
    body, status = await run_in_threadpool(_state)
    return JSONResponse(body, status)


class InNorwegian:
    """Says `lang="nb"` in the page that Streamlit serves, so that screen readers pronounce it rightly."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and the page in the answer with its language changed."""
        headers = scope.get("headers", [])
        wants_page = any(name == b"accept" and b"text/html" in value for name, value in headers)
        if scope["type"] != "http" or not wants_page:
            await self.app(scope, receive, send)
            return

        async def in_norwegian(message: Message) -> None:
            if message["type"] == "http.response.body":
                # Both are equally long, so the stated length of the answer stays true.
                page = message.get("body", b"").replace(b'<html lang="en">', b'<html lang="nb">', 1)
                message = {**message, "body": page}
            await send(message)

        # Ask for it whole: neither compressed, nor "not modified" since a copy that still said lang="en".
        plain = {**scope, "headers": [(name, value) for name, value in headers if name not in REFUSED]}
        await self.app(plain, receive, in_norwegian)
