"""A point inside each Norwegian municipality, per edition of the borders, and distances between such points."""

import csv
from collections.abc import Mapping
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from data.register import FOLDER, keys

EARTH_RADIUS = 6371.0
"""Mean radius in kilometres."""


class Point(NamedTuple):
    """Longitude and latitude in degrees."""

    longitude: float
    latitude: float


@cache
def points() -> Mapping[int, Mapping[str, Point]]:
    """Return the points by year of the borders (2019, 2020, 2024) and key of the municipality."""
    key_of = keys()
    by_year: dict[int, dict[str, Point]] = {}
    with (FOLDER / "points_no.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            point = Point(float(row["lon"]), float(row["lat"]))
            # Rindal has one number in the borders of 2019 and had another in 2018, but one key.
            by_year.setdefault(int(row["year"]), {})[key_of[row["number"]]] = point
    return by_year


def point_of(key: str, year: int) -> Point | None:
    """Return the point of a municipality within the borders of a year.

    Years before the first borders have those. None for a municipality that these do not have, such as a fictional one.
    """
    years = sorted(points())
    edition = max((border_year for border_year in years if border_year <= year), default=years[0])
    return points()[edition].get(key)


def kilometres(one: Point | None, other: Point | None) -> float | None:
    """Return the great-circle distance in kilometres (haversine formula); None unless both points are known."""
    if one is None or other is None:
        return None
    west, south, east, north = map(radians, (*one, *other))
    half_chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half_chord))
