"""Imports, undos and redos only ever add; any earlier state can be read again."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from data.imports import UndoRefused, add_import, imports, undo_import
from data.opening import open_store
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


# The undo of an undo ------------------------------------------------------------------------------


def undone_and_redone(store: Store) -> None:
    """Import 400, replace it with 410 (event 2), undo that (3), undo the undo (4), and undo the import again (5)."""
    add(store, made("9001", total=400), title="Første")
    add(store, made("9001", total=410), title="Andre")
    assert [undo_import(store, event, NOON) for event in (2, 3, 2)] == [3, 4, 5]


def test_an_undo_can_be_undone_and_the_import_undone_again(made_store: Store) -> None:
    undone_and_redone(made_store)
    assert [totals(made_store, event)[0][3] for event in (1, 2, 3, 4, 5)] == [400, 410, 400, 410, 400]
    assert undo_import(made_store, 5, NOON) == 6
    assert totals(made_store, 6) == [("9001", 2018, "2.1", 410)]


def test_the_log_names_the_undo_that_counts_and_none_where_none_does(made_store: Store) -> None:
    undone_and_redone(made_store)
    columns = ["event", "kind", "title", "undoes", "undone_by"]
    assert imports(made_store).select(columns).rows() == [
        (1, "import", "Første", None, None),
        (2, "import", "Andre", None, 5),
        (3, "undo", "Angret import 2: Andre", 2, None),
        (4, "redo", "Tok fram igjen import 2: Andre", 2, None),
        (5, "undo", "Angret import 2: Andre", 2, None),
    ]
    undone_as_of = {
        as_of: {
            row[0]: row[1] for row in Snapshot(made_store, "real", as_of).query("events")["event", "undone_by"].rows()
        }
        for as_of in (2, 3, 4, 5)
    }
    assert [undone[2] for undone in undone_as_of.values()] == [None, 3, None, 5]


def test_redoing_adds_one_row_and_changes_none(made_store: Store) -> None:
    add(made_store, made("9001", total=400, areas=[50] * 8, questions={"1.1": "5.0"}))
    undo_import(made_store, 1, NOON)
    before = {table: set(made_store.read(f"from {table}").rows()) for table in TABLES}
    undo_import(made_store, 2, NOON)
    after = {table: set(made_store.read(f"from {table}").rows()) for table in TABLES}
    assert {table: len(after[table] - before[table]) for table in TABLES} == dict.fromkeys(TABLES, 0) | {"event": 1}
    assert all(before[table] <= after[table] for table in TABLES)


@pytest.mark.parametrize("already", [[1, 2], [1, 2, 1]], ids=["redone", "undone again"])
def test_an_undo_that_counts_no_more_cannot_be_undone(made_store: Store, already: list[int]) -> None:
    add(made_store, made("9001", total=400))
    for event in already:
        undo_import(made_store, event, NOON)
    with pytest.raises(
        UndoRefused, match=r"^Angring 2 gjelder ikke lenger: import 1 er tatt fram igjen siden\.$"
    ) as no:
        undo_import(made_store, 2, NOON)
    assert (no.value.code, no.value.values) == ("undo_already_undone", {"undo": 2, "event": 1})
    assert made_store.newest_event() == 1 + len(already)


def test_a_redo_is_undone_by_undoing_its_import(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    undo_import(made_store, 1, NOON)
    undo_import(made_store, 2, NOON)
    with pytest.raises(UndoRefused, match="ingen import med nummer 3"):
        undo_import(made_store, 3, NOON)


def test_a_redo_belongs_to_the_dataset_of_its_import(made_store: Store) -> None:
    add(made_store, made("9001", total=400), dataset="example")
    undo_import(made_store, 1, NOON)
    undo_import(made_store, 2, NOON)
    assert made_store.read("select dataset, undoes from event where kind = 'redo'").rows() == [("example", 1)]


# What came with the program -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (1, "Import 1 er «Publiserte tall som følger med programmet»"),
        (2, "Import 2 er «Eksempeldata som følger med programmet»"),
        (3, "Import 3 er «Evalueringer vi vet om, som følger med programmet»"),
        (4, "Endring 4 er «Programmer fra kilder, som følger med programmet»"),
        (5, "Endring 5 er «Oppdiktede programmer som følger med programmet»"),
    ],
)
def test_what_came_with_the_program_is_not_undone_by_a_slip(own_store_file: Path, event: int, told: str) -> None:
    store = open_store(own_store_file)
    with pytest.raises(UndoRefused, match=rf"^{told}\. .+ skriv --shipped\.$") as refused:
        undo_import(store, event, NOON)
    assert (refused.value.code, refused.value.values) == (
        "shipped_import",
        {"event": event, "title": told.split("«")[1][:-1]},
    )
    assert store.newest_event() == 5
    assert undo_import(store, event, NOON, also_shipped=True) == 6
    assert undo_import(store, 6, NOON) == 7  # bringing it back takes nothing from anybody
    assert store.read("select count(*) from undone_import(7)").item() == 0


def test_what_people_imported_is_undone_without_more_ado(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    assert add(store, made("9001", total=400)) == 6
    assert undo_import(store, 6, NOON) == 7


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
