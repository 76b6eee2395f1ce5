"""Imports, undos and redos (the undo of an undo): numbered events. Rows are only added, never changed or deleted.

A change of plans (data/plans/) is undone and redone here like an import.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.catalogues import Written, is_message
from data.import_rows import KEY, ImportRows
from data.language import N_, _
from data.plans.circles import in_circles
from data.points import area_points, question_points
from data.refusal import Refusal
from data.speaking import SOURCE, speaking
from data.store import Store, StoreUnavailable, log, nothing_can_be_saved

EVALUATIONS = (Path(__file__).parent / "evaluations_to_add.sql").read_text(encoding="utf-8")
LOG = (Path(__file__).parent / "imports.sql").read_text(encoding="utf-8")

MEASURES = "from current_measure($dataset, $as_of)"

UNDONE = {"import": N_("Angret import {event}: {title}"), "plan": N_("Angret endring {event}: {title}")}
"""Titles of undos, by the kind of what is undone; the keys are all kinds that can be."""
REDONE = {"import": N_("Tok fram igjen import {event}: {title}"), "plan": N_("Tok fram igjen endring {event}: {title}")}
ALREADY_UNDONE = {
    "import": N_("Import {event} er allerede angret, av hendelse {undo}."),
    "plan": N_("Endring {event} er allerede angret, av hendelse {undo}."),
}
UNDO_UNDONE = {
    "import": N_("Angring {undo} gjelder ikke lenger: import {event} er tatt fram igjen siden."),
    "plan": N_("Angring {undo} gjelder ikke lenger: endring {event} er tatt fram igjen siden."),
}
SHIPPED = {
    "import": N_(
        "Import {event} er «{title}». Angres den, mangler tall som andre regner med. "
        "Skal den likevel angres, skriv --shipped."
    ),
    "plan": N_(
        "Endring {event} er «{title}». Angres den, mangler programmer som andre ser etter. "
        "Skal den likevel angres, skriv --shipped."
    ),
}


class UndoRefused(Refusal):
    """The import is not undone; the message gives the reason."""


def add_import(store: Store, dataset: str, title: str, rows: ImportRows, at: datetime) -> int:
    """Add evaluations as one event in one transaction, and return the event's number."""
    questions = store.read("from instrument_question")
    return store.write(lambda cursor: add_rows(cursor, dataset, title, rows, at, questions))


def add_rows(
    cursor: duckdb.DuckDBPyConnection,
    dataset: str,
    title: str,
    rows: ImportRows,
    at: datetime,
    questions: pl.DataFrame,
) -> int:
    """Add evaluations as one event inside the caller's transaction, and return the event's number."""
    event = add_event(cursor, "import", dataset, None, at, title)
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
    """Undo an import, a change of plans or an undo, and return the new event; what it replaced counts again.

    With `also_shipped` it may be an import of what the program ships, which nobody should lose by a slip.

    Raises:
        UndoRefused: there is no such import, it is already undone, it came with the program, or the store cannot be
            written to.
    """
    if store.read_only:
        raise UndoRefused("store_read_only", nothing_can_be_saved(store))
    try:
        return store.write(partial(_undo, event=event, at=at, also_shipped=also_shipped))
    except StoreUnavailable as error:
        raise UndoRefused(error.code, error.sentence) from error
    except duckdb.Error as error:
        log.exception("undo of import %s cannot be saved", event)
        raise UndoRefused(
            "undo_cannot_be_saved",
            _("Angringen kunne ikke lagres; kanskje er disken full. Datalageret er som før. Rydd plass og prøv igjen."),
        ) from error


def _undo(cursor: duckdb.DuckDBPyConnection, event: int, at: datetime, *, also_shipped: bool) -> int:
    entries = {entry["event"]: entry for entry in cursor.execute(LOG).pl().iter_rows(named=True)}
    entry = entries.get(event, {"kind": None})
    if entry["kind"] == "undo":
        return _redo(cursor, entry, entries[entry["undoes"]], at)
    if entry["kind"] not in UNDONE:
        sentence = _("Det finnes ingen import med nummer {event}. Se listen over importer.", event=event)
        raise UndoRefused("no_such_import", sentence)
    if (undone_by := entry["undone_by"]) is not None:
        sentence = _(ALREADY_UNDONE[entry["kind"]], event=event, undo=undone_by)
        raise UndoRefused("already_undone", sentence)
    if entry["shipped"] and not also_shipped:
        sentence = _(SHIPPED[entry["kind"]], event=event, title=entry["title"])
        raise UndoRefused("shipped_import", sentence)
    title = _stored(UNDONE[entry["kind"]], event, entry["title"])
    undo = add_event(cursor, "undo", entry["dataset"], event, at, title)
    return _without_circle(cursor, entry, undo)


def _redo(cursor: duckdb.DuckDBPyConnection, undo: Mapping[str, Any], entry: Mapping[str, Any], at: datetime) -> int:
    if entry["undone_by"] != undo["event"]:
        sentence = _(UNDO_UNDONE[entry["kind"]], undo=undo["event"], event=entry["event"])
        raise UndoRefused("undo_already_undone", sentence)
    title = _stored(REDONE[entry["kind"]], entry["event"], entry["title"])
    redo = add_event(cursor, "redo", entry["dataset"], entry["event"], at, title)
    return _without_circle(cursor, entry, redo)


OF_PROGRAMME, OF_MEASURE = N_("Program: {title}"), N_("Tiltak: {title}")
AND_MORE = N_("{title} og {n} til")
"""The titles of changes of plans, which data/plans makes."""


@speaking(SOURCE)
def _stored(message: str, event: int, title: str) -> str:
    """Return the title of an undo as it is stored: in bokmål, whoever makes it."""
    return _(message, event=event, title=title)


def told_title(title: str) -> str:
    """Return the title of an event in the language spoken: of an undo, a change of plans, or what is shipped.

    What else is there stays as it is.
    """
    for message in (*UNDONE.values(), *REDONE.values()):
        beginning, _placeholder, after = message.partition("{event}")
        if undone := re.fullmatch(rf"{beginning}(\d+){after.replace('{title}', '(.*)')}", title, re.DOTALL):
            return _(message, event=int(undone[1]), title=told_title(undone[2]))
    if changed := re.fullmatch(r"((?:Program|Tiltak): .*) og (\d+) til", title, re.DOTALL):
        return _(AND_MORE, title=told_title(changed[1]), n=int(changed[2]))
    for message in (OF_PROGRAMME, OF_MEASURE):
        if changed := re.fullmatch(message.replace("{title}", "(.*)"), title, re.DOTALL):
            return _(message, title=Written(changed[1]))
    return _(title) if is_message(title) else Written(title)


def _without_circle(cursor: duckdb.DuckDBPyConnection, entry: Mapping[str, Any], event: int) -> int:
    """Return the undo or redo of an entry, unless measures that it brings back wait for each other in a circle."""
    if entry["kind"] == "plan":
        measures = cursor.execute(MEASURES, {"dataset": entry["dataset"], "as_of": event}).pl()
        waits_for = dict(measures.select("measure", "waits_for").iter_rows())
        if in_circles(waits_for):
            sentence = _(
                "Endring {event} kan ikke angres eller tas fram igjen nå: tiltak ville vente på hverandre i ring. "
                "Endre først hva de venter på.",
                event=entry["event"],
            )
            raise UndoRefused("undo_makes_circle", sentence)
    return event


def imports(store: Store) -> pl.DataFrame:
    """Return the log: one row per event, oldest first.

    Columns: event, kind, dataset, happened_at (UTC, without a zone), title, undoes, undone_by, and evaluations (count).
    """
    return store.read(LOG)


def add_event(
    cursor: duckdb.DuckDBPyConnection, kind: str, dataset: str, undoes: int | None, at: datetime, title: str
) -> int:
    """Insert one event inside the caller's transaction and return its number."""
    event = int(cursor.execute("select coalesce(max(event), 0) + 1 from event").fetchall()[0][0])
    # DuckDB converts a datetime with a time zone to local time; the store holds UTC.
    moment = at.astimezone(UTC).replace(tzinfo=None)
    cursor.execute("insert into event values (?, ?, ?, ?, ?, ?)", [event, kind, dataset, undoes, moment, str(title)])
    return event


def _rows_by_table(rows: ImportRows, questions: pl.DataFrame) -> dict[str, pl.DataFrame]:
    return {
        "area_points": area_points(rows.figures, questions),
        "question_points": question_points(rows.figures),
        "other_value": rows.other_values,
        "gold_star": rows.gold_stars,
        "remark": rows.remarks,
    }
