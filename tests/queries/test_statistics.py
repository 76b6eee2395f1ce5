"""Rules that hold for any points: rank, quartiles and distance, held against Python's own statistics."""

from fractions import Fraction
from statistics import quantiles
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.standing import distributions, matters, standing
from queries.statistics import describe

points = st.integers(0, 8000).map(lambda tenths: tenths / 10)
some = st.lists(points, min_size=1, max_size=30)
enough = st.lists(points, min_size=5, max_size=30)
quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def frame(values: list[float]) -> pl.DataFrame:
    named = [str(position) for position in range(len(values))]
    return pl.DataFrame({"area": [0] * len(values), "evaluation": named, "points": values})


def placed(values: list[float], fewest: int = 5) -> dict[str, Any]:
    """Return how the first of the values stands among all of them."""
    return placed_in(frame(values), fewest)


def placed_in(known: pl.DataFrame, fewest: int = 5) -> dict[str, Any]:
    """Return how the one named 0 stands, from a tally of all of them."""
    own = known.filter(pl.col("evaluation") == "0")["points"].item()
    tally = known.group_by("area", "points").agg(n=pl.len()).sort("area", "points")
    return standing(own, distributions(tally, "area", fewest)[0])


def tenth(value: float) -> Fraction:
    return Fraction(round(value * 10), 10)


@quick
@given(enough)
def test_quartiles_are_those_of_pythons_inclusive_method(values: list[float]) -> None:
    row = placed(values)
    assert [row["q1"], row["median"], row["q3"]] == pytest.approx(quantiles(values, n=4, method="inclusive"))


@quick
@given(enough)
def test_the_statistics_are_in_order(values: list[float]) -> None:
    row = placed(values)
    assert row["minimum"] <= row["q1"] <= row["median"] <= row["q3"] <= row["maximum"]
    assert row["minimum"] <= row["mean"] <= row["maximum"]
    assert (row["minimum"], row["maximum"]) == (min(values), max(values))


@quick
@given(enough)
def test_the_rank_is_one_more_than_the_number_of_those_higher(values: list[float]) -> None:
    rank = placed(values)["rank"]
    assert 1 <= rank <= len(values)
    assert rank == 1 + sum(value > values[0] for value in values)


@quick
@given(enough)
def test_the_quartile_counts_the_bounds_reached(values: list[float]) -> None:
    exact = [Fraction(round(bound * 40), 40) for bound in quantiles(values, n=4, method="inclusive")]
    assert placed(values)["quartile"] == 1 + sum(tenth(values[0]) >= bound for bound in exact)


@quick
@given(enough)
def test_the_difference_is_own_less_the_exact_mean(values: list[float]) -> None:
    mean = sum(map(tenth, values)) / len(values)
    row = placed(values)
    assert row["mean"] == pytest.approx(float(mean))
    assert row["difference"] == pytest.approx(float(tenth(values[0]) - mean), abs=1e-8)


@quick
@given(some, st.integers(0, 400))
def test_whether_a_difference_matters_is_exact(values: list[float], threshold: int) -> None:
    row = placed(values, fewest=1)
    bound = Fraction(threshold, 10)
    exact = abs(tenth(values[0]) - sum(map(tenth, values), Fraction()) / len(values)) >= bound
    assert matters(row["difference"], float(bound)) is exact


@quick
@given(some)
def test_under_the_fewest_only_n_and_own_are_told(values: list[float]) -> None:
    row = placed(values, fewest=len(values) + 1)
    told = {name: value for name, value in row.items() if value is not None}
    assert told == {"n": len(values), "own": values[0]}


@quick
@given(enough)
def test_the_order_of_the_rows_changes_nothing(values: list[float]) -> None:
    assert placed_in(frame(values).reverse()) == placed(values)


@quick
@given(enough, enough)
def test_groups_do_not_touch_each_other(first: list[float], second: list[float]) -> None:
    both = pl.concat([frame(first), frame(second).with_columns(area=pl.lit(1, pl.Int64))])
    assert describe(both, "area", 5).sort("area").to_dicts() == [
        *describe(frame(first), "area", 5).to_dicts(),
        *describe(frame(second).with_columns(area=pl.lit(1, pl.Int64)), "area", 5).to_dicts(),
    ]
