"""A value as a reader meets it: numbers as Norwegian readers write them, days as days, and `..` where it is missing."""

from datetime import date
from typing import Any

from data.norwegian import HARD_SPACE, MISSING, day, number, shortest, signed
from reports.table import Column, Row


def shown(column: Column, row: Row) -> str:
    """Return what the cell of a row says on the screen."""
    if column.shown:
        return column.shown(row)
    value = column.of(row)
    if value is None:
        return MISSING
    if column.kind == "difference":
        text = signed(value, 1 if column.decimals is None else column.decimals)
        return f"({text})" if column.small and column.small(row) else text
    if column.kind == "share":
        return f"{number(100 * value, column.decimals or 0)}{HARD_SPACE}%"
    if column.kind == "number":
        return shortest(value) if column.decimals is None else number(value, column.decimals)
    return day(value) if isinstance(value, date) else str(value)


def in_file(column: Column, row: Row) -> Any:
    """Return what a cell of a file holds: a number as a number with at most two decimals, a date, or a text."""
    value = column.of(row)
    if isinstance(value, float):
        return round(value, 3 if column.kind == "share" else 2)
    return value
