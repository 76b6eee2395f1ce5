"""Drawing of reports with Streamlit. HTML between two pictures is one element, since each element costs time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias
from urllib.parse import urlencode

import streamlit as st

from data.first_language import PARAMETER
from data.language import _
from data.opening import open_store
from pages.parts.address import fall_back
from pages.parts.bar import bar
from pages.parts.files import offer_files
from pages.parts.html import Html
from pages.parts.markup import FILE_PARAMETERS, Parameters, Writer
from pages.parts.menu import TITLES
from queries.caching import EVALUATIONS, LOG, cached
from queries.snapshot import in_store
from reports.address import Address
from reports.choices import language_in, snapshot_in
from reports.content import Beside, Content, Picture, Section, files_of
from reports.report import Report, SectionCall
from reports.shared_store import cut_off
from reports.view import View, today


@dataclass(frozen=True, eq=False)
class Columns:
    """Pictures in columns, each with the HTML above it."""

    key: str
    columns: "tuple[tuple[Html | Picture, ...], ...]"
    widths: tuple[int, ...]


Piece: TypeAlias = Html | Picture | Columns


class Screen:
    """The page of a report, with the choice read from its address."""

    def __init__(self, report: Report) -> None:
        """Read the choice and name the browser tab; stop where there are no evaluations.

        A notice for each invalid parameter is drawn before the first section.
        """
        address = Address(st.query_params.to_dict())
        self.report = report
        self.view = View(snapshot_in(open_store(), address), language_in(address), today=today())
        self._along = _link_parameters(self.view, address)
        self._parameters = dict(self._along)
        self._notices = address.notices
        if notice := cut_off(self.view.snapshot.store):
            self._notices.append(notice)
        if report.empty and not in_store(self.view.snapshot)["evaluations"]:
            with bar(self.view.snapshot):
                pass
            self._draw_sections(EVALUATIONS, (report.empty,))
            st.stop()
        self.choice: Any = report.choose(self.view, address)
        self._parameters = self.choice.parameters() | self._parameters
        about = report.about(self.choice) if report.about else ""
        page = _(TITLES.get(report.name, TITLES[""]))
        st.set_page_config(page_title=" – ".join(filter(None, (about, page, "Kompassrosen"))))

    def show(self, *keys: str) -> None:
        """Draw sections in order."""
        while self._notices:
            fall_back(self._notices.pop(0))
        sections = self.report.sections(self.choice)
        for depends_on, together in groupby(keys, self.report.depends_on):
            self._draw_sections(depends_on, *(sections[key] for key in together))

    def show_private(self, section: Section) -> None:
        """Draw a section of what this visitor typed: it is not cached, and has no file address."""
        for piece in _split(Writer(None, self._along), section.contents):
            _draw(piece, self._parameters)

    def _draw_sections(self, depends_on: str, *calls: SectionCall) -> None:
        pieces = (
            piece
            for call in calls
            for piece in CACHED_PIECES[depends_on](self.view, self._along, self.report.name, call)
        )
        for is_html, together in groupby(pieces, lambda piece: isinstance(piece, Html)):
            for piece in [Html("".join(map(str, together)))] if is_html else together:
                _draw(piece, self._parameters)


def _link_parameters(view: View, address: Address) -> Parameters:
    """Return the query parameters of every link: dataset, language, and event where the address has a valid one."""
    event, parameter = view.snapshot.as_of, address.parameter("stand") or ""
    named = parameter.isdecimal() and int(parameter) == event
    stand = (("stand", str(event)),) if named else ()
    return (("datasett", view.snapshot.dataset), (PARAMETER, view.language), *stand)


def _pieces(view: View, along: Parameters, report: str, call: SectionCall) -> tuple[Piece, ...]:
    """Build a section and return its pieces, with placeholders for the parameters of file links."""
    build, *arguments = call
    return tuple(_split(Writer(report, along), build(view, *arguments).contents))


CACHED_PIECES: Mapping[str, Callable[..., tuple[Piece, ...]]] = {
    events: cached(_pieces, depends_on=events) for events in (EVALUATIONS, LOG)
}
"""The cached `_pieces` by the kind of events that invalidates it."""


class Drawing:
    """A rendered section without an address, such as the findings in uploaded files, for repeated drawing."""

    def __init__(self, view: View, section: Section) -> None:
        """Render the section."""
        self._view = view
        self._pieces = tuple(_split(Writer(None, ()), section.contents))
        self._files = tuple(files_of(section.contents).values())

    def show(self) -> None:
        """Draw the section, and download buttons instead of file links."""
        for piece in self._pieces:
            _draw(piece, {})
        for content in self._files:
            offer_files(self._view, content)


def _split(writer: Writer, contents: tuple[Content, ...]) -> Iterator[Piece]:
    """Yield pictures and the HTML between them, with each picture's description after it."""
    written: list[Content] = []
    for content in contents:
        pictures = _pictures_in(content)
        if isinstance(content, Picture | Beside) and pictures:
            if written:
                yield writer.html(written)
            yield _row(writer, pictures[0].key, content) if isinstance(content, Beside) else content
            written = [*pictures]
        else:
            written.append(content)
    if written:
        yield writer.html(written)


def _pictures_in(content: Content) -> list[Picture]:
    """Return the pictures drawn on the page itself: those of tables and folds are files only."""
    filed = files_of((content,)).values() if isinstance(content, Picture | Beside) else ()
    return [file for file in filed if isinstance(file, Picture)]


def _row(writer: Writer, key: str, beside: Beside) -> Columns:
    columns = (
        tuple(content if isinstance(content, Picture) else writer.html([content]) for content in part)
        for part in beside.parts
    )
    return Columns(key, tuple(columns), beside.widths)


def _draw(piece: Piece, parameters: Mapping[str, str]) -> None:
    match piece:
        case Picture():
            _draw_picture(piece)
        case Columns():
            with st.container(key=f"beside {piece.key}"):
                columns = st.columns(piece.widths or len(piece.columns), gap="medium")
            for column, pieces in zip(columns, piece.columns, strict=True):
                with column:
                    for element in pieces:
                        _draw(element, parameters)
        case _:
            st.html(piece.replace(FILE_PARAMETERS, urlencode(parameters)))


def _draw_picture(picture: Picture) -> None:
    # No values in `alt`: it is part of the element, and a change would make the browser redraw the whole picture.
    name = _("{title}. Se «I ord og som fil: {title}».", title=picture.title)
    st.vega_lite_chart({**picture.specification, "datasets": {"points": picture.points}}, alt=name)
