"""Downloads of tables and pictures: `/fil/kommune/omrader-tabell.xlsx?kommune=1612&aar=2018`."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import polars as pl
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.first_language import PARAMETER
from data.language import _
from data.opening import open_store
from data.refusal import Refusal
from data.speaking import SOURCE, is_known, speaking
from data.store import StoreUnavailable
from queries.caching import EVALUATIONS, LOG, cached, cached_log
from queries.snapshot import UnknownChoice, in_store, log
from reports.address import Address
from reports.catalogue import REPORTS
from reports.choices import language_in, snapshot_in
from reports.view import View, today
from reports.writers.files import file_bytes, file_name, formats_of

HOUSE = Path(__file__).parents[1]
SOURCES = ("*.py", "*.sql", "*.csv", "*.po")
AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
"""Files made concurrently. One core is left for the pages."""
MOST_WAITING = 200
"""Requests that may wait for a file; further ones get status 503."""


class File(NamedTuple):
    """The content and headers of a download."""

    name: str
    media_type: str
    content: bytes


class FileRequest(NamedTuple):
    """A validated request for one file, with unknown parameters removed and defaults filled in."""

    view: View
    report: str
    name: str
    ending: str
    parameters: tuple[tuple[str, str], ...]

    def tag(self) -> str:
        """Return the ETag, which depends on the program version, the data and the request."""
        snapshot = self.view.snapshot
        events = log(snapshot)
        times = events.filter(pl.col("event") <= snapshot.as_of)["happened_at"].head(1).to_list()
        figures = (self.view.language, self.view.audience, snapshot.dataset, snapshot.as_of, *map(str, times))
        key = (_program_version(), *figures, self.report, self.name, self.ending, self.parameters)
        # A weak ETag: openpyxl writes the time into a workbook, so equal content differs in bytes.
        return f'W/"{sha256(repr(key).encode()).hexdigest()[:32]}"'


# Made on first use: an anyio limiter belongs to the event loop that is running.
_limiter = cache(lambda: CapacityLimiter(AT_ONCE))


async def file(request: Request) -> Response:
    """Respond with the file, 304 if the client has it, 404 if there is none, or 503 if the store or server is busy."""
    wanted = await to_thread.run_sync(_file_request, request)
    if isinstance(wanted, Response):
        return wanted
    if _limiter().statistics().tasks_waiting >= MOST_WAITING:
        with speaking(wanted.view.language):
            message = _("Mange henter filer akkurat nå. Prøv igjen om litt.")
        return PlainTextResponse(message, 503, {"Retry-After": "10"})
    async with _limiter():
        if await request.is_disconnected():  # disconnected while queued: making the file would be wasted work
            return Response(status_code=499)
        return await to_thread.run_sync(_response, wanted)


async def nothing(request: Request) -> Response:
    """Respond 404 to a path under /fil that names no file."""
    with speaking(_language(request)):
        return PlainTextResponse(_("«{path}» er ikke adressen til en fil.", path=request.url.path[:100]), 404)


def _language(request: Request) -> str:
    """Return the language of the address; bokmål where it has none, whoever asks."""
    code = request.query_params.get(PARAMETER)
    return code if code and is_known(code) else SOURCE


def _file_request(request: Request) -> FileRequest | Response:
    """Return the validated request, or a response (304, 404, 503) that needs no file."""
    with speaking(_language(request)):
        return _validated(request)


def _validated(request: Request) -> FileRequest | Response:
    report, name, ending = (request.path_params[part] for part in ("report", "name", "ending"))
    address = Address(dict(request.query_params))
    try:
        if report not in REPORTS:
            raise UnknownChoice("no_such_report", _("Ingen side heter «{report}».", report=report[:60]))
        view = View(snapshot_in(open_store(), address), language_in(address), today=today())
        view = view.narrowed(REPORTS[report].depends_on(name))
        parameters = _parameters(view, report, address)
        wanted = FileRequest(view, report, name, ending, parameters)
        tag = wanted.tag()
    except StoreUnavailable as unavailable:
        return _refusal(unavailable, 503)
    except UnknownChoice as unknown:
        return _refusal(unknown, 404)
    return Response(status_code=304, headers=_headers(tag)) if _is_cached_by(request, tag) else wanted


def _parameters(view: View, report: str, address: Address) -> tuple[tuple[str, str], ...]:
    """Return the complete, normalised query parameters of the report.

    Raises:
        UnknownChoice: a parameter has an unknown value. A page falls back to a default with a notice; a file must not,
            since a program that reads it would not see the notice.
    """
    if REPORTS[report].empty and not in_store(view.snapshot)["evaluations"]:
        raise UnknownChoice("no_evaluations", _("Det er ingen evalueringer i dette datasettet ennå."))
    choice = REPORTS[report].choose(view, address)
    if address.notices:
        raise UnknownChoice("unknown_choice", " ".join(address.notices))
    return tuple(sorted(choice.parameters().items()))


def _is_cached_by(request: Request, tag: str) -> bool:
    """Return whether `If-None-Match` holds this ETag, ignoring the `W/` that a compressing proxy may add."""
    tags = {tag_text.strip().removeprefix("W/") for tag_text in request.headers.get("if-none-match", "").split(",")}
    return bool(tags & {tag.removeprefix("W/"), "*"})


def _response(wanted: FileRequest) -> Response:
    try:
        file = CACHED_FILE[REPORTS[wanted.report].depends_on(wanted.name)](*wanted)
    except UnknownChoice as unknown:
        return _refusal(unknown, 404)
    disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
    headers = {**_headers(wanted.tag()), "Content-Disposition": disposition}
    return Response(file.content, 200, headers, file.media_type)


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "no-cache"}


def _refusal(refusal: Refusal, status: int) -> Response:
    return PlainTextResponse(str(refusal), status, {"Cache-Control": "no-cache"})


def _file(view: View, report: str, name: str, ending: str, parameters: tuple[tuple[str, str], ...]) -> File:
    """Return a file of a report.

    Raises:
        UnknownChoice: the report has no file of this name or format.
    """
    content = REPORTS[report].content(view, Address(dict(parameters)), name)
    formats = formats_of(content)
    if ending not in formats:
        message = _(
            "«{name}» finnes som {formats:or}, ikke som «{ending}».",
            name=name,
            formats=[*formats],
            ending=ending[:60],
        )
        raise UnknownChoice("no_such_format", message)
    return File(file_name(view, content, ending), formats[ending].media_type, file_bytes(view, content, ending))


CACHED_FILE = {EVALUATIONS: cached(_file), LOG: cached_log(_file)}
"""The cached `_file` by the kind of events that invalidates it."""


@cache
def _program_version() -> str:
    """Return a hash of the source files, since a new version may word the same figures differently."""
    folders = (HOUSE / folder for folder in ("data", "queries", "charts", "reports"))
    files = sorted(file for folder in folders for pattern in SOURCES for file in folder.rglob(pattern))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
