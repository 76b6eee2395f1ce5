"""The spider, which readers know from the report, with a place beside it for the twin that shows differences."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.spider import SPIDER, spider_rows, spider_text
from pages.parts.picture import file_name, show_picture
from queries.reading import Reading

Series = Sequence[tuple[str, Mapping[int, float | None]]]
MOST_SERIES = 5


def show_spider(
    reading: Reading,
    name: str,
    series: Series,
    shorts: Mapping[int, str],
    notes: Sequence[str],
    *,
    equals: bool = False,
) -> DeltaGenerator:
    """Draw the series with all eight areas, at most five, and return the place for the twin beside them.

    The first series stands out as our own, unless they are equals; without it nothing is drawn.
    """
    whole = [one for one in series if all(one[1].get(area) is not None for area in range(1, 9))][:MOST_SERIES]
    ours_is_missing = not equals and whole[:1] != list(series[:1])
    if not whole or ours_is_missing:
        return st.container()
    with st.container(key=f"spider_and_twin_{file_name(name)}"):
        spider, twin = st.columns([5, 6], gap="medium")
    with spider:
        rows, text = spider_rows(whole, shorts, equals=equals), spider_text(whole, shorts)
        show_picture(reading, f"{name}, spindeldiagram", SPIDER, rows, text, notes)
    return twin
