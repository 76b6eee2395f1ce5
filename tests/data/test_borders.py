"""The borders of the municipalities, and a point inside each."""

import json
from itertools import pairwise

import pytest

from data.borders import BORDER_YEARS, border_year, borders
from data.municipality_points import points
from tests.landscapes import DATA, csv_rows

INSIDE_NORWAY = {"lon": (4.4, 31.2), "lat": (57.9, 71.2)}


@pytest.mark.parametrize(
    ("year", "drawn"),
    [(2005, 2019), (2018, 2019), (2019, 2019), (2020, 2020), (2023, 2020), (2024, 2024), (2030, 2024)],
)
def test_the_borders_of_a_year_are_those_in_force_and_before_2019_those_of_2019(year: int, drawn: int) -> None:
    assert border_year(year) == drawn


@pytest.mark.parametrize("year", BORDER_YEARS)
def test_every_municipality_in_force_has_borders_and_a_point(year: int) -> None:
    register = csv_rows(DATA / "reference" / "municipalities_no.csv")
    first, last = f"{year}-01-01", f"{year}-12-31"
    in_force = {row["number"] for row in register if row["valid_from"] <= last and (row["valid_to"] or "9999") >= first}
    drawn = {shape["properties"]["number"] for shape in json.loads(borders(year))["objects"]["kommuner"]["geometries"]}
    assert set(points(year)) == drawn
    assert drawn <= in_force


def test_a_point_lies_within_the_country() -> None:
    for year in BORDER_YEARS:
        for place in points(year).values():
            assert INSIDE_NORWAY["lon"][0] < place.lon < INSIDE_NORWAY["lon"][1]
            assert INSIDE_NORWAY["lat"][0] < place.lat < INSIDE_NORWAY["lat"][1]


def test_from_south_to_north_the_points_are_where_they_should_be() -> None:
    # Lindesnes, Bergen, Hemne, Tromsø and Nordkapp, by the numbers of 2019.
    latitudes = [points(2019)[number].lat for number in ("1029", "1201", "5011", "1902", "2019")]
    assert all(south < north for south, north in pairwise(latitudes))


def test_a_year_without_borders_is_refused() -> None:
    with pytest.raises(KeyError):
        borders(2018)
