"""The rows of programmes and measures by table, as an event writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

import duckdb
import polars as pl

from data.plans.rows import LISTS, OWNED_BY_BOTH, TYPES, Measure, Programme

Whole = Programme | Measure


def add_rows(cursor: duckdb.DuckDBPyConnection, event: int, dataset: str, plans: Iterable[Whole]) -> None:
    """Add the rows of programmes and measures that an event writes, inside the caller's transaction."""
    for table, rows in tables_of(plans).items():
        lines = rows.with_columns(event=pl.lit(event), dataset=pl.lit(dataset))  # noqa: F841  DuckDB finds it by name
        cursor.execute(f"insert into {table} by name from lines")


def tables_of(plans: Iterable[Whole]) -> Mapping[str, pl.DataFrame]:
    """Return the rows to add by table, without event and dataset; tables without a row are left out."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for plan in plans:
        rows.setdefault(table_of(plan), []).append(_own(plan))
        for name, (table, _row) in LISTS.items():
            for position, line in enumerate(getattr(plan, name, ()), 1):
                rows.setdefault(table, []).append(_owner(plan, table) | {"position": position} | asdict(line))
    return {table: _frame(lines) for table, lines in rows.items()}


def table_of(plan: Whole) -> str:
    """Return the table of the row itself."""
    return "programme" if isinstance(plan, Programme) else "measure"


def _own(plan: Whole) -> dict[str, Any]:
    own = {field.name: getattr(plan, field.name) for field in fields(plan) if field.name not in LISTS}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in own.items()}


def _owner(plan: Whole, table: str) -> dict[str, Any]:
    measure = plan.measure if isinstance(plan, Measure) else None
    return {"programme": plan.programme, "measure": measure} if table in OWNED_BY_BOTH else {"measure": measure}


def _frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={name: TYPES.get(name, pl.String) for name in rows[0]})
