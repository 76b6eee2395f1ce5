"""What the map of municipalities draws: the rows of each, its class, its label, and the key."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Any
from urllib.parse import urlencode

import polars as pl

from charts.map import key_row, opacities, place_rows
from data.borders import border_year
from data.language import Sentence, _
from data.municipality_points import points
from data.numbers import HARD_SPACE, first_upper, shortest
from reports.links import Link, link
from reports.rank_sentences import QUARTILES
from reports.table import Row

MOST_NAMED = 8
"""So many dots have a name beside them; more would lie over each other."""


@dataclass(frozen=True, eq=False)
class Mapped:
    """What is drawn.

    Attributes:
        figure: what the points are of: `totalen`, or the name of an area.
        rows: one row per municipality with its latest evaluation: number, name, year, year_label, source, points (null
            where this figure is not known) and quartile (null where quartiles are not shown).
        maximum: of the points.
        family: of the evaluations; those known of the same family without points are outlined.
        year: the reference year, which decides the borders.
        own: the key of the municipality marked; empty for none.
    """

    figure: str
    rows: pl.DataFrame
    maximum: float
    family: int
    year: int
    own: str


def drawn(mapped: Mapped, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows of the map: the municipalities, and a line of the key for each class that is drawn.

    `rows` are those of `Mapped` and of municipalities without points, with `place`, the number in the borders, and
    `is_here`, whether an evaluation of it is in the store.
    """
    classes = [_class(mapped, row) for row in rows if row["points"] is not None]
    tints, where = opacities(classes), points(border_year(mapped.year))
    is_named = len(classes) <= MOST_NAMED
    places = [
        {
            "number": row["place"],
            **where[row["place"]]._asdict(),
            "opacity": tints[_class(mapped, row)] if row["points"] is not None else 0.0,
            "measured": row["points"] is not None,
            "own": row["number"] == mapped.own,
            "label": label_of(row) if is_named and row["points"] is not None else "",
            "tooltip": _tooltip(mapped, row),
            "href": _address(row),
        }
        for row in rows
    ]
    key = [(_class_label(mapped, rows, each), tint) for each, tint in sorted(tints.items(), reverse=True)]
    outlined = [(_("evaluert, uten poeng her"), None)] if len(classes) < len(rows) else []
    lines = [key_row(slot, label, tint) for slot, (label, tint) in enumerate([*key, *outlined])]
    return [*place_rows(places), *lines]


def _by_quartile(rows: Sequence[Row]) -> bool:
    return all(row["quartile"] is not None for row in rows if row["points"] is not None)


def _class(mapped: Mapped, row: Row) -> int:
    """Return the quartile of a municipality, or where there are none the tenth of the maximum, from 0 to 9."""
    if row["quartile"] is not None:
        return int(row["quartile"])
    return min(floor(10 * float(row["points"]) / mapped.maximum), 9)


def _class_label(mapped: Mapped, rows: Sequence[Row], each: int) -> str:
    if _by_quartile(rows):
        return first_upper(_(QUARTILES[each]))
    low, high = (shortest(mapped.maximum * share / 10) for share in (each, each + 1))
    if each == 9:
        return _("{low}–{high} poeng", low=low, high=high)
    return _("{low} til under {high} poeng", low=low, high=high)


def label_of(row: Row) -> str:
    """Return the name and the points."""
    return f"{row['name']}{HARD_SPACE}{shortest(row['points'])}"


def _tooltip(mapped: Mapped, row: Row) -> Sentence:
    if row["points"] is None:
        return _("{name}: evaluert {year}, uten poeng her", name=row["name"], year=row["year_label"])
    values = {"name": row["name"], "year": row["year_label"], "points": row["points"], "maximum": mapped.maximum}
    if row["quartile"] is None:
        return _("{name} {year}: {points:shortest} av {maximum:shortest} poeng", **values)
    quartile = _(QUARTILES[row["quartile"]])
    return _("{name} {year}: {points:shortest} av {maximum:shortest} poeng, {quartile}", **values, quartile=quartile)


def link_of(row: Row) -> Link:
    """Return the link to the page of an evaluation, or to what is known of a municipality without any here."""
    if not row["is_here"]:
        return link("", kommune=row["number"])
    return link("kommune", kommune=row["number"], aar=row["year"])


def _address(row: Row) -> str:
    to = link_of(row)
    return f"./{to.page}?{urlencode(to.choices)}"
