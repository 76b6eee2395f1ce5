"""Access to the DuckDB file: one cursor per read, and one write transaction at a time."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import polars as pl

from data.language import Sentence, _
from data.refusal import Refusal
from data.shared_state import SharedState
from data.timeline import EVENTS, Timeline

Answer = TypeVar("Answer")

MIGRATIONS = {int(path.name[:3]): path for path in (Path(__file__).parent / "migrations").glob("[0-9][0-9][0-9]_*.sql")}
"""The migration files by the edition they lead to; see data/upgrading.py."""
EDITION = max(MIGRATIONS)
"""Edition of schema.sql."""

ONE_THREAD_PER_QUERY: dict[str, str | bool | int | float | list[str]] = {"threads": 1}
"""Configuration of the server: many queries run at once, and a small query is slower when split over threads.

Read-only stores (the shell, with one query at a time) use DuckDB's default of all cores."""

NOT_PERMITTED = ("permission denied", "read-only file system")
"""Parts of DuckDB's messages where the file is intact but the process may not open it."""

log = logging.getLogger(__name__)


class StoreUnavailable(Refusal):
    """The store cannot be opened; the message gives the reason and a remedy."""


class Store:
    """One open store file; safe to share between threads (a DuckDB connection is not, so each use has its cursor).

    Attributes:
        read_only: nothing can be saved, by the caller's choice or for want of permission; see `may_write`.
    """

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection, *, read_only: bool = False) -> None:
        """Keep the connection, from which each use makes its own cursor."""
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._write_lock = threading.Lock()
        self._timeline_lock = threading.Lock()
        self._timeline: Timeline | None = None

    def read(self, text: str, **parameters: Any) -> pl.DataFrame:
        """Return the result of a SQL text with `$named` parameters."""
        return self.read_beside(text, {}, **parameters)

    def read_beside(self, text: str, frames: dict[str, pl.DataFrame], **parameters: Any) -> pl.DataFrame:
        """Return the result of a SQL text that can also name these frames as tables."""
        with self._connection.cursor() as cursor:
            for name, frame in frames.items():
                cursor.register(name, frame)
            return cursor.sql(text, params=parameters).pl()

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor in a transaction, which is rolled back if the block raises."""
        with self._write_lock, self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
            with self._timeline_lock:
                self._timeline = None

    def write(self, change: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """Run a change in a transaction and return its result; it is rolled back if the change raises.

        A store that several servers share (data/lake/) may run it more than once, each time on what others saved
        meanwhile, so the change reads by its cursor what it depends on.
        """
        with self.transaction() as cursor:
            return change(cursor)

    def newest_event(self) -> int:
        """Return the number of the newest event, which serves as the version of the store."""
        return self.timeline().newest

    def has_event(self, event: int) -> bool:
        """Return whether there is an event of this number; a store that follows a shared one looks there first."""
        return 1 <= event <= self.newest_event()

    def timeline(self) -> Timeline:
        """Return the events of the store, cached until the next transaction commits."""
        # DuckDB locks an open file to one process, so only this object's transactions can add events. A timeline read
        # during a commit may lack the new event; the commit clears it afterwards under the same lock.
        with self._timeline_lock:
            if self._timeline is None:
                self._timeline = Timeline(self.read(EVENTS).iter_rows())
            return self._timeline

    def shared_state(self) -> SharedState | None:
        """Return how far this store has followed one that servers share; None of a store in a file."""
        return None

    def edition(self) -> int:
        """Return the edition of schema.sql that the store was created with or migrated to."""
        return int(self.read("select max(format) from store_format").item())

    def close(self) -> None:
        """Close the file, so that another process can open it."""
        self._connection.close()


def connect(path: Path, *, read_only: bool = False) -> Store:
    """Open an existing store file; one that the process may not write to is opened for reading only.

    Raises:
        StoreUnavailable: the file is in use, may not be opened, is damaged or no store, or is of a newer edition.
    """
    config = {} if read_only else ONE_THREAD_PER_QUERY
    if not read_only and not may_write(path):
        log.warning("store %s may not be written to and is opened for reading only", path)
        read_only = True
    try:
        connection = duckdb.connect(path, read_only=read_only, config=config)
    except duckdb.Error as error:
        raise _unavailable(path, error) from error
    store = Store(path, connection, read_only=read_only)
    try:
        edition = store.edition()
    except (duckdb.Error, TypeError, ValueError) as error:  # the table is missing, or empty
        store.close()
        raise _unavailable(path, error) from error
    if edition > EDITION:
        store.close()
        log.error("store %s has edition %s, this program reads %s", path, edition, EDITION)
        raise StoreUnavailable(
            "store_of_newer_program",
            _(
                "Datalageret {file} er laget med utgave {edition} av programmet, mens dette leser utgave {ours} og "
                "eldre. Bruk det nyere programmet, eller velg en annen fil.",
                file=path.name,
                edition=edition,
                ours=EDITION,
            ),
        )
    return store


def may_write(path: Path) -> bool:
    """Return whether the process may write to a store file and, for DuckDB's journal, to its folder."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def nothing_can_be_saved(store: Store) -> Sentence:
    """Return the sentence that a store is open for reading only, and what to do about it."""
    if store.shared_state() is not None:
        return _(
            "Ingenting kan lagres her: programmet har bare lov til å lese det felles datalageret. Gi brukeren det har "
            "i databasen rett til å skrive, og start programmet på nytt."
        )
    return _(
        "Ingenting kan lagres her: programmet har bare lov til å lese datalageret {file}. Gi det rett til å skrive "
        "filen og mappen den ligger i, og start programmet på nytt.",
        file=store.path.name,
    )


def _unavailable(path: Path, error: Exception) -> StoreUnavailable:
    log.error("store %s cannot be opened: %s", path, error)
    if "could not set lock" in str(error).lower():
        return StoreUnavailable(
            "store_in_use",
            _(
                "Datalageret {file} er i bruk av et annet program, for eksempel serveren. "
                "Stopp det andre programmet og prøv igjen, eller bruk en kopi av filen.",
                file=path.name,
            ),
        )
    if any(sign in str(error).lower() for sign in NOT_PERMITTED):
        return StoreUnavailable(
            "store_not_permitted",
            _(
                "Datalageret {file} kan ikke åpnes med de rettighetene programmet har. Filen er ikke rørt; gi "
                "programmet rett til å lese den, eller velg en annen fil.",
                file=path.name,
            ),
        )
    return StoreUnavailable(
        "store_damaged",
        _(
            "Datalageret {file} kan ikke leses. Filen er skadet eller er ikke et datalager for "
            "Kompassrosen. Den er ikke rørt; legg tilbake en sikkerhetskopi eller velg en annen fil.",
            file=path.name,
        ),
    )
