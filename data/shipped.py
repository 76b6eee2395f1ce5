"""What comes with the program, imported as events: all of it on first start, and later what a newer program changed.

A part whose files have changed since a store imported it comes in as a new import in place of the old one:
everything stays in the log, and what people have imported goes before it (data/rules.sql).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data import example, published
from data.import_rows import ImportRows
from data.imports import add_rows
from data.store import Store, log


@dataclass(frozen=True)
class Part:
    """One part of what comes with the program.

    Attributes:
        name: how the store remembers it.
        folder: where its csv files lie.
        rows: makes the evaluations to import.
        about_groups: makes further rows, by table; they get the event and the dataset.
    """

    name: str
    dataset: str
    title: str
    folder: Path
    rows: Callable[[], ImportRows]
    about_groups: Callable[[], Mapping[str, pl.DataFrame]] = field(default=dict)

    def fingerprint(self) -> str:
        """Return what tells these files from any others, whatever a checkout made of their line ends."""
        files = sorted(self.folder.glob("*.csv"))
        return sha256("".join(file.name + file.read_text(encoding="utf-8") for file in files).encode()).hexdigest()


PARTS = (
    Part(
        "published",
        "real",
        "Publiserte tall som følger med programmet",
        published.FOLDER,
        published.import_rows,
        published.printed_about_groups,
    ),
    Part("example", "example", "Eksempeldata som følger med programmet", example.FOLDER, example.import_rows),
)


def import_shipped(store: Store) -> None:
    """Import the parts that a store does not hold as this program ships them, all or nothing."""
    held_by_part = {row["part"]: row for row in store.read(HELD).iter_rows(named=True)}
    missing = [part for part in PARTS if _is_missing(part, held_by_part.get(part.name))]
    if not missing:
        return
    questions, now = store.read("from instrument_question"), datetime.now(UTC)
    with store.transaction() as cursor:
        for part in missing:
            event = _import(cursor, part, questions, now)
            log.info("%s came into the store as import %s", part.name, event)


def shipped_events(store: Store) -> frozenset[int]:
    """Return the numbers of the imports that came with the program."""
    return frozenset(store.read("select event from shipped")["event"])


HELD = """
    select
        shipped.part,
        list(shipped.fingerprint) as fingerprints,
        bool_and(shipped.event in (select undoes from event where kind = 'undo')) as undone
    from shipped
    group by shipped.part
"""
"""One row a part that the store has ever held: which editions of it, and whether all of its imports are undone."""


def _is_missing(part: Part, held: Mapping[str, Any] | None) -> bool:
    # Who undid what came with the program did not want it; a newer edition of the same is no reason to ask again. And
    # an edition that was there before is an older one: two programs that share a store would take turns for ever.
    return held is None or (not held["undone"] and part.fingerprint() not in held["fingerprints"])


def _import(cursor: duckdb.DuckDBPyConnection, part: Part, questions: pl.DataFrame, at: datetime) -> int:
    event = add_rows(cursor, part.dataset, part.title, part.rows(), at, questions)
    for table, rows in part.about_groups().items():
        printed = rows.with_columns(event=pl.lit(event), dataset=pl.lit(part.dataset))  # noqa: F841
        cursor.execute(f"insert into {table} by name from printed")
    cursor.execute("insert into shipped values (?, ?, ?)", [event, part.name, part.fingerprint()])
    return event
