"""Ranking of municipalities by total, with the points of their areas beside it."""

import polars as pl

from queries.caching import cached
from queries.ranking import ranked_in_year
from queries.snapshot import Snapshot

AREAS = range(1, 9)


def area_column(area: int) -> str:
    """Return the name of the column that holds the points of an area."""
    return f"area_{area}"


@cached
def ranked_with_areas(snapshot: Snapshot, family: int, year: int, country: str) -> pl.DataFrame:
    """Return the rows of ranked_in_year of which at least one area is known, with the columns area_1 to area_8.

    An area is in points of 100, null where it is not known.
    """
    ranked = ranked_in_year(snapshot, family, year, country)
    points = snapshot.points_of("area_points", ranked).filter(pl.col("area") > 0)
    by_area = [pl.col("points").filter(pl.col("area") == area).first().alias(area_column(area)) for area in AREAS]
    return ranked.join(points.group_by("evaluation").agg(by_area), on="evaluation", maintain_order="left")
