"""Which rows of which tables an event adds, since lake and replica exchange nothing but added rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

Read = Callable[[str, dict[str, Any]], pl.DataFrame]
"""Returns the rows of a SQL text with parameters by name."""
COLUMNS = """
    select table_name, column_name, data_type
    from duckdb_columns()
    where database_name = current_database()
        and schema_name = 'main'
        and table_name <> 'lake_state'
    order by table_name, column_index
"""
"""The tables of a store, whether in a file or in a lake."""


@dataclass(frozen=True)
class Tables:
    """The tables of a store by what their rows belong to.

    Attributes:
        of_event: rows name their event.
        of_evaluation: rows name their evaluation, whose identifier begins with the event.
        constant: rows belong to no event, and change only when the program does.
    """

    of_event: tuple[str, ...]
    of_evaluation: tuple[str, ...]
    constant: tuple[str, ...]

    def every(self) -> tuple[str, ...]:
        """Return the names of all."""
        return (*self.of_event, *self.of_evaluation, *self.constant)


def tables_in(read: Read) -> Tables:
    """Return the tables of a store."""
    names = read(COLUMNS, {}).group_by("table_name", maintain_order=True).agg("column_name")
    columns = {row["table_name"]: row["column_name"] for row in names.iter_rows(named=True)}
    of_event = tuple(table for table, has in columns.items() if "event" in has)
    of_evaluation = tuple(table for table, has in columns.items() if "evaluation" in has and "event" not in has)
    return Tables(
        of_event, of_evaluation, tuple(table for table in columns if table not in {*of_event, *of_evaluation})
    )


def rows_after(
    read: Read, tables: Tables, after: int, changed: Callable[[str], bool] = lambda _table: True
) -> dict[str, pl.DataFrame]:
    """Return the rows of events after an event by table, without tables that have none."""
    rows = {
        table: read(f"from {table} where event > $after", {"after": after})
        for table in tables.of_event
        if changed(table)
    }
    evaluations = rows.get("evaluation")
    if evaluations is not None and evaluations.height:
        ranges = _ranges(evaluations["event"].unique().sort().to_list())
        rows |= {table: read(f"from {table} where {ranges}", {}) for table in tables.of_evaluation if changed(table)}
    return {table: frame for table, frame in rows.items() if frame.height}


def _ranges(events: Sequence[int]) -> str:
    """Return the condition that an evaluation is of one of these events; ranges let DuckDB skip files."""
    return " or ".join(f"(evaluation >= '{event}/' and evaluation < '{event}0')" for event in events)


def insert(cursor: Any, rows: dict[str, pl.DataFrame]) -> int:
    """Insert rows by table in the cursor's transaction, and return how many."""
    for table, frame in rows.items():  # noqa: B007, PERF102  DuckDB finds `frame` by its name
        cursor.execute(f"insert into {table} by name from frame")
    return sum(frame.height for frame in rows.values())
