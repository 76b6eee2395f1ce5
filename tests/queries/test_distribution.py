"""How points are spread over groups of municipalities."""

from typing import Any

from queries.comparison import landscape as everybody
from queries.distribution import group_points, income_statistics
from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import Made, ask, made


def group_of(first: int, population: int, *totals: int, **facts: Any) -> list[Made]:
    return [
        made(str(first + place), total=total, areas={3: total // 10}, population=population, **facts)
        for place, total in enumerate(totals)
    ]


def test_each_size_group_has_its_own_statistics(landscape: Landscape) -> None:
    snapshot = landscape(
        *group_of(9001, 4999, 100, 200, 300, 400, 500),
        *group_of(9101, 5000, 300, 310, 320, 330, 340, 350),
        *group_of(9201, 10000, 700),
    )
    assert ask(snapshot, "distribution", year=2018) == [
        {"group": 1, "group_label": "under 5 000 innbyggere", "n": 5, "mean": 300, "minimum": 100, "q1": 200,
         "median": 300, "q3": 400, "maximum": 500},
        {"group": 2, "group_label": "5 000–9 999 innbyggere", "n": 6, "mean": 325, "minimum": 300, "q1": 312.5,
         "median": 325, "q3": 337.5, "maximum": 350},
        {"group": 3, "group_label": "10 000 innbyggere eller flere", "n": 1, "mean": None, "minimum": None,
         "q1": None, "median": None, "q3": None, "maximum": None},
    ]  # fmt: skip


def test_an_area_is_spread_like_a_total(landscape: Landscape) -> None:
    snapshot = landscape(*group_of(9001, 4999, 100, 200, 300, 400, 500), made("9009", total=999, population=10))
    rows = ask(snapshot, "distribution", year=2018, area=3)
    assert [(row["n"], row["mean"], row["maximum"]) for row in rows] == [(5, 30, 50)]
    assert ask(snapshot, "distribution", year=2018)[0]["n"] == 6


def test_without_known_inhabitants_one_is_in_no_group(landscape: Landscape) -> None:
    snapshot = landscape(*group_of(9001, 4999, 100, 200), made("9009", total=999))
    assert [row["n"] for row in ask(snapshot, "distribution", year=2018)] == [2]


def test_the_published_five_are_one_small_two_middle_and_two_large(real: Snapshot) -> None:
    rows = ask(real, "distribution", year=2018)
    assert [(row["group"], row["n"], row["mean"]) for row in rows] == [(1, 1, None), (2, 2, None), (3, 2, None)]


def test_the_points_of_a_group_are_listed_highest_first(landscape: Landscape) -> None:
    snapshot = landscape(*group_of(9001, 4999, 100, 300, 200))
    assert group_points(snapshot, everybody(snapshot, 2, 2018))["points"].to_list() == [300, 200, 100]


def test_income_groups_stand_in_order_and_unknown_income_in_none(landscape: Landscape) -> None:
    snapshot = landscape(
        *group_of(9001, 4999, 100, 200, income_group="high"),
        *group_of(9101, 4999, 1, 2, 3, 4, 5, income_group="low"),
        made("9201", total=999),
    )
    rows = income_statistics(snapshot, group_points(snapshot, everybody(snapshot, 2, 2018))).to_dicts()
    assert [(row["income_group"], row["n"], row["mean"]) for row in rows] == [("low", 5, 3), ("high", 2, None)]
