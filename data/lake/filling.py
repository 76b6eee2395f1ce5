"""Puts the whole content of a file store into a lake: when it is made, copied into, or brought to a newer edition."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import duckdb

from data.lake.engine import quoted
from data.lake.session import Session, lost_as_such
from data.lake.tables import tables_in
from data.lake.writing import Attempt, commit

SCHEMA = Path(__file__).parents[1] / "schema.sql"
STATE = """
    create table if not exists lake_state (lake varchar, token varchar);
    comment on table lake_state is 'Of the lake alone: its identifier, and the fence between two that save.';
"""


def fill(session: Session, file: Path, *, lake: str | None = None) -> None:
    """Replace all that the lake holds by the content of a file of this program's edition, and commit.

    `lake` is its identifier; by default a new one, so that replicas of what it held are made anew.
    The session has the lock and has begun a transaction (open_to_write).
    """
    with lost_as_such(), _attached(session, file) as attached:
        cursor = session.cursor
        for table in tables_in(session.frame).every():
            cursor.execute(f"drop table {session.alias}.{table}")
        cursor.execute(SCHEMA.read_text(encoding="utf-8"))
        for table in tables_in(session.frame).every():
            cursor.execute(f"insert into {session.alias}.{table} by name from {attached}.{table}")
        cursor.execute(STATE)
        cursor.execute("delete from lake_state")
        cursor.execute("insert into lake_state values (?, '')", [lake or uuid4().hex])
        commit(session, Attempt())


@contextmanager
def _attached(session: Session, file: Path) -> Iterator[str]:
    """Yield the name by which the session reads a file."""
    name = f"file_of_{session.alias}"
    session.cursor.execute(f"attach {quoted(str(file))} as {name} (read_only)")
    try:
        yield name
    finally:
        with suppress(duckdb.Error):
            session.cursor.rollback()
        with suppress(duckdb.Error):  # what went wrong before is what to tell
            session.cursor.execute(f"detach {name}")
