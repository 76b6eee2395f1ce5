"""The programmes and measures of a dataset as they were after an event."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import polars as pl

from data.catalogues import Written
from data.plans.rows import LISTS, Measure, Programme
from data.store import Store

Read = Callable[..., pl.DataFrame]
"""Runs a SQL text with named parameters: the store's own `read`, or one inside a transaction."""
Row = dict[str, Any]
Owner = tuple[int, str | None, str | None]
"""The event that wrote a row and its lists, then a programme and None, or None and a measure."""
Lines = Mapping[Owner, Sequence[Row]]


@dataclass(frozen=True)
class Plans:
    """The current programmes and measures, by their identifiers."""

    programmes: Mapping[str, Programme]
    measures: Mapping[str, Measure]


def plans_in(store: Store, dataset: str, as_of: int | None = None) -> Plans:
    """Return the programmes and measures as of an event, by default the newest."""
    return read_plans(store.read, dataset, store.newest_event() if as_of is None else as_of)


def read_plans(read: Read, dataset: str, as_of: int) -> Plans:
    """Return the programmes and measures as of an event, read by `read`."""
    programmes, measures = (_rows(read, table, dataset, as_of) for table in ("programme", "measure"))
    events = sorted({row["event"] for row in (*programmes, *measures)})
    lists = {name: _by_owner(_lines(read, table, events)) for name, (table, _row) in LISTS.items()}
    return Plans(
        {row["programme"]: _whole(Programme, row, (row["event"], row["programme"], None), lists) for row in programmes},
        {row["measure"]: _whole(Measure, row, (row["event"], None, row["measure"]), lists) for row in measures},
    )


def read_measures(read: Read, dataset: str, as_of: int) -> dict[str, Measure]:
    """Return the measures as of an event without their lists, read by `read`."""
    rows = _rows(read, "measure", dataset, as_of)
    return {row["measure"]: _whole(Measure, row, (row["event"], None, row["measure"]), {}) for row in rows}


def _rows(read: Read, table: str, dataset: str, as_of: int) -> list[Row]:
    return read(f"from current_{table}($dataset, $as_of)", dataset=dataset, as_of=as_of).to_dicts()


def _lines(read: Read, table: str, events: list[int]) -> list[Row]:
    # A list was written in the event of its owner, which is known here: the macros (current_phase) would find it anew.
    return read(f"from {table} where list_contains($events, event)", events=events).to_dicts() if events else []


def _by_owner(lines: list[Row]) -> Lines:
    """Return the lines of a list in their order, by the row of the programme or else the measure they belong to."""
    by_owner: dict[Owner, list[Row]] = {}
    for line in sorted(lines, key=lambda line: line["position"]):
        in_programme = line["programme"] if line["measure"] is None else None
        by_owner.setdefault((line["event"], in_programme, line["measure"]), []).append(line)
    return by_owner


def _whole(kind: Any, row: Row, owner: Owner, lists: Mapping[str, Lines]) -> Any:
    names = {field.name for field in fields(kind)}
    own = {name: _written(value) for name, value in row.items() if name in names}
    if kind is Measure:
        own["waits_for"] = tuple(own["waits_for"] or ())
    of_owner = {name: _list(name, lines.get(owner, ())) for name, lines in lists.items() if name in names}
    return kind(**own, **of_owner)


def _list(name: str, lines: Sequence[Row]) -> tuple[Any, ...]:
    _table, kind = LISTS[name]
    names = [field.name for field in fields(kind)]
    return tuple(kind(**{name: _written(line[name]) for name in names}) for line in lines)


def _written(value: Any) -> Any:
    return Written(value) if isinstance(value, str) else value
