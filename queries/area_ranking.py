"""Ranking of municipalities by total, with the points of their areas beside it."""

import polars as pl

from queries.ranking import ranked_in_year
from queries.snapshot import Snapshot

AREAS = range(1, 9)
COLUMNS = ("evaluation", "number", "name", "year", "year_label", "total", "source")


def area_column(area: int) -> str:
    """Return the name of the column that holds the points of an area."""
    return f"area_{area}"


def ranked_with_areas(snapshot: Snapshot, family: int, year: int, country: str) -> pl.DataFrame:
    """Return the rows of ranked_in_year with at least one area known: COLUMNS, and area_1 to area_8.

    An area is in points of 100, null where it is not known. Not cached: with tens of thousands of municipalities it
    would take the room of many smaller answers, and only its first rows are shown.
    """
    ranked = ranked_in_year(snapshot, family, year, country).select(COLUMNS)
    points = snapshot.points_of("area_points", ranked).filter(pl.col("area") > 0)
    by_area = [pl.col("points").filter(pl.col("area") == area).first().alias(area_column(area)) for area in AREAS]
    return ranked.join(points.group_by("evaluation").agg(by_area), on="evaluation", maintain_order="left")
