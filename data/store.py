"""The one door to DuckDB: a store is read with a cursor per use and written one transaction at a time."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.language import _
from data.refusal import Refusal
from data.timeline import EVENTS, Timeline

MIGRATIONS = {int(path.name[:3]): path for path in (Path(__file__).parent / "migrations").glob("[0-9][0-9][0-9]_*.sql")}
"""The migrations by the edition they lead to; see data/upgrading.py."""
EDITION = max(MIGRATIONS)
"""Edition of schema.sql."""

ONE_THREAD_PER_QUERY: dict[str, str | bool | int | float | list[str]] = {"threads": 1}
"""A server answers many at once, each with one thread: helping each other costs small questions more than it gains.

The shell asks one question at a time of a store it only reads, and may use every core."""

NOT_PERMITTED = ("permission denied", "read-only file system")
"""What DuckDB says of a file that is sound, but not ours to open."""

log = logging.getLogger(__name__)


class StoreUnavailable(Refusal):
    """The store cannot be read; the sentence says why and what to do."""


class Store:
    """One open store file; safe to share between threads."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep the connection that every cursor is made from."""
        self.path = path
        self._connection = connection
        self._write_lock = threading.Lock()
        self._timeline_lock = threading.Lock()
        self._timeline: Timeline | None = None

    def read(self, text: str, **parameters: Any) -> pl.DataFrame:
        """Return the rows that a SQL text with `$named` parameters asks for."""
        return self.read_beside(text, {}, **parameters)

    def read_beside(self, text: str, frames: dict[str, pl.DataFrame], **parameters: Any) -> pl.DataFrame:
        """Return the rows that a SQL text asks for which names frames of ours beside the tables."""
        with self._connection.cursor() as cursor:
            for name, frame in frames.items():
                cursor.register(name, frame)
            return cursor.sql(text, params=parameters).pl()

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor whose changes are kept all together, or not at all when something raises."""
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

    def newest_event(self) -> int:
        """Return the number of the newest event, which is the store's version."""
        return self.timeline().newest

    def timeline(self) -> Timeline:
        """Return the events of the store by what they are about."""
        # An open file is ours alone, so only a transaction of ours can add an event.
        # Whoever asks during a commit holds the lock; what is remembered then is forgotten when the commit is done.
        with self._timeline_lock:
            if self._timeline is None:
                self._timeline = Timeline(self.read(EVENTS).iter_rows())
            return self._timeline

    def edition(self) -> int:
        """Return the edition of schema.sql that the store has."""
        return int(self.read("select max(format) from store_format").item())

    def close(self) -> None:
        """Let go of the file, so that another process can open it."""
        self._connection.close()


def connect(path: Path, *, read_only: bool = False) -> Store:
    """Open an existing store file.

    Raises:
        StoreUnavailable: it is in use by another program, damaged, no store, or one of a newer edition.
    """
    try:
        connection = duckdb.connect(path, read_only=read_only, config={} if read_only else ONE_THREAD_PER_QUERY)
    except duckdb.Error as error:
        raise _unavailable(path, error) from error
    store = Store(path, connection)
    try:
        edition = store.edition()
    except (duckdb.Error, TypeError, ValueError) as error:  # no such table, or no edition in it
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


def _unavailable(path: Path, error: Exception) -> StoreUnavailable:
    log.error("store %s cannot be opened: %s", path, error)
    if "could not set lock" in str(error).lower():
        return StoreUnavailable(
            "store_in_use",
            _(
                "Datalageret {file} er i bruk av et annet program, for eksempel tjeneren. "
                "Stopp det andre programmet og prøv igjen, eller bruk en kopi av filen.",
                file=path.name,
            ),
        )
    if any(sign in str(error).lower() for sign in NOT_PERMITTED):
        return StoreUnavailable(
            "store_not_permitted",
            _(
                "Datalageret {file} kan ikke åpnes med de rettighetene programmet har. Filen er ikke rørt; gi "
                "programmet rett til å lese og skrive den, eller velg en annen fil.",
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
