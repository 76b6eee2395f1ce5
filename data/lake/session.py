"""Short sessions in a lake, and small questions to its PostgreSQL and its files."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.lake.address import DATA, PREFIX, Lake, without_password
from data.lake.engine import close, cursor_of, engine, quoted
from data.lake.refusals import LakeLost, LakeUnable, LakeUnavailable, refused

NO_LAKE = ("existing ducklake does not exist", "does not exist - and creating a new ducklake is explicitly disabled")
OTHER_DATA = "does not match existing data path"
DATA_PATH = "select value from ducklake_metadata where key = 'data_path'"
_numbers = count(1)


class Session:
    """A connection to the lake for one piece of work; use it in one thread at a time, and close it soon."""

    def __init__(self, lake: Lake, *, read_only: bool = False, data: str | None = None) -> None:
        """Attach the lake; with `data`, where its files shall lie, make its catalogue if there is none."""
        self.lake = lake
        self.cursor = engine().cursor()
        self.alias = f"lake_{next(_numbers)}"
        self.abandoned = False
        self._lock: duckdb.DuckDBPyConnection | None = None
        options = f"data_path {quoted(data)}" if data else "create_if_not_exists false"
        try:
            where = quoted(f"{PREFIX}{lake.catalogue}")
            self.cursor.execute(f"attach {where} as {self.alias} ({'read_only, ' if read_only else ''}{options})")
            self.cursor.execute(f"use {self.alias}")
        except duckdb.Error as error:
            self.close()
            if refusal := _of_attaching(lake, str(error).lower()):
                raise refusal from None  # the error has the password
            raise

    def frame(self, text: str, parameters: dict[str, Any] | None = None) -> pl.DataFrame:
        """Return the rows of a query of the lake."""
        return self.cursor.execute(text, parameters or {}).pl()

    def catalogue(self, text: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query of the PostgreSQL database that is the lake's catalogue, as it is now."""
        # Apart from the cursor, whose transaction would answer as of its beginning.
        with cursor_of(self.cursor) as cursor:
            return _asked(cursor, f"__ducklake_metadata_{self.alias}", text)

    def take_lock(self, text: str) -> bool:
        """Ask for a lock of PostgreSQL that is held until the session is closed; return whether it is ours."""
        if self._lock is None:
            # Apart from the cursor: what it began with would be what it sees, and others save while we wait.
            self._lock = self.cursor.cursor()
            self._lock.begin()
        return bool(_asked(self._lock, f"__ducklake_metadata_{self.alias}", text)[0][0])

    def close(self) -> None:
        """Roll back what is not committed, and detach the lake."""
        # DuckDB ends the process when a cursor is closed whose transaction in PostgreSQL is lost.
        for cursor in (self._lock, self.cursor):
            if cursor is not None:
                with suppress(duckdb.Error):
                    cursor.rollback()
        if self._lock is not None:
            close(self._lock)
        with suppress(duckdb.Error):
            self.cursor.execute("use memory")
        with suppress(duckdb.Error):
            self.cursor.execute(f"detach {self.alias}")
        close(self.cursor)


def _of_attaching(lake: Lake, error: str) -> LakeUnavailable | None:
    """Return the refusal of a lake that is not there, or not where it is said to be."""
    if any(sign in error for sign in NO_LAKE):
        return refused("lake_not_made", lake=lake.name)
    if OTHER_DATA in error:
        return refused("lake_begun_elsewhere", lake=lake.name, held=ask_catalogue(lake, DATA_PATH)[0][0], name=DATA)
    return None


@contextmanager
def session(lake: Lake, *, read_only: bool = False, data: str | None = None) -> Iterator[Session]:
    """Yield a session, and close it.

    Raises:
        LakeLost: DuckDB or PostgreSQL could not do what was asked.
        LakeUnavailable: there is no lake in the database, or an extension is missing.
    """
    with lost_as_such():
        opened = Session(lake, read_only=read_only, data=data)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def lost_as_such() -> Iterator[None]:
    """Raise errors of DuckDB, in short, as LakeLost, or LakeUnable where it is the files."""
    try:
        yield
    except duckdb.Error as error:
        is_of_files = isinstance(error, duckdb.IOException) and "postgres" not in str(error).lower()
        raise (LakeUnable if is_of_files else LakeLost)(brief(error)) from None


def brief(error: duckdb.Error) -> str:
    """Return what PostgreSQL said, else the first line; without passwords, and without the SQL that may follow."""
    text = without_password(error)
    said = re.search(r"(ERROR|FATAL): .*", text)
    return said.group() if said else text.strip().partition("\n")[0]


def ask_catalogue(lake: Lake, text: str) -> list[tuple[Any, ...]]:
    """Return the rows of one small query of PostgreSQL, by a connection of its own.

    Raises:
        LakeLost: it cannot be reached, or holds no lake.
    """
    alias = f"catalogue_{next(_numbers)}"
    with lost_as_such(), cursor_of(engine()) as cursor:
        cursor.execute(f"attach {quoted(lake.catalogue)} as {alias} (type postgres, read_only)")
        try:
            return _asked(cursor, alias, text)
        finally:
            with suppress(duckdb.Error):
                cursor.execute(f"detach {alias}")


def ask_files(lake: Lake) -> None:
    """Ask the folder or storage of a lake's files for something, to see whether it answers."""
    path = str(ask_catalogue(lake, DATA_PATH)[0][0])
    if "://" not in path:
        Path(path).exists()
        return
    with lost_as_such(), cursor_of(engine()) as cursor:
        cursor.execute(f"from glob({quoted(f'{path}nothing*')})")


def refuse_without_files(session: Session) -> None:
    """Raise LakeUnable where the folder of the lake's files lacks them, as when it is not mounted."""
    # DuckLake would make the folder anew, where no other server sees it.
    rows = session.catalogue(f"{DATA_PATH} and exists (select from ducklake_data_file)")
    if rows and "://" not in rows[0][0] and not Path(rows[0][0], "main").is_dir():
        raise LakeUnable(f"the folder {rows[0][0]} does not hold the files of the lake")


def _asked(cursor: duckdb.DuckDBPyConnection, database: str, text: str) -> list[tuple[Any, ...]]:
    return cursor.execute(f"from postgres_query('{database}', {quoted(text)})").fetchall()
