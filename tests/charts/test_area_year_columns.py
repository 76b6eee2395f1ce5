from typing import Any

import polars as pl

from charts.area_year_columns import area_year_columns_rows, area_year_columns_text


def area(area: int, short: str, year: int, version: str, family: int, points: float) -> dict[str, Any]:
    return {
        "area": area, "short": short, "year": year, "year_label": str(year), "version": version,
        "family": family, "points": points,
    }  # fmt: skip


HAREID = pl.DataFrame(
    [
        area(0, "Totalt", 2019, "2.1", 2, 324.0),
        area(1, "Demokrati", 2019, "2.1", 2, 35.0),
        area(1, "Demokrati", 2017, "2.1", 2, 23.0),
        area(2, "Brukere", 2019, "2.1", 2, 28.0),
        area(2, "Brukere", 2017, "2.1", 2, 17.0),
        area(1, "Demokrati", 2008, "1.0", 1, 30.0),
    ]
)


def test_years_stand_together_under_their_area_and_the_area_is_named_once() -> None:
    rows = area_year_columns_rows(HAREID, family=2)
    assert [(row["name"], row["year"], row["value"]) for row in rows] == [
        ("1 Demokrati", "2017", "23"), ("", "2019", "35"), ("2 Brukere", "2017", "17"), ("", "2019", "28"),
    ]  # fmt: skip


def test_the_newest_year_is_marked() -> None:
    assert [row["newest"] for row in area_year_columns_rows(HAREID, family=2)] == [False, True] * 2


def test_other_families_are_not_drawn() -> None:
    assert [row["year"] for row in area_year_columns_rows(HAREID, family=1)] == ["2008"]


def test_a_family_without_areas_gives_no_rows() -> None:
    assert area_year_columns_rows(HAREID, family=3) == []
    assert area_year_columns_text(HAREID, family=3) == ""


def test_an_area_lacking_its_first_year_is_still_named() -> None:
    rows = area_year_columns_rows(HAREID.filter(~((pl.col("area") == 2) & (pl.col("year") == 2017))), family=2)
    assert [row["name"] for row in rows] == ["1 Demokrati", "", "2 Brukere"]


def test_two_evaluations_of_one_year_are_told_apart_by_version() -> None:
    both = pl.DataFrame([area(1, "Demokrati", 2016, "2.0", 2, 40.0), area(1, "Demokrati", 2016, "2.1", 2, 38.0)])
    assert [row["year"] for row in area_year_columns_rows(both, family=2)] == ["2016 (2.0)", "2016 (2.1)"]


def test_the_text_holds_every_value() -> None:
    assert area_year_columns_text(HAREID, family=2) == (
        "Område 1 Demokrati: 23 poeng (2017) og 35 poeng (2019). Område 2 Brukere: 17 poeng (2017) og 28 poeng (2019)."
    )
