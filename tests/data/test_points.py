"""Areas and totals: stated where stated, else the sum of their parts rounded half up."""

from decimal import Decimal
from typing import Any

import pytest

from data.store import Store
from tests.landscapes import Made, add, all_questions, made


def stored(store: Store, evaluation: Made) -> dict[int, dict[str, Any]]:
    add(store, evaluation)
    rows = store.read("select area, points, basis, question_sum from area_points order by area").to_dicts()
    return {row["area"]: row for row in rows}


def five_questions(*points: str) -> dict[str, str]:
    return dict(zip(("1.1", "1.2", "1.3", "1.4", "1.5"), points, strict=True))


@pytest.mark.parametrize(
    ("questions", "unrounded", "points"),
    [
        (("10.0", "10.0", "10.0", "8.4", "0.0"), "38.4", 38),
        (("10.0", "10.0", "10.0", "8.5", "0.0"), "38.5", 39),
        (("10.0", "10.0", "10.0", "6.5", "0.0"), "36.5", 37),  # half to even would give 36
        (("0.1", "0.1", "0.1", "0.1", "0.1"), "0.5", 1),
        (("0.1", "0.1", "0.1", "0.1", "0.0"), "0.4", 0),
    ],
)
def test_an_area_that_is_not_stated_is_the_sum_of_its_questions_rounded_half_up(
    made_store: Store, questions: tuple[str, ...], unrounded: str, points: int
) -> None:
    area = stored(made_store, made("9001", questions=five_questions(*questions)))[1]
    assert (area["points"], area["question_sum"], area["basis"]) == (points, Decimal(unrounded), "computed")


def test_an_area_that_lacks_a_question_is_not_computed(made_store: Store) -> None:
    questions = five_questions("10.0", "10.0", "10.0", "8.0", "0.0")
    del questions["1.5"]
    assert stored(made_store, made("9001", questions=questions)) == {}


def test_an_area_that_is_stated_keeps_both_its_figure_and_the_sum(made_store: Store) -> None:
    questions = five_questions("10.0", "10.0", "10.0", "8.5", "0.0")
    area = stored(made_store, made("9001", areas={1: 42}, questions=questions))[1]
    assert (area["points"], area["question_sum"], area["basis"]) == (42, Decimal("38.5"), "stated")


def test_an_area_that_is_stated_and_lacks_a_question_has_no_sum(made_store: Store) -> None:
    area = stored(made_store, made("9001", areas={1: 42}, questions={"1.1": "10.0"}))[1]
    assert (area["points"], area["question_sum"]) == (42, None)


def test_a_total_without_a_stated_figure_is_the_sum_of_eight_areas(made_store: Store) -> None:
    total = stored(made_store, made("9001", areas=[10, 20, 30, 40, 50, 60, 70, 80]))[0]
    assert (total["points"], total["basis"], total["question_sum"]) == (360, "computed", None)


def test_seven_areas_make_no_total(made_store: Store) -> None:
    areas = stored(made_store, made("9001", areas=[10, 20, 30, 40, 50, 60, 70]))
    assert sorted(areas) == [1, 2, 3, 4, 5, 6, 7]


def test_a_total_of_all_questions_is_rounded_once_and_not_area_by_area(made_store: Store) -> None:
    tenth_more = all_questions(q1_1="1.4", q2_1="1.4", q3_1="1.4", q4_1="1.4", q5_1="1.4", q6_1="1.4", q7_1="1.4")
    areas = stored(made_store, made("9001", questions=tenth_more))
    # 45 questions of 1.0 and seven times 0.4 more: 47.8, while the areas are 5 5 5 6 6 6 5 7 = 45.
    assert (areas[0]["points"], areas[0]["question_sum"]) == (48, Decimal("47.8"))
    assert [int(areas[area]["points"]) for area in range(1, 9)] == [5, 5, 5, 6, 6, 6, 5, 7]


def test_a_total_that_is_stated_keeps_both_its_figure_and_the_sum(made_store: Store) -> None:
    total = stored(made_store, made("9001", total=50, questions=all_questions()))[0]
    assert (total["points"], total["question_sum"], total["basis"]) == (50, Decimal("45.0"), "stated")


def test_a_total_with_one_question_missing_is_the_sum_of_stated_areas(made_store: Store) -> None:
    questions = all_questions()
    del questions["8.7"]
    total = stored(made_store, made("9001", areas={8: 9}, questions=questions))[0]
    assert (total["points"], total["question_sum"]) == (5 + 5 + 5 + 6 + 6 + 6 + 5 + 9, None)


def test_one_area_without_points_and_no_total_stated_gives_no_total(made_store: Store) -> None:
    questions = all_questions()
    del questions["8.7"]
    assert 0 not in stored(made_store, made("9001", questions=questions))


def test_questions_of_a_version_whose_questions_we_do_not_know_are_never_summed(made_store: Store) -> None:
    assert stored(made_store, made("9001", 2014, "2.0", questions=all_questions())) == {}


def test_a_total_alone_is_stored_alone(made_store: Store) -> None:
    areas = stored(made_store, made("9001", total=433))
    assert {area: row["points"] for area, row in areas.items()} == {0: 433}


def test_questions_of_one_evaluation_are_not_added_to_those_of_another(made_store: Store) -> None:
    half = five_questions("1.0", "1.0", "1.0", "1.0", "1.0")
    first, last = dict([*half.items()][:3]), dict([*half.items()][3:])
    add(made_store, made("9001", 2017, questions=first), made("9001", 2018, questions=last))
    assert made_store.read("from area_points").is_empty()
