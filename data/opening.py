"""Finds the store, and makes and fills it on first start."""

import os
import tempfile
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from data import example, published, reference_tables
from data.imports import add_import
from data.language import _
from data.store import FORMAT, Store, StoreUnavailable, connect, log

FOLDER = Path(__file__).parent

SHIPPED_IMPORTS = 2
"""Every store begins with these events: the published figures, and the example dataset."""

_open_stores: dict[Path, Store] = {}
_opening = threading.Lock()


def store_path() -> Path:
    """Return where the store lies: as KOMPASSROSEN_STORE says, else data/kompassrosen.duckdb."""
    return Path(os.environ.get("KOMPASSROSEN_STORE") or FOLDER / "kompassrosen.duckdb").resolve()


def open_store(path: Path | None = None, *, read_only: bool = False) -> Store:
    """Return the store, made and filled first where there is none; the same one for every caller.

    Raises:
        StoreUnavailable: it cannot be read or made; an existing file is then left untouched.
    """
    path = path or store_path()
    with _opening:
        if path not in _open_stores:
            if not path.exists():
                _make(path)
            _open_stores[path] = _with_current_reference(connect(path, read_only=read_only))
        return _open_stores[path]


def _with_current_reference(store: Store) -> Store:
    """Give a store made by an older program the reference tables of this one."""
    if reference_tables.are_current(store):
        return store
    store.close()
    writable = connect(store.path)
    with writable.transaction() as cursor:
        reference_tables.fill(cursor)
    return writable


def _make(path: Path) -> None:
    """Make the store beside its place and move it there whole, so that nobody sees a half-filled one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-store-") as folder:
            new = Path(folder) / path.name
            _fill(new)
            _move(new, path)
    except (OSError, duckdb.Error) as error:
        log.error("store %s cannot be made: %s", path, error)
        raise StoreUnavailable(
            "store_cannot_be_made",
            _(
                "Datalageret {file} kan ikke opprettes her: mappen kan ikke skrives til, eller disken er "
                "full. Velg et annet sted med miljøvariabelen KOMPASSROSEN_STORE.",
                file=path.name,
            ),
        ) from error


def _move(new: Path, path: Path) -> None:
    try:
        os.link(new, path)  # unlike a rename it never takes the place of a file that is there
    except FileExistsError:
        log.info("store %s was made by another process at the same moment", path)


def _fill(path: Path) -> None:
    with closing(Store(path, duckdb.connect(path))) as store:
        _fill_tables(store)


def _fill_tables(store: Store) -> None:
    with store.transaction() as cursor:
        cursor.execute((FOLDER / "schema.sql").read_text(encoding="utf-8"))
        cursor.execute("insert into store_format (format) values (?)", [FORMAT])
        reference_tables.fill(cursor)
    now = datetime.now(UTC)
    event = add_import(store, "real", "Publiserte tall som følger med programmet", published.import_rows(), now)
    with store.transaction() as cursor:
        for table, rows in published.printed_about_groups().items():
            printed = rows.with_columns(event=pl.lit(event), dataset=pl.lit("real"))  # noqa: F841
            cursor.execute(f"insert into {table} by name from printed")
    add_import(store, "example", "Eksempeldata som følger med programmet", example.import_rows(), now)
