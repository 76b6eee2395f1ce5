"""A point inside each Norwegian municipality, per edition of the borders, and distances between such points."""

import csv
from collections.abc import Mapping
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from data.borders import border_year
from data.register import FOLDER, keys

EARTH_RADIUS = 6371.0
"""Mean radius in kilometres."""


class Point(NamedTuple):
    """Longitude and latitude in degrees."""

    lon: float
    lat: float


@cache
def points(year: int) -> Mapping[str, Point]:
    """Return the points of one of BORDER_YEARS, by the number that a municipality has in those borders."""
    with (FOLDER / "points_no.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == str(year)]
    return {row["number"]: Point(float(row["lon"]), float(row["lat"])) for row in rows}


@cache
def _by_key(year: int) -> Mapping[str, Point]:
    # Rindal has one number in the borders of 2019 and had another in 2018, but one key.
    key_of = keys()
    return {key_of[number]: point for number, point in points(year).items()}


def point_of(key: str, year: int) -> Point | None:
    """Return the point of a municipality within the borders drawn for a year.

    None for a municipality that these do not have, such as a fictional one.
    """
    return _by_key(border_year(year)).get(key)


def kilometres(one: Point | None, other: Point | None) -> float | None:
    """Return the great-circle distance in kilometres (haversine formula); None unless both points are known."""
    if one is None or other is None:
        return None
    west, south, east, north = map(radians, (*one, *other))
    half_chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half_chord))
