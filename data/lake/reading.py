"""What a replica asks of the lake: what it is at, and what came after an event."""

import re
from dataclasses import dataclass

import duckdb
import polars as pl

from data.lake.address import Lake
from data.lake.refusals import refused
from data.lake.session import Session, session
from data.lake.tables import Tables, rows_after

SNAPSHOT = "select max(snapshot_id) from ducklake_snapshot"
CHANGES = """
    select changed.changes_made
    from ducklake_snapshot_changes as changed
    where changed.snapshot_id > {snapshot}
"""
KEPT = "select count(*) from ducklake_snapshot where snapshot_id = {snapshot}"
NAMES = "select table_id, table_name from ducklake_table where end_snapshot is null"
INSERTED = re.compile(r"(?:inserted_into_table|inlined_insert):(\d+)")
HEAD = """
    select
        lake_state.lake,
        store_format.format,
        store_format.reference,
        (select coalesce(max(event), 0) from event) as event,
        (select concat_ws(' ', event, kind, dataset, happened_at, title) from event where event = $event) as same
    from lake_state, store_format
"""
LAST = """
    select
        event,
        concat_ws(' ', event, kind, dataset, happened_at, title) as same
    from event
    order by event desc
    limit 1
"""
"""The newest event of a replica, and the text by which the lake must know it."""


@dataclass(frozen=True)
class Head:
    """What a lake is at.

    Attributes:
        lake: the identifier of the lake, new when its content is replaced.
        edition: of its schema.
        reference: fingerprint of its reference tables.
        event: its newest event.
        snapshot: number of the newest change of any kind, at least.
        same: what the event of the replica that asked is there; None where there is none.
    """

    lake: str
    edition: int
    reference: str
    event: int
    snapshot: int
    same: str | None = None


@dataclass(frozen=True)
class News:
    """The head of a lake, and the rows that it has beyond a replica, by table."""

    head: Head
    rows: dict[str, pl.DataFrame]


def newest_snapshot(session: Session) -> int:
    """Return the number of the newest change, by one small query of PostgreSQL."""
    return int(session.catalogue(SNAPSHOT)[0][0])


def head(lake: Lake, event: int = 0) -> Head:
    """Return what a lake is at; see head_of."""
    with session(lake, read_only=True) as opened:
        return head_of(opened, event)


def head_of(session: Session, event: int = 0) -> Head:
    """Return what the lake is at, as of the session's transaction if it has one; `event` is the replica's newest.

    Raises:
        LakeUnavailable: it was never filled.
    """
    # Before the lake itself is read: a change in between is then read twice at worst, which event numbers tell.
    snapshot = newest_snapshot(session)
    try:
        row = session.cursor.execute(HEAD, {"event": event}).fetchall()[0]
    except duckdb.CatalogException as error:
        raise refused("lake_not_made", lake=session.lake.name) from error
    lake, edition, reference, newest, same = row
    return Head(lake, edition, reference, newest, snapshot, same)


def news_after(session: Session, tables: Tables, event: int, snapshot: int) -> News:
    """Return what came after an event and a snapshot; the session needs a transaction, so that all is of one moment."""
    head = head_of(session, event)
    if head.event <= event:
        return News(head, {})
    # After the head: what is asked for may be more than changed up to it, never less, which would halve an event.
    changed = changed_since(session, snapshot)
    is_asked = (lambda _table: True) if changed is None else changed.__contains__
    return News(head, rows_after(session.frame, tables, event, is_asked))


def changed_since(session: Session, snapshot: int) -> set[str] | None:
    """Return the tables that got rows after a snapshot, or None where the catalogue no longer knows."""
    if not session.catalogue(KEPT.format(snapshot=snapshot))[0][0]:
        return None
    changes = "".join(f"{row[0]};" for row in session.catalogue(CHANGES.format(snapshot=snapshot)))
    names = dict(session.catalogue(NAMES))
    return {names[int(table)] for table in INSERTED.findall(changes) if int(table) in names}
