"""A picture with its twin in words, both on the page and as files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from charts.image import png, svg
from pages.parts.dataset import titled
from pages.parts.files import offer
from pages.parts.folded import folded
from pages.parts.plain import plain
from queries.reading import Reading


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture ready to be drawn.

    Attributes:
        key: what it is called on the page of every municipality, so that what is open stays open.
        title: says whose figures it draws, and whether they are fictional.
        specification: how it is drawn.
        points: what it draws, as an Arrow table, which needs no detour over pandas.
        in_words: gives the text that says the same.
        notes: stand in its files.
    """

    key: str
    title: str
    specification: Mapping[str, Any]
    points: Any
    in_words: Callable[[], str]
    notes: Sequence[str]

    @property
    def heading(self) -> str:
        """Return what stands over its text."""
        return f"I ord og som fil: {self.title}"


def picture(
    reading: Reading,
    key: str,
    name: str,
    specification: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    in_words: Callable[[], str],
    notes: Sequence[str],
) -> Picture:
    """Return the picture of these rows, ready to be drawn."""
    points = pl.DataFrame(rows, infer_schema_length=None).to_arrow()
    return Picture(key, titled(reading, name), specification, points, in_words, notes)


def show_picture(picture: Picture) -> None:
    """Draw a picture, and below it, once opened, the text that says the same and its files."""
    # The title is all the name the picture has: a name with values in it would make the browser draw it anew.
    drawn = {**picture.specification, "datasets": {"points": picture.points}}
    st.vega_lite_chart(drawn, alt=f"{picture.title}. Se «{picture.heading}».")
    with folded(plain(picture.heading), picture.key) as words:
        if words.open:
            st.text(picture.in_words())
            _offer_files(picture)


def _offer_files(picture: Picture) -> None:
    rows, title = picture.points.to_pylist(), picture.title
    with st.container(horizontal=True):
        offer("PNG", title, partial(png, picture.specification, rows, picture.notes, title), "image/png")
        offer("SVG", title, partial(svg, picture.specification, rows, picture.notes, title), "image/svg+xml")
