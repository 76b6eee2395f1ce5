"""Municipalities with the points of their areas, in an order: by total, by name, or by one area."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from queries.caching import cached
from queries.ranking import ranked_in_year
from queries.snapshot import Snapshot

AREAS = range(1, 9)
EVERYONE: Final = 1_000_000_000
COLUMNS = ("evaluation", "number", "name", "year", "year_label", "total", "rank", "size_group")


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
def first_with_areas(snapshot: Snapshot, landscape: Landscape, most: int, also: str = "") -> pl.DataFrame:
    """Return the first rows of all_with_areas, and the one of the municipality `also` wherever it is.

    Sorted and cut in SQL: a country has tens of thousands of rows.
    """
    return _in_order(snapshot, landscape, most, also)


def all_with_areas(snapshot: Snapshot, landscape: Landscape) -> pl.DataFrame:
    """Return one row per municipality with a total, the highest first and what is not known last.

    Columns: COLUMNS; area_1 to area_8, in points of 100, null where not known; figure, the points it is sorted by
    (the total where it is sorted by name); figure_rank, where ties share the best; with_figure, how many have that
    figure; n, the number of municipalities.
    """
    return _in_order(snapshot, landscape, EVERYONE, "")


def _in_order(snapshot: Snapshot, landscape: Landscape, most: int, also: str) -> pl.DataFrame:
    ranked = ranked_in_year(snapshot, landscape.family, landscape.year, landscape.country).select(COLUMNS)
    order = {"area": landscape.area, "by_name": landscape.by_name, "most": most, "also": also}
    return snapshot.query_with_frames("area_ranking", {"member": ranked}, **order)
