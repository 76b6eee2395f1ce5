"""A store of the second edition, made when 20 municipalities were known, opens with every row under today's key.

It is made by hand: the store of the first edition, the migration to the second, and an evaluation of Skaun imported
under its number of 2018, which the register of that time did not know.
"""

import gzip
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.imports import undo_import
from data.opening import open_store
from data.store import EDITION, MIGRATIONS, Store
from queries.snapshot import snapshot_of
from tests.landscapes import NOON, add, ask, made

STORES = Path(__file__).resolve().parents[1] / "stores"
SKAUN = "7/5029/2018/2.1"
OF_SKAUN = f"""
    insert into event values (7, 'import', 'real', null, '2026-11-26 12:00:00', 'Skåringsark: skaun.xlsx');
    insert into evaluation by name
        select '{SKAUN}' as evaluation, 7 as event, 'real' as dataset, 'NO' as country, '5029' as municipality,
            'Skaun' as name, 2018 as year, 'stated' as year_basis, '2.1' as version, 'stated' as version_basis,
            2 as family, 8169 as population, date '2018-01-01' as population_date, 'arket' as population_source,
            'høy' as income_group, 'Skaun 2018' as source;
    insert into area_points by name
        select '{SKAUN}' as evaluation, unnest(range(9)) as area, 40 as points, 'stated' as basis;
    insert into question_points by name
        select '{SKAUN}' as evaluation, '1.3' as code, 12.5 as points, 'stated' as basis;
    insert into other_value by name select '{SKAUN}' as evaluation, 1 as area, 'points' as statistic, 41 as value;
    insert into gold_star by name select '{SKAUN}' as evaluation, '1.3' as code, 's. 9' as place;
    insert into remark by name
        select '{SKAUN}' as evaluation, 1 as area, 'strength' as kind, 1 as position, 'Alt er på plass' as text
"""
IMPORTED = (
    "event", "evaluation", "area_points", "question_points", "other_value", "gold_star", "remark",
    "published_reference", "published_statement",
)  # fmt: skip
LAST_BEFORE = 7
CHANGED = {"5029": "1657", "lav": "low", "middels": "middle", "høy": "high"}
"""All that opening may change of what lies in the store: a key that the register corrects, and words into codes."""


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "store.duckdb"
    path.write_bytes(gzip.decompress((STORES / "edition_1.duckdb.gz").read_bytes()))
    with duckdb.connect(path) as connection:
        connection.execute(MIGRATIONS[2].read_text(encoding="utf-8"))
        connection.execute("update store_format set format = 2")
        connection.execute("insert into migration values (2, $name, now()::timestamp)", {"name": MIGRATIONS[2].name})
        connection.execute(OF_SKAUN)
    return path


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def opened(row: Sequence[Any]) -> str:
    return str([CHANGED.get(value, value) if isinstance(value, str) else value for value in row])


def owned(store: Store, table: str) -> list[tuple[Any, ...]]:
    """Return the rows that events before the opening brought."""
    owner = "event" if "event" in store.read(f"from {table} limit 0").columns else "split_part(evaluation, '/', 1)::int"
    return store.read(f"from {table} where {owner} <= {LAST_BEFORE}").rows()


def test_every_row_is_kept_and_only_keys_and_income_words_are_changed(old_file: Path) -> None:
    before = {table: sorted(map(opened, rows(old_file, f"from {table}"))) for table in IMPORTED}
    store = open_store(old_file)
    assert store.edition() == EDITION
    assert {table: sorted(map(str, map(list, owned(store, table)))) for table in IMPORTED} == before
    migrated = store.read("select name from migration order by edition")["name"].to_list()
    assert migrated == [MIGRATIONS[edition].name for edition in (2, 3, 4)]


def test_it_ends_in_the_schema_of_a_new_store(old_file: Path, filled_store_file: Path) -> None:
    open_store(old_file).close()
    for query in (
        "select table_name, column_name, data_type, comment from duckdb_columns() "
        "where schema_name = 'main' and not internal order by all",
        "select table_name, comment from duckdb_tables() where schema_name = 'main' order by all",
    ):
        assert rows(old_file, query) == rows(filled_store_file, query)


def test_skaun_is_found_under_its_first_number_with_all_its_figures(old_file: Path) -> None:
    store = open_store(old_file)
    assert store.read("select evaluation, municipality, income_group from evaluation where name = 'Skaun'").rows() == [
        (SKAUN, "1657", "high")
    ]
    snapshot = snapshot_of(store, "real")
    for number in ("1657", "5029"):
        [row] = [row for row in ask(snapshot, "evaluations") if row["municipality"] == "1657"]
        assert (row["total"], row["population"], row["income_group"]) == (40, 8169, "high")
        assert [area["own"] for area in ask(snapshot, "profile", municipality=number)] == [40] * 9
        asked = ask(snapshot, "question_profile", municipality=number)
        [question] = [row for row in asked if row["code"] == "1.3"]
        assert (question["own"], question["gold_star"]) == (12.5, "s. 9")
    for table, column, value in (
        ("other_value", "value", Decimal("41.0")),
        ("gold_star", "code", "1.3"),
        ("remark", "text", "Alt er på plass"),
    ):
        assert store.read(f"select {column} from {table} where evaluation = $own", own=SKAUN).item() == value


def test_what_is_imported_afterwards_under_either_number_replaces_it(old_file: Path) -> None:
    store = open_store(old_file)
    event = add(store, made("5029", 2018, total=401))
    totals = [row["total"] for row in ask(snapshot_of(store, "real"), "evaluations") if row["municipality"] == "1657"]
    assert totals == [401]
    undo_import(store, event, NOON)
    totals = [row["total"] for row in ask(snapshot_of(store, "real"), "evaluations") if row["municipality"] == "1657"]
    assert totals == [40]


def test_what_opening_brings_comes_after_what_lay_there(old_file: Path) -> None:
    store = open_store(old_file)
    assert store.read(f"select part from shipped where event > {LAST_BEFORE} order by event")["part"].to_list() == [
        "published",
        "example",
        "catalogue",
        "programmes",
        "example_programmes",
    ]
