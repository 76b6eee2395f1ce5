"""The data dictionary: complete, and free of what a shared lake does not have."""

import re

from data.store import Store
from tests.landscapes import DATA

SCHEMA = (DATA / "schema.sql").read_text(encoding="utf-8")
STATEMENTS = re.sub(r"--[^\n]*", "", SCHEMA)


def test_every_table_has_a_comment(store: Store) -> None:
    rows = store.read("select table_name from duckdb_tables() where coalesce(comment, '') = ''")
    assert rows["table_name"].to_list() == []
    assert store.read("select count(*) from duckdb_tables() where schema_name = 'main'").item() == 33


def test_every_column_has_a_comment(store: Store) -> None:
    rows = store.read("""
        select table_name || '.' || column_name as name from duckdb_columns()
        where not internal and coalesce(comment, '') = ''
    """)
    assert rows["name"].to_list() == []


def test_the_schema_relies_on_no_key_or_sequence() -> None:
    assert re.findall(r"(?i)\b(primary|foreign|unique|references|sequence|nextval|check|index)\b", STATEMENTS) == []


def test_the_store_holds_no_constraint_sequence_or_index(store: Store) -> None:
    for objects in ("duckdb_constraints()", "duckdb_sequences()", "duckdb_indexes()"):
        assert store.read(f"select count(*) from {objects}").item() == 0, objects


def test_points_are_exact_decimals(store: Store) -> None:
    rows = store.read("""
        select table_name, data_type from duckdb_columns()
        where column_name in ('points', 'question_sum') and not internal
    """).rows()
    assert {table for table, _ in rows} == {"area_points", "question_points"}
    assert {kind for _, kind in rows} == {"DECIMAL(5,1)"}
