"""Streamlit's own English in the browser: its literals become look-ups of `globalThis.words`, which we serve.

Streamlit has no setting for it, and a style sheet cannot change what a screen reader says. Only the files and literals
listed in `pages/streamlit_words.py` are changed, as they are served; `tests/pages/test_streamlit_scripts.py` says which
an upgrade has renamed.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from data.language import _
from data.speaking import speaking
from pages.requests import language_of
from pages.streamlit_words import LITERALS, WORDS

SCRIPTS: Final = Path(st.__file__).parent / "static" / "static" / "js"
EXPRESSION: Final = re.compile(r"\$\{([^{}]*)\}")
PLACEHOLDER: Final = re.compile(r"\{\w+\}")


@cache
def scripts() -> Mapping[str, bytes]:
    """Return the changed scripts by file name: those that hold any of the literals, as several may begin alike."""
    return {
        name: _with_look_ups(text, literals).encode()
        for begin, literals in LITERALS.items()
        for name, text in _texts(begin).items()
        if any(literal in text for literal in literals)
    }


def missing_literals() -> list[str]:
    """Return the files and literals that this Streamlit does not have."""
    found = {begin: "".join(_texts(begin).values()) for begin in LITERALS}
    return [
        f"{begin}: {literal}" for begin, text in found.items() for literal in LITERALS[begin] if literal not in text
    ]


def _texts(begin: str) -> Mapping[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob(f"{begin}.*.js")}


def _with_look_ups(text: str, literals: Mapping[str, str]) -> str:
    for literal, word in literals.items():
        text = text.replace(literal, _look_up(literal, word))
    return text


def _look_up(literal: str, word: str) -> str:
    """Return an expression for the word with its placeholders filled by what the literal holds, else the literal."""
    attribute, backtick, template = literal.partition("`")
    values = zip(PLACEHOLDER.findall(word), EXPRESSION.findall(template), strict=False)
    filled = "".join(f"?.replace({json.dumps(name)},()=>{value})" for name, value in values)
    return f"{attribute}(globalThis.words?.[{json.dumps(word)}]{filled}??{backtick}{template})"


async def words(request: Request) -> Response:
    """Respond with the script that sets the words of a language."""
    with speaking(language_of(request.scope)):
        told = {theirs: str(_(ours)) for theirs, ours in WORDS.items()}
    body = f"globalThis.words = {json.dumps(told, ensure_ascii=False)};"
    return Response(body, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


class ChangedScripts:
    """ASGI middleware that serves the changed scripts in place of Streamlit's, which has this path to itself."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond with a changed script, and pass any other request on."""
        folder, _slash, name = scope.get("path", "").rpartition("/")
        if scope["type"] == "http" and folder.endswith("/static/js") and name in scripts():
            await _changed_script(Request(scope), scripts()[name])(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _changed_script(request: Request, body: bytes) -> Response:
    """Return a changed script, 304 if the browser has it. It has an ETag of its own, for it changes with us."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/javascript", headers=headers)
