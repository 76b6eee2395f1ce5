"""Reference tables and SQL macros of a store, kept equal to the files in data/reference/ and to rules.sql."""

from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl

from data import register
from data.register import FOLDER
from data.store import Store

RULES = Path(__file__).parent / "rules.sql"
KEYS = Path(__file__).parent / "evaluation_keys.sql"
FILE_OF_TABLE = {
    "instrument_area": "instrument_areas",
    "instrument_question": "instrument_2_1_questions",
    "size_group": "size_groups",
    "threshold": "thresholds",
    "instrument_version": "instrument_versions",
    "kostra_group_name": "kostra_group_names",
    "register_source": "register_sources",
}


def fingerprint() -> str:
    """Return the SHA-256 of the reference files, of what makes tables of them, and of rules.sql."""
    files = [RULES, KEYS, Path(register.__file__), *sorted(FOLDER.glob("*.csv"))]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def are_current(store: Store) -> bool:
    """Return whether the store was last filled from these very files."""
    return bool(store.read("select max(reference) from store_format").item() == fingerprint())


def fill(cursor: duckdb.DuckDBPyConnection) -> None:
    """Replace the content of the reference tables and the macros; of evaluations only a municipality's key may change.

    A register that knows an earlier number gives a municipality that number as its key (evaluation_keys.sql).
    """
    # Without schema inference: read as a number, municipality 0219 would lose its leading zero.
    files = {table: pl.read_csv(FOLDER / f"{file}.csv", infer_schema=False) for table, file in FILE_OF_TABLE.items()}
    # A store holds names in bokmål alone: they are told in other languages from the files (instrument_names.py).
    simple = {table: rows.select(pl.exclude(r"^.+_(nn|en)$")) for table, rows in files.items()}
    for table, rows in {**simple, **register.tables()}.items():  # noqa: B007, PERF102  DuckDB finds `rows` by its name
        cursor.execute(f"delete from {table}")  # noqa: S608  the table names are constants
        cursor.execute(f"insert into {table} by name from rows")
    for statement in (KEYS.read_text(encoding="utf-8"), RULES.read_text(encoding="utf-8")):
        cursor.execute(statement)
    cursor.execute("update store_format set reference = ?", [fingerprint()])
