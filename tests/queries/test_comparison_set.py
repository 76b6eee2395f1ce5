"""Whom an evaluation is compared with, and why the others are left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from data.imports import undo_import
from data.store import Store
from queries.comparison import (
    Comparison,
    compared,
    comparison_set,
    landscape,
    largest_family,
    members,
    rules_for,
)
from queries.evaluation import evaluations_of, find_evaluation
from queries.profile import profile
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from queries.tally import area_spread
from tests.conftest import Landscape
from tests.landscapes import NOON, Made, add, made

OWN = made("9001", 2018, total=400)


def taking_part(
    snapshot: Snapshot, number: str = "9001", year: int | None = 2018, **rules: Any
) -> list[tuple[str, int, str]]:
    """Return number, year and version of those that take part, our own counted."""
    compared = comparison_set(snapshot, find_evaluation(snapshot, number, year), Comparison(**rules))
    return sorted(members(compared).select("number", "year", "version").rows())


def left_out(snapshot: Snapshot, **rules: Any) -> dict[str, str]:
    compared = comparison_set(snapshot, find_evaluation(snapshot, "9001", 2018), Comparison(**rules))
    outside = compared.filter(compared["left_out"].is_not_null())
    return dict(outside.select("number", "left_out").rows())


def others(*years: int, number: str = "9002", version: str = "2.1") -> Sequence[Made]:
    return [made(number, year, version, total=300) for year in years]


# Which evaluation of a municipality counts --------------------------------------------------------


def test_of_another_municipality_the_latest_evaluation_up_to_the_own_year_counts(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2012, 2016, 2019))
    assert taking_part(snapshot) == [("9001", 2018, "2.1"), ("9002", 2016, "2.1")]


def test_an_evaluation_of_the_same_year_counts(landscape: Landscape) -> None:
    assert taking_part(landscape(OWN, *others(2016, 2018)))[1] == ("9002", 2018, "2.1")


def test_with_a_later_reference_year_a_newer_evaluation_counts(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2012, 2016, 2019))
    assert taking_part(snapshot, reference_year=2019)[1] == ("9002", 2019, "2.1")


def test_with_an_earlier_reference_year_an_older_evaluation_counts_and_our_own_stays(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2012, 2016, 2019))
    assert taking_part(snapshot, reference_year=2015) == [("9001", 2018, "2.1"), ("9002", 2012, "2.1")]


def test_of_two_in_the_same_year_the_newer_version_counts(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2016), *others(2016, version="2.0"))
    assert taking_part(snapshot)[1] == ("9002", 2016, "2.1")


def test_a_later_year_goes_before_a_newer_version(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2016), *others(2017, version="2.0"))
    assert taking_part(snapshot)[1] == ("9002", 2017, "2.0")


def test_our_own_evaluation_stands_in_place_of_the_others_of_our_municipality(landscape: Landscape) -> None:
    snapshot = landscape(OWN, made("9001", 2014, "2.0", total=390), *others(2013))
    then = taking_part(snapshot, year=2014, reference_year=2019)
    assert then == [("9001", 2014, "2.0"), ("9002", 2013, "2.1")]


def test_what_was_only_known_later_counts_for_the_year_it_was_measured_in(made_store: Store) -> None:
    add(made_store, OWN)
    add(made_store, *others(2016))
    undo_import(made_store, 2, NOON)
    sizes = [len(taking_part(snapshot_of(made_store, as_of=event))) for event in (1, 2, 3)]
    assert sizes == [1, 2, 1]


def test_depth_does_not_decide_what_is_latest(landscape: Landscape) -> None:
    snapshot = landscape(OWN, made("9002", 2014, total=300, areas=[40] * 8), made("9002", 2017, total=310))
    assert taking_part(snapshot)[1] == ("9002", 2017, "2.1")


# No older than ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("window", "counts"), [(0, []), (1, []), (2, [2016]), (3, [2016])])
def test_a_window_leaves_out_what_is_older_than_so_many_years(
    landscape: Landscape, window: int, counts: list[int]
) -> None:
    snapshot = landscape(OWN, *others(2016))
    assert [year for number, year, _ in taking_part(snapshot, window=window) if number == "9002"] == counts


def test_a_window_of_nought_years_holds_the_reference_year(landscape: Landscape) -> None:
    assert len(taking_part(landscape(OWN, *others(2018)), window=0)) == 2


def test_a_municipality_measured_twice_in_the_window_counts_once_with_the_latest(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2016, 2017))
    assert taking_part(snapshot, window=5) == [("9001", 2018, "2.1"), ("9002", 2017, "2.1")]


def test_the_window_is_counted_from_the_reference_year(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2016))
    assert len(taking_part(snapshot, reference_year=2020, window=4)) == 2
    assert len(taking_part(snapshot, reference_year=2020, window=3)) == 1


# Groups -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "fact", "ours", "theirs"),
    [
        ("size", "population", 4000, 5000),
        ("size", "population", 4999, 10000),
        ("county", "county", "Trøndelag", "Innlandet"),
        ("kostra", "kostra_group", "2", "3"),
        ("income", "income_group", "low", "high"),
    ],
)
def test_a_group_holds_those_with_the_same_fact_and_says_why_the_others_are_out(
    landscape: Landscape, group: str, fact: str, ours: Any, theirs: Any
) -> None:
    snapshot = landscape(
        made("9001", total=400, **{fact: ours}),
        made("9002", total=300, **{fact: ours}),
        made("9003", total=300, **{fact: theirs}),
        made("9004", total=300),
    )
    assert [number for number, *_ in taking_part(snapshot, group=group)] == ["9001", "9002"]
    assert left_out(snapshot, group=group) == {"9003": "outside_group", "9004": "group_unknown"}


def test_all_inhabitants_of_one_size_group_are_together(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", total=400, population=5000), made("9002", total=300, population=9999))
    assert len(taking_part(snapshot, group="size")) == 2


def test_a_choice_holds_the_chosen_and_ourselves(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2018), *others(2018, number="9003"))
    chosen = taking_part(snapshot, group="choice", municipalities=("9003",))
    assert [number for number, *_ in chosen] == ["9001", "9003"]
    assert left_out(snapshot, group="choice", municipalities=("9003",)) == {"9002": "outside_group"}


def test_we_take_part_in_a_group_even_where_our_own_fact_is_not_known(landscape: Landscape) -> None:
    snapshot = landscape(OWN, made("9002", total=300, county="Innlandet"), made("9003", total=300))
    assert [number for number, *_ in taking_part(snapshot, group="county")] == ["9001"]


def test_a_group_that_does_not_exist_is_refused_by_naming_those_that_do() -> None:
    with pytest.raises(UnknownChoice, match=r"«fylke».+all, size, county, kostra, income eller choice"):
        Comparison(group="fylke")


# Countries and families ---------------------------------------------------------------------------


def test_another_country_neither_takes_part_nor_is_listed(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2018), made("0180", total=600, country="SE"))
    assert [number for number, *_ in taking_part(snapshot)] == ["9001", "9002"]
    assert left_out(snapshot) == {}


def test_an_evaluation_abroad_is_compared_with_its_own_country(landscape: Landscape) -> None:
    snapshot = landscape(OWN, made("0180", total=600, country="SE"), made("0181", total=500, country="SE"))
    assert [number for number, *_ in taking_part(snapshot, number="SE-0180")] == ["SE-0180", "SE-0181"]


@pytest.mark.parametrize(
    ("version", "together"), [("1.0", ["1.0"]), ("2.0", ["2.0", "2.1"]), ("2.1", ["2.0", "2.1"]), ("2020", ["2020"])]
)
def test_families_are_never_mixed(landscape: Landscape, version: str, together: list[str]) -> None:
    numbers = {"1.0": "9002", "2.0": "9003", "2.1": "9004", "2020": "9005"}
    snapshot = landscape(
        made("9001", 2018, version, total=400),
        *(made(number, 2017, theirs, total=300) for theirs, number in numbers.items()),
    )
    assert [theirs for number, _, theirs in taking_part(snapshot) if number != "9001"] == together
    assert set(left_out(snapshot).values()) == {"other_family"}


def test_a_newer_evaluation_of_another_family_does_not_hide_the_latest_of_ours(landscape: Landscape) -> None:
    snapshot = landscape(OWN, *others(2015, version="2.0"), *others(2017, version="2020"))
    assert taking_part(snapshot)[1] == ("9002", 2015, "2.0")


# Why somebody is left out -------------------------------------------------------------------------


def test_everybody_left_out_is_listed_once_with_the_reason_that_is_nearest(landscape: Landscape) -> None:
    snapshot = landscape(
        OWN,
        *others(2017, number="9002"),
        *others(2010, number="9003"),
        *others(2019, 2020, number="9004"),
        *others(2017, number="9005", version="2020"),
        *others(2010, number="9006"), *others(2019, number="9006"),
        *others(2017, number="9007", version="1.0"), *others(2020, number="9007"),
    )  # fmt: skip
    assert left_out(snapshot, window=5) == {
        "9003": "before_window",
        "9004": "after_reference",
        "9005": "other_family",
        "9006": "before_window",
        "9007": "after_reference",
    }


def test_taking_part_and_left_out_are_everybody(example: Snapshot) -> None:
    focus = find_evaluation(example, "1612", 2018)
    for group in ("all", "size", "county", "kostra", "income"):
        compared = comparison_set(example, focus, Comparison(group=group, window=1))
        assert compared["number"].n_unique() == compared.height == 55


def test_among_the_published_lom_and_baerum_come_after_2018_and_roros_is_of_another_family(real: Snapshot) -> None:
    compared = comparison_set(real, find_evaluation(real, "1612", 2018))
    assert members(compared)["name"].to_list() == ["Hareid", "Hemne", "Kristiansund", "Ulstein", "Øvre Eiker"]
    outside = compared.filter(compared["left_out"].is_not_null()).select("name", "year_label", "left_out").rows()
    assert sorted(outside) == [
        ("Bærum", "senest 2019", "after_reference"),
        ("Lom", "senest 2019", "after_reference"),
        ("Røros", "2021", "other_family"),
    ]


# One set for all of its members ----------------------------------------------------------------------


@pytest.mark.parametrize("group", ["all", "size", "county", "kostra", "income", "choice"])
@pytest.mark.parametrize(("reference_year", "window"), [(None, None), (2018, None), (2016, None), (2018, 3), (2018, 0)])
def test_a_set_is_the_same_whether_it_is_shared_by_its_members_or_made_for_one_of_them(
    example: Snapshot, group: str, reference_year: int | None, window: int | None
) -> None:
    chosen = ("1612", "9002", "9003") if group == "choice" else ()
    comparison = Comparison(group, reference_year, window, chosen)
    for number in ("1612", "1571", "9002", "9017", "9040"):
        for focus in evaluations_of(example, number):
            shared = rules_for(example, focus, comparison)
            own = replace(shared, focus=focus.evaluation, focus_municipality=focus.municipality)
            assert compared(example, shared).equals(compared(example, own)), (number, focus.year_label)
            assert area_spread(example, shared) == area_spread(example, own), (number, focus.year_label)


def test_municipalities_measured_in_one_year_share_one_set_and_one_shown_as_it_was_has_its_own(
    landscape: Landscape,
) -> None:
    snapshot = landscape(OWN, *others(2014, 2018), *others(2018, number="9003"))
    ours, theirs = find_evaluation(snapshot, "9001"), find_evaluation(snapshot, "9002")
    earlier = find_evaluation(snapshot, "9002", 2014)
    assert rules_for(snapshot, ours) == rules_for(snapshot, theirs)
    assert rules_for(snapshot, ours, Comparison("size")) != rules_for(snapshot, theirs)
    then = Comparison(reference_year=2018)
    assert rules_for(snapshot, earlier, then) != rules_for(snapshot, theirs, then)


def test_a_new_import_is_seen_at_once_and_an_earlier_event_shows_what_was_then(made_store: Store) -> None:
    def n(snapshot: Snapshot) -> int:
        return int(profile(snapshot, find_evaluation(snapshot, "9001", 2018))["n"][0])

    add(made_store, OWN, *others(2018))
    assert n(snapshot_of(made_store)) == 2
    add(made_store, *others(2018, number="9003"))
    assert [n(snapshot_of(made_store)), n(snapshot_of(made_store, as_of=1))] == [3, 2]
    undo_import(made_store, 2, NOON)
    assert [n(snapshot_of(made_store)), n(snapshot_of(made_store, as_of=2))] == [2, 3]


def test_the_two_datasets_of_a_store_are_never_taken_for_each_other(made_store: Store) -> None:
    add(made_store, made("9001", 2018, total=400))
    add(made_store, made("9001", 2018, total=300), *others(2018), dataset="example")
    real, example = snapshot_of(made_store, "real"), snapshot_of(made_store, "example")
    for snapshot, total, n in ((real, 400.0, 1), (example, 300.0, 2), (real, 400.0, 1)):
        row = profile(snapshot, find_evaluation(snapshot, "9001", 2018)).row(0, named=True)
        assert (row["own"], row["n"]) == (total, n)


# With nobody in focus -----------------------------------------------------------------------------


def test_a_landscape_holds_every_municipality_as_it_stood_in_a_year(landscape: Landscape) -> None:
    snapshot = landscape(*others(2012, 2016, 2019), *others(2019, number="9003"))
    assert members(landscape_of(snapshot, 2018)).select("number", "year").rows() == [("9002", 2016)]
    assert members(landscape_of(snapshot, 2019)).select("number", "year").rows() == [("9002", 2019), ("9003", 2019)]


def landscape_of(snapshot: Snapshot, year: int, family: int = 2) -> Any:
    return landscape(snapshot, family, year)


def test_the_family_of_a_landscape_is_by_default_the_one_with_most_municipalities(made_store: Store) -> None:
    add(made_store, *others(2021, version="2020"), *others(2010, 2014, number="9003"))
    assert largest_family(snapshot_of(made_store)) == 2  # one municipality in each, so the older family
    add(made_store, *others(2021, number="9004", version="2020"))
    assert largest_family(snapshot_of(made_store)) == 3
    assert largest_family(snapshot_of(made_store, as_of=1)) == 2


def test_an_empty_dataset_has_family_2(made_store: Store) -> None:
    add(made_store, OWN)
    assert largest_family(snapshot_of(made_store, "example")) == 2


def test_the_municipalities_of_another_country_are_listed_by_themselves(request: pytest.FixtureRequest) -> None:
    build: Landscape = request.getfixturevalue("landscape")
    snapshot = build(made("9001", 2018, total=300), made("0180", 2018, total=600, country="SE"))
    assert members(landscape(snapshot, 2, 2018))["number"].to_list() == ["9001"]
    assert members(landscape(snapshot, 2, 2018, country="SE"))["number"].to_list() == ["SE-0180"]
