"""A picture with its twin in words, and the files people take away."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from charts.image import png, svg
from charts.workbook import csv_text, xlsx
from pages.parts.dataset import titled
from pages.parts.plain import plain
from pages.parts.table import Column, Row, show_table
from queries.reading import Reading

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_picture(
    reading: Reading,
    name: str,
    specification: Mapping[str, Any],
    rows: list[dict[str, Any]],
    text: str,
    notes: Sequence[str],
) -> None:
    """Draw the rows, and offer below them the text that says the same and the picture as PNG and SVG."""
    title = titled(reading, name)
    # The title is all the name the picture has: a name with values in it would make the browser draw it anew.
    # As an Arrow table the rows need no detour over pandas.
    points = pl.DataFrame(rows, infer_schema_length=None).to_arrow()
    st.vega_lite_chart({**specification, "datasets": {"points": points}}, alt=f"{title}. Se «{in_words(title)}».")
    with st.expander(plain(in_words(title))):
        st.text(text)
        with st.container(horizontal=True):
            offer("PNG", title, partial(png, specification, rows, notes, title), "image/png")
            offer("SVG", title, partial(svg, specification, rows, notes, title), "image/svg+xml")


def in_words(title: str) -> str:
    """Return the heading over the text of a picture."""
    return f"I ord og som fil: {title}"


def offer_table(
    reading: Reading, name: str, frame: pl.DataFrame, headings: Mapping[str, str], notes: Sequence[str]
) -> None:
    """Offer a table as xlsx and csv, with its notes."""
    title = titled(reading, name)
    with st.container(horizontal=True):
        offer("Excel", title, partial(xlsx, frame, headings, notes), XLSX)
        offer("CSV", title, partial(csv_text, frame, headings, notes), "text/csv")


def show_table_with_files(
    reading: Reading,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    notes: Sequence[str],
    marked: Row | None = None,
) -> None:
    """Draw a table and offer it as xlsx and csv: numbers as numbers, the rest as it is read."""
    if not rows:
        st.caption(plain(f"{name}: ingen."))
        return
    show_table(name, columns, rows, marked)
    title = titled(reading, name)
    with st.container(horizontal=True):
        offer("Excel", title, partial(_file, xlsx, columns, rows, notes), XLSX)
        offer("CSV", title, partial(_file, csv_text, columns, rows, notes), "text/csv")


def _file(made: Callable[..., bytes], columns: Sequence[Column], rows: Sequence[Row], notes: Sequence[str]) -> bytes:
    values = {one.heading: [row[one.field] if one.numeric else one.text(row) for row in rows] for one in columns}
    return made(pl.DataFrame(values, strict=False), {heading: heading for heading in values}, notes)


def offer(kind: str, title: str, made: Any, mime: str = XLSX, label: str | None = None, key: str | None = None) -> None:
    """Offer a file that is made when somebody asks for it."""
    ending = {"Excel": "xlsx"}.get(kind, kind.lower())
    st.download_button(
        label or f"Last ned {kind}",
        made,
        f"{file_name(title)}.{ending}",
        mime,
        key=key or f"{kind} {title}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        help=plain(title),
    )


def file_name(title: str) -> str:
    """Return the title as a file name: lower case letters, digits and hyphens."""
    plain = title.lower().translate(str.maketrans("æøå", "eoa"))
    return "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain).split())
