"""Points inside municipalities and the distances between them, against coordinates worked out by hand."""

import pytest

from data.municipality_points import Point, kilometres, point_of, points
from data.register import keys


def test_a_quarter_of_a_meridian_is_ten_thousand_kilometres() -> None:
    assert kilometres(Point(0, 0), Point(0, 90)) == pytest.approx(10007.5, abs=0.1)  # half pi times 6371
    assert kilometres(Point(10, 60), Point(10, 60)) == 0


def test_a_degree_of_longitude_is_half_as_long_at_sixty_degrees_north() -> None:
    assert kilometres(Point(10, 60), Point(11, 60)) == pytest.approx(111.19 / 2, abs=0.01)


def test_the_years_before_the_first_borders_have_the_first_and_the_others_the_newest_before_them() -> None:
    assert [point_of("1601", year) for year in (2011, 2019, 2022, 2030)] == [
        points(edition)["5001"] for edition in (2019, 2019, 2020, 2024)
    ]


def test_a_municipality_is_found_by_its_key_whatever_number_it_has_in_the_borders() -> None:
    assert point_of("1612", 2018) == Point(9.0, 63.2926)  # 5011 in the borders of 2019
    assert point_of("1567", 2018) == Point(9.2965, 63.0446)  # 5061
    assert len(keys()) > 357


@pytest.mark.parametrize(("key", "year"), [("1612", 2020), ("9001", 2018), ("SE-1480", 2018), ("1624", 2018)])
def test_what_the_borders_do_not_have_has_no_point(key: str, year: int) -> None:
    assert point_of(key, year) is None
    assert kilometres(point_of(key, year), point_of("0301", year)) is None
