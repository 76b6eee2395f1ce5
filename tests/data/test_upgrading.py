"""A store that an older program made opens with all it holds, says the same, and gets what this program ships.

`tests/stores/edition_1.duckdb.gz` is a store of the first edition with what people did in it: three evaluations
imported (event 3), one of them replaced (4) and the replacement undone (5), and one in the example dataset (6). Beside
it lie the answers that the program of its time gave from it.
"""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import opening, shipped
from data.import_rows import ImportRows
from data.imports import undo_import
from data.opening import open_store
from data.shipped import PARTS, import_shipped, shipped_events
from data.store import EDITION, MIGRATIONS, Store, StoreUnavailable
from queries.snapshot import snapshot_of
from tests.landscapes import NOON, add, ask, import_rows, made

HOUSE = Path(__file__).resolve().parents[2]
STORES = HOUSE / "tests" / "stores"
BEFORE = json.loads((STORES / "edition_1_answers.json").read_text(encoding="utf-8"))
COLUMNS = """
    select table_name, column_index, column_name, data_type, comment
    from duckdb_columns() where not internal and schema_name = 'main' order by all
"""
TABLES = "select table_name, comment from duckdb_tables() where schema_name = 'main' order by all"
MACROS = """
    select function_name, parameters, macro_definition
    from duckdb_functions() where not internal and function_type like '%macro%' order by all
"""
LAST_OF_ITS_TIME = 6
"""The last event in the store of the first edition; what this program ships came after it."""
AFTER_OPENING = 11
"""The newest event once it is opened: figures, catalogue and programmes as they are now."""
FILE_OF_REPORT = "003_c02cc358e6a74b5a.txt"
"""The file that the first edition named beside its source."""
BY_THE_REGISTER = {
    ("Hemne", 2011, "population"): 4232,
    ("Hemne", 2011, "population_date"): date(2011, 1, 1),
    ("Hemne", 2018, "population"): 4225,
    ("Hemne", 2018, "population_date"): date(2018, 1, 1),
    ("Røros", 2021, "income_group"): "middle",
    ("Røros", 2021, "kostra_group"): "EKG02",
    ("Ulstein", 2015, "kostra_group"): "K11",
    ("Øvre Eiker", 2015, "kostra_group"): "K07",
}
"""What is known of real evaluations since, from official statistics."""
CODES = {"lav": "low", "middels": "middle", "høy": "high"}
"""Income groups: the words of the first two editions, and the codes since."""
IMPORTED = ("evaluation", "area_points", "question_points", "other_value", "gold_star", "remark", "event")
OPEN = """
import sys
from pathlib import Path
from data.opening import open_store
sys.stdout.write("opening\\n"); sys.stdout.flush()
open_store(Path(sys.argv[1]))
sys.stdout.write("open\\n"); sys.stdout.flush()
"""


@pytest.fixture(scope="module")
def first_edition() -> bytes:
    return gzip.decompress((STORES / "edition_1.duckdb.gz").read_bytes())


@pytest.fixture
def old_file(tmp_path: Path, first_edition: bytes) -> Path:
    path = tmp_path / "store.duckdb"
    path.write_bytes(first_edition)
    return path


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory, first_edition: bytes) -> Iterator[Store]:
    """Return the store of the first edition as this program opened it; tests only read it."""
    path = tmp_path_factory.mktemp("migrated") / "store.duckdb"
    path.write_bytes(first_edition)
    with closing(open_store(path)) as store:
        yield store


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def recommended(asked: dict[str, Any]) -> list[list[Any]]:
    """Return the rows that are good enough to learn from, a rule younger than the store: 60 %, else the highest."""
    share, points = (asked["columns"].index(name) for name in ("share", "points"))
    good = [row for row in asked["rows"] if row[share] >= 0.6]
    return good or [row for row in asked["rows"] if row[points] == max(other[points] for other in asked["rows"])]


def is_of_its_time(row: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Return whether a row is not a setting younger than the store; settings are the program's own."""
    return asked["query"] != "thresholds" or row["name"] in {setting[0] for setting in asked["rows"]}


# Opening a store of the first edition -------------------------------------------------------------


def test_the_store_of_the_first_edition_is_one(old_file: Path) -> None:
    assert rows(old_file, "select format from store_format") == [(1,)]
    assert [(kind, undoes) for kind, undoes in rows(old_file, "select kind, undoes from event order by event")] == [
        ("import", None), ("import", None), ("import", None), ("import", None), ("undo", 4), ("import", None),
    ]  # fmt: skip


def test_every_row_that_was_imported_is_there_after_the_migration(old_file: Path, migrated: Store) -> None:
    held = {table: sorted(map(in_codes, rows(old_file, f"from {table}"))) for table in IMPORTED}
    assert {table: of_its_time(migrated, table) for table in IMPORTED} == held
    assert migrated.newest_event() > LAST_OF_ITS_TIME


def in_codes(row: Sequence[Any]) -> str:
    """Return the row as text with the codes of income groups, which an older program stored as words."""
    return str([CODES.get(value, value) if isinstance(value, str) else value for value in row])


def of_its_time(store: Store, table: str) -> list[str]:
    """Return the rows that the events of the older program brought, as texts, without those added on opening."""
    owner = "event" if table in ("event", "evaluation") else "split_part(evaluation, '/', 1)::integer"
    kept = store.read(f"from {table} where {owner} <= {LAST_OF_ITS_TIME}").rows()
    return sorted(map(in_codes, kept))


@pytest.mark.parametrize("asked", BEFORE, ids=lambda asked: f"{asked['query']} {asked['dataset']} {asked['as_of']}")
def test_a_migrated_store_answers_as_the_program_of_its_time_did(migrated: Store, asked: dict[str, Any]) -> None:
    as_of = asked["as_of"] or LAST_OF_ITS_TIME
    answer = ask(snapshot_of(migrated, asked["dataset"], as_of), asked["query"], **asked["arguments"])
    told = [[row[name] for name in asked["columns"]] for row in answer if is_of_its_time(row, asked)]
    rows_then = recommended(asked) if asked["query"] == "best_practice" else asked["rows"]
    before = [[CODES.get(value, value) if isinstance(value, str) else value for value in row] for row in rows_then]
    assert json.loads(json.dumps(told, default=str)) == before


def test_a_migrated_store_says_today_what_it_said_of_real_municipalities_but_for_what_is_corrected(
    migrated: Store,
) -> None:
    corrected = {}
    for question in ("evaluations", "references", "discrepancies"):
        then, now = (ask(snapshot_of(migrated, "real", as_of), question) for as_of in (LAST_OF_ITS_TIME, None))
        for before, after in zip(then, now, strict=True):
            source = before["source"] and before["source"].replace(f" ({FILE_OF_REPORT})", "")
            changed = dict(after.items() - (before | {"source": source}).items())
            for name in changed.keys() - {"evaluation", "event"}:
                corrected[after["name"], after["year"], name] = changed[name]
    assert corrected == BY_THE_REGISTER


def test_migrating_the_first_edition_ends_in_the_schema_of_a_new_store(old_file: Path, filled_store_file: Path) -> None:
    open_store(old_file).close()
    for query in (TABLES, COLUMNS, MACROS, "select format, reference from store_format"):
        assert rows(old_file, query) == rows(filled_store_file, query)


def test_a_migrated_store_knows_its_migrations_and_a_new_one_needs_none(migrated: Store, store: Store) -> None:
    names = [path.name for _, path in sorted(MIGRATIONS.items())]
    assert migrated.read("select name from migration order by edition")["name"].to_list() == names
    assert store.read("from migration").is_empty()


def test_migrations_are_numbered_without_a_gap_from_the_second_edition() -> None:
    assert sorted(MIGRATIONS) == list(range(2, EDITION + 1))


def test_a_second_opening_runs_no_migration_again(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(old_file).close()
    monkeypatch.setattr(opening, "_open_stores", {})
    monkeypatch.setattr(opening, "upgrade", lambda _: pytest.fail("migrated twice"))
    assert open_store(old_file).edition() == EDITION


def test_whoever_only_reads_an_old_store_migrates_it_too(old_file: Path) -> None:
    store = open_store(old_file, read_only=True)
    assert len(ask(snapshot_of(store, "real"), "evaluations")) == 15


def test_printed_groups_of_an_old_store_are_known_by_code(migrated: Store, store: Store) -> None:
    groups = "select distinct group_label, country, group_code from published_{} order by all"
    assert migrated.read(groups.format("reference")).rows() == [
        ("Norge", "NO", "all"),
        ("under 5 000 innbyggere", "NO", "size_1"),
    ]
    for table in ("reference", "statement"):
        assert migrated.read(groups.format(table)).equals(store.read(groups.format(table)))


# When something goes wrong ------------------------------------------------------------------------


def test_a_migration_that_fails_leaves_the_old_store_and_says_so(
    old_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = tmp_path / "999_half.sql"
    half.write_text("create table half (one integer); insert into half values ('no number');", encoding="utf-8")
    monkeypatch.setitem(MIGRATIONS, EDITION + 1, half)
    with pytest.raises(
        StoreUnavailable, match=r"^Datalageret store\.duckdb er laget av en eldre utgave .* Det er som før"
    ):
        open_store(old_file)
    monkeypatch.delitem(MIGRATIONS, EDITION + 1)
    assert rows(old_file, "select format from store_format") == [(1,)]
    assert rows(old_file, "select count(*) from duckdb_tables() where table_name in ('half', 'migration')") == [(0,)]
    assert open_store(old_file).edition() == EDITION


def test_a_process_killed_at_any_moment_of_a_migration_leaves_the_old_store_or_the_new(
    tmp_path: Path, first_edition: bytes
) -> None:
    path = tmp_path / "store.duckdb"
    environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
    editions = set()
    for moment in range(8):
        for leftover in tmp_path.glob("store.duckdb*"):
            leftover.unlink()
        path.write_bytes(first_edition)
        process = subprocess.Popen([sys.executable, "-c", OPEN, str(path)], stdout=subprocess.PIPE, env=environment)
        assert process.stdout
        process.stdout.readline()
        time.sleep(moment * 0.02)
        process.kill()
        process.wait()
        process.stdout.close()
        with duckdb.connect(path) as connection:  # as the next program would, with what the journal holds
            editions.add(edition := connection.execute("select format from store_format").fetchall()[0][0])
            tables = connection.execute("select count(*) from duckdb_tables()").fetchall()[0][0]
            assert connection.execute(
                f"select count(*) from evaluation where event <= {LAST_OF_ITS_TIME}"
            ).fetchall() == [(108,)]
        assert (edition, tables) in {(1, 17), (EDITION, 33)}
        opening._open_stores.pop(path, None)
        with closing(open_store(path)) as opened:
            assert (opened.edition(), opened.newest_event()) == (EDITION, AFTER_OPENING)
    assert 1 in editions


# What a newer program ships -----------------------------------------------------------------------


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that makes this program ship other published figures: Nesseby 2012 with 401 points."""

    def change() -> None:
        def rows() -> ImportRows:
            return import_rows(made("1612", 2018, total=432), made("2027", 2012, total=401))

        folder = tmp_path / "published"
        folder.mkdir()
        (folder / "published_evaluations.csv").write_text("another edition\n", encoding="utf-8")
        first, *others = PARTS
        newer = replace(first, folder=folder, rows=rows, about_groups=dict)
        monkeypatch.setattr(shipped, "PARTS", (newer, *others))

    return change


def totals(store: Store, as_of: int | None = None) -> dict[tuple[str, int], float]:
    answer = ask(snapshot_of(store, "real", as_of), "evaluations")
    return {(row["municipality"], row["year"]): row["total"] for row in answer}


def test_an_old_store_gets_what_it_has_not_seen_and_no_more(migrated: Store) -> None:
    assert migrated.read("select event, part from shipped order by event").rows() == [
        (1, "published"),
        (2, "example"),
        (7, "published"),  # sources by their titles
        (8, "example"),  # the same, and income groups as codes
        (9, "catalogue"),
        (10, "programmes"),
        (11, "example_programmes"),
    ]
    assert migrated.newest_event() == AFTER_OPENING


def test_a_store_that_holds_what_the_program_ships_gets_no_event(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    assert store.newest_event() == 5
    assert shipped_events(store) == {1, 2, 3, 4, 5}


def test_what_a_newer_program_ships_comes_as_a_new_import_in_place_of_the_old_one(
    own_store_file: Path, newer_program: Callable[[], None]
) -> None:
    newer_program()
    store = open_store(own_store_file)
    log = store.read("select event, kind, dataset, undoes from event order by event").rows()
    assert log[5:] == [(6, "import", "real", None)]
    assert totals(store) == {("1612", 2018): 432, ("2027", 2012): 401}
    assert len(totals(store, as_of=3)) == 13
    assert shipped_events(store) == {1, 2, 3, 4, 5, 6}
    undo_import(store, 6, NOON, also_shipped=True)
    assert len(totals(store)) == 13


def test_what_a_newer_program_ships_never_hides_what_somebody_imported(
    own_store_file: Path, newer_program: Callable[[], None]
) -> None:
    store = open_store(own_store_file)
    add(store, made("1612", 2018, total=500), made("1635", 2019, total=300))
    newer_program()
    import_shipped(store)
    assert totals(store) == {("1612", 2018): 500, ("1635", 2019): 300, ("2027", 2012): 401}
    undo_import(store, 6, NOON)
    assert totals(store) == {("1612", 2018): 432, ("2027", 2012): 401}


def test_a_program_asks_once_and_not_at_every_start(own_store_file: Path, newer_program: Callable[[], None]) -> None:
    newer_program()
    store = open_store(own_store_file)
    import_shipped(store)
    assert store.newest_event() == 6


def test_two_programs_that_share_a_store_do_not_take_turns(
    own_store_file: Path, newer_program: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_program()
    store = open_store(own_store_file)
    monkeypatch.setattr(shipped, "PARTS", PARTS)
    import_shipped(store)
    assert store.newest_event() == 6
    assert totals(store) == {("1612", 2018): 432, ("2027", 2012): 401}


def test_where_the_newer_figures_cannot_be_imported_those_held_are_shown_and_the_log_says_why(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails() -> ImportRows:
        raise OSError("disk full")

    first, *others = PARTS
    monkeypatch.setattr(shipped, "PARTS", (replace(first, folder=own_store_file.parent, rows=fails), *others))
    store = open_store(own_store_file)
    assert len(totals(store)) == 13
    assert "cannot be imported" in caplog.text


def test_who_undid_what_came_with_the_program_does_not_get_it_back(
    own_store_file: Path, newer_program: Callable[[], None]
) -> None:
    store = open_store(own_store_file)
    undo_import(store, 1, NOON, also_shipped=True)
    newer_program()
    import_shipped(store)
    assert totals(store) == {}


def test_whoever_only_reads_gets_no_new_import(own_store_file: Path, newer_program: Callable[[], None]) -> None:
    newer_program()
    assert open_store(own_store_file, read_only=True).newest_event() == 5


def test_a_part_that_a_store_never_held_is_imported(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        for table in ("shipped", "event", "evaluation"):
            connection.execute(f"delete from {table} where event = 2")
    assert open_store(own_store_file).read("select event, part from shipped order by event").rows() == [
        (1, "published"),
        (3, "catalogue"),
        (4, "programmes"),
        (5, "example_programmes"),
        (6, "example"),
    ]


def test_the_published_figures_are_told_apart_by_every_letter_but_not_by_line_ends(tmp_path: Path) -> None:
    part = replace(PARTS[0], folder=tmp_path)
    (tmp_path / "one.csv").write_bytes(b"a,b\n1,2\n")
    before = part.fingerprint()
    (tmp_path / "one.csv").write_bytes(b"a,b\r\n1,2\r\n")
    assert part.fingerprint() == before
    (tmp_path / "one.csv").write_bytes(b"a,b\n1,3\n")
    assert part.fingerprint() != before
