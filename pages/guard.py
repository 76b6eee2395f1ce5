"""What every visit passes through: security headers, closed addresses, and the decision who may save."""

import re
from base64 import b64encode
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.language import _
from data.speaking import speaking
from pages.requests import language_of
from pages.writing import Visit, refusal_code

DECISION = f"x-kompassrosen-writing-{token_hex(16)}"
"""The header that carries the decision to the page. Its name is made anew at each start, so nobody can send it."""

ALLOWED = "allowed"
CLOSED = "/_stcore/metrics"
"""What Streamlit tells of memory and sessions is nobody else's business."""

POLICY_VIOLATION = 1008


def _hashes_of_inline_scripts() -> str:
    """Return the sources by which the policy lets through the inline scripts of Streamlit's own page, and no other."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)


HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            # Streamlit counts with 64 bits in WebAssembly, and complains in the console where it may not.
            f"script-src 'self' 'wasm-unsafe-eval' {_hashes_of_inline_scripts()}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Security headers of every response. Where a response has one of its own, that one stands."""

_RAW_HEADERS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


class Guard:
    """ASGI middleware that adds the security headers, hides what is closed, and decides at each handshake."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless it is refused here."""
        if scope["type"] == "websocket":
            await self._handshake(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _value in message["headers"]}
                ours = [(name, value) for name, value in _RAW_HEADERS if name not in given]
                message = {**message, "headers": [*message["headers"], *ours]}
            await send(message)

        if scope["path"].rstrip("/").endswith(CLOSED):
            with speaking(language_of(scope)):
                message = _("Siden finnes ikke.")
            await PlainTextResponse(message, 404)(scope, receive, secured)
        else:
            await self.app(scope, receive, secured)

    async def _handshake(self, scope: Scope, receive: Receive, send: Send) -> None:
        visit = _visit(scope)
        if _is_foreign(visit):
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        decision = (DECISION.encode(), (refusal_code(visit) or ALLOWED).encode())
        await self.app({**scope, "headers": [*scope["headers"], decision]}, receive, send)


async def failed(request: Request, _error: Exception) -> PlainTextResponse:
    """Respond 500 with a sentence; the middleware does not see this response, so the headers are set here."""
    with speaking(language_of(request.scope)):
        message = _("Noe gikk galt. Det er skrevet i loggen. Prøv igjen, og si fra til den som drifter tjenesten.")
    return PlainTextResponse(message, 500, HEADERS)


def _visit(scope: Scope) -> Visit:
    client, server = scope.get("client"), scope.get("server")
    return Visit(
        address=st.get_option("server.address"),
        arrived=(server[0], server[1]) if server and server[1] else None,
        peer=client[0] if client else None,
        scheme=scope.get("scheme", "ws"),
        headers=[(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]],
    )


def _is_foreign(visit: Visit) -> bool:
    """Return whether a page of another site opens the connection.

    Streamlit refuses it as well, but first asks a foreign host, while every visitor waits, whether the name is the
    public address of this machine. A name never is; addresses are left to it.
    """
    origin = visit.only("origin")
    if origin is None or not st.get_option("server.enableCORS"):
        return False
    try:
        named = urlsplit(origin)
        name = named.hostname or ""
    except ValueError:
        return True
    if named.netloc == visit.only("host"):
        return False
    try:
        ip_address(name)
    except ValueError:
        allowed = [urlsplit(site).hostname or site for site in st.get_option("server.corsAllowedOrigins")]
        return name not in ("localhost", visit.address, *allowed)
    return False
