"""Imports the data that the program ships: all of it on first start, later the parts that a newer program changed.

A part whose files have changed since the store imported it is imported anew and replaces its earlier import, which
stays in the log. Evaluations imported by users take precedence over shipped ones (data/rules.sql).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data import catalogue, example, programmes, published
from data.import_rows import ImportRows, no_evaluations
from data.imports import add_event, add_rows
from data.language import N_
from data.plans import writing
from data.plans.rows import Measure, Programme
from data.store import Store, log


@dataclass(frozen=True)
class Part:
    """One part of the shipped data.

    Attributes:
        name: its name in the table `shipped`.
        folder: the folder of its CSV files.
        rows: returns the evaluations to import.
        about_groups: returns further rows by table name; event and dataset are added on import.
        plans: returns programmes and measures; a part that has them is an event of kind plan and brings nothing else.
    """

    name: str
    dataset: str
    title: str
    folder: Path
    rows: Callable[[], ImportRows] = no_evaluations
    about_groups: Callable[[], Mapping[str, pl.DataFrame]] = field(default=dict)
    plans: Callable[[], Sequence[Programme | Measure]] | None = None

    def fingerprint(self) -> str:
        """Return the SHA-256 of the file names and texts; read as text, so that CRLF and LF count as equal."""
        files = sorted(self.folder.glob("*.csv"))
        return sha256("".join(file.name + file.read_text(encoding="utf-8") for file in files).encode()).hexdigest()


PARTS = (
    Part(
        "published",
        "real",
        N_("Publiserte tall som følger med programmet"),
        published.FOLDER,
        published.import_rows,
        published.printed_about_groups,
    ),
    Part("example", "example", N_("Eksempeldata som følger med programmet"), example.FOLDER, example.import_rows),
    Part(
        "catalogue",
        "real",
        N_("Evalueringer vi vet om, som følger med programmet"),
        catalogue.FOLDER,
        about_groups=catalogue.known_evaluations,
    ),
    Part(
        "programmes",
        "real",
        N_("Programmer fra kilder, som følger med programmet"),
        programmes.FOLDER,
        plans=programmes.plans,
    ),
    Part(
        "example_programmes",
        "example",
        N_("Oppdiktede programmer som følger med programmet"),
        programmes.EXAMPLE,
        plans=programmes.example_plans,
    ),
)


def import_shipped(store: Store) -> None:
    """Import the parts whose current files the store has not imported, all in one transaction."""
    if missing_in(store.read(HELD)):
        questions, now = store.read("from instrument_question"), datetime.now(UTC)
        store.write(lambda cursor: _import_missing(cursor, questions, now))


def missing_in(held: pl.DataFrame) -> list[Part]:
    """Return the parts whose current files are not among those held."""
    held_by_part = {row["part"]: row for row in held.iter_rows(named=True)}
    return [part for part in PARTS if _is_missing(part, held_by_part.get(part.name))]


def _import_missing(cursor: duckdb.DuckDBPyConnection, questions: pl.DataFrame, now: datetime) -> None:
    # Asked again here, since another server may have started at the same moment.
    for part in missing_in(cursor.execute(HELD).pl()):
        event = _import(cursor, part, questions, now)
        log.info("%s came into the store as import %s", part.name, event)


def shipped_events(store: Store) -> frozenset[int]:
    """Return the event numbers of the imports of shipped data."""
    return frozenset(store.read("select event from shipped")["event"])


HELD = """
    select
        shipped.part,
        list(shipped.fingerprint) as fingerprints,
        bool_and(shipped.event in (from undone_import((select max(event) from event)) select event)) as undone
    from shipped
    group by shipped.part
"""
"""One row per part that was ever imported: the fingerprints imported, and whether all of its imports are undone."""


def _is_missing(part: Part, held: Mapping[str, Any] | None) -> bool:
    # A part that users have undone is not imported again, even if its files change. A fingerprint imported before is an
    # older edition: two programs of different age on one store would otherwise replace each other's data for ever.
    return held is None or (not held["undone"] and part.fingerprint() not in held["fingerprints"])


def _import(cursor: duckdb.DuckDBPyConnection, part: Part, questions: pl.DataFrame, at: datetime) -> int:
    if part.plans is None:
        event = add_rows(cursor, part.dataset, part.title, part.rows(), at, questions)
    else:
        event = add_event(cursor, "plan", part.dataset, None, at, part.title)
        writing.add_rows(cursor, event, part.dataset, part.plans())
    for table, rows in part.about_groups().items():
        printed = rows.with_columns(event=pl.lit(event), dataset=pl.lit(part.dataset))  # noqa: F841
        cursor.execute(f"insert into {table} by name from printed")
    cursor.execute("insert into shipped values (?, ?, ?)", [event, part.name, part.fingerprint()])
    return event
