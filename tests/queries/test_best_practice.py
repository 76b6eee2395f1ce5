"""Whom to learn from: floor and order by hand, and recomputed over the whole example landscape."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from math import log
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from data.import_rows import EVALUATION, FIGURE, ImportRows, shaped
from data.imports import add_import, undo_import
from data.store import Store, connect
from queries.best_practice import (
    COLUMNS,
    best_first,
    best_practice,
    best_practices,
    leading,
    nobody_because,
    question_figures,
)
from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.ranking import ranked_with
from queries.registry import query_named
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of

ROOT = Path(__file__).parents[2]
NOW = datetime(2020, 1, 1, tzinfo=UTC)
OURS: Mapping[str, Any] = {"population": 4000, "county": "A", "kostra_group": "1", "income_group": "low"}


@pytest.fixture(scope="module")
def store(filled_store_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = connect(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("practice") / "store.duckdb")))
    yield store
    store.close()


@pytest.fixture(scope="module")
def example(store: Store) -> Snapshot:
    return snapshot_of(store, "example", 2)


def landscape(store: Store, **municipalities: Mapping[str, Any]) -> Snapshot:
    """Put nothing but these in the example dataset: n8001=points for 1.3 (25 at most) and facts."""
    last = store.newest_event()
    undo_import(store, last if last > 5 else 2, NOW, also_shipped=True)
    evaluations = [
        {"municipality_number": name[1:], "year": 2018, "version": "2.1", "municipality": f"K{name[1:]}"}
        | {"country": "NO", "year_basis": "stated", "version_basis": "stated", **facts}
        for name, facts in municipalities.items()
    ]
    frame = pl.DataFrame(evaluations, infer_schema_length=None)
    figures = frame.filter(pl.col("points").is_not_null()).with_columns(
        pl.col("points").cast(pl.Float64), code=pl.lit("1.3"), basis=pl.lit("fictional")
    )
    add_import(store, "example", "prøve", ImportRows(shaped(frame, EVALUATION), shaped(figures, FIGURE)), NOW)
    return snapshot_of(store, "example")


def found(snapshot: Snapshot, **comparison: Any) -> list[str]:
    focus = find_evaluation(snapshot, "8001")
    return best_practice(snapshot, focus, "1.3", Comparison(**comparison))["number"].to_list()


def test_a_lead_of_a_tenth_of_the_maximum_is_clear_and_less_is_not(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 14.4},
        n8002={**OURS, "points": 16.9},
        n8003={**OURS, "points": 16.8},
        n8004={**OURS, "points": 14.4},
    )
    assert found(snapshot) == ["8002"]
    row = best_practice(snapshot, find_evaluation(snapshot, "8001"), "1.3").row(0, named=True)
    assert (row["points"], row["lead"], row["share"]) == (16.9, 2.5, pytest.approx(0.676))
    assert (row["same_county"], row["same_kostra"], row["same_income"]) == (True, True, True)
    assert row["below_floor"] is False


def test_whoever_has_less_than_three_fifths_of_the_maximum_is_not_recommended(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 4.4},
        n8002={**OURS, "points": 14.9},
        n8003={**OURS, "points": 15.0, "population": 30000},
        n8004={**OURS, "points": 20.0, "population": 50000},
    )
    assert found(snapshot) == ["8003", "8004"]
    rows = best_practice(snapshot, find_evaluation(snapshot, "8001"), "1.3")
    assert rows["below_floor"].to_list() == [False, False]
    assert best_practices(snapshot, find_evaluation(snapshot, "8001"), ("1.3",))["ahead"].to_list() == [3, 3]


def test_where_nobody_has_so_much_only_the_best_there_is_are_recommended_and_marked(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 4.4},
        n8002={**OURS, "points": 14.8},
        n8003={**OURS, "points": 14.9, "population": 30000},
        n8004={**OURS, "points": 14.9, "population": 50000},
    )
    rows = best_practices(snapshot, find_evaluation(snapshot, "8001"), ("1.3",))
    assert rows.select("number", "below_floor", "ahead", "recommended").rows() == [
        ("8003", True, 3, 2),
        ("8004", True, 3, 2),
    ]


def test_the_best_there_is_is_not_recommended_to_somebody_who_has_about_as_much(store: Store) -> None:
    snapshot = landscape(store, n8001={**OURS, "points": 10}, n8002={**OURS, "points": 12.4})
    assert found(snapshot) == []


def test_hemne_is_nowhere_sent_to_somebody_who_is_not_good(example: Snapshot) -> None:
    focus = find_evaluation(example, "1612", 2018)
    codes = tuple(row["code"] for row in rows("data/reference/instrument_2_1_questions.csv"))
    both = best_practices(example, focus, codes, most=1)
    first = both.filter(pl.col("similarity_rank") == 1)
    best = both.filter(pl.col("points_rank") == 1)
    assert (first.height, best.height) == (36, 36)
    assert best.filter(pl.col("name") == "Havneset").is_empty()
    assert best.filter(pl.col("share") < 0.6)["code"].to_list() == ["1.3"]
    assert first.filter(pl.col("share") < 0.6).select("code", "name", "points", "below_floor").rows() == [
        ("1.3", "Vinterdal", 13.7, True)  # of 25: the highest of all 55
    ]
    # Before there was a floor, all three led to Havneset, 55th of 55 in total.
    assert dict(first.filter(pl.col("code").is_in(["4.3", "4.6", "7.5"])).select("code", "name").rows()) == {
        "4.3": "Snillfjord (eksempel)",  # 13.6 of 20
        "4.6": "Rognlia",  # 12.0 of 20
        "7.5": "Halsa (eksempel)",  # 12.0 of 20
    }
    last = ranked_with(example, focus).row(-1, named=True)
    assert (last["rank"], last["name"]) == (55, "Havneset")
    assert first.filter(pl.col("number") == last["number"]).select("code", "points", "maximum_points").rows() == [
        ("6.6", 7.1, 10)  # good at this one
    ]


def test_the_most_similar_come_first(store: Store) -> None:
    far: dict[str, Any] = {"points": 20, "county": "B", "kostra_group": "2", "income_group": "high"}
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 2},
        n8002={**far, "population": 5000, "points": 25},  # nearer in size than 8003, but of another group
        n8003={**far, "population": 1000},
        n8004={**far, "population": 3200, "county": "A"},
        n8005={**far, "population": 3200, "kostra_group": "1", "points": 25},
        n8006={**far, "population": 3200, "income_group": "low"},
        n8007={**far, "population": 3200, "points": 21},
        n8008={**far, "population": 3200},
        n8009={**far, "population": 3200},
        n8010={**far, "population": None, "county": "A", "points": 25},
    )
    assert found(snapshot) == ["8004", "8005", "8006", "8007", "8008", "8009", "8003", "8002", "8010"]


def test_twice_as_many_is_as_unlike_as_half_as_many_and_small_differences_in_size_do_not_count(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 2, "population": 1500},
        n8002={**OURS, "points": 20, "population": 750},  # ln 2 is 0.69: step 2
        n8003={**OURS, "points": 21, "population": 3000},
        n8004={**OURS, "points": 22, "population": 2700},  # ln 1.8 is 0.59: step 2
        n8005={**OURS, "points": 15, "population": 2400},  # ln 1.6 is 0.47: step 1
        n8006={**OURS, "points": 15, "population": 1200},  # ln 1.25 is 0.22: step 0
    )
    rows = best_practice(snapshot, find_evaluation(snapshot, "8001"), "1.3")
    # Within a step the largest lead comes first. Ordered by the ratio itself, 8004 would be before the other two.
    assert rows.select("number", "population_step").rows() == [
        ("8006", 0),
        ("8005", 1),
        ("8004", 2),
        ("8003", 2),
        ("8002", 2),
    ]


def test_the_best_have_most_points_and_are_ordered_by_number_where_these_are_equal(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 2},
        n8004={**OURS, "points": 20, "population": 90000},
        n8003={**OURS, "points": 20, "population": 80000},
        n8002={**OURS, "points": 15.1},
        n8005={**OURS, "points": 24, "population": None},
    )
    rows = best_practice(snapshot, find_evaluation(snapshot, "8001"), "1.3")
    assert rows["number"].to_list() == ["8002", "8003", "8004", "8005"]
    assert best_first(rows)["number"].to_list() == ["8005", "8003", "8004", "8002"]
    # The first of one list is not lost where the other is what limits the rows.
    two = best_practices(snapshot, find_evaluation(snapshot, "8001"), ("1.3",), most=1)
    assert two.select("number", "similarity_rank", "points_rank").rows() == [("8002", 1, 4), ("8005", 4, 1)]


def test_a_distance_is_known_between_municipalities_of_the_register_only(store: Store) -> None:
    snapshot = landscape(
        store,
        n1612={**OURS, "points": 2},  # Hemne
        n1571={**OURS, "points": 20},  # Halsa
        n8002={**OURS, "points": 21},  # no such municipality
    )
    rows = best_practice(snapshot, find_evaluation(snapshot, "1612"), "1.3").sort("number")
    # From (9.0000, 63.2926) to (8.6691, 63.1314): 17.9 km south, 16.6 km west.
    assert [distance and round(distance, 1) for distance in rows["distance"]] == [24.4, None]


def test_what_is_not_known_is_not_the_same(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={"points": 2, "population": 4000, "county": None, "kostra_group": "1", "income_group": None},
        n8002={"points": 19, "population": 4000, "county": None, "kostra_group": None, "income_group": "low"},
    )
    row = best_practice(snapshot, find_evaluation(snapshot, "8001"), "1.3").row(0, named=True)
    assert (row["same_county"], row["same_kostra"], row["same_income"]) == (None, None, None)


def test_only_the_same_version_by_the_year_of_the_comparison_counts(store: Store) -> None:
    snapshot = landscape(
        store,
        n8001={**OURS, "points": 2},
        n8002={**OURS, "points": 20, "version": "2.0"},
        n8003={**OURS, "points": 20, "year": 2019},
        n8004={**OURS, "points": 20, "population": 30000},
    )
    assert found(snapshot) == ["8004"]
    assert found(snapshot, reference_year=2019) == ["8003", "8004"]
    assert found(snapshot, group="size", reference_year=2019) == ["8003"]
    assert found(snapshot, group="choice", municipalities=("8001", "8004"), reference_year=2019) == ["8004"]


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [(None, 20, "own_unknown"), (20, None, "alone"), (20, 20, "highest"), (20, 22.4, "lead_too_small")],
)
def test_where_there_is_nobody_the_reason_is_known(
    store: Store, own: float | None, other: float | None, reason: str
) -> None:
    snapshot = landscape(store, n8001={**OURS, "points": own}, n8002={**OURS, "points": other})
    focus = find_evaluation(snapshot, "8001")
    assert best_practice(snapshot, focus, "1.3").is_empty()
    assert nobody_because(question_figures(snapshot, focus, ("1.3",)), focus, "1.3") == reason


def test_nobody_leads_among_four_and_all_who_tie_lead_among_five(store: Store) -> None:
    four: dict[str, Mapping[str, Any]] = {f"n{number}": {**OURS, "points": 20} for number in range(8001, 8005)}
    snapshot = landscape(store, **four)
    assert leading(snapshot, find_evaluation(snapshot, "8001")).is_empty()
    snapshot = landscape(store, **four, n8005={**OURS, "points": 19.9})
    led = leading(snapshot, find_evaluation(snapshot, "8001"))
    assert led.select("number", "n").rows() == [("8001", 5), ("8002", 5), ("8003", 5), ("8004", 5)]


def test_a_question_that_does_not_exist_is_refused(example: Snapshot) -> None:
    focus = find_evaluation(example, "1612", 2018)
    with pytest.raises(UnknownChoice, match=r"«9\.9» finnes ikke i versjon 2\.1"):
        best_practice(example, focus, "9.9")
    with pytest.raises(UnknownChoice, match="ikke publisert"):
        best_practice(example, find_evaluation(example, "1612", 2011), "1.3")


def test_the_shell_gives_the_columns_it_promises(example: Snapshot) -> None:
    answer = query_named("best_practice")(example, {"code": "1.3", "municipality": "1612"})
    assert answer.columns == COLUMNS
    assert answer.select("name", "below_floor", "distance").rows() == [("Vinterdal", True, None)]
    by_similarity = query_named("best_practice")(example, {"code": "4.6", "municipality": "1612"})
    assert by_similarity["similarity_rank"].to_list() == list(range(1, 13))
    assert by_similarity.filter(pl.col("points_rank") == 1).select("name", "points").rows() == [("Fosseid", 19.8)]
    assert by_similarity.drop_nulls("distance").select("name", pl.col("distance").round()).rows() == [
        ("Snillfjord (eksempel)", 31.0)
    ]


# An independent recomputation from the shipped files ------------------------------------------------------


@cache
def rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def newest() -> dict[str, dict[str, str]]:
    """Number to its newest evaluation up to 2018."""
    found: dict[str, dict[str, str]] = {}
    for row in sorted(rows("data/example/evaluations.csv"), key=lambda row: (row["year"], row["version"])):
        if int(row["year"]) <= 2018:
            found[row["municipality_number"]] = row
    return found


@cache
def tenths() -> dict[tuple[str, str], int]:
    found = {}
    for row in rows("data/example/points.csv"):
        one = newest()[row["municipality_number"]]
        if (one["year"], one["version"]) == (row["year"], "2.1") and "." in row["code"]:
            found[row["municipality_number"], row["code"]] = round(float(row["points"]) * 10)
    return found


def size_group(population: str) -> int:
    return 1 if int(population) < 5000 else 2 if int(population) < 10000 else 3


def recomputed(number: str, code: str, maximum: int) -> tuple[list[str], list[str]]:
    """Return who is recommended, most similar first and best first."""
    ours, own = newest()[number], tenths()[number, code]

    def likeness(other: str) -> tuple[Any, ...]:
        theirs = newest()[other]
        return (
            size_group(theirs["population"]) != size_group(ours["population"]),
            int(abs(log(int(ours["population"]) / int(theirs["population"]))) * 4),
            *(theirs[name] != ours[name] for name in ("county", "kostra_group", "income_group")),
            own - tenths()[other, code],
            other,
        )

    ahead = [
        other
        for other in newest()
        if other != number and (other, code) in tenths() and (tenths()[other, code] - own) * 10 >= maximum * 10
    ]
    good = [other for other in ahead if tenths()[other, code] * 10 >= maximum * 60]
    best = max((tenths()[other, code] for other in ahead), default=0)
    recommended = good or [other for other in ahead if tenths()[other, code] == best]
    by_points = sorted(recommended, key=lambda other: (-tenths()[other, code], other))
    return sorted(recommended, key=likeness), by_points


@pytest.mark.parametrize("number", sorted(newest()))
def test_both_orders_are_as_recomputed_for_every_municipality_and_question(example: Snapshot, number: str) -> None:
    focus = find_evaluation(example, number, int(newest()[number]["year"]))
    codes = tuple(row["code"] for row in rows("data/reference/instrument_2_1_questions.csv"))
    answers = best_practices(example, focus, codes, Comparison(reference_year=2018))
    for row in rows("data/reference/instrument_2_1_questions.csv"):
        answer = answers.filter(pl.col("code") == row["code"])
        most_similar, best = recomputed(number, row["code"], int(row["max_points"]))
        assert answer["number"].to_list() == most_similar, row["code"]
        assert best_first(answer)["number"].to_list() == best, row["code"]
    # One question alone is asked of the same rows, and of the store anew: once for each municipality is enough.
    one = best_practice(example, focus, "1.3", Comparison(reference_year=2018))
    assert one.equals(answers.filter(pl.col("code") == "1.3"))


def test_of_real_municipalities_nobody_is_recommended_while_only_hemne_has_its_questions(store: Store) -> None:
    real = snapshot_of(store, "real")
    codes = tuple(row["code"] for row in rows("data/reference/instrument_2_1_questions.csv"))
    for row in rows("data/published/published_evaluations.csv"):
        focus = find_evaluation(real, row["municipality_number"], int(row["year"]))
        assert best_practices(real, focus, codes).is_empty()


def test_nobody_who_is_not_good_is_in_either_list_while_somebody_is(example: Snapshot) -> None:
    maxima = {row["code"]: int(row["max_points"]) for row in rows("data/reference/instrument_2_1_questions.csv")}
    for number, facts in newest().items():
        focus = find_evaluation(example, number, int(facts["year"]))
        recommended = best_practices(example, focus, tuple(maxima), Comparison(reference_year=2018), most=10)
        for name, code, their_points in recommended.select("name", "code", "points").iter_rows():
            highest = max(points for (_number, asked), points in tenths().items() if asked == code)
            enough = round(their_points * 10) * 10 >= maxima[code] * 60
            assert enough or round(their_points * 10) == highest, (number, code, name)


def test_the_last_of_all_is_recommended_for_nothing_but_what_it_is_good_at(example: Snapshot) -> None:
    focus = find_evaluation(example, "1612", 2018)
    last = ranked_with(example, focus).row(-1, named=True)
    assert (last["rank"], last["name"]) == (55, "Havneset")
    codes = tuple(row["code"] for row in rows("data/reference/instrument_2_1_questions.csv"))
    recommended = best_practices(example, focus, codes).filter(pl.col("number") == last["number"])
    assert recommended.select("code", "points", "maximum_points").rows() == [("6.6", 7.1, 10)]
    # Of the 42 ahead of Hemne it is the sixth best: five municipalities stand before it in the list of the best.
    assert recommended.select("ahead", "points_rank").rows() == [(42, 6)]
