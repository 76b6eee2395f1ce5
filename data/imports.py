"""Imports, undos and redos (the undo of an undo): numbered events. Rows are only added, never changed or deleted."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.import_rows import KEY, ImportRows
from data.language import _
from data.points import area_points, question_points
from data.refusal import Refusal
from data.store import Store, log, nothing_can_be_saved

EVALUATIONS = (Path(__file__).parent / "evaluations_to_add.sql").read_text(encoding="utf-8")
LOG = (Path(__file__).parent / "imports.sql").read_text(encoding="utf-8")


class UndoRefused(Refusal):
    """The import is not undone; the message gives the reason."""


def add_import(store: Store, dataset: str, title: str, rows: ImportRows, at: datetime) -> int:
    """Add evaluations as one event in one transaction, and return the event's number."""
    questions = store.read("from instrument_question")
    with store.transaction() as cursor:
        return add_rows(cursor, dataset, title, rows, at, questions)


def add_rows(
    cursor: duckdb.DuckDBPyConnection,
    dataset: str,
    title: str,
    rows: ImportRows,
    at: datetime,
    questions: pl.DataFrame,
) -> int:
    """Add evaluations as one event inside the caller's transaction, and return the event's number."""
    event = _add_event(cursor, "import", dataset, None, at, title)
    # DuckDB finds `added`, `lines` and `kept` by the names of the Python variables.
    added = rows.evaluations  # noqa: F841
    evaluations = cursor.execute(EVALUATIONS, {"event": event, "dataset": dataset}).pl()
    identified = evaluations.select("evaluation", *KEY)
    for table, frame in _rows_by_table(rows, questions).items():
        # Sorted, so that DuckDB's row-group statistics let a query on one evaluation skip the other row groups.
        lines = identified.join(frame, on=list(KEY)).drop(list(KEY)).sort("evaluation", maintain_order=True)  # noqa: F841
        cursor.execute(f"insert into {table} by name from lines")
    kept = evaluations.drop("municipality_number")  # noqa: F841
    cursor.execute("insert into evaluation by name from kept")
    return event


def undo_import(store: Store, event: int, at: datetime, *, also_shipped: bool = False) -> int:
    """Undo an import or an undo, so that what it replaced counts again, and return the number of the new event.

    With `also_shipped` it may be an import of what the program ships, which nobody should lose by a slip.

    Raises:
        UndoRefused: there is no such import, it is already undone, it came with the program, or the store cannot be
            written to.
    """
    if store.read_only:
        raise UndoRefused("store_read_only", nothing_can_be_saved(store))
    try:
        return _undo(store, event, at, also_shipped=also_shipped)
    except duckdb.Error as error:
        log.exception("undo of import %s cannot be saved", event)
        raise UndoRefused(
            "undo_cannot_be_saved",
            _("Angringen kunne ikke lagres; kanskje er disken full. Datalageret er som før. Rydd plass og prøv igjen."),
        ) from error


def _undo(store: Store, event: int, at: datetime, *, also_shipped: bool) -> int:
    with store.transaction() as cursor:
        entries = {entry["event"]: entry for entry in cursor.execute(LOG).pl().iter_rows(named=True)}
        entry = entries.get(event, {"kind": None})
        if entry["kind"] == "undo":
            return _redo(cursor, entry, entries[entry["undoes"]], at)
        if entry["kind"] != "import":
            sentence = _("Det finnes ingen import med nummer {event}. Se listen over importer.", event=event)
            raise UndoRefused("no_such_import", sentence)
        if (undone_by := entry["undone_by"]) is not None:
            sentence = _("Import {event} er allerede angret, av hendelse {undo}.", event=event, undo=undone_by)
            raise UndoRefused("already_undone", sentence)
        if entry["shipped"] and not also_shipped:
            sentence = _(
                "Import {event} er «{title}». Angres den, mangler tall som andre regner med. "
                "Skal den likevel angres, skriv --shipped.",
                event=event,
                title=entry["title"],
            )
            raise UndoRefused("shipped_import", sentence)
        title = f"Angret import {event}: {entry['title']}"
        return _add_event(cursor, "undo", entry["dataset"], event, at, title)


def _redo(cursor: duckdb.DuckDBPyConnection, undo: Mapping[str, Any], entry: Mapping[str, Any], at: datetime) -> int:
    if entry["undone_by"] != undo["event"]:
        sentence = _(
            "Angring {undo} gjelder ikke lenger: import {event} er tatt fram igjen siden.",
            undo=undo["event"],
            event=entry["event"],
        )
        raise UndoRefused("undo_already_undone", sentence)
    title = f"Tok fram igjen import {entry['event']}: {entry['title']}"
    return _add_event(cursor, "redo", entry["dataset"], entry["event"], at, title)


def imports(store: Store) -> pl.DataFrame:
    """Return the log: one row per event, oldest first.

    Columns: event, kind, dataset, happened_at (UTC, without a zone), title, undoes, undone_by, and evaluations (count).
    """
    return store.read(LOG)


def _add_event(
    cursor: duckdb.DuckDBPyConnection, kind: str, dataset: str, undoes: int | None, at: datetime, title: str
) -> int:
    """Insert one event inside the caller's transaction and return its number."""
    event = int(cursor.execute("select coalesce(max(event), 0) + 1 from event").fetchall()[0][0])
    # DuckDB converts a datetime with a time zone to local time; the store holds UTC.
    moment = at.astimezone(UTC).replace(tzinfo=None)
    cursor.execute("insert into event values (?, ?, ?, ?, ?, ?)", [event, kind, dataset, undoes, moment, title])
    return event


def _rows_by_table(rows: ImportRows, questions: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return {
        "area_points": area_points(rows.figures, questions),
        "question_points": question_points(rows.figures),
        "other_value": rows.other_values,
        "gold_star": rows.gold_stars,
        "remark": rows.remarks,
    }
