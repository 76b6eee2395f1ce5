"""Tables and pictures of the pages by address: `/fil/kommune/omrader-tabell.xlsx?kommune=1612&aar=2018`."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.language import _
from data.opening import open_store
from data.refusal import Refusal
from data.store import StoreUnavailable
from queries.caching import EVALUATIONS, LOG, cached
from queries.reading import UnknownChoice
from reports.catalogue import REPORTS
from reports.choices import Address, snapshot_in
from reports.report import Report
from reports.view import View, today
from reports.writers.files import file_name, formats_of, made

HOUSE = Path(__file__).parents[1]
SOURCES = ("*.py", "*.sql", "*.csv")
AT_ONCE = 4
"""How many files are made at the same time: each takes a core, and pages must go on being answered."""

_making = cache(lambda: CapacityLimiter(AT_ONCE))


class File(NamedTuple):
    """A file ready to be sent."""

    name: str
    media_type: str
    content: bytes


async def file(request: Request) -> Response:
    """Answer with a file, 304 where the asker has it, 404 where there is none, or 503 where the store is away."""
    answer = await to_thread.run_sync(_answer, request, limiter=_making())
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _answer(request: Request) -> Response:
    report, name, ending = (request.path_params[part] for part in ("report", "name", "ending"))
    address = Address(dict(request.query_params))
    try:
        events = _report(report).depends_on(name)
        view = View(snapshot_in(open_store(), address), today=today()).narrowed(events)
        tag = _tag(view, report, name, ending, address)
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        found = KEPT[events](view, report, name, ending, tuple(sorted(address.words.items())))
    except StoreUnavailable as unavailable:
        return _refused(unavailable, 503)
    except UnknownChoice as unknown:
        return _refused(unknown, 404)
    disposition = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return Response(found.content, 200, {"ETag": tag, "Content-Disposition": disposition}, found.media_type)


def _refused(refusal: Refusal, status: int) -> Response:
    return PlainTextResponse(str(refusal), status)


def _report(name: str) -> Report:
    """Return the report of this name.

    Raises:
        UnknownChoice: there is none.
    """
    if name not in REPORTS:
        raise UnknownChoice("no_such_report", _("Ingen side heter «{report}».", report=name))
    return REPORTS[name]


def _file(view: View, report: str, name: str, ending: str, words: tuple[tuple[str, str], ...]) -> File:
    """Return a file of a report.

    Raises:
        UnknownChoice: there is no such report, or no such file in it.
    """
    content = _report(report).content(view, Address(dict(words)), name)
    formats = formats_of(content)
    if ending not in formats:
        told = _("«{name}» finnes som {formats:or}, ikke som «{ending}».", name=name, formats=[*formats], ending=ending)
        raise UnknownChoice("no_such_format", told)
    return File(file_name(view, content, ending), formats[ending].media_type, made(view, content, ending))


KEPT: Mapping[str, Callable[..., File]] = {events: cached(_file, depends_on=events) for events in (EVALUATIONS, LOG)}
"""Makes a file once for all who ask, by the kind of events after which it is made anew."""


def _tag(view: View, report: str, name: str, ending: str, address: Address) -> str:
    """Return what tells a file from any other: the program, the figures it rests on, and what was asked for."""
    snapshot = view.snapshot
    asked = (view.language, view.audience, snapshot.dataset, snapshot.as_of, report, name, ending)
    words = sorted(address.words.items())
    return f'"{sha256(repr((_program(), *asked, words)).encode()).hexdigest()[:32]}"'


@cache
def _program() -> str:
    """Return what tells this program from another: a newer one may say the same figures in other words."""
    rooms = (HOUSE / room for room in ("data", "queries", "charts", "reports"))
    files = sorted(file for room in rooms for kind in SOURCES for file in room.rglob(kind))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
