"""The dot strip: who is drawn and named, where, and the text that says the same."""

from itertools import combinations
from typing import Any

import pytest

from charts.dot_strip import counted_strip_rows, counted_strip_text, dot_strip_rows, dot_strip_text

LETTER = 6.8
"""Pixels that a letter takes on average, measured on the names in bold."""


def municipality(number: str, name: str, points: float) -> dict[str, Any]:
    return {"number": number, "name": name, "year_label": "2018", "points": points}


THREE = [
    municipality("1612", "Hemne", 5.8),
    municipality("1571", "Halsa", 5.8),
    municipality("1613", "Snillfjord", 13.0),
]


def crowd(n: int) -> list[dict[str, Any]]:
    return [municipality(str(9000 + i), f"Kommune {i}", 10 + 5 * (i % 50) / 50) for i in range(n)]


def of_kind(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]


def test_each_municipality_is_a_dot_in_per_cent_of_the_maximum() -> None:
    dots = {row["label"]: row for row in of_kind(dot_strip_rows(THREE, 20, "1612", [], 60), "dot")}
    assert {name: dot["share"] for name, dot in dots.items()} == {"Hemne": 29, "Halsa": 29, "Snillfjord": 65}
    assert [name for name, dot in dots.items() if dot["own"]] == ["Hemne"]
    assert dots["Hemne"]["level"] != dots["Halsa"]["level"]
    assert dots["Snillfjord"]["tooltip"] == "Snillfjord 2018: 13,0 poeng"


def test_eight_are_all_named_and_of_nine_only_those_asked_for_and_the_own_one() -> None:
    eight = dot_strip_rows(crowd(8), 20, "9000", ["9003"], 60)
    assert len(of_kind(eight, "name")) == 8
    nine = dot_strip_rows(crowd(9), 20, "9000", ["9003"], 60)
    assert sorted(row["label"] for row in of_kind(nine, "name")) == ["Kommune 0", "Kommune 3"]
    assert sum(row["named"] for row in of_kind(nine, "dot")) == 2


def test_the_own_dot_is_drawn_last() -> None:
    assert of_kind(dot_strip_rows(crowd(40), 20, "9007", ["9003"], 60), "dot")[-1]["own"]


@pytest.mark.parametrize(("width", "line"), [(300, "narrow"), (360, "narrow"), (720, "wide"), (1100, "wide")])
@pytest.mark.parametrize("name", ["Os", "Snillfjord (eksempel)", "Vestre Granskog"])
def test_no_two_names_overlap_and_none_leaves_the_picture(width: int, line: str, name: str) -> None:
    close = [municipality(str(i), f"{name} {i}", points) for i, points in enumerate((0, 0.4, 9, 9, 9.1, 9.3, 10, 10))]
    names = []
    for row in of_kind(dot_strip_rows(close, 10, "0", [], 60), "name"):
        place, length = row["share"] / 100 * width, LETTER * len(row["label"])
        start = place - {"left": 0, "center": length / 2, "right": length}[row["align"]]
        assert -8 <= start <= start + length <= width + 8
        names.append((row[line], start, start + length))
    for (one, start, end), (other, other_start, other_end) in combinations(names, 2):
        assert one != other or end < other_start or other_end < start


def test_the_picture_is_as_high_as_its_names_need() -> None:
    low, high = (len(of_kind(dot_strip_rows(crowd(n), 20, "9000", [], 60), "unit")) for n in (2, 8))
    assert low < high


def test_a_tall_stack_is_squeezed_into_six_levels() -> None:
    same = [municipality(str(i), f"K{i}", 10) for i in range(150)]
    levels = [row["level"] for row in of_kind(dot_strip_rows(same, 20, "0", [], 60), "dot")]
    assert (min(levels), max(levels)) == (0, 5)


@pytest.mark.parametrize(("maximum", "ticks"), [(10, "0 2 4 6 8 10"), (25, "0 5 10 15 20 25")])
def test_ticks_are_in_points(maximum: int, ticks: str) -> None:
    rows = of_kind(dot_strip_rows(THREE, maximum, "1612", [], 60), "tick")
    assert " ".join(row["label"] for row in rows) == ticks
    assert rows[-1]["share"] == 100


def test_the_floor_is_drawn_where_the_setting_says() -> None:
    [floor] = of_kind(dot_strip_rows(THREE, 20, "1612", [], 70), "floor")
    assert (floor["share"], floor["label"]) == (70, "70\u00a0% av maksimum")


def test_very_many_are_columns_by_points_and_only_those_named_are_dots() -> None:
    counts = [{"points": tenths / 10, "n": 1 + tenths} for tenths in range(251)]
    rows = counted_strip_rows(counts, THREE, 25, "1612", 60)
    assert (len(of_kind(rows, "column")), len(of_kind(rows, "dot")), len(of_kind(rows, "name"))) == (251, 3, 3)
    assert max(row["height"] for row in of_kind(rows, "column")) == 45
    assert of_kind(rows, "column")[100]["tooltip"] == "10 poeng: 101 kommuner"
    assert len(rows) < 300


def test_the_text_holds_every_value_highest_first() -> None:
    assert dot_strip_text(THREE, 20, "1612") == (
        "Poeng av 20, høyest først: Snillfjord 2018 13,0; Halsa 2018 5,8; Hemne 2018 5,8 (egen) (n = 3)."
    )


def test_the_text_of_very_many_counts_them() -> None:
    counts = [{"points": 10.0, "n": 3}, {"points": 4.0, "n": 500}, {"points": 0.5, "n": 1500}]
    assert counted_strip_text(counts, THREE[:1], 10, "1612") == (
        "Av 2\u00a0003 kommuner har 503 minst 1, 503 minst 2, 503 minst 3, 503 minst 4, 3 minst 5, 3 minst 6, "
        "3 minst 7, 3 minst 8, 3 minst 9 og 3 minst 10 poeng. Navngitt: Hemne 2018 5,8 (egen)."
    )
