"""Streamlit's own English in the browser: its literals become look-ups of `globalThis.words`, which we serve.

Streamlit has no setting for it, and a style sheet cannot change what a screen reader says. Only the files and literals
listed here are changed, as they are served; `tests/pages/test_streamlit_words.py` says which an upgrade has renamed.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from data.language import N_, _
from data.speaking import speaking
from pages.requests import language_of

SCRIPTS: Final = Path(st.__file__).parent / "static" / "static" / "js"
WORDS: Final = {
    "Upload": N_("Velg filer"),
    "Add files": N_("Legg til filer"),
    " per file": N_(" per fil"),
    " files are not allowed.": N_(" kan ikke lastes opp her."),
    "Clear value": N_("Tøm feltet"),
    "Clear all": N_("Fjern alle"),
    "Select all": N_("Velg alle"),
    "Selected values": N_("Valgte"),
    "Selectbox options": N_("Valg i listen"),
    "Open": N_("Åpne listen"),
    "No results": N_("Ingen treff"),
    "Remove ": N_("Fjern "),
    "Increment": N_("Øk"),
    "Decrement": N_("Senk"),
    "Press Enter to apply": N_("Trykk Enter for å bruke"),
}
"""What Streamlit says, and what we say instead; English readers get its own words."""
LITERALS: Final[Mapping[str, Mapping[str, str]]] = {
    "FileUploader": {
        "`Upload`": "Upload",
        "`Add files`": "Add files",
        " per file`": " per file",
        " files are not allowed.`": " files are not allowed.",
    },
    "Multiselect": {
        "`Clear all`": "Clear all",
        "`Select all`": "Select all",
        "`Selected values`": "Selected values",
        "`Open`": "Open",
        "`No results`": "No results",
        "`Remove $": "Remove ",
    },
    "Selectbox": {
        "`Clear value`": "Clear value",
        "`Selectbox options`": "Selectbox options",
        "`Open`": "Open",
        "`No results`": "No results",
    },
    "NumberInput": {"`Clear value`": "Clear value", "`Increment`": "Increment", "`Decrement`": "Decrement"},
    "InputInstructions": {"`Press Enter to ${e}`": "Press Enter to apply"},
}
"""By the beginning of the file's name, each literal as it is in the script, and the word that replaces it."""


def scripts() -> Mapping[str, bytes]:
    """Return the changed scripts by file name. A literal that is not there is left out."""
    return {name: body for name, (body, _missing) in _changed().items()}


def missing_literals() -> list[str]:
    """Return the files and literals that this Streamlit does not have."""
    known = {name.split(".")[0] for name in _changed()}
    gone = [f"{name}: {literal}" for name, (_body, literals) in _changed().items() for literal in literals]
    return [*gone, *(name for name in LITERALS if name not in known)]


@cache
def _changed() -> Mapping[str, tuple[bytes, list[str]]]:
    files = {path.name: path for name in LITERALS for path in SCRIPTS.glob(f"{name}.*.js")}
    return {name: _with_look_ups(path, LITERALS[name.split(".")[0]]) for name, path in files.items()}


def _with_look_ups(path: Path, literals: Mapping[str, str]) -> tuple[bytes, list[str]]:
    text, missing = path.read_text(encoding="utf-8"), []
    for literal, word in literals.items():
        if literal not in text:
            missing.append(literal)
        text = text.replace(literal, _look_up(literal, word))
    return text.encode(), missing


def _look_up(literal: str, word: str) -> str:
    """Return the literal with a look-up in place of it, or of the word where it is only a part of a template."""
    found = f"globalThis.words?.[{json.dumps(word)}]"
    if literal.startswith("`") and literal.endswith("`"):
        return f"({found}??{literal})"
    return literal.replace(word, f"${{{found}??{json.dumps(word)}}}")


async def words(request: Request) -> Response:
    """Respond with the script that sets the words of a language; English needs none."""
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
