"""Tables as people read them: Norwegian numbers to the right, words to the left, a heading to every column.

They are written as HTML because Streamlit's own tables either draw on a canvas, which screen readers and
paper cannot read, or read Markdown in the cells, where the text of a score sheet must never come alive.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from importlib import import_module
from typing import Any

import polars as pl
import streamlit as st

from data.norwegian import number, shortest, signed
from pages.parts.dataset import titled
from pages.parts.files import XLSX, offer
from pages.parts.folded import folded
from pages.parts.html import Html
from pages.parts.plain import plain
from queries.reading import Reading

Row = Mapping[str, Any]
MOST_ROWS = 500
FIRST_OF_MANY = "De {drawn} første av {n} vises; filen har alle."
File = tuple[pl.DataFrame, Mapping[str, str]]
"""The rows of a file, and by field the heading of each column it has."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, the field it shows, and how a value is written.

    Attributes:
        heading: what the reader sees above it.
        field: the field of the rows.
        written: gives the text of a row's cell; by default the field as it is.
        numeric: whether it stands to the right.
        address: gives the address a row's cell links to, or None.
        strong: says whether a row's cell stands out.
    """

    heading: str
    field: str
    written: Callable[[Row], str] | None = None
    numeric: bool = False
    address: Callable[[Row], str | None] | None = None
    strong: Callable[[Row], bool] | None = None

    def text(self, row: Row) -> str:
        """Return what the cell of a row says; `..` where its value is missing."""
        if self.written:
            return self.written(row)
        value = row[self.field]
        return number(None) if value is None else str(value)


def words(heading: str, field: str) -> Column:
    """Return a column of words."""
    return Column(heading, field)


def points(heading: str, field: str, decimals: int | None = None) -> Column:
    """Return a column of numbers, with so many decimals or as few as each needs."""
    written = shortest if decimals is None else lambda value: number(value, decimals)
    return Column(heading, field, lambda row: written(row[field]), numeric=True)


def differences(heading: str, field: str, decimals: int = 1, matters: str | None = None) -> Column:
    """Return a column of signed differences; with `matters`, one too small to matter is put in brackets."""

    def written(row: Row) -> str:
        text = signed(row[field], decimals)
        small = matters is not None and row[matters] is False
        return f"({text})" if small else text

    return Column(heading, field, written, numeric=True)


@dataclass(frozen=True, eq=False)
class Table:
    """A table ready to be drawn.

    Attributes:
        name: what it is called; told where it has no rows.
        title: what its files are called, which says whether the figures are fictional.
        html: what is drawn; nothing where it has no rows.
        below: the sentences under it.
        file: gives what stands in its files.
        notes: stand in its files.
    """

    name: str
    title: str
    html: Html
    below: Sequence[str]
    file: Callable[[], File]
    notes: Sequence[str]


def table(
    reading: Reading,
    name: str,
    columns: Sequence[Column],
    shown: pl.DataFrame,
    notes: Sequence[str],
    *,
    caption: str | None = None,
    marked: Row | None = None,
    below: Sequence[str] = (),
    file: File | Callable[[], File] | None = None,
) -> Table:
    """Return the table of these rows, ready to be drawn, of which those that hold all of `marked` stand out.

    A column without a single value is left out. Of many rows the first are drawn, and always the marked ones. The
    files hold what is given as `file`, or what it gives when somebody asks for it, else all rows: numbers as numbers,
    the rest as it is read.
    """
    rows = _drawn(shown, marked).to_dicts()
    told = [column for column in columns if any(row[column.field] is not None for row in rows)]
    html = Html(table_html(caption or name, told, rows, marked) if rows else "")
    contents = partial(_as_read, columns, shown) if file is None else file if callable(file) else lambda: file
    many = [FIRST_OF_MANY.format(drawn=number(MOST_ROWS), n=number(shown.height))] if shown.height > MOST_ROWS else []
    return Table(name, titled(reading, name), html, [*below, *many], contents, notes)


def _drawn(shown: pl.DataFrame, marked: Row | None) -> pl.DataFrame:
    """Return the rows that are drawn: all, or of many the first and those that are marked."""
    if shown.height <= MOST_ROWS:
        return shown
    ours = shown.slice(MOST_ROWS)
    for field, value in (marked or {}).items():
        ours = ours.filter(pl.col(field) == value)
    return pl.concat([shown.head(MOST_ROWS), ours if marked else ours.clear()])


def _as_read(columns: Sequence[Column], shown: pl.DataFrame) -> File:
    rows = shown.to_dicts()
    values = {one.heading: [row[one.field] if one.numeric else one.text(row) for row in rows] for one in columns}
    return pl.DataFrame(values, strict=False), {heading: heading for heading in values}


def show_table(table: Table) -> None:
    """Draw a table with what is said of it and its files."""
    if not table.html:
        st.caption(plain(f"{table.name}: ingen."))
        return
    st.html(table.html)
    show_below(table)


def show_below(table: Table) -> None:
    """Draw what is said of a table, and offer its files as xlsx and csv once they are asked for."""
    for sentence in table.below:
        st.caption(plain(sentence))
    with folded("Last ned", f"files {table.title}", type="compact") as files:
        if files.open:
            with st.container(horizontal=True):
                offer("Excel", table.title, partial(_made, "xlsx", table), XLSX)
                offer("CSV", table.title, partial(_made, "csv_text", table), "text/csv")


def _made(form: str, table: Table) -> bytes:
    """Return a table as a file; what makes it is large, and loaded only once somebody takes a file away."""
    made: bytes = getattr(import_module("charts.workbook"), form)(*table.file(), table.notes)
    return made


def table_html(caption: str, columns: Sequence[Column], rows: Iterable[Row], marked: Row | None = None) -> str:
    """Return the table as HTML in which every text is text."""
    head = "".join(f'<th scope="col"{_side(column)}>{escape(column.heading)}</th>' for column in columns)
    body = "".join(_row_html(columns, row, marked) for row in rows)
    return (
        '<div class="table" role="region" tabindex="0" aria-label="' + escape(caption) + '">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row_html(columns: Sequence[Column], row: Row, marked: Row | None) -> str:
    is_marked = marked is not None and all(row.get(field) == value for field, value in marked.items())
    first, *others = columns
    cells = "".join(f"<td{_side(column)}>{_cell(column, row)}</td>" for column in others)
    return (
        f'<tr{" class=marked" if is_marked else ""}><th scope="row"{_side(first)}>{_cell(first, row)}</th>{cells}</tr>'
    )


def _cell(column: Column, row: Row) -> str:
    text = escape(column.text(row))
    if column.strong and column.strong(row):
        text = f"<strong>{text}</strong>"
    address = column.address(row) if column.address else None
    return f'<a href="{escape(address)}" target="_self">{text}</a>' if address else text


def _side(column: Column) -> str:
    return " class=number" if column.numeric else ""
