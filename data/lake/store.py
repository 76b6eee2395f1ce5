"""The store that several servers share: what it saves is saved in the lake and in the replica, or nowhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb

from data.lake.following import FollowingStore
from data.lake.refusals import Conflict, LakeBusy, LakeLost, LakeSilent, LakeUnable, LakeUnavailable, Stopped, refused
from data.lake.replica import note
from data.lake.session import Session
from data.lake.tables import rows_after
from data.lake.writing import Attempt, open_to_write, publish, saved_as
from data.store import Answer, log

RETRY_FOR = 1.5
"""Seconds in which a change is tried again when the connection is lost, as when PostgreSQL restarts."""
CONFLICTS = 10
"""Tries of a change that others were before each time."""
FINAL = (LakeSilent, LakeUnable, LakeBusy, Stopped, Conflict)
"""What trying again at once does not mend."""


class AlreadySaved(Exception):
    """An earlier try, whose commit was lost on the way back, was saved."""


class LakeStore(FollowingStore):
    """A store whose events are those of a lake, which gets the changes made here first."""

    def write(self, change: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """Run a change and save it in the lake and here; it is run again where others saved meanwhile.

        Raises:
            LakeUnavailable: the lake does not answer, or others save for too long; within 3 s if it is silent.
        """
        began, attempt, answers = time.monotonic(), Attempt(), list[Answer]()
        tries, lost = 0, 0.0
        with self._one_at_a_time:
            while True:
                tries += 1
                try:
                    with self._saving(attempt) as cursor:
                        answers.append(change(cursor))
                except AlreadySaved:
                    pass
                except LakeLost as error:
                    lost = lost or time.monotonic()
                    self._refuse_if_final(error, attempt, tries, time.monotonic() - lost)
                    time.sleep(0.05)
                    continue
                log.info("saved in the lake in %.3f s, %s tries", time.monotonic() - began, tries)
                return answers[-1]

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor in a transaction of the replica; what it adds is saved in the lake, or nowhere."""
        attempt = Attempt()
        with self._one_at_a_time:
            try:
                with self._saving(attempt) as cursor:
                    yield cursor
            except LakeLost as error:
                raise self._refusal(error, attempt) from error

    @contextmanager
    def _saving(self, attempt: Attempt) -> Iterator[duckdb.DuckDBPyConnection]:
        opened = self.steps.run(lambda: open_to_write(self.lake))
        try:
            news, saved = self.steps.run(lambda: (self._news_in(opened), saved_as(opened, attempt)), opened)
            attempt.committing = False
            self._bring(news)
            if saved is not None:
                raise AlreadySaved
            yield from self._published(opened, attempt)
        finally:
            self.steps.close(opened)

    def _published(self, opened: Session, attempt: Attempt) -> Iterator[duckdb.DuckDBPyConnection]:
        newest, published = self.newest_event(), False
        snapshot: int | None = None
        try:
            with super().transaction() as cursor:
                yield cursor
                rows = rows_after(lambda text, values: cursor.execute(text, values).pl(), self._tables, newest)
                if rows:
                    snapshot = self.steps.run(lambda: publish(opened, rows, attempt), opened)
                    published = True
                    note(cursor, snapshot)
            self._is_at(snapshot)
        except duckdb.Error:
            if not published:
                raise
            # It is saved: the replica gets it from the lake as soon as it can be written to again.
            log.exception("a change is saved in the lake, but not yet in the replica %s", self.path)

    def _refuse_if_final(self, error: LakeLost, attempt: Attempt, tries: int, seconds: float) -> None:
        if isinstance(error, Conflict) and tries < CONFLICTS:
            return
        if isinstance(error, FINAL) or seconds > RETRY_FOR:
            raise self._refusal(error, attempt) from error

    def _refusal(self, error: LakeLost, attempt: Attempt) -> LakeUnavailable:
        log.warning("a change is not saved in the lake: %s", error)
        committing = attempt.give_up()
        if isinstance(error, LakeBusy | Conflict | Stopped):
            return refused(error.code, lake=self.lake.name)
        self._is_not_reached(error)
        return refused("lake_silent_while_saving" if committing else error.code, lake=self.lake.name)
