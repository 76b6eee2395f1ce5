"""Tables as people read them: Norwegian numbers to the right, words to the left, a heading to every column.

They are written as HTML because Streamlit's own tables either draw on a canvas, which screen readers and
paper cannot read, or read Markdown in the cells, where the text of a score sheet must never come alive.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from data.norwegian import number, shortest, signed

Row = Mapping[str, Any]


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


def show_table(caption: str, columns: Sequence[Column], rows: Sequence[Row], marked: Row | None = None) -> None:
    """Draw a table whose first column heads its rows; the rows that hold all of `marked` stand out.

    A column without a single value is left out.
    """
    told = [column for column in columns if any(row[column.field] is not None for row in rows)]
    st.html(table_html(caption, told, rows, marked))


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
