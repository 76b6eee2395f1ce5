"""The spider, which readers know from the report, and beside it the twin that shows differences."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from charts.spider import SPIDER, spider_rows, spider_text
from pages.parts.picture import Picture, picture, show_picture
from queries.reading import Reading

Series = Sequence[tuple[str, Mapping[int, float | None]]]
SpiderAndTwin = tuple[Picture | None, Picture]
MOST_SERIES = 5


def spider(
    reading: Reading,
    key: str,
    name: str,
    series: Series,
    shorts: Mapping[int, str],
    notes: Sequence[str],
    *,
    equals: bool = False,
) -> Picture | None:
    """Return the spider of the series with all eight areas, at most five.

    The first series stands out as our own, unless they are equals; without it there is no spider.
    """
    whole = [one for one in series if all(one[1].get(area) is not None for area in range(1, 9))][:MOST_SERIES]
    ours_is_missing = not equals and whole[:1] != list(series[:1])
    if not whole or ours_is_missing:
        return None
    rows, in_words = spider_rows(whole, shorts, equals=equals), partial(spider_text, whole, shorts)
    return picture(reading, key, f"{name}, spindeldiagram", SPIDER, rows, in_words, notes)


def show_spider_and_twin(spider: Picture | None, twin: Picture) -> None:
    """Draw the two side by side; the twin alone where there is no spider."""
    if spider is None:
        show_picture(twin)
        return
    with st.container(key=f"spider_and_twin {spider.key}"):
        left, right = st.columns([5, 6], gap="medium")
    with left:
        show_picture(spider)
    with right:
        show_picture(twin)
