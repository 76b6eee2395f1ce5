"""Totals in order, highest first."""

import pytest

from queries.snapshot import Snapshot, UnknownChoice
from tests.conftest import Landscape
from tests.landscapes import ask, made


def listed(rows: list[dict[str, object]], *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_2019_is_in_the_order_of_print(real: Snapshot) -> None:
    rows = ask(real, "ranking", year=2019)
    assert listed(rows, "rank", "number", "name", "year", "version", "total") == [
        (1, "0514", "Lom", 2019, "2.0", 550),
        (2, "0219", "Bærum", 2019, "2.0", 535),
        (3, "1516", "Ulstein", 2019, "2.1", 534),
        (4, "1505", "Kristiansund", 2016, "2.1", 523),
        (5, "1612", "Hemne", 2018, "2.1", 433),
        (6, "0624", "Øvre Eiker", 2015, "2.0", 378),
        (7, "1517", "Hareid", 2019, "2.1", 324),
    ]


def test_2018_has_the_five_known_by_then_with_their_inhabitants_and_groups(real: Snapshot) -> None:
    rows = ask(real, "ranking", year=2018)
    assert listed(rows, "rank", "name", "population", "size_group", "total") == [
        (1, "Kristiansund", 24526, "10 000 innbyggere eller flere", 523),
        (2, "Ulstein", 8457, "5 000–9 999 innbyggere", 467),
        (3, "Hemne", 4225, "under 5 000 innbyggere", 433),
        (4, "Øvre Eiker", 18039, "10 000 innbyggere eller flere", 378),
        (5, "Hareid", 5185, "5 000–9 999 innbyggere", 247),
    ]


def test_in_2017_hemne_counts_with_its_total_of_2011(real: Snapshot) -> None:
    rows = ask(real, "ranking", year=2017)
    assert [(row["rank"], row["year"], row["total"]) for row in rows if row["name"] == "Hemne"] == [(3, 2011, 440)]


def test_in_2015_three_are_listed_without_rank(real: Snapshot) -> None:
    rows = ask(real, "ranking", year=2015)
    assert listed(rows, "rank", "name", "total") == [
        (None, "Hemne", 440), (None, "Ulstein", 433), (None, "Øvre Eiker", 378),
    ]  # fmt: skip


def test_the_columns_are_those_documented_in_their_order(real: Snapshot) -> None:
    columns = [*ask(real, "ranking", year=2019)[0]]
    assert columns == ["rank", "number", "name", "year", "version", "population", "size_group", "total"]


def test_ties_share_the_best_rank_and_the_next_is_fourth(landscape: Landscape) -> None:
    points = (440, 420, 420, 400, 380)
    snapshot = landscape(*(made(str(9001 + place), total=total) for place, total in enumerate(points)))
    assert listed(ask(snapshot, "ranking", year=2018), "rank", "number") == [
        (1, "9001"), (2, "9002"), (2, "9003"), (4, "9004"), (5, "9005"),
    ]  # fmt: skip


def test_under_five_the_totals_are_listed_without_rank(landscape: Landscape) -> None:
    snapshot = landscape(*(made(str(9001 + place), total=300 + place) for place in range(4)))
    assert listed(ask(snapshot, "ranking", year=2018), "rank", "total") == [
        (None, 303), (None, 302), (None, 301), (None, 300),
    ]  # fmt: skip


def test_an_evaluation_without_a_total_is_not_ranked(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", total=300), made("9002", areas={1: 50}))
    assert listed(ask(snapshot, "ranking", year=2018), "number") == [("9001",)]


def test_a_total_computed_from_areas_is_ranked(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", total=300), made("9002", areas=[50] * 8))
    assert listed(ask(snapshot, "ranking", year=2018), "number", "total") == [("9002", 400), ("9001", 300)]


@pytest.mark.parametrize(("family", "number"), [(1, "9001"), (2, "9002"), (3, "9003")])
def test_one_list_never_mixes_families(landscape: Landscape, family: int, number: str) -> None:
    snapshot = landscape(
        made("9001", 2009, "1.0", total=300), made("9002", total=300), made("9003", 2018, "2020", total=300)
    )
    assert listed(ask(snapshot, "ranking", year=2018, family=family), "number") == [(number,)]


def test_the_one_published_evaluation_of_2020_stands_in_its_own_family(real: Snapshot) -> None:
    assert listed(ask(real, "ranking", year=2021, family=3), "rank", "name", "total") == [(None, "Røros", 593)]
    assert "Røros" not in [row["name"] for row in ask(real, "ranking", year=2021)]


def test_a_window_and_a_choice_narrow_the_list(real: Snapshot) -> None:
    names = [row["name"] for row in ask(real, "ranking", year=2019, window=1)]
    assert names == ["Lom", "Bærum", "Ulstein", "Hemne", "Hareid"]
    chosen = ask(real, "ranking", year=2019, group="choice", municipalities="5011,0514")
    assert [row["name"] for row in chosen] == ["Lom", "Hemne"]


def test_around_a_municipality_the_list_is_its_comparison_set(real: Snapshot) -> None:
    rows = ask(real, "ranking", municipality=1612, year=2018, reference_year=2019, group="size")
    assert [row["name"] for row in rows] == ["Lom", "Hemne"]


def test_a_group_without_a_municipality_says_what_is_missing(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match="group=size trenger municipality="):
        ask(real, "ranking", year=2018, group="size")


@pytest.mark.parametrize("words", [{"year": 1900}, {"year": 2018, "family": 9}])
def test_a_year_or_family_with_nobody_is_an_empty_list(real: Snapshot, words: dict[str, int]) -> None:
    assert ask(real, "ranking", **words) == []
