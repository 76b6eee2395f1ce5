"""Municipalities with the points of their areas, in an order: by total, by name, or by one area."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from queries.caching import cached
from queries.ranking import ranked_in_year
from queries.snapshot import Snapshot

AREAS = range(1, 9)
MOST_SHOWN: Final = 100
EVERYONE: Final = 1_000_000_000
COLUMNS = ("evaluation", "number", "name", "year", "year_label", "total")


@dataclass(frozen=True)
class Landscape:
    """Whose areas are shown: the latest evaluations of a country and family up to a year, and in which order.

    Attributes:
        area: the area to sort by, highest first; None sorts by total.
        by_name: whether to sort by name instead.
    """

    family: int
    year: int
    country: str
    area: int | None = None
    by_name: bool = False


def area_column(area: int) -> str:
    """Return the name of the column that holds the points of an area."""
    return f"area_{area}"


@cached
def first_with_areas(snapshot: Snapshot, landscape: Landscape) -> pl.DataFrame:
    """Return the first hundred of all_with_areas. Sorted and cut in SQL: a country has tens of thousands of rows."""
    return _in_order(snapshot, landscape, _ranked(snapshot, landscape), MOST_SHOWN)


def all_with_areas(snapshot: Snapshot, landscape: Landscape) -> pl.DataFrame:
    """Return one row per municipality with at least one area known, the highest first and what is not known last.

    Columns: COLUMNS; area_1 to area_8, in points of 100, null where not known; n, the number of municipalities.
    """
    return _in_order(snapshot, landscape, _ranked(snapshot, landscape), EVERYONE)


def one_with_areas(snapshot: Snapshot, landscape: Landscape, municipality: str) -> pl.DataFrame:
    """Return the row of one municipality, with an n of 1; no row where none of its areas is known."""
    own = _ranked(snapshot, landscape).filter(pl.col("number") == municipality)
    return own.clear() if own.is_empty() else _in_order(snapshot, landscape, own, 1)


def _ranked(snapshot: Snapshot, landscape: Landscape) -> pl.DataFrame:
    return ranked_in_year(snapshot, landscape.family, landscape.year, landscape.country).select(COLUMNS)


def _in_order(snapshot: Snapshot, landscape: Landscape, member: pl.DataFrame, most: int) -> pl.DataFrame:
    order = {"area": landscape.area, "by_name": landscape.by_name, "most": most}
    return snapshot.query_with_frames("area_ranking", {"member": member}, **order)
