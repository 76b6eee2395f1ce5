"""Reference tables and SQL macros of a store, kept equal to the files in data/reference/ and to rules.sql."""

from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl

from data.store import Store

FOLDER = Path(__file__).parent / "reference"
RULES = Path(__file__).parent / "rules.sql"
FILE_OF_TABLE = {
    "instrument_area": "instrument_areas",
    "instrument_question": "instrument_2_1_questions",
    "size_group": "size_groups",
    "threshold": "thresholds",
    "municipality_number": "municipality_numbers",
    "population": "populations",
    "municipality_change": "municipality_changes",
}


def fingerprint() -> str:
    """Return the SHA-256 of the reference files and rules.sql."""
    files = [RULES, *(_path(file) for file in FILE_OF_TABLE.values())]
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def are_current(store: Store) -> bool:
    """Return whether the store was last filled from these very files."""
    return bool(store.read("select max(reference) from store_format").item() == fingerprint())


def fill(cursor: duckdb.DuckDBPyConnection) -> None:
    """Replace the content of the reference tables and the macros; evaluations are not touched."""
    for table, file in FILE_OF_TABLE.items():
        # Without schema inference: read as a number, municipality 0219 would lose its leading zero.
        rows = pl.read_csv(_path(file), infer_schema=False)  # noqa: F841
        cursor.execute(f"delete from {table}")  # noqa: S608  the table names are constants above
        cursor.execute(f"insert into {table} by name from rows")
    cursor.execute(RULES.read_text(encoding="utf-8"))
    cursor.execute("update store_format set reference = ?", [fingerprint()])


def _path(file: str) -> Path:
    return FOLDER / f"{file}.csv"
