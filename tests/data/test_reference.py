"""Instruments, size groups, numbers and settings: data with a source, as printed."""

import datetime as dt
from collections import Counter

import pytest

from data.store import Store
from tests.landscapes import DATA, csv_rows

POPULATIONS = ("population_no", "population_further_counts", "population_se")


def test_every_version_has_eight_areas_of_100_points_and_its_family(store: Store) -> None:
    rows = store.read("select version, family, area, max_points from instrument_area order by all").rows()
    families = {"1.0": 1, "2.0": 2, "2.1": 2, "2020": 3}
    assert rows == [(version, family, area, 100) for version, family in families.items() for area in range(1, 9)]


def test_version_2_1_has_45_questions_with_the_printed_maxima(store: Store) -> None:
    rows = store.read("select area, list(max_points order by position) from instrument_question group by area").rows()
    assert dict(rows) == {
        1: [15, 20, 25, 30, 10],
        2: [15, 25, 15, 15, 15],
        3: [15, 25, 25, 20, 15],
        4: [15, 10, 20, 15, 20, 20],
        5: [15, 25, 15, 15, 20, 10],
        6: [15, 20, 25, 15, 15, 10],
        7: [15, 25, 20, 20, 20],
        8: [15, 15, 15, 15, 10, 15, 15],
    }


def test_area_2_adds_up_to_85_and_all_questions_to_785(store: Store) -> None:
    rows = store.read("select area, sum(max_points)::integer from instrument_question group by area").rows()
    assert dict(rows) == {1: 100, 2: 85, 3: 100, 4: 100, 5: 100, 6: 100, 7: 100, 8: 100}


def test_there_is_no_question_2_5_but_a_2_6(store: Store) -> None:
    codes = store.read("select code from instrument_question where area = 2 order by position")["code"].to_list()
    assert codes == ["2.1", "2.2", "2.3", "2.4", "2.6"]


@pytest.mark.parametrize(("population", "group"), [(0, 1), (4999, 1), (5000, 2), (9999, 2), (10000, 3), (700000, 3)])
def test_size_groups_meet_without_gap_or_overlap(store: Store, population: int, group: int) -> None:
    rows = store.read(
        'select "group" from size_group where $p >= from_population and $p <= coalesce(to_population, $p)',
        p=population,
    )
    assert rows["group"].to_list() == [group]


def test_every_size_group_says_where_its_bounds_come_from(store: Store) -> None:
    assert store.read("select count(*) from size_group where basis is null or label_nb is null").item() == 0


def test_our_settings_are_as_decided_and_say_that_they_are_ours(store: Store) -> None:
    rows = store.read("select name, value, unit, owner, reason from threshold").rows()
    assert {name: (value, unit) for name, value, unit, _, _ in rows} == {
        "area_difference": (3, "poeng"),
        "total_difference": (10, "poeng"),
        "question_difference": (10, "prosent av maksimum"),
        "fewest_compared": (5, "kommuner"),
        "leader_share": (60, "prosent av maksimum"),
        "lead_share": (10, "prosent av maksimum"),
        "common_gap_share": (50, "prosent av maksimum"),
        "followup_difference": (10, "prosent av maksimum"),
    }
    assert all(owner == "Kompassrosen" and "vår innstilling" in reason for *_, owner, reason in rows)


def test_hemne_was_1612_until_2017_and_5011_in_2018_and_2019(store: Store) -> None:
    rows = store.read("""
        select number, valid_from, valid_to from municipality_number
        where municipality_number = '1612' order by valid_from nulls first
    """)
    assert rows.rows() == [
        ("1612", None, dt.date(2017, 12, 31)),
        ("5011", dt.date(2018, 1, 1), dt.date(2019, 12, 31)),
    ]


def test_a_number_that_begins_with_nought_keeps_it(store: Store) -> None:
    numbers = store.read("select number from municipality_number where municipality = 'Bærum' order by valid_from")
    assert set(numbers["number"]) == {"0219", "3024", "3201"}


def test_no_number_belonged_to_two_municipalities(store: Store) -> None:
    rows = store.read("select distinct number, municipality_number from municipality_number").rows()
    assert not [number for number, times in Counter(number for number, _ in rows).items() if times > 1]


def test_snillfjord_went_in_three_parts_to_heim_hitra_and_orkland(store: Store) -> None:
    rows = store.read("""
        select date, to_name, share::double from municipality_change where from_name = 'Snillfjord' order by to_name
    """)
    new_year = dt.date(2020, 1, 1)
    assert rows.rows() == [(new_year, "Heim", 0.15), (new_year, "Hitra", 0.34), (new_year, "Orkland", 0.51)]


def test_all_of_hemne_and_halsa_became_heim(store: Store) -> None:
    rows = store.read("""
        select from_name, to_name, share::double from municipality_change
        where share = 1 and to_name = 'Heim' order by 1
    """)
    assert rows.rows() == [("Halsa", "Heim", 1.0), ("Hemne", "Heim", 1.0)]


def test_every_count_of_inhabitants_has_its_date_and_source(store: Store) -> None:
    rows = store.read("select count(*), count(date), count(source), count(population) from population").rows()
    counts = sum(len(csv_rows(DATA / "reference" / f"{name}.csv")) for name in POPULATIONS)
    assert rows == [(counts,) * 4]
    assert counts == 10_552 + 2 + 290 * 20  # Norway's, Hemne's and Halsa's of 31 March 2019, and Sweden's of 2000–2019
