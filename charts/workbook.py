"""A table as a file to take away: an Excel workbook, or a csv file as Norwegian Excel opens it.

Text that begins with a sign of a formula stays text in both, whoever wrote it.
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import polars as pl
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60


def xlsx(frame: pl.DataFrame, headings: Mapping[str, str], notes: Sequence[str]) -> bytes:
    """Return a workbook with the columns in `headings`, a row per row, and a sheet with the notes.

    Numbers are numbers, missing values empty cells.
    """
    book = Workbook()
    sheet = book.create_sheet("Tabell", 0)
    write_table(sheet, frame, headings)
    write_notes(book.create_sheet("Om tallene", 1), notes)
    del book["Sheet"]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_text(frame: pl.DataFrame, headings: Mapping[str, str], notes: Sequence[str]) -> bytes:
    """Return the columns in `headings` as csv for Norwegian Excel, then one line per note.

    UTF-8 with a byte order mark, semicolon, decimal comma and
    empty for missing values; a blank line stands above the notes.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(_csv_cell(heading) for heading in headings.values())
    writer.writerows(map(_csv_cell, row) for row in frame.select(list(headings)).iter_rows())
    writer.writerows([[], *([_csv_cell(note)] for note in notes)])
    return stream.getvalue().encode("utf-8-sig")


def write_table(sheet: Worksheet, frame: pl.DataFrame, headings: Mapping[str, str]) -> None:
    """Write the columns in `headings` under a frozen head."""
    columns = frame.select(list(headings)).iter_columns()
    for column, (heading, values) in enumerate(zip(headings.values(), columns, strict=True), 1):
        cells = [_plain(value) for value in values]
        look = _format(cells)
        write_cell(sheet.cell(1, column), heading)
        for row, value in enumerate(cells, 2):
            write_cell(sheet.cell(row, column), value, look)
        widest = max(len(str(value)) for value in [heading, *cells])
        sheet.column_dimensions[get_column_letter(column)].width = min(widest + 3, WIDEST)
    _header(sheet)


def _header(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E9EDF1")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def write_notes(sheet: Worksheet, notes: Sequence[str]) -> None:
    """Write one sentence a row."""
    sheet.column_dimensions["A"].width = 100
    for row, note in enumerate(notes, 1):
        write_cell(sheet.cell(row, 1), note)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")


def _plain(value: Any) -> Any:
    """Return the value as a kind that a cell can hold: yes and no in words, lists as text."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list | tuple | pl.Series):
        return ", ".join(map(str, value))
    return value


def _format(values: Sequence[Any]) -> str:
    whole = all(float(value).is_integer() for value in values if isinstance(value, int | float))
    return "0" if whole else "0.0"


def write_cell(cell: Cell | MergedCell, value: Any, look: str = "0") -> None:
    """Write a number as a number, a date as a date, and anything else as text that never comes alive."""
    if isinstance(value, int | float):
        cell.value, cell.number_format = value, look
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "DD.MM.YYYY"
    elif value is not None:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
        cell.data_type = "s"
        cell.quotePrefix = str(value).startswith(FORMULA_SIGNS)


def _csv_cell(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, date):
        return plain.strftime("%d.%m.%Y")
    if isinstance(plain, int | float):
        return str(int(plain) if float(plain).is_integer() else plain).replace(".", ",")
    return f"'{plain}" if str(plain).startswith(FORMULA_SIGNS) else str(plain)
