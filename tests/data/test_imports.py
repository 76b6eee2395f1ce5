"""Imports and undos only ever add; any earlier state can be read again."""

from dataclasses import replace
from typing import Any

import duckdb
import polars as pl
import pytest

from data.imports import UndoRefused, add_import, imports, undo_import
from data.store import Store
from queries.snapshot import Snapshot
from tests.landscapes import NOON, add, empty_store, import_rows, made

TABLES = ("event", "evaluation", "area_points", "question_points", "other_value", "gold_star", "remark")


def totals(store: Store, as_of: int, dataset: str = "real") -> list[tuple[Any, ...]]:
    """Return municipality, year, version and total of what counts as of an event."""
    counting = Snapshot(store, dataset, as_of).query("evaluations", municipality=None)
    return counting.select("municipality", "year", "version", pl.col("total").cast(pl.Int64)).sort(pl.all()).rows()


def counts(store: Store) -> dict[str, int]:
    return {table: store.read(f"select count(*) from {table}").item() for table in TABLES}


def test_events_are_numbered_from_one(made_store: Store) -> None:
    assert made_store.newest_event() == 0
    assert [add(made_store, made("9001", total=400)), add(made_store, made("9002", total=400))] == [1, 2]
    assert made_store.newest_event() == 2


def test_a_second_import_of_the_same_evaluation_becomes_the_one_that_counts(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410))
    assert totals(made_store, 2) == [("9001", 2018, "2.1", 410)]


def test_the_replaced_evaluation_is_still_there_as_of_its_own_event(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410))
    assert totals(made_store, 1) == [("9001", 2018, "2.1", 400)]
    assert made_store.read("select count(*) from evaluation").item() == 2


def test_before_the_first_event_there_is_nothing(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    assert totals(made_store, 0) == []


def test_another_year_or_version_replaces_nothing(made_store: Store) -> None:
    add(made_store, made("9001", 2016, "2.0", total=400))
    add(made_store, made("9001", 2016, "2.1", total=390), made("9001", 2018, "2.1", total=410))
    assert totals(made_store, 2) == [
        ("9001", 2016, "2.0", 400),
        ("9001", 2016, "2.1", 390),
        ("9001", 2018, "2.1", 410),
    ]


def test_the_same_municipality_under_its_new_number_is_replaced(made_store: Store) -> None:
    add(made_store, made("1612", total=433))
    add(made_store, made("5011", total=426))
    assert totals(made_store, 2) == [("1612", 2018, "2.1", 426)]


def test_undo_brings_back_what_the_import_replaced(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410), made("9002", total=300))
    assert undo_import(made_store, 2, NOON) == 3
    assert totals(made_store, 3) == [("9001", 2018, "2.1", 400)]


def test_as_of_shows_the_state_before_and_after_an_undo(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410))
    undo_import(made_store, 2, NOON)
    add(made_store, made("9001", total=420))
    states = [totals(made_store, event)[0][3] for event in (1, 2, 3, 4)]
    assert states == [400, 410, 400, 420]


def test_undoing_the_older_of_two_imports_leaves_the_newer_one_standing(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410))
    undo_import(made_store, 1, NOON)
    assert totals(made_store, 3) == [("9001", 2018, "2.1", 410)]


def test_undo_adds_one_row_and_removes_none(made_store: Store) -> None:
    add(made_store, made("9001", total=400, areas=[50] * 8, questions={"1.1": "5.0"}))
    before = counts(made_store)
    undo_import(made_store, 1, NOON)
    assert counts(made_store) == before | {"event": before["event"] + 1}


def test_an_import_adds_rows_and_changes_none(made_store: Store) -> None:
    add(made_store, made("9001", total=400, areas=[50] * 8))
    before = {table: set(made_store.read(f"from {table}").rows()) for table in TABLES}
    add(made_store, made("9001", total=410, areas=[51] * 8))
    assert all(before[table] <= set(made_store.read(f"from {table}").rows()) for table in TABLES)


def test_undo_of_an_unknown_import_is_refused_with_a_sentence(made_store: Store) -> None:
    with pytest.raises(UndoRefused, match=r"^Det finnes ingen import med nummer 7\. .+\.$") as refused:
        undo_import(made_store, 7, NOON)
    assert (refused.value.code, refused.value.values) == ("no_such_import", {"event": 7})
    assert made_store.newest_event() == 0


def test_undoing_twice_is_refused_with_a_sentence_that_names_the_first_undo(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    undo_import(made_store, 1, NOON)
    with pytest.raises(UndoRefused, match=r"^Import 1 er allerede angret, av hendelse 2\.$") as refused:
        undo_import(made_store, 1, NOON)
    assert (refused.value.code, refused.value.values) == ("already_undone", {"event": 1, "undo": 2})
    assert made_store.newest_event() == 2


def test_an_undo_cannot_be_undone(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    undo_import(made_store, 1, NOON)
    with pytest.raises(UndoRefused, match="ingen import med nummer 2"):
        undo_import(made_store, 2, NOON)


def test_an_undo_belongs_to_the_dataset_of_its_import(made_store: Store) -> None:
    add(made_store, made("9001", total=400), dataset="example")
    undo_import(made_store, 1, NOON)
    assert made_store.read("select dataset, undoes from event where kind = 'undo'").rows() == [("example", 1)]


def test_the_datasets_never_see_each_other(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=100), made("9002", total=200), dataset="example")
    assert totals(made_store, 2) == [("9001", 2018, "2.1", 400)]
    assert totals(made_store, 2, "example") == [("9001", 2018, "2.1", 100), ("9002", 2018, "2.1", 200)]


@pytest.mark.parametrize("table", ["other_values", "gold_stars", "remarks"])
def test_an_import_that_fails_midway_leaves_nothing(made_store: Store, table: str) -> None:
    add(made_store, made("9001", total=400))
    before = counts(made_store)
    good = import_rows(made("9002", total=500, areas=[50] * 8, questions={"1.1": "5.0"}))
    wrong = pl.DataFrame({"municipality_number": ["9002"], "year": [2018], "version": ["2.1"], "no_such_column": [1]})
    with pytest.raises(duckdb.Error, match="no_such_column"):
        add_import(made_store, "real", "Prøve", replace(good, **{table: wrong}), NOON)
    assert counts(made_store) == before


def test_after_a_failed_import_the_next_one_works_and_takes_the_number(made_store: Store) -> None:
    good = import_rows(made("9002", total=500))
    wrong = pl.DataFrame({"municipality_number": ["9002"], "year": [2018], "version": ["2.1"], "no_such_column": [1]})
    with pytest.raises(duckdb.Error):
        add_import(made_store, "real", "Prøve", replace(good, remarks=wrong), NOON)
    assert add(made_store, made("9002", total=500)) == 1


def test_the_log_tells_of_every_event_what_it_brought_and_what_undid_it(made_store: Store) -> None:
    add(made_store, made("9001", total=400), made("9002", total=400), title="Første")
    add(made_store, made("9001", total=410), title="Andre")
    undo_import(made_store, 1, NOON)
    columns = ["event", "kind", "title", "evaluations", "undoes", "undone_by"]
    assert imports(made_store).select(columns).rows() == [
        (1, "import", "Første", 2, None, 3),
        (2, "import", "Andre", 1, None, None),
        (3, "undo", "Angret import 1: Første", 0, 1, None),
    ]


def test_an_event_keeps_its_moment_in_utc_wherever_the_machine_is() -> None:
    own = empty_store()
    with own.transaction() as cursor:
        cursor.execute("set global TimeZone = 'Europe/Oslo'")  # as on a machine in Norway
    add(own, made("9001", total=400))
    assert own.read("select happened_at from event").item() == NOON.replace(tzinfo=None)


# A year that is only the latest possible ----------------------------------------------------------


def undated(total: int, year: int = 2019, version: str = "2.0", number: str = "9001") -> Any:
    return made(number, year, version, total=total, year_basis="latest possible")


def test_an_evaluation_of_unknown_year_gives_way_to_a_dated_one_with_the_same_total(made_store: Store) -> None:
    add(made_store, undated(535))
    add(made_store, made("9001", 2014, "2.0", total=535))
    assert totals(made_store, 1) == [("9001", 2019, "2.0", 535)]
    assert totals(made_store, 2) == [("9001", 2014, "2.0", 535)]


def test_it_comes_back_when_the_dated_one_is_undone(made_store: Store) -> None:
    add(made_store, undated(535))
    add(made_store, made("9001", 2014, "2.0", total=535))
    undo_import(made_store, 2, NOON)
    assert totals(made_store, 3) == [("9001", 2019, "2.0", 535)]


@pytest.mark.parametrize(
    "other",
    [
        made("9001", 2014, "2.0", total=534),
        made("9002", 2014, "2.0", total=535),
        made("9001", 2014, "1.0", total=535),
        made("9001", 2020, "2.1", total=535),
        made("9001", 2018, "2.0", total=535, year_basis="latest possible"),
    ],
    ids=["another total", "another municipality", "another family", "a later year", "equally undated"],
)
def test_it_does_not_give_way_to_anything_else(made_store: Store, other: Any) -> None:
    add(made_store, undated(535), other)
    assert ("9001", 2019, "2.0", 535) in totals(made_store, 1)


def test_it_gives_way_to_a_dated_one_of_another_version_of_the_family(made_store: Store) -> None:
    add(made_store, undated(535, version="2.0"), made("9001", 2017, "2.1", total=535))
    assert totals(made_store, 1) == [("9001", 2017, "2.1", 535)]
