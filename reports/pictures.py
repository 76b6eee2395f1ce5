"""Builders of pictures from a chart's specification, rows and text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from charts.spider import SPIDER, spider_rows, spider_text
from charts.theme import DECIMAL_SIGN, PERCENT_SIGN
from data.language import _
from data.numbers import decimal_sign, percent_sign
from data.speaking import language
from reports.content import Picture
from reports.origin import titled
from reports.view import View

Series = Sequence[tuple[str, Mapping[int, float | None]]]
"""Label and points by area of each line in the chart."""
MOST_SERIES = 5


def in_language(specification: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the specification with the keys of its marks in the language spoken, the same object for each."""
    return _in_language(Constant(specification), language())


@dataclass(frozen=True, eq=False)
class Constant:
    """A specification, known by its identity: it is made once and never changed."""

    value: Mapping[str, Any]

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Constant) and self.value is other.value


@cache
def _in_language(specification: Constant, _spoken: str) -> Mapping[str, Any]:
    told: Mapping[str, Any] = _told(specification.value)
    return told


def _told(part: Any) -> Any:
    """Return a part of a specification with every title, constant text and expression of labels told."""
    if isinstance(part, Mapping):
        return {name: _told_as(name, value) for name, value in part.items()}
    return [_told(item) for item in part] if isinstance(part, list) else part


def _told_as(name: str, value: Any) -> Any:
    if name == "title" and isinstance(value, list):
        return [_(line) for line in value]
    if name == "labelExpr":
        return value.replace(PERCENT_SIGN, f"'{percent_sign()}'").replace(DECIMAL_SIGN, f"'{decimal_sign()}'")
    if name == "text" and isinstance(value, Mapping) and isinstance(value.get("value"), str):
        return {**value, "value": _(value["value"])}
    return _told(value)


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
    return Picture(key, titled(view, title), in_language(specification), points, description, origin)


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
