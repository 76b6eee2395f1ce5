"""The replica of a lake: a DuckDB file that one process has, with all that a file store holds."""

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.lake.engine import quoted
from data.lake.reading import LAST, Head, head_of
from data.lake.session import Session
from data.lake.tables import tables_in
from data.new_store_folder import new_store_folder
from data.reference_tables import RULES
from data.store import EDITION, ONE_THREAD_PER_QUERY, log

FOLLOWED = """
    create schema if not exists kompassrosen_replica;
    create or replace table kompassrosen_replica.followed (lake varchar, snapshot bigint);
    comment on table kompassrosen_replica.followed is 'Beside the tables of the store: one row, what this replicates';
    comment on column kompassrosen_replica.followed.lake is 'The identifier of the lake';
    comment on column kompassrosen_replica.followed.snapshot is 'The newest of its changes that is here';
"""
EDITIONS = "select max(format), max(reference) from store_format"


@dataclass(frozen=True)
class Held:
    """What a replica holds; see Head."""

    lake: str
    snapshot: int
    edition: int
    reference: str
    event: int
    same: str | None


class NoReplica(Exception):
    """The file is a database of something else, and must stay."""


def held_by(path: Path) -> Held | None:
    """Return what the replica at a path holds; None if there is none, or it cannot be read.

    Raises:
        NoReplica: there is a database that is no replica, such as a store in a file.
    """
    if not path.exists():
        return None
    try:
        with closing(duckdb.connect(path)) as file:
            lake, snapshot = file.execute("select lake, snapshot from kompassrosen_replica.followed").fetchall()[0]
            edition, reference = file.execute(EDITIONS).fetchall()[0]
            event, same = (file.execute(LAST).fetchall() or [(0, None)])[0]
    except duckdb.CatalogException as error:
        raise NoReplica(path) from error
    except (duckdb.Error, IndexError) as error:
        if "could not set lock" in str(error).lower():  # a replica of ours is claimed: somebody has another file here
            raise NoReplica(path) from error
        log.warning("replica %s cannot be read and is made anew", path, exc_info=True)
        return None
    return Held(lake, snapshot, edition, reference, event, same)


def why_not(held: Held, head: Head) -> str | None:
    """Return why a replica that holds this cannot follow a lake, as a code; None if it can."""
    if head.lake != held.lake:
        return "lake_replaced"
    if (head.edition, head.reference) != (held.edition, held.reference):
        return "lake_of_other_program"
    if head.same != held.same or head.event < held.event:  # it no longer has what is the newest event here
        return "lake_set_back"
    return None


def make(session: Session, path: Path) -> Head:
    """Make the replica anew in a temporary folder, put it in its place, and return what the lake was at."""
    with new_store_folder(path) as folder:
        new = folder / path.name
        head = copy_to_file(session, new)
        seal(new, head)
        remove(path)
        new.rename(path)
    log.info("replica %s was made as of event %s", path, head.event)
    return head


def seal(file: Path, head: Head) -> None:
    """Note in a file that holds what the lake holds that it is a replica of it."""
    with closing(duckdb.connect(file)) as opened:
        opened.execute(FOLLOWED)
        opened.execute("insert into kompassrosen_replica.followed values (?, ?)", [head.lake, head.snapshot])


def note(cursor: duckdb.DuckDBPyConnection, snapshot: int | None) -> None:
    """Note the snapshot up to which a replica is as the lake is; None where that is not known."""
    if snapshot is not None:
        cursor.execute("update kompassrosen_replica.followed set snapshot = ?", [snapshot])


def copy_to_file(session: Session, new: Path) -> Head:
    """Copy every table of the lake into a new file, which then is a file store; return what the lake was at."""
    cursor, file = session.cursor, f"file_of_{session.alias}"
    cursor.execute(f"attach {quoted(str(new))} as {file}")
    try:
        cursor.begin()
        head = head_of(session)
        for table in tables_in(session.frame).every():
            cursor.execute(f"create table {file}.{table} as from {session.alias}.{table}")
        cursor.commit()
    finally:
        with suppress(duckdb.Error):
            cursor.rollback()
        cursor.execute(f"detach {file}")
    if head.edition == EDITION:  # else whoever opens it brings it up to date, rules and all
        with closing(duckdb.connect(new)) as made:
            made.execute(RULES.read_text(encoding="utf-8"))
    return head


def remove(path: Path) -> None:
    """Remove a replica and its journal."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Open a replica for the queries of this process."""
    return duckdb.connect(path, config={} if read_only else ONE_THREAD_PER_QUERY)
