"""Builders of pictures from a chart's specification, rows and text."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from charts.spider import SPIDER, spider_rows, spider_text
from data.language import _
from reports.content import Picture
from reports.origin import titled
from reports.view import View

Series = Sequence[tuple[str, Mapping[int, float | None]]]
"""Label and points by area of each line in the chart."""
MOST_SERIES = 5


def picture(
    view: View,
    key: str,
    title: str,
    specification: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    description: str,
    origin: Sequence[str],
) -> Picture:
    """Return a picture of these rows, with its title marked where the figures are fictional."""
    # The types are inferred from all rows: a field may be null in many of the first.
    points = pl.DataFrame(rows, infer_schema_length=None).to_arrow()
    return Picture(key, titled(view, title), specification, points, description, origin)


def spider(
    view: View,
    key: str,
    title: str,
    series: Series,
    shorts: Mapping[int, str],
    origin: Sequence[str],
    *,
    equals: bool = False,
) -> Picture | None:
    """Return a spider chart of the first five series that have all eight areas.

    The first series is highlighted unless `equals`. None where it is incomplete, or where no series is complete.
    """
    complete = [line for line in series if all(line[1].get(area) is not None for area in range(1, 9))][:MOST_SERIES]
    own_is_missing = not equals and complete[:1] != list(series[:1])
    if not complete or own_is_missing:
        return None
    rows, description = spider_rows(complete, shorts, equals=equals), spider_text(complete, shorts)
    return picture(view, key, _("{title}, spindeldiagram", title=title), SPIDER, rows, description, origin)
