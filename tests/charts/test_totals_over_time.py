from typing import Any

import polars as pl
import pytest

from charts.image import svg
from charts.totals_over_time import TOTALS_OVER_TIME, totals_over_time_rows, totals_over_time_text


def total(name: str, year: int, version: str, family: int, points: float | None) -> dict[str, Any]:
    return {
        "name": name, "year": year, "year_label": str(year), "version": version, "family": family,
        "points": points, "change": None, "matters": None,
    }  # fmt: skip


HEMNE = pl.DataFrame([total("Hemne", 2007, "1.0", 1, 400.0), total("Hemne", 2018, "2.1", 2, 800.0)])
HALSA = pl.DataFrame([total("Halsa", 2018, "2.1", 2, 0.0)])
UNKNOWN = pl.DataFrame([total("Halsa", 2018, "2.1", 2, None)])


def rows_of(kind: str, *trends: pl.DataFrame) -> list[dict[str, Any]]:
    return [row for row in totals_over_time_rows(trends) if row["kind"] == kind]


def test_each_has_a_panel_with_its_name_and_versions_and_the_first_is_the_own_one() -> None:
    panels = rows_of("panel", HEMNE, HALSA)
    assert [(row["panel"], row["name"], row["versions"], row["own"]) for row in panels] == [
        (0, "Hemne", "versjon 1.0 og 2.1", True),
        (1, "Halsa", "versjon 2.1", False),
    ]


def test_the_same_points_stand_equally_high_in_every_panel() -> None:
    heights = {row["value"]: row["lift"] for row in rows_of("year", HEMNE, HALSA)}
    assert heights == {"800": -43, "400": 17, "0": 77}  # 120 pixels in all
    lines = [(row["label"], row["lift"]) for row in rows_of("grid", HEMNE, HALSA)]
    assert lines == [("0", 77), ("400", 17), ("800", -43)] * 2


def test_no_line_goes_from_one_family_to_another_or_from_one_municipality_to_another() -> None:
    assert len({row["line"] for row in rows_of("year", HEMNE, HALSA)}) == 3


def test_the_time_axis_is_that_of_all_with_a_year_of_room_at_both_ends() -> None:
    assert [row["year"] for row in rows_of("edge", HALSA, HEMNE)] == [2006, 2019]


def test_the_names_and_every_figure_are_in_the_file() -> None:
    drawn = svg(TOTALS_OVER_TIME, totals_over_time_rows([HEMNE, HALSA]), [], "Totaler").decode()
    assert all(f">{text}</text>" in drawn for text in ("Hemne", "Halsa", "versjon 1.0 og 2.1", "2018", "400", "800"))


def test_points_that_are_not_known_are_not_drawn() -> None:
    assert [row["lift"] for row in rows_of("year", UNKNOWN)] == [None]
    assert ">..</text>" not in svg(TOTALS_OVER_TIME, totals_over_time_rows([UNKNOWN]), [], "Totaler").decode()


@pytest.mark.parametrize(("trends", "span"), [([HEMNE, HALSA], "fra 2007 til 2018"), ([HALSA], "bare 2018")])
def test_the_text_says_the_axes_and_every_figure_with_its_name(trends: list[pl.DataFrame], span: str) -> None:
    told = totals_over_time_text(trends)
    assert told.startswith(f"Alle har samme tidsakse, {span}, og samme poengakse, fra 0 til 800. ")
    assert told.endswith("Halsa 2018 (versjon 2.1): 0 av 800 poeng.")
