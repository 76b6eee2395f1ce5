"""DuckDB with the extensions of a lake, for sessions in it; replicas are opened apart from it.

One instance serves the whole process, since loading the extensions checks their signatures for half a second. Where it
has ended, another takes its place: a connection to PostgreSQL that breaks within a query can be fatal to DuckDB.
"""

import ctypes
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from data.lake.refusals import refused
from data.store import log

FOLDER = "KOMPASSROSEN_EXTENSIONS"
"""Environment variable: the folder of DuckDB's extensions on a machine without a network."""
NEEDED = ("ducklake", "postgres")
STORAGE_WITHIN = 10
"""Seconds that DuckDB waits for storage, where its own bound of two minutes would keep the lock from other servers."""

ENDED = "database has been invalidated"
"""What DuckDB says to every statement once an instance has ended."""

_engine: duckdb.DuckDBPyConnection | None = None
_making = threading.Lock()


def engine() -> duckdb.DuckDBPyConnection:
    """Return the instance of this process.

    Raises:
        LakeUnavailable: an extension is missing and cannot be fetched.
    """
    global _engine
    with _making:
        if _engine is None:
            _engine = _made()
        return _engine


@contextmanager
def cursor_of(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a cursor, and close it."""
    cursor = connection.cursor()
    try:
        yield cursor
    finally:
        close(cursor)


def close(cursor: duckdb.DuckDBPyConnection) -> None:
    """Close a cursor of an instance, or leave it where that has ended: closing it would end the process."""
    if not has_ended(cursor):
        cursor.close()
        return
    _keep_for_ever(cursor)
    global _engine
    with _making:
        if _engine is not None and has_ended(_engine):
            log.error("DuckDB has ended by a fatal error; what it does for the lake begins anew")
            _keep_for_ever(_engine)
            _engine = None


def has_ended(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether the instance of a connection has ended."""
    try:
        connection.execute("select 1")
    except duckdb.Error as error:
        return ENDED in str(error)
    return False


def _keep_for_ever(connection: duckdb.DuckDBPyConnection) -> None:
    # Not a list, whose end at the end of the process would close it too.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))


def _made() -> duckdb.DuckDBPyConnection:
    folder = os.environ.get(FOLDER)
    made = duckdb.connect(config={"extension_directory": folder} if folder else {})
    try:
        for name in NEEDED:
            _load(made, name)
        _know_storage(made)
    except duckdb.Error as error:
        log.error("an extension of DuckDB cannot be loaded: %s", error)
        raise refused("lake_extension_missing") from error
    return made


def _load(made: duckdb.DuckDBPyConnection, name: str) -> None:
    try:
        made.load_extension(name)
    except duckdb.Error:
        made.install_extension(name)
        made.load_extension(name)


def _know_storage(made: duckdb.DuckDBPyConnection) -> None:
    """Hand the keys of S3-like storage over, where the environment has them; addresses other than AWS's use paths."""
    if not (key := os.environ.get("AWS_ACCESS_KEY_ID")):
        return
    _load(made, "httpfs")
    made.execute(f"set global http_timeout = {STORAGE_WITHIN}; set global http_retries = 1")
    words = {
        "key_id": key,
        "secret": os.environ.get("AWS_SECRET_ACCESS_KEY", ""),
        "session_token": os.environ.get("AWS_SESSION_TOKEN", ""),
        "region": os.environ.get("AWS_REGION", "us-east-1"),
    }
    settings = ", ".join(f"{name} {quoted(value)}" for name, value in words.items() if value)
    if endpoint := os.environ.get("AWS_ENDPOINT_URL"):
        scheme, _, host = endpoint.rpartition("://")
        settings += f", endpoint {quoted(host)}, url_style 'path', use_ssl {str(scheme != 'http').lower()}"
    made.execute(f"create or replace secret storage (type s3, {settings})")


def quoted(text: str) -> str:
    """Return a text as a literal of SQL, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
