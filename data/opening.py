"""Opens the store; creates and fills it on first start, and upgrades one from an older program."""

import os
import threading
from contextlib import closing
from pathlib import Path

import duckdb
import polars as pl

from data import reference_tables
from data.language import _
from data.new_store_folder import new_store_folder, remove_abandoned
from data.shipped import PARTS, import_shipped, shipped_events
from data.store import EDITION, Store, StoreUnavailable, connect, log
from data.upgrading import is_current, upgrade

FOLDER = Path(__file__).parent

LAKE = "ducklake:"
"""What the address of a store begins with that is no file but shared by several servers (data/lake/)."""

_open_stores: dict[Path | str, Store] = {}
_opening = threading.Lock()


def store_path() -> Path:
    """Return the path of the store: the environment variable KOMPASSROSEN_STORE, else data/kompassrosen.duckdb."""
    return Path(os.environ.get("KOMPASSROSEN_STORE") or FOLDER / "kompassrosen.duckdb").resolve()


def lake_address(chosen: Path | str | None = None) -> str | None:
    """Return the address of the shared store that is chosen, or set in KOMPASSROSEN_STORE; None for a file."""
    address = str(chosen or os.environ.get("KOMPASSROSEN_STORE") or "")
    return address if address.startswith(LAKE) else None


def store_exists(chosen: Path | str | None = None) -> bool:
    """Return whether there is a store to open; one that servers share is never made by opening it."""
    return lake_address(chosen) is not None or Path(chosen or store_path()).exists()


def open_store(chosen: Path | str | None = None, *, read_only: bool = False) -> Store:
    """Return the open store, created and filled first if there is none; every caller in a process gets the same object.

    `chosen` is the path of a file, or the address of a store that servers share.

    Raises:
        StoreUnavailable: it cannot be read or created; an existing file is left untouched.
    """
    if address := lake_address(chosen):
        return _open_lake(address, read_only=read_only)
    path = Path(chosen) if chosen else store_path()
    with _opening:
        if path not in _open_stores:
            if not read_only:
                remove_abandoned(path)
            if not path.exists():
                _make(path)
            store = _upgraded(connect(path, read_only=read_only))
            if not read_only and not store.read_only:
                import_what_is_shipped(store)
            _open_stores[path] = store
        return _open_stores[path]


def _open_lake(address: str, *, read_only: bool) -> Store:
    from data.lake.opening import open_lake  # a store in a file needs nothing of it

    with _opening:
        if address not in _open_stores:
            _open_stores[address] = open_lake(address, read_only=read_only)
        return _open_stores[address]


def _upgraded(store: Store) -> Store:
    """Return the store with this program's edition; one that needs an upgrade is reopened for writing in any case."""
    if is_current(store):
        return store
    store.close()
    writable = connect(store.path)
    if writable.read_only:
        writable.close()
        raise StoreUnavailable(
            "store_to_upgrade_is_read_only",
            _(
                "Datalageret {file} er laget av en eldre utgave av programmet og må oppgraderes før det kan vises, men "
                "programmet har ikke lov til å skrive til det. Filen er ikke rørt; gi programmet rett til å skrive "
                "filen og mappen den ligger i, eller bruk en kopi et annet sted.",
                file=store.path.name,
            ),
        )
    try:
        upgrade(writable)
    except (duckdb.Error, OSError) as error:
        writable.close()
        log.error("store %s cannot be upgraded: %s", store.path, error)
        raise StoreUnavailable(
            "store_cannot_be_upgraded",
            _(
                "Datalageret {file} er laget av en eldre utgave av programmet og kan ikke oppgraderes; kanskje er "
                "disken full. Det er som før. Rydd plass og prøv igjen.",
                file=store.path.name,
            ),
        ) from error
    return writable


def import_what_is_shipped(store: Store) -> None:
    """Import what this program ships; a failure is only logged, so that the store can still be read."""
    try:
        import_shipped(store)
    except (duckdb.Error, pl.exceptions.PolarsError, OSError, StoreUnavailable):
        log.exception("what comes with the program cannot be imported into %s", store.path)


def _make(path: Path) -> None:
    """Create the store in a temporary folder beside its path and link it there when complete."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new_store_folder(path) as folder:
            new = folder / path.name
            _fill(new)
            _verify(new)
            _move(new, path)
    except (OSError, duckdb.Error, StoreUnavailable) as error:
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
        os.link(new, path)  # unlike a rename, a link never replaces an existing file
    except FileExistsError:
        log.info("store %s was made by another process at the same moment", path)


def _verify(path: Path) -> None:
    """Read a new store back from its file, whole and with nothing left in the journal, which is not moved along.

    Raises:
        OSError: the file is incomplete.
        StoreUnavailable: it cannot be read.
    """
    # DuckDB says nothing when the disk is full at the very moment a file is closed.
    with closing(connect(path, read_only=True)) as store:
        imported = len(shipped_events(store))
    if imported != len(PARTS) or path.with_name(f"{path.name}.wal").exists():
        raise OSError(f"the new store {path} is incomplete")


def _fill(path: Path) -> None:
    with closing(Store(path, duckdb.connect(path))) as store:
        _fill_tables(store)


def _fill_tables(store: Store) -> None:
    with store.transaction() as cursor:
        cursor.execute((FOLDER / "schema.sql").read_text(encoding="utf-8"))
        cursor.execute("insert into store_format (format) values (?)", [EDITION])
        reference_tables.fill(cursor)
    import_shipped(store)
