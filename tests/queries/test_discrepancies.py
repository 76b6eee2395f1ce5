"""Where stated figures differ from each other or from the sum of their parts, and whether rounding explains it."""

from typing import Any

import pytest

from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import all_questions, ask, made

AREA_1 = ("1.1", "1.2", "1.3", "1.4", "1.5")
AREA_4 = ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6")
AREA_8 = ("8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7")


def found(snapshot: Snapshot, **words: Any) -> list[tuple[Any, ...]]:
    columns = ("area", "compared_with", "used", "other", "difference", "tolerance", "kind")
    rows = ask(snapshot, "discrepancies", **words)
    return [tuple(row[column] for column in columns) for row in rows]


def test_hemne_has_three_discrepancies_and_eight_roundings(real: Snapshot) -> None:
    assert found(real, municipality=1612) == [
        (0, "distance_to_small_group", 109, 102, -7, 0, "discrepancy"),
        (0, "total", 433, 426, -7, 0, "discrepancy"),
        (3, "points", 77, 76, -1, 0, "discrepancy"),
        (0, "areas", 433, 432, -1, 4.5, "rounding"),
        (1, "questions", 39, 38.9, -0.1, 0.75, "rounding"),
        (2, "questions", 37, 37.4, 0.4, 0.75, "rounding"),
        (3, "questions", 77, 77.4, 0.4, 0.75, "rounding"),
        (5, "questions", 58, 58.4, 0.4, 0.8, "rounding"),
        (6, "questions", 49, 49.4, 0.4, 0.8, "rounding"),
        (7, "questions", 48, 47.8, -0.2, 0.75, "rounding"),
        (8, "questions", 63, 62.7, -0.3, 0.85, "rounding"),
    ]


def test_the_discrepancies_of_hemne_say_where_they_are_printed_and_how_they_fit(real: Snapshot) -> None:
    rows = [row for row in ask(real, "discrepancies") if row["kind"] == "discrepancy"]
    assert [(row["place"], row["note"]) for row in rows] == [
        ("s. 7", "passer til 426; fra 433 er avstanden 109"),
        ("s. 10", "brukt verdi er 433 (s. 7)"),
        ("s. 11", "brukt verdi er 77 (s. 22)"),
    ]
    assert all(row["source"].startswith("KS-K rapport 3/2018") for row in rows)


def test_the_derived_areas_of_hareid_2017_add_up_to_one_more_than_its_total(real: Snapshot) -> None:
    assert found(real, municipality=1517) == [(0, "areas", 247, 248, 1, 4.5, "rounding")]


def test_nothing_else_in_print_differs(real: Snapshot) -> None:
    rows = ask(real, "discrepancies")
    assert {(row["number"], row["year"]) for row in rows} == {("1517", 2017), ("1612", 2018)}
    assert len(rows) == 12


@pytest.mark.parametrize(
    ("codes", "stated", "last", "tolerance", "kind"),
    [
        (AREA_1, 50, "10.7", 0.75, "rounding"),
        (AREA_1, 50, "10.8", 0.75, "discrepancy"),
        (AREA_1, 50, "9.3", 0.75, "rounding"),
        (AREA_1, 50, "9.2", 0.75, "discrepancy"),
        (AREA_4, 60, "10.8", 0.8, "rounding"),  # just at the bound
        (AREA_4, 60, "10.9", 0.8, "discrepancy"),
        (AREA_4, 60, "9.2", 0.8, "rounding"),
        (AREA_8, 70, "10.8", 0.85, "rounding"),
        (AREA_8, 70, "10.9", 0.85, "discrepancy"),
    ],
)
def test_questions_may_differ_from_their_area_by_0_05_each_and_a_half(
    landscape: Landscape, codes: tuple[str, ...], stated: int, last: str, tolerance: float, kind: str
) -> None:
    questions = dict.fromkeys(codes, "10.0") | {codes[-1]: last}
    area = int(codes[0][0])
    rows = found(landscape(made("9001", areas={area: stated}, questions=questions)))
    other = stated - 10 + float(last)
    assert rows == [(area, "questions", stated, other, pytest.approx(other - stated), tolerance, kind)]


@pytest.mark.parametrize(
    ("total", "kind"),
    [(396, "rounding"), (404, "rounding"), ("404.5", "rounding"), ("395.5", "rounding"), (405, "discrepancy"),
     (395, "discrepancy"), ("404.6", "discrepancy")],
)  # fmt: skip
def test_eight_areas_may_differ_from_their_total_by_4_5(landscape: Landscape, total: float | str, kind: str) -> None:
    used = float(total)
    assert found(landscape(made("9001", total=total, areas=[50] * 8))) == [
        (0, "areas", used, 400, pytest.approx(400 - used), 4.5, kind)
    ]


@pytest.mark.parametrize(("last", "kind"), [("3.7", "rounding"), ("3.8", "discrepancy"), ("0.0", "rounding")])
def test_45_questions_may_differ_from_their_total_by_2_75(landscape: Landscape, last: str, kind: str) -> None:
    other = 44 + float(last)  # 44 questions of 1.0 and the last
    rows = found(landscape(made("9001", total=45, questions=all_questions(q8_7=last))))
    assert [row for row in rows if row[1] == "questions"] == [
        (0, "questions", 45, other, pytest.approx(other - 45), 2.75, kind)
    ]


def test_equal_figures_are_not_listed(landscape: Landscape) -> None:
    assert found(landscape(made("9001", total=45, questions=all_questions(), areas=[5, 5, 5, 6, 6, 6, 5, 7]))) == []


def test_a_figure_computed_by_us_is_not_held_against_its_own_parts(landscape: Landscape) -> None:
    assert found(landscape(made("9001", questions=all_questions(q1_1="1.4", q8_7="1.4")))) == []


def test_seven_areas_are_not_held_against_a_total(landscape: Landscape) -> None:
    assert found(landscape(made("9001", total=700, areas=[50] * 7))) == []


def test_two_stated_values_of_one_figure_are_always_a_discrepancy(landscape: Landscape) -> None:
    beside = [{"area": 3, "statistic": "points", "value": "50.1", "source": "Prøve", "place": "s. 4"}]
    assert found(landscape(made("9001", areas={3: 50}, others=beside))) == [
        (3, "points", 50, 50.1, 0.1, 0, "discrepancy")
    ]


def test_the_list_of_one_municipality_is_found_by_any_of_its_numbers(real: Snapshot) -> None:
    assert found(real, municipality=5011) == found(real, municipality=1612)


def test_a_replaced_evaluation_has_no_discrepancies(landscape: Landscape) -> None:
    landscape(made("9001", total=410, areas=[50] * 8))
    assert found(landscape(made("9001", total=400, areas=[50] * 8))) == []
