"""Verdicts, transfers and common gaps of municipalities that merge, by hand and by an independent recomputation."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from data.import_rows import EVALUATION, FIGURE, ImportRows, shaped
from data.imports import add_import, undo_import
from data.store import Store, connect
from queries.arguments import arguments_from
from queries.evaluation import Evaluation, find_evaluation
from queries.merger import area_table, common_gaps, merger, outside, taking_part, transfers
from queries.merging import border_changes, merging
from queries.registry import query_named
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from queries.statistics import describe

ROOT = Path(__file__).parents[2]
HEIM = ("1612", "1571", "1613")
NOW = datetime(2020, 1, 1, tzinfo=UTC)
# Maxima: 1.1 15, 1.2 20, 1.3 25, 1.5 10.
Points = Mapping[str, float | None]


@pytest.fixture(scope="module")
def store(filled_store_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = connect(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("merger") / "store.duckdb")))
    yield store
    store.close()


@pytest.fixture(scope="module")
def example(store: Store) -> Snapshot:
    return snapshot_of(store, "example", 2)


def landscape(store: Store, figures: Mapping[str, Points], **facts: Mapping[str, Any]) -> Snapshot:
    """Put nothing but these municipalities in the example dataset: number to code to points."""
    last = store.newest_event()
    if last > 3 or snapshot_of(store, "example").as_of == 2:
        undo_import(store, last if last > 3 else 2, NOW, also_shipped=True)
    evaluations = [
        {"municipality_number": number, "year": 2018, "version": "2.1", "municipality": f"K{number}", "country": "NO"}
        | {"year_basis": "stated", "version_basis": "stated", "population": 3000, **facts.get(f"n{number}", {})}
        for number in figures
    ]
    named = {row["municipality_number"]: row for row in evaluations}
    rows = [
        {
            **{key: named[number][key] for key in ("municipality_number", "year", "version")},
            "code": code,
            "points": value,
        }
        for number, points in figures.items()
        for code, value in points.items()
        if value is not None
    ]
    frame = pl.DataFrame(rows).with_columns(pl.col("points").cast(pl.Float64), basis=pl.lit("fictional"))
    add_import(
        store,
        "example",
        "prøve",
        ImportRows(shaped(pl.DataFrame(evaluations), EVALUATION), shaped(frame, FIGURE)),
        NOW,
    )
    return snapshot_of(store, "example")


def group(snapshot: Snapshot, *numbers: str) -> tuple[Evaluation, ...]:
    return tuple(find_evaluation(snapshot, number) for number in numbers)


def verdict(store: Store, code: str, *points: float | None) -> tuple[str, str | None, float | None]:
    """Return verdict, leader and lead of one question among municipalities 8001, 8002 … with these points."""
    numbers = [str(8001 + place) for place in range(len(points))]
    # 8.7 makes everyone take part, also those without a figure for the question.
    figures = {number: {code: value, "8.7": 1} for number, value in zip(numbers, points, strict=True)}
    snapshot = landscape(store, figures)
    row = merger(snapshot, group(snapshot, *numbers)).row(by_predicate=pl.col("code") == code, named=True)
    return row["verdict"], row["leader"], row["lead"]


# 1.3 has 25 points: 60 % is 15.0, 50 % is 12.5, 10 % is 2.5.
@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((15.0, 12.5), ("best", "8001", 2.5)),
        ((14.9, 12.4), ("divided", None, None)),  # the leader has less than 60 %
        ((15.0, 12.6), ("equal", None, None)),  # the lead is 2.4
        ((12.4, 0.0), ("common_gap", None, None)),
        ((12.5, 12.5), ("equal", None, None)),  # just half is no gap
        ((12.5, 10.1), ("equal", None, None)),
        ((12.5, 10.0), ("divided", None, None)),  # a spread just at the threshold counts
        ((20.0, 20.0, 3.0), ("divided", None, None)),  # two equally good, so nobody leads
        ((3.0, 25.0, 22.5), ("best", "8002", 2.5)),
        ((20.0, None), ("not_comparable", None, None)),
        ((None, 2.0, None), ("not_comparable", None, None)),
        ((20.0, None, 10.0), ("best", "8001", 10.0)),
        ((18.0, 15.6, 15.7, 15.8, 16.0, 16.2), ("equal", None, None)),
        ((18.0, 15.4, 15.7, 15.8, 16.0, 16.2), ("divided", None, None)),
    ],
)
def test_every_question_gets_the_first_verdict_that_holds(
    store: Store, points: tuple[float | None, ...], expected: tuple[str, str | None, float | None]
) -> None:
    assert verdict(store, "1.3", *points) == expected


def test_a_threshold_is_not_missed_by_the_last_bit_of_a_fraction(store: Store) -> None:
    assert verdict(store, "1.5", 7.3, 6.3) == ("best", "8001", 1.0)  # 7.3 - 6.3 is 0.9999999999999996
    assert verdict(store, "1.1", 9.0, 7.5) == ("best", "8001", 1.5)


def test_one_just_at_the_upper_quartile_is_in_it() -> None:
    """In Polars 71 / 10 is above 7.1, which once put those just at a quartile below it."""
    values = pl.DataFrame({"all": [0] * 5, "points": [1.0, 2.0, 3.0, 7.1, 9.0]})
    assert describe(values, "all", 5)["q3"].item() == 7.1


def test_what_can_be_taken_over_does_not_depend_on_the_verdict(store: Store) -> None:
    snapshot = landscape(store, {"8001": {"1.3": 20}, "8002": {"1.3": 17.6}, "8003": {"1.3": 17.5}, "8004": {"1.3": 3}})
    members = group(snapshot, "8001", "8002", "8003", "8004")
    assert merger(snapshot, members)["verdict"][2] == "divided"
    assert transfers(snapshot, members).select("code", "from", "to", "points").rows() == [
        ("1.3", "8001", "8003", 2.5),
        ("1.3", "8001", "8004", 17.0),
        ("1.3", "8002", "8003", 2.5),
        ("1.3", "8002", "8004", 17.0),
    ]


def test_nothing_is_taken_over_from_one_with_less_than_60_percent(store: Store) -> None:
    snapshot = landscape(store, {"8001": {"1.3": 14.9}, "8002": {"1.3": 0}})
    assert transfers(snapshot, group(snapshot, "8001", "8002")).is_empty()


def test_common_gaps_come_with_most_left_by_the_best_first(store: Store) -> None:
    snapshot = landscape(store, {"8001": {"1.1": 5, "1.2": 9.9, "1.3": 2}, "8002": {"1.1": 7.4, "1.2": 1, "1.3": 12.4}})
    gaps = common_gaps(snapshot, group(snapshot, "8001", "8002"))
    assert gaps.select("code", "at_stake", "best").rows() == [
        ("1.3", 12.6, 12.4),
        ("1.2", 10.1, 9.9),
        ("1.1", 7.6, 7.4),
    ]


def test_those_outside_who_do_it_well_come_by_size_group_and_points(store: Store) -> None:
    figures: dict[str, Points] = {number: {"1.3": 5} for number in ("8001", "8002")}
    figures |= {
        "8003": {"1.3": 15},
        "8004": {"1.3": 25},
        "8005": {"1.3": 16},
        "8006": {"1.3": 14.9},
        "8007": {"1.3": 25},
    }
    facts: dict[str, Mapping[str, Any]] = {"n8004": {"population": 30000}, "n8007": {"version": "2.0"}}
    snapshot = landscape(store, figures, **facts)
    found = outside(snapshot, group(snapshot, "8001", "8002"), 2018)
    assert found.select("number", "same_size").rows() == [("8005", True), ("8003", True), ("8004", False)]


def test_those_without_question_figures_take_no_part(store: Store) -> None:
    snapshot = landscape(store, {"8001": {"1.3": 20}, "8002": {"0": 300, "1": 40}, "8003": {"1.3": 3}})
    members = group(snapshot, "8001", "8002", "8003")
    part, missing = taking_part(snapshot, members)
    assert ([one.municipality for one in part], [one.municipality for one in missing]) == (["8001", "8003"], ["8002"])
    row = merger(snapshot, members).row(2, named=True)
    assert (row["verdict"], row["8002"], row["n"]) == ("best", None, 2)
    areas = area_table(snapshot, members).filter(pl.col("area") == 1)
    assert areas.select("8001", "8002", "best", "matters").row(0) == (None, 40.0, 40.0, None)


def test_two_of_three_with_totals_alone_leave_everything_not_comparable(store: Store) -> None:
    snapshot = landscape(store, {"8001": {"1.3": 20}, "8002": {"0": 300}, "8003": {"0": 301}})
    assert set(merger(snapshot, group(snapshot, "8001", "8002", "8003"))["verdict"]) == {"not_comparable"}


def test_equals_are_never_added_up_averaged_or_weighted(store: Store) -> None:
    """No sums or means across the merging municipalities, and no weight by inhabitants."""
    figures: dict[str, dict[str, float]] = {
        "8001": {"1.1": 3.3, "1.2": 19, "1.3": 20, "1": 30}, "8002": {"1.1": 7.1, "1.2": 13, "1.3": 3, "1": 41},
        "8003": {"1.1": 5, "1.2": 2, "1.3": 11, "1": 55},
    }  # fmt: skip
    members = ("8001", "8002", "8003")
    snapshot = landscape(store, figures)
    small = (
        merger(snapshot, group(snapshot, *members)),
        transfers(snapshot, group(snapshot, *members)),
        area_table(snapshot, group(snapshot, *members)),
    )
    large_facts: dict[str, Mapping[str, Any]] = {"n8002": {"population": 90000}}
    snapshot = landscape(store, figures, **large_facts)
    large = (
        merger(snapshot, group(snapshot, *members)),
        transfers(snapshot, group(snapshot, *members)),
        area_table(snapshot, group(snapshot, *members)),
    )
    assert all(one.equals(other) for one, other in zip(small, large, strict=True))

    verdicts, taken, areas = small
    own = {code: {points[code] for points in figures.values()} for code in ("1.1", "1.2", "1.3", "1")}
    apart = {code: {round(a - b, 1) for a in own[code] for b in own[code]} for code in own}
    for row in verdicts.drop_nulls("best").to_dicts():
        assert row["best"] in own[row["code"]]
        assert row["lead"] is None or row["lead"] in apart[row["code"]]
    assert all(row["points"] in apart[row["code"]] for row in taken.to_dicts())
    assert areas.filter(pl.col("area") == 1)["best"].to_list() == [55.0]

    figures["8003"] = {**figures["8003"], "1.2": 2.2}  # neither the highest nor the second
    snapshot = landscape(store, figures)
    kept = merger(snapshot, group(snapshot, *members)).row(1, named=True)
    assert (kept["verdict"], kept["lead"], kept["best"]) == ("best", 6.0, 19.0)


def test_different_families_are_never_mixed(store: Store) -> None:
    facts: dict[str, Mapping[str, Any]] = {"n8002": {"version": "1.0", "year": 2007}, "n8004": {"year": 2019}}
    snapshot = landscape(store, {number: {"1": 40} for number in ("8001", "8002", "8003", "8004")}, **facts)
    chosen = merging(snapshot, ["8001", "8002", "8003", "8004"], 2018)
    assert chosen.family == 2
    assert [one.municipality for one in chosen.evaluations] == ["8001", "8003"]
    assert [one.municipality for one in chosen.other_family] == ["8002"]
    assert [one.municipality for one in chosen.later] == ["8004"]
    with pytest.raises(UnknownChoice, match=r"K8002 er målt med versjon 1\.0, som ikke kan sammenlignes"):
        query_named("merger")(snapshot, {"municipalities": "8001,8002,8003", "year": "2018"})


@pytest.mark.parametrize("numbers", ["1612", "1612,5011", ",".join(str(9001 + n) for n in range(7))])
def test_a_merger_is_of_two_to_six(example: Snapshot, numbers: str) -> None:
    with pytest.raises(UnknownChoice, match="to til seks kommuner"):
        query_named("merger")(example, {"municipalities": numbers})


def test_one_without_points_is_named(store: Store) -> None:
    with pytest.raises(UnknownChoice, match=r"Halsa \(1571\) er evaluert, men poengene er ikke her"):
        query_named("merger")(snapshot_of(store), {"municipalities": "1612,1571"})


def test_the_shell_gives_the_columns_it_promises(example: Snapshot) -> None:
    asked = arguments_from(["municipalities=1612,1571,1613", "dataset=example"])
    assert query_named("merger")(example, asked).columns == [
        "code",
        "area",
        "label",
        "verdict",
        "leader",
        "lead",
        *HEIM,
    ]
    assert query_named("transfers")(example, asked).columns == ["code", "from", "to", "points"]


def test_snillfjord_goes_three_ways_and_whoever_else_goes_to_heim_is_told_of(example: Snapshot) -> None:
    alone = border_changes(example, {"1613": "Snillfjord (eksempel)"})
    assert set(alone["to_name"]) == {"Heim", "Hitra", "Orkland"}
    assert set(alone["name"]) == {"Snillfjord (eksempel)"}
    two = border_changes(example, {"1612": "Hemne", "1571": "Halsa (eksempel)"})
    assert set(two["name"]) == {"Hemne", "Halsa (eksempel)", "Snillfjord"}
    assert border_changes(example, {"9001": "Almevik"}).is_empty()


# An independent recomputation from the shipped files, in whole tenths ------------------------------------


@cache
def rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def maxima() -> dict[str, int]:
    return {row["code"]: int(row["max_points"]) for row in rows("data/reference/instrument_2_1_questions.csv")}


@cache
def tenths() -> dict[str, dict[str, int]]:
    """Number to code to tenths of the newest evaluation of each, all measured with 2.1."""
    newest: dict[str, str] = {}
    for row in rows("data/example/evaluations.csv"):
        newest[row["municipality_number"]] = max(row["year"], newest.get(row["municipality_number"], ""))
    found: dict[str, dict[str, int]] = {number: {} for number in newest}
    for row in rows("data/example/points.csv"):
        number = row["municipality_number"]
        if row["year"] == newest[number] and "." in row["code"]:
            found[number][row["code"]] = round(float(row["points"]) * 10)
    for row in rows("data/published/hemne_2018_questions.csv"):
        found["1612"].setdefault(row["code"], round(float(row["points"]) * 10))
    return found


def judged(numbers: tuple[str, ...], code: str) -> tuple[str, str | None, float | None]:
    figures = sorted(((tenths()[number][code], number) for number in numbers), reverse=True)
    best, second, last, top = figures[0][0], figures[1][0], figures[-1][0], maxima()[code] * 10
    if best * 100 >= 60 * top and (best - second) * 100 >= 10 * top:
        return "best", figures[0][1], (best - second) / 10
    if best * 100 < 50 * top:
        return "common_gap", None, None
    return ("equal" if (best - last) * 100 < 10 * top else "divided"), None, None


def taken(numbers: tuple[str, ...]) -> set[tuple[str, str, str, float]]:
    found = set()
    for code, maximum in maxima().items():
        best = max(tenths()[number][code] for number in numbers)
        far = [number for number in numbers if (best - tenths()[number][code]) * 10 >= maximum * 10]
        if best * 10 >= 60 * maximum:
            givers = set(numbers) - set(far)
            found |= {(code, giver, taker, (best - tenths()[taker][code]) / 10) for giver in givers for taker in far}
    return found


GROUPS = [
    HEIM, ("1612", "9001"), ("9001", "9002", "9003", "9004"), ("1571", "9010", "9020", "9030", "9040", "9050"),
    *[tuple(pair) for pair in combinations(["1613", "9007", "9021", "9044"], 2)],
]  # fmt: skip


@pytest.mark.parametrize("numbers", GROUPS, ids=[" ".join(numbers) for numbers in GROUPS])
def test_all_verdicts_and_transfers_are_as_recomputed(example: Snapshot, numbers: tuple[str, ...]) -> None:
    members = group(example, *numbers)
    found = merger(example, members)
    assert found["code"].to_list() == list(maxima())
    assert found.height == 45
    for row in found.to_dicts():
        assert (row["verdict"], row["leader"], row["lead"]) == judged(numbers, row["code"]), row["code"]
        assert [round(row[number] * 10) for number in numbers] == [tenths()[one][row["code"]] for one in numbers]
    assert set(transfers(example, members).select("code", "from", "to", "points").rows()) == taken(numbers)
