from itertools import pairwise
from typing import Any

import polars as pl
import pytest

from charts.year_columns import year_columns_rows, year_columns_text


def year(
    year: int,
    version: str,
    family: int,
    points: float | None,
    change: float | None = None,
    matters: bool | None = None,
    label: str | None = None,
) -> dict[str, Any]:
    return {
        "name": "Hemne", "year": year, "year_label": label or str(year), "version": version, "family": family,
        "area": 0, "points": points, "change": change, "matters": matters,
    }  # fmt: skip


HEMNE = pl.DataFrame(
    [
        year(2018, "2.1", 2, 433.0, -7.0, False),
        year(2007, "1.0", 1, 398.0),
        year(2011, "2.0", 2, 440.0),
    ],
    infer_schema_length=None,
)


def rows_of(kind: str, trend: pl.DataFrame = HEMNE) -> list[dict[str, Any]]:
    return [row for row in year_columns_rows(trend) if row["kind"] == kind]


def test_columns_stand_in_order_with_their_points() -> None:
    assert [(row["label"], row["value"]) for row in rows_of("year")] == [
        ("2007", "398"), ("2011", "440"), ("2018", "433"),
    ]  # fmt: skip
    assert rows_of("year")[0]["share"] == 49.75


def test_there_is_a_wider_gap_between_version_families_than_inside_one() -> None:
    first, second, third = (row["middle"] for row in rows_of("year"))
    assert second - first == pytest.approx(1.6 * (third - second))


def test_no_version_line_reaches_into_another_version() -> None:
    versions = rows_of("version")
    assert [row["label"] for row in versions] == ["versjon\n1.0", "versjon\n2.0", "versjon\n2.1"]
    assert all(one["right"] < next_one["left"] for one, next_one in pairwise(versions))


def test_all_columns_fit_however_many() -> None:
    years = pl.DataFrame([year(2000 + i, "2.1", 2, 400.0) for i in range(12)])
    assert max(row["right"] for row in rows_of("year", years)) < 100


def test_a_latest_possible_year_is_broken_in_two_lines() -> None:
    lom = pl.DataFrame([year(2019, "2.0", 2, 550.0, label="senest 2019")])
    assert rows_of("year", lom)[0]["label"] == "senest\n2019"


def test_unknown_points_give_no_column() -> None:
    unknown = pl.DataFrame([year(2019, "2.0", 2, None)])
    assert (rows_of("year", unknown)[0]["share"], rows_of("year", unknown)[0]["value"]) == (None, "..")
    assert year_columns_text(unknown) == "Hemne 2019 (versjon 2.0): poengene er ikke kjent."


def test_the_text_holds_every_value_and_refuses_to_compare_families() -> None:
    assert year_columns_text(HEMNE) == (
        "Hemne 2007 (versjon 1.0): 398 av 800 poeng. Hemne 2011 (versjon 2.0): 440 av 800 poeng. "
        "Hemne 2018 (versjon 2.1): 433 av 800 poeng, endring −7, for lite til å tillegges vekt. "
        "Tall fra ulike versjonsfamilier kan ikke sammenlignes."
    )
