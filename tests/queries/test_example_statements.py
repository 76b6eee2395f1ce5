"""The statements that the example dataset holds, asked through the questions as a reader would ask them."""

from collections import Counter
from typing import Any

import pytest

from queries.snapshot import Snapshot
from tests.landscapes import ask

SMALL, MIDDLE, LARGE = "under 5 000 innbyggere", "5 000–9 999 innbyggere", "10 000 innbyggere eller flere"


@pytest.fixture(scope="module")
def country(example: Snapshot) -> list[dict[str, Any]]:
    return ask(example, "profile", municipality=1612, year=2018)


@pytest.fixture(scope="module")
def small(example: Snapshot) -> list[dict[str, Any]]:
    return ask(example, "profile", municipality=1612, year=2018, group="size")


@pytest.fixture(scope="module")
def ranked(example: Snapshot) -> list[dict[str, Any]]:
    return ask(example, "ranking", year=2018)


@pytest.fixture(scope="module")
def movement(example: Snapshot) -> dict[tuple[int, int], dict[str, Any]]:
    return {(row["year"], row["area"]): row for row in ask(example, "trend", municipality=1612)}


@pytest.fixture(scope="module")
def income(example: Snapshot) -> dict[str, str]:
    rows = ask(example, "evaluations")  # in order of years, so the newest of a municipality stays
    return {row["municipality"]: row["income_group"] for row in rows}


def test_55_municipalities_with_a_mean_of_359(country: list[dict[str, Any]], ranked: list[dict[str, Any]]) -> None:
    assert (country[0]["n"], country[0]["mean"]) == (55, 359)
    assert len(ranked) == 55
    assert "1612" in [row["number"] for row in ranked]


def test_fifteen_small_ones_with_a_mean_of_324(small: list[dict[str, Any]]) -> None:
    assert (small[0]["n"], small[0]["mean"]) == (15, 324)


def test_group_means_rise_with_size(example: Snapshot) -> None:
    groups = ask(example, "distribution", year=2018)
    assert [row["group_label"] for row in groups] == [SMALL, MIDDLE, LARGE]
    assert groups[0]["mean"] == 324
    assert groups[0]["mean"] < groups[1]["mean"] < groups[2]["mean"]
    assert sum(row["n"] for row in groups) == 55


def test_hemne_has_433_in_the_upper_quartile_and_among_the_best_quarter(country: list[dict[str, Any]]) -> None:
    total = country[0]
    assert (total["own"], total["quartile"]) == (433, 4)
    assert total["rank"] <= 55 / 4


def test_one_small_municipality_is_above_hemne(small: list[dict[str, Any]]) -> None:
    assert small[0]["rank"] == 2


def test_77_on_area_3_is_fifth_among_the_latest(country: list[dict[str, Any]]) -> None:
    assert (country[3]["own"], country[3]["rank"]) == (77, 5)


def test_77_on_area_3_is_fifth_among_all_evaluations_ever(example: Snapshot) -> None:
    ever = [row["points"] for row in ask(example, "trend_points") if row["area"] == 3]
    assert len(ever) == 90
    assert sum(points > 77 for points in ever) == 4
    assert ever.count(77) == 1


def test_hemne_is_above_50_on_exactly_areas_3_4_5_and_8(country: list[dict[str, Any]]) -> None:
    assert [row["area"] for row in country[1:] if row["own"] > 50] == [3, 4, 5, 8]


def test_the_fifteen_highest_are_six_large_seven_middle_and_two_small(ranked: list[dict[str, Any]]) -> None:
    assert Counter(row["size_group"] for row in ranked[:15]) == {LARGE: 6, MIDDLE: 7, SMALL: 2}
    assert ranked[14]["total"] > ranked[15]["total"]


def test_the_fifteen_lowest_are_ten_small_and_five_middle(ranked: list[dict[str, Any]]) -> None:
    assert Counter(row["size_group"] for row in ranked[-15:]) == {SMALL: 10, MIDDLE: 5}


def test_eight_of_the_ten_lowest_have_high_or_middle_income(
    ranked: list[dict[str, Any]], income: dict[str, str]
) -> None:
    assert sum(income[row["number"]] in ("high", "middle") for row in ranked[-10:]) == 8


def test_seven_of_the_ten_highest_have_low_income(ranked: list[dict[str, Any]], income: dict[str, str]) -> None:
    assert sum(income[row["number"]] == "low" for row in ranked[:10]) == 7


def test_against_the_country_areas_3_4_5_are_well_above_and_the_others_a_little(country: list[dict[str, Any]]) -> None:
    for row in country[1:]:
        if row["area"] in (3, 4, 5):
            assert row["difference"] >= 10
        else:
            assert 3 <= row["difference"] < 10
        assert row["matters"] is True


def test_against_its_group_every_area_is_well_above_and_further_than_above_the_country(
    country: list[dict[str, Any]], small: list[dict[str, Any]]
) -> None:
    for all_row, group_row in zip(country[1:], small[1:], strict=True):
        assert group_row["difference"] >= 10
        assert group_row["difference"] > all_row["difference"]


def test_hemne_had_440_in_2011(movement: dict[tuple[int, int], dict[str, Any]]) -> None:
    assert movement[2011, 0]["points"] == 440
    assert movement[2018, 0]["change"] == -7


def test_since_2011_areas_1_2_3_6_are_a_little_up(movement: dict[tuple[int, int], dict[str, Any]]) -> None:
    for area in (1, 2, 3, 6):
        assert 3 <= movement[2018, area]["change"] < 10
        assert movement[2018, area]["matters"] is True


def test_since_2011_areas_5_and_8_changed_too_little_to_matter(
    movement: dict[tuple[int, int], dict[str, Any]],
) -> None:
    for area in (5, 8):
        assert movement[2018, area]["matters"] is False
        assert "for lite til å tillegges vekt" in movement[2018, area]["note"]


def test_since_2011_areas_4_and_7_are_down_at_least_one_strongly(
    movement: dict[tuple[int, int], dict[str, Any]],
) -> None:
    changes = [movement[2018, area]["change"] for area in (4, 7)]
    assert max(changes) <= -3
    assert min(changes) <= -10


def test_2007_has_figures_but_no_difference_crosses_to_2011(
    movement: dict[tuple[int, int], dict[str, Any]],
) -> None:
    for area in range(9):
        assert movement[2007, area]["version"] == "1.0"
        assert movement[2007, area]["points"] > 0
        assert movement[2011, area]["change"] is None
        assert "kan ikke sammenlignes med versjon 1.0" in movement[2011, area]["note"]


def test_the_gold_star_stands_on_5_1(example: Snapshot) -> None:
    rows = ask(example, "question_profile", municipality=1612, year=2018)
    assert [(row["code"], row["gold_star"]) for row in rows if row["gold_star"] is not None] == [("5.1", "s. 29")]


def test_every_question_of_the_landscape_is_compared_among_all_55(example: Snapshot) -> None:
    rows = ask(example, "question_profile", municipality=1612, year=2018)
    assert {row["n"] for row in rows} == {55}
    assert all(row["leaders"] for row in rows)


def test_hemne_2018_is_the_only_evaluation_whose_parts_do_not_add_up(example: Snapshot) -> None:
    rows = ask(example, "discrepancies")
    assert {(row["number"], row["year"]) for row in rows} == {("1612", 2018)}
