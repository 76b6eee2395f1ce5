"""Saving in a lake: one writer at a time by a lock of PostgreSQL, and a fence in the lake itself.

The lock alone would not do, since it is lost when PostgreSQL restarts while the lake's transaction may go on. So every
change also writes the one row of `lake_state`, and DuckLake refuses the later of two that do.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from uuid import uuid4

import duckdb
import polars as pl

from data.lake.address import Lake
from data.lake.engine import quoted
from data.lake.refusals import Conflict, LakeBusy, LakeLost, LakeUnable
from data.lake.session import Session, brief, lost_as_such, refuse_without_files
from data.lake.tables import insert

LOCK = "select pg_try_advisory_xact_lock(1809200526)"
"""One number for all programs that save in this database."""
WAIT_FOR_LOCK = 30.0
"""Seconds that others may save before one gives up."""
BETWEEN_TRIES = 0.02
FENCE = "update lake_state set token = ?"
REFUSED = ("permission denied", "read-only transaction", "no space left")
"""Parts of PostgreSQL's messages by which a commit is known to have saved nothing."""
SAVED = "select max(snapshot_id) from ducklake_snapshot_changes where commit_extra_info = {token}"


class GivenUp(LakeLost):
    """Whoever waited for this change was told that it is not saved, so it must not be."""


@dataclass
class Attempt:
    """One change to save, over all its tries.

    Attributes:
        token: stands in the lake beside what it saved, and so tells whether a lost commit was one.
        committing: a commit was begun, and nothing has told how it ended.
    """

    token: str = field(default_factory=lambda: uuid4().hex)
    committing: bool = False
    _given_up: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin_commit(self) -> None:
        """Note that the commit begins; raise GivenUp if nobody waits for it."""
        with self._lock:
            if self._given_up:
                raise GivenUp("nobody waits for this change")
            self.committing = True

    def give_up(self) -> bool:
        """Let nothing be committed from now on, and return whether a commit had begun before."""
        with self._lock:
            self._given_up = True
            return self.committing


def open_to_write(lake: Lake) -> Session:
    """Return a session that has the lock and has begun a transaction after it got it.

    Raises:
        LakeBusy: others kept the lock for too long.
        LakeUnable: the folder of the files is not there.
    """
    with lost_as_such():
        session = Session(lake)
        try:
            _wait_for_lock(session)
            refuse_without_files(session)
            session.cursor.begin()
        except BaseException:
            session.close()
            raise
        return session


@contextmanager
def to_write(lake: Lake) -> Iterator[Session]:
    """Yield such a session, and close it."""
    opened = open_to_write(lake)
    try:
        yield opened
    finally:
        opened.close()


def _wait_for_lock(session: Session) -> None:
    until = time.monotonic() + WAIT_FOR_LOCK
    while not session.take_lock(LOCK):
        if time.monotonic() > until:
            raise LakeBusy("others hold the lock")
        time.sleep(BETWEEN_TRIES)


def saved_as(session: Session, attempt: Attempt) -> int | None:
    """Return the snapshot of the lake in which a try of this change was saved; None if none was."""
    with lost_as_such():
        snapshot: int | None = session.catalogue(SAVED.format(token=quoted(attempt.token)))[0][0]
        return snapshot


def publish(session: Session, rows: dict[str, pl.DataFrame], attempt: Attempt) -> int | None:
    """Insert rows and commit, together with the fence; return the snapshot, or None where it is not known.

    Raises:
        Conflict: another process saved meanwhile.
        LakeLost: the connection was lost, perhaps while it committed.
    """
    with lost_as_such():
        insert(session.cursor, rows)
    commit(session, attempt)
    with suppress(LakeLost):
        return saved_as(session, attempt)
    return None


def commit(session: Session, attempt: Attempt) -> None:
    """Commit what the session has changed, together with the fence; see publish."""
    with lost_as_such():
        session.cursor.execute(FENCE, [attempt.token])
        session.cursor.execute(
            f"call {session.alias}.set_commit_message('Kompassrosen', 'save', extra_info => {quoted(attempt.token)})"
        )
        attempt.begin_commit()
        try:
            session.cursor.commit()
        except duckdb.Error as error:
            if "conflict" in str(error).lower():
                attempt.committing = False
                raise Conflict(brief(error)) from None
            if any(sign in str(error).lower() for sign in REFUSED):
                attempt.committing = False
                raise LakeUnable(brief(error)) from None
            raise
