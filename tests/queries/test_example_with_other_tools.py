"""Every profile of the example dataset, made again in plain Python and in DuckDB from the shipped files."""

from statistics import fmean, quantiles
from typing import Any

import duckdb
import polars as pl
import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.profile import profile
from queries.snapshot import Snapshot
from tests.landscapes import DATA, csv_rows

FACTS = {"size": "size", "county": "county", "kostra": "kostra_group", "income": "income_group"}
Row = dict[str, str]
Case = tuple[str, str]


def size(row: Row) -> str:
    return str((int(row["population"]) >= 5000) + (int(row["population"]) >= 10000))


def key(row: Row) -> tuple[str, str, str]:
    return row["municipality_number"], row["year"], row["version"]


@pytest.fixture(scope="module")
def evaluations() -> list[Row]:
    rows = csv_rows(DATA / "example" / "evaluations.csv")
    in_order = sorted(rows, key=lambda row: (row["year"], row["version"]))
    return [row | {"size": size(row)} for row in in_order if row["version"] in ("2.0", "2.1")]


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str, str], dict[int, float]]:
    found: dict[tuple[str, str, str], dict[int, float]] = {}
    for row in csv_rows(DATA / "example" / "points.csv"):
        if "." not in row["code"]:
            found.setdefault(key(row), {})[int(row["code"])] = float(row["points"])
    return found


def compared(evaluations: list[Row], own: Row, group: str) -> list[Row]:
    """Return our own evaluation and the latest of every other municipality up to our year, in our group."""
    latest = {row["municipality_number"]: row for row in evaluations if row["year"] <= own["year"]}
    latest[own["municipality_number"]] = own
    fact = FACTS.get(group)
    return [row for row in latest.values() if fact is None or row[fact] == own[fact]]


@pytest.fixture(scope="module")
def expected(
    evaluations: list[Row], figures: dict[tuple[str, str, str], dict[int, float]]
) -> dict[Case, dict[int, tuple[float, list[float]]]]:
    """Return own points and all points per area, for every municipality's newest evaluation and its groups.

    All are held against the country and their size group, and every eleventh against the rarer groups too.
    """
    newest = {row["municipality_number"]: row for row in evaluations}
    some = [*newest][::11]
    return {
        (number, group): {
            area: (figures[key(own)][area], [figures[key(row)][area] for row in compared(evaluations, own, group)])
            for area in range(9)
        }
        for number, own in newest.items()
        for group in ("all", "size", *(("county", "kostra", "income") if number in some else ()))
    }


@pytest.fixture(scope="module")
def answers(example: Snapshot, expected: dict[Case, Any]) -> dict[Case, list[dict[str, Any]]]:
    """Return what we answer to the same."""
    newest = {number: find_evaluation(example, number) for number in {number for number, _ in expected}}
    return {
        (number, group): profile(example, newest[number], Comparison(group)).to_dicts() for number, group in expected
    }


@pytest.fixture(scope="module")
def pairs(expected: dict[Case, Any], answers: dict[Case, Any]) -> list[tuple[Any, ...]]:
    return [(case, area, row, *expected[case][area]) for case, rows in answers.items() for area, row in enumerate(rows)]


@pytest.fixture(scope="module")
def duckdb_quartiles(expected: dict[Case, Any]) -> dict[tuple[str, str, int], tuple[float, float, float]]:
    long = pl.DataFrame(
        [
            (*case, area, points)
            for case, areas in expected.items()
            for area, (_, values) in areas.items()
            for points in values
        ],
        schema=["number", "grouping", "area", "points"],
        orient="row",
    )
    with duckdb.connect() as connection:
        connection.register("long", long)
        rows = connection.execute("""
            select number, grouping, area,
                quantile_cont(points, 0.25), quantile_cont(points, 0.5), quantile_cont(points, 0.75)
            from long group by all
        """).fetchall()
    return {(number, group, area): (q1, median, q3) for number, group, area, q1, median, q3 in rows}


def test_every_municipality_and_group_is_there(pairs: list[tuple[Any, ...]]) -> None:
    assert len(pairs) == (55 * 2 + 5 * 3) * 9
    assert sum(len(values) >= 5 for *_, values in pairs) > 1000


def test_n_and_own_are_those_of_plain_python(pairs: list[tuple[Any, ...]]) -> None:
    wrong = [(case, area) for case, area, row, own, values in pairs if (row["own"], row["n"]) != (own, len(values))]
    assert wrong == []


def test_quartiles_are_those_of_python(pairs: list[tuple[Any, ...]]) -> None:
    for case, area, row, _, values in pairs:
        bounds = quantiles(values, n=4, method="inclusive") if len(values) >= 5 else [None] * 3
        assert [row["q1"], row["median"], row["q3"]] == bounds, (case, area)


def test_quartiles_are_those_of_duckdb(pairs: list[tuple[Any, ...]], duckdb_quartiles: dict[Any, Any]) -> None:
    for (number, group), area, row, _, values in pairs:
        if len(values) >= 5:
            assert (row["q1"], row["median"], row["q3"]) == duckdb_quartiles[number, group, area], (number, group, area)


def test_ranks_and_quartile_numbers_are_those_of_plain_python(pairs: list[tuple[Any, ...]]) -> None:
    for case, area, row, own, values in pairs:
        if len(values) >= 5:
            bounds = quantiles(values, n=4, method="inclusive")
            assert row["rank"] == 1 + sum(value > own for value in values), (case, area)
            assert row["quartile"] == 1 + sum(own >= bound for bound in bounds), (case, area)


def test_means_and_extremes_are_those_of_python(pairs: list[tuple[Any, ...]]) -> None:
    for case, area, row, own, values in pairs:
        if len(values) >= 5:
            assert row["mean"] == pytest.approx(fmean(values)), (case, area)
            assert row["difference"] == pytest.approx(own - fmean(values)), (case, area)
            assert (row["minimum"], row["maximum"]) == (min(values), max(values)), (case, area)
