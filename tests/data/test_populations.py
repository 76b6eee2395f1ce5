"""Which number of inhabitants an evaluation gets, and the key of its municipality."""

import datetime as dt
from typing import Any

import pytest

from data.store import Store
from queries.snapshot import snapshot_of
from tests.landscapes import add, made

CHOSEN = [
    ("0219", 2019, 126841, "2019-01-01"),
    ("0514", 2019, 2293, "2019-01-01"),
    ("0624", 2015, 18039, "2015-01-01"),
    ("1505", 2016, 24526, "2016-01-01"),
    ("1516", 2013, 7927, "2013-01-01"),
    ("1516", 2015, 8292, "2015-01-01"),
    ("1516", 2017, 8457, "2017-01-01"),
    ("1516", 2019, 8609, "2019-01-01"),
    ("1517", 2017, 5185, "2017-01-01"),
    ("1517", 2019, 5155, "2019-01-01"),
    ("1612", 2011, 4232, "2011-01-01"),
    ("1612", 2018, 4225, "2018-01-01"),
    ("1640", 2021, 5550, "2021-01-01"),
]


@pytest.mark.parametrize(("number", "year", "population", "date"), CHOSEN)
def test_a_published_evaluation_has_the_count_that_the_rule_picks(
    store: Store, number: str, year: int, population: int, date: str
) -> None:
    rows = store.read(
        "select population, population_date from evaluation where dataset = 'real' and municipality = $n and year = $y",
        n=number, y=year,
    )  # fmt: skip
    assert rows.rows() == [(population, dt.date.fromisoformat(date))]


@pytest.mark.parametrize(
    ("number", "year", "population"),
    [
        ("1612", 2015, 4254),
        ("1612", 2016, 4260),
        ("1612", 2018, 4225),  # counted under 5011
        ("1571", 2019, 1574),  # 1 January, though 1 565 were counted later in the year, on 31 March
        ("1571", 2021, 1565),  # gone by then: the last count
        ("1612", 1998, 4324),  # before the first count, of 1 January 2000
        ("1516", 2012, 7828),
        ("1516", 2014, 8092),
        ("1516", 2016, 8430),
        ("1516", 2018, 8555),
    ],
)
def test_the_count_of_1_january_is_used_else_the_latest_not_after_the_year_else_the_earliest_after_it(
    made_store: Store, number: str, year: int, population: int
) -> None:
    add(made_store, made(number, year, total=400))
    assert made_store.read("select population from evaluation").item() == population


def test_inhabitants_given_with_the_evaluation_are_used_with_their_own_date_and_source(made_store: Store) -> None:
    given: dict[str, Any] = {"population": 4300, "population_date": dt.date(2018, 7, 1), "population_source": "arket"}
    add(made_store, made("1612", 2018, total=433, **given))
    rows = made_store.read("select population, population_date, population_source from evaluation")
    assert rows.rows() == [(4300, dt.date(2018, 7, 1), "arket")]


def test_inhabitants_given_without_a_date_do_not_borrow_the_date_of_another_count(made_store: Store) -> None:
    add(made_store, made("1612", 2018, total=433, population=4300))
    rows = made_store.read("select population, population_date, population_source from evaluation")
    assert rows.rows() == [(4300, None, None)]


def test_a_municipality_nobody_has_counted_has_no_inhabitants_and_no_size_group(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    rows = snapshot_of(made_store).query("evaluations", municipality=None)
    assert rows.select("population", "size_group").rows() == [(None, None)]


@pytest.mark.parametrize(("number", "key"), [("1612", "1612"), ("5011", "1612"), ("3314", "0624"), ("9001", "9001")])
def test_the_key_is_the_first_number_we_know(made_store: Store, number: str, key: str) -> None:
    add(made_store, made(number, 2018, total=400))
    assert made_store.read("select municipality from evaluation").item() == key


def test_a_foreign_municipality_with_a_norwegian_number_is_somebody_else(made_store: Store) -> None:
    add(made_store, made("1612", 2018, total=400, country="SE"))
    rows = made_store.read("select municipality, country, population from evaluation")
    assert rows.rows() == [("SE-1612", "SE", None)]


def test_the_new_number_finds_the_inhabitants_counted_under_the_old(made_store: Store) -> None:
    add(made_store, made("5011", 2019, total=400))
    assert made_store.read("select population from evaluation").item() == 4228
