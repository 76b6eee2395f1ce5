"""Formatting of table values: in the language spoken on the screen, raw in files, `..` where missing."""

from datetime import date
from typing import Any

from data.catalogues import named
from data.numbers import MISSING, day, number, percent, shortest, signed
from reports.table import Column, Row


def shown(column: Column, row: Row) -> str:
    """Return the text of a cell on the screen."""
    if column.shown:
        return column.shown(row)
    value = column.of(row)
    if value is None:
        return MISSING
    if column.kind == "difference":
        text = signed(value, 1 if column.decimals is None else column.decimals)
        return f"({text})" if column.small and column.small(row) else text
    if column.kind == "share":
        return percent(100 * value, column.decimals or 0)
    if column.kind == "number":
        return shortest(value) if column.decimals is None else number(value, column.decimals)
    if isinstance(value, date):
        return day(value)
    return str(value) if column.written else named(str(value))


def in_file(column: Column, row: Row) -> Any:
    """Return the value of a cell in a file: numbers rounded to two decimals (shares to three), dates, or text."""
    value = column.of(row)
    if isinstance(value, float):
        return round(value, 3 if column.kind == "share" else 2)
    return named(value) if isinstance(value, str) and not column.written else value
