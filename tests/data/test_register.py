"""The register of municipalities against the official lists it is made from, read here without the product's code."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import pytest

from data.store import Store
from queries.snapshot import snapshot_of
from tests.landscapes import DATA, Made, add, ask, csv_rows, made

Row = dict[str, str]
IN_FORCE = """
    select count(*) from municipality_number
    where country = 'NO'
        and coalesce(valid_from, date '0001-01-01') <= make_date($year, 1, 1)
        and coalesce(valid_to, date '9999-12-31') >= make_date($year, 12, 31)
"""
KOSTRA_YEARS = (2015, *range(2020, 2025))


@cache
def listed(name: str) -> list[Row]:
    return csv_rows(DATA / "reference" / f"{name}.csv")


@pytest.fixture(scope="module")
def keys(store: Store) -> dict[str, set[str]]:
    """Return the keys of each Norwegian number, as the store has them."""
    found = defaultdict(set)
    for number, key in store.read(
        "select number, municipality_number from municipality_number where country = 'NO'"
    ).iter_rows():
        found[number].add(key)
    return dict(found)


# Numbers and keys ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "municipalities"),
    [(range(2013, 2017), 428), ([2017], 426), (range(2018, 2020), 422), (range(2020, 2024), 356), ([2024], 357)],
    ids=["2013–2016", "2017", "2018–2019", "2020–2023", "2024"],
)
def test_as_many_municipalities_are_in_force_as_norway_had(store: Store, years: Any, municipalities: int) -> None:
    assert [store.read(IN_FORCE, year=year).item() for year in years] == [municipalities] * len(years)


def test_each_of_the_851_numbers_finds_one_municipality(keys: dict[str, set[str]]) -> None:
    assert len(keys) == 851
    assert set(keys) == {row["number"] for row in listed("municipalities_no")}
    assert {len(found) for found in keys.values()} == {1}


def test_a_key_is_the_oldest_number_of_its_municipality(keys: dict[str, set[str]]) -> None:
    begins = {row["number"]: row["valid_from"] for row in listed("municipalities_no")}
    numbers = defaultdict(list)
    for number, [key] in keys.items():
        numbers[key].append(number)
    assert all(key == min(held, key=begins.__getitem__) for key, held in numbers.items())


def test_a_new_number_alone_makes_no_new_municipality_and_nothing_else_joins_two(keys: dict[str, set[str]]) -> None:
    renumbered = [row for row in listed("municipality_changes_no") if row["kind"] == "renumber"]
    assert all(keys[row["from_number"]] == keys[row["to_number"]] for row in renumbered)
    assert len(set.union(*keys.values())) == 851 - len(renumbered)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1601", "5001"),  # Trondheim, which took in Klæbu
        ("0704",),  # Tønsberg, which took in a part of Stokke
        ("3803", "3905"),  # Tønsberg with Re
        ("1103",),  # Stavanger, which took in Finnøy and Rennesøy
        ("1804",),  # Bodø, which took in Skjerstad in 2005
        ("0716",),  # Re
        ("1612", "5011"),
        ("1657", "5029"),
        ("0219", "3024", "3201"),
    ],
)
def test_a_municipality_that_goes_on_is_one(keys: dict[str, set[str]], numbers: tuple[str, ...]) -> None:
    assert set.union(*(keys[number] for number in numbers)) == {numbers[0]}


@pytest.mark.parametrize(
    ("before", "after"), [("1259", "4626"), ("1612", "5055"), ("5012", "5055"), ("0704", "3803"), ("1507", "1508")]
)
def test_what_was_merged_under_a_new_number_is_another(keys: dict[str, set[str]], before: str, after: str) -> None:
    assert keys[before].isdisjoint(keys[after])


def test_the_two_called_oygarden_are_linked_by_the_change(store: Store) -> None:
    rows = store.read("""
        select date::varchar, kind, from_number, to_number, share::double from municipality_change
        where from_number = '1259' or from_number = '4626'
    """)
    assert rows.rows() == [("2020-01-01", "merge", "1259", "4626", 1.0)]


def test_all_swedish_municipalities_are_there_with_the_country_in_their_key(store: Store) -> None:
    rows = store.read("select municipality_number, municipality, county from municipality_number where country = 'SE'")
    swedish = listed("municipalities_se")
    assert len(swedish) == 290
    assert sorted(rows.rows()) == sorted((f"SE-{row['code']}", row["name"], row["county"]) for row in swedish)


def test_every_printed_or_known_evaluation_names_a_municipality_by_its_key(store: Store) -> None:
    for table in ("published_statement", "known_evaluation"):
        without = store.read(f"select municipality from {table} anti join municipality_number as known "
                             f"on known.municipality_number = {table}.municipality")  # fmt: skip
        assert without.is_empty(), table


# Where a municipality was divided -----------------------------------------------------------------


def test_the_shares_of_snillfjord_are_what_the_populations_leave_for_its_parts(store: Store) -> None:
    whole = {
        "5055": ("5011", "1571"),  # Heim: Hemne and Halsa
        "5056": ("5013",),  # Hitra
        "5059": ("5016", "5023", "5024"),  # Orkland: Agdenes, Meldal and Orkdal
    }
    counted = {(row["number"], row["year"]): int(row["population"]) for row in listed("population_no")}
    parts = {
        new: counted[new, "2020"] - sum(counted[number, "2019"] for number in predecessors)
        for new, predecessors in whole.items()
    }
    assert parts == {"5055": 161, "5056": 356, "5059": 533}
    assert sum(parts.values()) == 1_050
    shares = {new: (Decimal(part) / 1_050).quantize(Decimal("0.01"), ROUND_HALF_UP) for new, part in parts.items()}
    assert shares == {"5055": Decimal("0.15"), "5056": Decimal("0.34"), "5059": Decimal("0.51")}
    rows = store.read("select to_number, share from municipality_change where from_number = '1613'").rows()
    assert dict(rows) == shares


def test_the_shares_of_what_was_divided_make_a_whole_and_say_that_they_are_estimates(store: Store) -> None:
    rows = store.read("""
        select from_number, sum(share)::double, bool_and(note like '%andel%') from municipality_change
        where kind in ('part', 'split') group by from_number order by from_number
    """).rows()
    assert rows[0][0] == "0720"  # Stokke
    assert {(share, said) for _, share, said in rows} == {(1.0, True)}


# Inhabitants --------------------------------------------------------------------------------------


def populations(store: Store) -> dict[tuple[str, int], tuple[Any, ...]]:
    """Return inhabitants and their date by number and year of each evaluation, by the name given with it."""
    rows = store.read("select name, year, population, population_date::varchar from evaluation").iter_rows()
    return {(name, year): (population, date) for name, year, population, date in rows}


def test_every_municipality_of_norway_has_the_inhabitants_of_1_january_in_every_year(made_store: Store) -> None:
    expected = {(row["number"], int(row["year"])): int(row["population"]) for row in listed("population_no")}
    assert len(expected) == 10_552
    add(made_store, *(made(number, year, total=400, municipality=number) for number, year in expected))
    assert populations(made_store) == {
        (number, year): (population, f"{year}-01-01") for (number, year), population in expected.items()
    }


def test_every_municipality_of_sweden_has_the_inhabitants_of_31_december_in_every_year(made_store: Store) -> None:
    expected = {(row["code"], int(row["year"])): int(row["population"]) for row in listed("population_se")}
    assert len(expected) == 290 * 20
    add(made_store, *(made(code, year, total=400, municipality=code, country="SE") for code, year in expected))
    assert populations(made_store) == {
        (code, year): (population, f"{year}-12-31") for (code, year), population in expected.items()
    }


@pytest.mark.parametrize(
    ("number", "country", "year", "population", "date"),
    [
        ("5001", "NO", 2017, 190464, "2017-01-01"),  # Trondheim, asked for by a number it did not have yet
        ("1601", "NO", 2020, 205163, "2020-01-01"),
        ("1480", "SE", 2021, 579281, "2019-12-31"),  # Göteborg: the last count we have
    ],
)
def test_any_number_of_a_municipality_has_its_inhabitants(
    made_store: Store, number: str, country: str, year: int, population: int, date: str
) -> None:
    add(made_store, made(number, year, total=400, municipality="x", country=country))
    assert populations(made_store) == {("x", year): (population, date)}


# County, KOSTRA group and income ------------------------------------------------------------------


def in_force(years: range) -> Iterator[tuple[str, int, str]]:
    """Yield number, year and county of every Norwegian municipality of these years."""
    for row in listed("municipalities_no"):
        for year in years:
            if (row["valid_from"] or "0001") <= f"{year}-01-01" <= (row["valid_to"] or "9999"):
                yield row["number"], year, row["county"]


def every_year() -> list[Made]:
    return [made(number, year, total=400, municipality=number) for number, year, _ in in_force(range(2013, 2025))]


def test_real_figures_have_county_kostra_group_and_income_where_the_register_has_that_very_year(
    made_store: Store,
) -> None:
    kostra = {(row["number"], int(row["year"])): row["group"] for row in listed("kostra_groups_no")}
    income = {
        (row["number"], int(row["year"])): row["free_income"]
        for row in listed("income_no")
        if row["free_income"] in ("low", "middle", "high")  # «low or middle» says nothing of one municipality
    }
    assert Counter(year for _, year in kostra) == {2015: 428, **dict.fromkeys(range(2020, 2024), 356), 2024: 357}
    assert {year for _, year in income} == {*range(2020, 2025)}
    add(made_store, *every_year())
    rows = made_store.read("select name, year, county, kostra_group, income_group from evaluation").rows()
    assert sorted(rows) == sorted(
        (number, year, county, kostra.get((number, year)), income.get((number, year)))
        for number, year, county in in_force(range(2013, 2025))
    )


def test_what_is_made_up_has_no_county_kostra_group_or_income_from_the_register(made_store: Store) -> None:
    add(made_store, *every_year(), dataset="example")
    rows = made_store.read("select distinct county, kostra_group, income_group from evaluation").rows()
    assert rows == [(None, None, None)]


def test_what_a_sheet_says_goes_before_the_register(made_store: Store) -> None:
    given: dict[str, Any] = {"county": "Nordvestlandet", "kostra_group": "EKG99", "income_group": "high"}
    add(made_store, made("1640", 2021, total=593, **given))  # by the register Trøndelag, EKG02 and middle
    rows = made_store.read("select county, kostra_group, income_group from evaluation").rows()
    assert rows == [("Nordvestlandet", "EKG99", "high")]


def test_no_group_of_2015_is_a_group_of_2020_or_later(store: Store) -> None:
    rows = store.read('select year, list(distinct "group") from kostra_group group by year order by year').rows()
    assert [year for year, _ in rows] == [*KOSTRA_YEARS]
    assert all(group.startswith("EKG") == (year >= 2020) for year, groups in rows for group in groups)
    assert all(group.startswith("K") and group[1:].isdecimal() for group in dict(rows)[2015])


def test_a_municipality_is_not_compared_with_those_of_another_grouping(made_store: Store) -> None:
    of_2015 = [row["number"] for row in listed("kostra_groups_no") if row["year"] == "2015"]
    add(made_store, made("1640", 2021, total=500))  # Røros, EKG02
    add(made_store, *(made(number, 2015, total=400) for number in of_2015 if number != "1640"))
    focus: dict[str, Any] = {"municipality": "1640", "year": 2021}
    snapshot = snapshot_of(made_store)
    assert ask(snapshot, "profile", group="kostra", **focus)[0]["n"] == 1
    assert ask(snapshot, "profile", group="all", **focus)[0]["n"] == 428
