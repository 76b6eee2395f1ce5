"""A store that reads from a replica, and follows the events of a lake."""

import atexit
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.lake.address import Lake
from data.lake.claims import release
from data.lake.deadline import ANSWER_WITHIN, Steps
from data.lake.reading import LAST, Head, News, newest_snapshot, news_after
from data.lake.refusals import LakeLost, LakeUnavailable, Stopped
from data.lake.replica import Held, note, why_not
from data.lake.session import Session, lost_as_such
from data.lake.tables import insert, tables_in
from data.shared_state import SharedState
from data.store import Store, log

LOOK_EVERY = 0.7
"""Seconds between two looks at the lake; what one server saves shall be seen on another within two."""


class FollowingStore(Store):
    """A store whose events are those of a lake, as far as they are in its replica.

    Attributes:
        lake: which one.
        steps: runs what is done on it.
    """

    def __init__(
        self, lake: Lake, path: Path, connection: duckdb.DuckDBPyConnection, held: Held, *, read_only: bool = False
    ) -> None:
        """Keep the connection to the replica at this path, and what it holds."""
        super().__init__(path, connection, read_only=read_only)
        self.lake = lake
        self.steps = Steps(lake)
        self._held = held
        self._tables = tables_in(lambda text, _values: self.read(text))
        self._one_at_a_time = threading.Lock()
        self._state = SharedState(reached=False, since=datetime.now(UTC))
        self._reading: Session | None = None
        self._closed = threading.Event()
        self._follower: threading.Thread | None = None

    def shared_state(self) -> SharedState:
        """Return what is known of the lake."""
        return self._state

    def follow(self) -> None:
        """Bring what the lake has beyond the replica.

        Raises:
            LakeLost: it does not answer, or can no longer be followed.
        """
        with self._one_at_a_time:
            try:
                reading = self._reading = self._reading or self.steps.run(self._opened_to_read)
                news = self.steps.run(lambda: self._news(reading), reading)
                if news is None:
                    self._is_reached(0)
                else:
                    self._bring(news)
            except Stopped:
                raise
            except LakeLost as error:
                self._stop_reading()
                self._is_not_reached(error)
                raise

    def follow_quietly(self) -> None:
        """Follow if the lake answers; otherwise `state` says so."""
        try:
            self.follow()
        except (LakeLost, LakeUnavailable, duckdb.Error):
            log.debug("the lake cannot be followed", exc_info=True)

    def keep_following(self) -> None:
        """Follow in a thread until the store is closed."""
        atexit.register(self.stop_following)
        self._follower = threading.Thread(target=self._keep_following, name="follow lake", daemon=True)
        self._follower.start()

    def stop_following(self) -> None:
        """Look at the lake no more, unless asked to."""
        # Python ends a process badly when a thread is in the middle of DuckDB, so it has a moment to come out.
        self._closed.set()
        if self._follower is not None:
            self._follower.join(ANSWER_WITHIN)
        self.steps.wait(ANSWER_WITHIN)

    def _keep_following(self) -> None:
        while not self._closed.wait(LOOK_EVERY):
            self.follow_quietly()

    def has_event(self, event: int) -> bool:
        """Return whether there is an event of this number, in the lake if it is newer than the replica."""
        if event > self.newest_event() and self._state.reached:
            self.follow_quietly()
        return super().has_event(event)

    def _opened_to_read(self) -> Session:
        # Kept open, since attaching the lake takes longer than all that following reads.
        with lost_as_such():
            return Session(self.lake, read_only=True)

    def _stop_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            self.steps.close(reading)

    def _news(self, reading: Session) -> News | None:
        """Return what is new, or None if nothing has changed."""
        with lost_as_such():
            if newest_snapshot(reading) == self._held.snapshot and self._state.stopped is None:
                return None
            reading.cursor.begin()
            try:
                return self._news_in(reading)
            finally:
                with suppress(duckdb.Error):
                    reading.cursor.rollback()

    def _news_in(self, opened: Session) -> News:
        return news_after(opened, self._tables, self.newest_event(), self._held.snapshot)

    def _bring(self, news: News) -> None:
        """Insert what is new into the replica."""
        self._refuse_other(news.head)
        began = time.monotonic()
        with super().transaction() as cursor:
            rows = insert(cursor, news.rows)
            note(cursor, news.head.snapshot)
        self._is_at(news.head.snapshot)
        self._is_reached(0)
        if rows:
            seconds = time.monotonic() - began
            log.info("replica followed to event %s: %s rows in %.3f s", news.head.event, rows, seconds)

    def _is_at(self, snapshot: int | None) -> None:
        """Take a snapshot that is committed in the replica as the one to follow from."""
        if snapshot is not None:
            self._held = replace(self._held, snapshot=snapshot)

    def _refuse_other(self, head: Head) -> None:
        """Raise Stopped if the lake is no longer what this replica and this program can follow."""
        event, same = next(self.read(LAST).iter_rows(), (0, None))
        why = why_not(replace(self._held, event=event, same=same), head)
        if why is not None:
            if self._state.stopped is None:
                log.error("replica %s follows no longer: %s", self.path, why)
            self._is_reached(max(head.event - event, 0), why)
            raise Stopped(why)

    def _is_reached(self, behind: int, stopped: str | None = None) -> None:
        now, before = datetime.now(UTC), self._state
        if not before.reached and before.followed_at is not None:
            log.info("lake %s answers again, after %.1f s", self.lake.name, (now - before.since).total_seconds())
        followed_at = before.followed_at if stopped else now
        self._state = SharedState(True, before.since if before.reached else now, behind, followed_at, stopped)

    def _is_not_reached(self, error: LakeLost) -> None:
        if self._state.reached:
            log.warning("lake %s is not reached: %s", self.lake.name, error)
            self._state = replace(self._state, reached=False, since=datetime.now(UTC), behind=None)

    def close(self) -> None:
        """Stop following, and close the replica."""
        self.stop_following()
        atexit.unregister(self.stop_following)
        with self._one_at_a_time:
            self._stop_reading()
            super().close()
        release(self.path)
