"""Opens a lake: makes or follows the replica, and brings lake and replica to this program's edition."""

import time
from contextlib import closing
from functools import cache, partial
from pathlib import Path

import duckdb

from data import reference_tables
from data.lake import replica
from data.lake.address import Lake, lake_at
from data.lake.claims import claimed, release
from data.lake.deadline import Steps
from data.lake.filling import fill
from data.lake.reading import Head, head
from data.lake.refusals import LakeLost, refused
from data.lake.replica import Held
from data.lake.session import ask_catalogue, session
from data.lake.store import LakeStore
from data.lake.writing import to_write
from data.new_store_folder import remove_abandoned
from data.opening import import_what_is_shipped
from data.store import EDITION, connect, log
from data.upgrading import upgrade

MAY_SAVE = "select has_table_privilege('ducklake_snapshot', 'insert') and not pg_is_in_recovery()"
ANSWER_WITHIN = 6.0
"""Seconds that PostgreSQL has to answer a program that starts: several may start at once, and nobody waits to save."""
AGAIN_AFTER = 1.0
"""Seconds in which whoever opens again a lake that did not answer is told so at once."""
_lost: dict[Lake, tuple[float, LakeLost]] = {}
"""When lakes did not answer, and how."""


def open_lake(address: str, *, read_only: bool = False) -> LakeStore:
    """Return the store of a lake, as of its newest event, or as of the replica's while the lake is not reached.

    Raises:
        StoreUnavailable: there is no lake, it is of a newer program, or it is not reached and there is no replica.
    """
    lake = lake_at(address)
    try:
        path = claimed(lake.replica)
    except OSError as error:
        raise refused("replica_cannot_be_made", file=lake.replica.name) from error
    try:
        store = _opened(lake, path, read_only=read_only)
    except BaseException:
        release(path)
        raise
    if not read_only:
        store.keep_following()
    if not store.read_only:
        import_what_is_shipped(store)
    return store


def _opened(lake: Lake, path: Path, *, read_only: bool) -> LakeStore:
    remove_abandoned(path)
    try:
        _refuse_if_just_lost(lake)
        _bring_up_to_date(lake, path, _steps(lake))
        read_only = read_only or not _steps(lake).run(partial(_may_save, lake))
    except LakeLost as error:
        log.warning("lake %s is not reached: %s", lake.name, error)
        if lake not in _lost or _lost[lake][1] is not error:
            _lost[lake] = time.monotonic(), error
        if not _is_ours(replica.held_by(path)):
            raise refused("lake_never_reached", lake=lake.name) from error
    except (OSError, duckdb.Error) as error:
        log.exception("replica %s cannot be made", path)
        raise refused("replica_cannot_be_made", file=path.name) from error
    except replica.NoReplica as error:
        raise refused("replica_is_another_database", file=path.name) from error
    held = replica.held_by(path)
    assert held is not None, "the replica was there a moment ago"
    store = LakeStore(lake, path, replica.connect(path, read_only=read_only), held, read_only=read_only)
    store.follow_quietly()
    return store


def _may_save(lake: Lake) -> bool:
    allowed = bool(ask_catalogue(lake, MAY_SAVE)[0][0])
    if not allowed:
        log.warning("lake %s may not be written to and is opened for reading only", lake.name)
    return allowed


@cache
def _steps(lake: Lake) -> Steps:
    """Return the steps of every opening of a lake: none makes the replica while an earlier one still waits to."""
    return Steps(lake, ANSWER_WITHIN)


def _refuse_if_just_lost(lake: Lake) -> None:
    if lake in _lost and time.monotonic() - _lost[lake][0] < AGAIN_AFTER:
        raise _lost[lake][1]


def _is_ours(held: Held | None) -> bool:
    return held is not None and (held.edition, held.reference) == (EDITION, reference_tables.fingerprint())


def _bring_up_to_date(lake: Lake, path: Path, steps: Steps) -> None:
    """Make the replica where it cannot follow, and upgrade the lake where it is of an older program."""
    held = replica.held_by(path)
    now = steps.run(partial(head, lake, held.event if held else 0))
    if now.edition > EDITION:
        raise refused("lake_of_newer_program", lake=lake.name, edition=now.edition, ours=EDITION)
    if not _is_current(now):
        steps.run(lambda: _upgrade(lake, path))
        return
    if held is None or replica.why_not(held, now):
        steps.run(partial(_make, lake, path))


def _is_current(now: Head) -> bool:
    return (now.edition, now.reference) == (EDITION, reference_tables.fingerprint())


def _make(lake: Lake, path: Path) -> None:
    with session(lake, read_only=True) as opened:
        replica.make(opened, path)


def _upgrade(lake: Lake, path: Path) -> None:
    """Upgrade a copy of the lake as a file is upgraded, and put its content into the lake."""
    try:
        with to_write(lake) as opened:
            opened.cursor.rollback()  # the lock stays
            now = replica.make(opened, path)
            opened.cursor.begin()
            if not _is_current(now):  # else another server was first
                with closing(connect(path)) as file:
                    upgrade(file)
                fill(opened, path, lake=now.lake)
                log.info("lake %s was brought to edition %s", lake.name, EDITION)
    except BaseException:
        replica.remove(path)  # it may be ahead of the lake
        raise
    _make(lake, path)
