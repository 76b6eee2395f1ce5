"""Cells of workbooks and csv files. Text is never interpreted as a formula."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.language import _
from data.numbers import day, decimal_sign
from data.speaking import language
from reports.table import Column
from reports.values import in_file

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
WIDEST = 60
DATE_FORMATS = {"en": "D MMMM YYYY"}
"""How a date looks in Excel, where it is not as in Norwegian."""


def write_rows(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write a frozen header and the rows, with numbers as numbers and missing values as empty cells."""
    for position, column in enumerate(columns, 1):
        cells = [_plain(in_file(column, row)) for row in rows]
        look = _format(column, cells)
        write_cell(sheet.cell(1, position), column.heading)
        for number, value in enumerate(cells, 2):
            write_cell(sheet.cell(number, position), value, look)
        widest = max(len(str(value)) for value in [column.heading, *cells])
        sheet.column_dimensions[get_column_letter(position)].width = min(widest + 3, WIDEST)
    _header(sheet)


def _header(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E9EDF1")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def write_notes(sheet: Worksheet, notes: Sequence[str]) -> None:
    """Write one sentence per row."""
    sheet.column_dimensions["A"].width = 100
    for row, note in enumerate(notes, 1):
        write_cell(sheet.cell(row, 1), note)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")


def write_cell(cell: Cell | MergedCell, value: Any, look: str = "0") -> None:
    """Write a number or date as such, and anything else as text that Excel does not interpret as a formula."""
    if isinstance(value, int | float):
        cell.value, cell.number_format = value, look
    elif isinstance(value, date):
        cell.value, cell.number_format = value, DATE_FORMATS.get(language(), "DD.MM.YYYY")
    elif value is not None:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
        cell.data_type = "s"
        cell.quotePrefix = str(value).startswith(FORMULA_SIGNS)


def text_cell(value: Any) -> str:
    """Return a value as text of a csv cell, with a leading apostrophe where it could be a formula."""
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, date):
        return day(plain)
    if isinstance(plain, int | float):
        return str(int(plain) if float(plain).is_integer() else plain).replace(".", decimal_sign())
    return f"'{plain}" if str(plain).startswith(FORMULA_SIGNS) else str(plain)


def _plain(value: Any) -> Any:
    """Return the value as a type that a cell can hold: booleans and lists become text, decimals floats."""
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return value


def _format(column: Column, values: Sequence[Any]) -> str:
    if column.kind == "share":
        return "0%"
    whole = all(float(value).is_integer() for value in values if isinstance(value, int | float))
    return "0" if whole else "0.0"
