from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.image import svg
from charts.slopes import LINE, SLOPES, slopes_rows, slopes_text

MINUS = "\N{MINUS SIGN}"
SHORTS = ("Demokrati", "Brukere", "Styring", "Lederskap", "Resultat", "Arbeidsgiver", "Læring", "Samfunn")
HEMNE = {2011: (35, 31, 72, 68, 60, 45, 64, 65), 2018: (39, 37, 77, 61, 58, 49, 48, 63)}
Points = Mapping[int, tuple[float | None, ...]]


def trend(points: Points, versions: dict[int, str] | None = None) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "year": year, "year_label": str(year), "version": (versions or {}).get(year, "2.1"), "family": 2,
                "area": area, "short": SHORTS[area - 1], "points": value,
            }
            for year, values in points.items()
            for area, value in enumerate(values, 1)
        ],
        infer_schema_length=None,
    )  # fmt: skip


def changes(points: Points) -> dict[int, dict[str, Any]]:
    """Return the change of each area from the first to the last year that has it."""
    found = {}
    for area in range(8):
        known = [value for values in points.values() if (value := values[area]) is not None]
        if len(known) > 1:
            found[area + 1] = {"change": known[-1] - known[0], "matters": abs(known[-1] - known[0]) >= 3}
    return found


def rows(points: Points, *kinds: str, **more: Any) -> list[dict[str, Any]]:
    return [row for row in slopes_rows(trend(points, **more), changes(points)) if row["kind"] in kinds]


def test_every_line_is_named_at_its_end_with_points_and_signed_change() -> None:
    assert [row["label"] for row in sorted(rows(HEMNE, "end"), key=lambda row: row["y"])] == [
        "3 Styring 77 (+5)", f"8 Samfunn 63 ({MINUS}2)", f"4 Lederskap 61 ({MINUS}7)", f"5 Resultat 58 ({MINUS}2)",
        "6 Arbeidsgiver 49 (+4)", f"7 Læring 48 ({MINUS}16)", "1 Demokrati 39 (+4)", "2 Brukere 37 (+6)",
    ]  # fmt: skip


def test_the_first_points_stand_to_the_left_each_value_once() -> None:
    starts = sorted(rows({2011: (50, 50, *[60] * 6), 2018: (60,) * 8}, "start"), key=lambda row: row["y"])
    assert [row["label"] for row in starts] == ["60", "50"]


def test_small_changes_are_grey_others_by_direction_and_the_largest_is_heavy() -> None:
    directions = {row["area"]: row["direction"] for row in rows(HEMNE, "end")}
    assert directions == {1: "up", 2: "up", 3: "up", 4: "down", 5: "small", 6: "up", 7: "down", 8: "small"}
    assert [row["area"] for row in rows(HEMNE, "end") if row["heavy"]] == [7]


def test_equally_large_changes_are_both_heavy_and_small_ones_never() -> None:
    tied = {2011: (50,) * 8, 2018: (60, 40, 52, *[50] * 5)}
    assert [row["area"] for row in rows(tied, "end") if row["heavy"]] == [1, 2]
    assert not [row for row in rows({2011: (50,) * 8, 2018: (52,) * 8}, "end") if row["heavy"]]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(*[st.integers(0, 100)] * 8), min_size=2, max_size=6))
def test_labels_at_either_end_never_overlap(drawn: list[tuple[int, ...]]) -> None:
    points: Points = {2005 + index: values for index, values in enumerate(drawn)}
    for kind in ("start", "end"):
        places = sorted(row["y"] for row in rows(points, kind))
        assert all(after - before >= LINE - 0.02 for before, after in pairwise(places))


def test_more_points_stand_higher_and_a_small_change_does_not_look_large() -> None:
    dots = {row["area"]: row["y"] for row in rows({2011: (50,) * 8, 2018: (52, 50, 48, *[50] * 5)}, "dot")}
    assert dots[1] < dots[2] < dots[3]
    assert dots[3] - dots[1] == pytest.approx(354 * 4 / 40, abs=0.1)


def test_years_stand_in_proportion_to_time() -> None:
    years = rows({2010: (50,) * 8, 2012: (50,) * 8, 2020: (50,) * 8}, "year")
    assert [row["x"] for row in years] == [0, pytest.approx(0.25, abs=0.06), 1]
    assert [row["label"] for row in years] == ["2010", "2012", "2020"]


def test_two_evaluations_of_one_year_do_not_stand_on_each_other() -> None:
    both = pl.concat([trend({2016: (50,) * 8}, {2016: "2.0"}), trend({2016: (60,) * 8}, {2016: "2.1"})])
    years = [row for row in slopes_rows(both, {}) if row["kind"] == "year"]
    assert [(row["x"], row["version"]) for row in years] == [(0, "versjon 2.0"), (1, "versjon 2.1")]


def test_the_version_is_named_where_it_is_new() -> None:
    versions = {2010: "2.0", 2014: "2.0", 2018: "2.1"}
    years = rows(dict.fromkeys(versions, (50,) * 8), "year", versions=versions)
    assert [row["version"] for row in years] == ["versjon 2.0", "", "versjon 2.1"]


def test_there_is_a_dot_at_every_evaluation_and_none_where_points_are_not_known() -> None:
    points: Points = {2010: (50,) * 8, 2014: (None, *[50] * 7), 2018: (None, *[60] * 7)}
    dots = rows(points, "dot")
    assert [row["x"] for row in dots if row["area"] == 2] == [0, 0.5, 1]
    assert [row["x"] for row in dots if row["area"] == 1] == [0]


def test_a_line_that_ends_earlier_says_when() -> None:
    points: Points = {2010: (50,) * 8, 2014: (60, *[50] * 7), 2018: (None, *[50] * 7)}
    [label] = [row["label"] for row in rows(points, "end") if row["area"] == 1]
    assert label == "1 Demokrati 60 i 2014 (+10)"


def test_an_area_measured_once_has_its_name_and_no_change() -> None:
    points: Points = {2010: (None, *[50] * 7), 2018: (72, *[50] * 7)}
    [label] = [row["label"] for row in rows(points, "end") if row["area"] == 1]
    assert label == "1 Demokrati 72"


def test_of_many_years_those_with_room_are_written_and_always_the_first_and_the_last() -> None:
    years = rows(dict.fromkeys((2010, 2011, 2015, 2020), (50,) * 8), "year")
    rooms = {row["label"]: row["room"] for row in years}
    assert (rooms["2010"], rooms["2020"]) == (1, 1)
    assert rooms["2011"] < rooms["2015"]


def test_the_names_are_in_the_file_and_the_text_holds_every_value() -> None:
    drawn = svg(SLOPES, slopes_rows(trend(HEMNE), changes(HEMNE)), [], "Hemne")
    written = {one.text for one in ElementTree.fromstring(drawn).iter() if one.text}
    assert written >= {"2011", "2018", "72", f"7 Læring 48 ({MINUS}16)", "3 Styring 77 (+5)"}
    told = slopes_text(trend(HEMNE), changes(HEMNE))
    assert told.startswith("Område 1 Demokrati: 35 poeng (2011) og 39 poeng (2018), endring +4. ")
    assert f"60 poeng (2011) og 58 poeng (2018), endring {MINUS}2, for lite til å tillegges vekt." in told
