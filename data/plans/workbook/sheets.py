"""Writes one sheet: a label a row for the programme, a row each for measures and the lists."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.language import _
from data.plans.workbook.columns import ABOUT, Column
from data.plans.workbook.lists import Lists
from data.plans.workbook.names import told_in_place
from data.score_sheets.writing import cells
from data.score_sheets.writing.annotated import fitting_comment
from data.score_sheets.writing.lists import suggest
from data.score_sheets.writing.template import choose

LABEL_WIDTH, VALUE_WIDTH, HELP_WIDTH = 24, 70, 60
Cells = list[tuple[Column, Any]]
"""The columns of a row with what stands in their cells."""


def about_sheet(sheet: Worksheet, rows: Sequence[tuple[Column, Any]], lists: Lists) -> None:
    """Write a label, a cell to fill in and help per row; what the workbook says of itself is locked."""
    locked = {column.field for column in ABOUT}
    for row, (column, value) in enumerate(rows, 1):
        cells.label(sheet.cell(row, 1), _(column.heading), bold=True)
        cells.label(sheet.cell(row, 3), told_in_place(column.help))
        if column.field in locked:
            cells.label(sheet.cell(row, 2), value)
        else:
            cells.open_for_input(sheet.cell(row, 2), column.kind.look, value)
        _make_room(sheet, row, [(value, VALUE_WIDTH), (told_in_place(column.help), HELP_WIDTH)])
        _limit(sheet, f"B{row}", column, lists)
    for letter, width in zip("ABC", (LABEL_WIDTH, VALUE_WIDTH, HELP_WIDTH), strict=True):
        sheet.column_dimensions[letter].width = width
    cells.finish(sheet, landscape=True)


def rows_sheet(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Cells], lists: Lists) -> None:
    """Write the headings, each with its help as a comment, and the rows; rows can be moved, added and sorted."""
    cells.headings(sheet, [_(column.heading) for column in columns], [column.width for column in columns])
    for at, column in enumerate(columns, 1):
        if column.help:
            sheet.cell(1, at).comment = fitting_comment(told_in_place(column.help))
    code_at = next((at for at, column in enumerate(columns, 1) if column.field == "code"), 0)
    for row, values in enumerate(rows, 2):
        for at, (column, value) in enumerate(values, 1):
            if column.is_read:
                cells.open_for_input(sheet.cell(row, at), column.kind.look, value, column.kind.align)
            else:
                code = f"${get_column_letter(code_at)}{row}"
                cells.label(sheet.cell(row, at), None)
                sheet.cell(row, at).value = lists.look_up(column.field, code)
        _make_room(sheet, row, [(value, column.width) for column, value in values])
    last = max(len(rows), 1) + 1
    for at, column in enumerate(columns, 1):
        letter = get_column_letter(at)
        _limit(sheet, f"{letter}2:{letter}{last}", column, lists)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    # Not protected, so that rows can be moved, added and sorted.
    cells.finish(sheet, landscape=True, locked=False)


def _make_room(sheet: Worksheet, row: int, values: Sequence[tuple[Any, int]]) -> None:
    """Set the height of a row by the cell with most lines; Excel does not adjust it by itself."""
    lines = max((_lines(str(value), width) for value, width in values if value is not None), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = min(15 * lines, 400)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) // max(width - 2, 1))) for line in text.split("\n"))


def _limit(sheet: Worksheet, place: str, column: Column, lists: Lists) -> None:
    """Add the list to choose from, where there is one; the check understands more than the list has."""
    if column.field == "code":
        suggest(sheet, place, lists.choices_of_codes())
    elif column.field == "evaluation_version":
        choose(sheet, place, lists.versions)
    elif column.kind.words():
        choose(sheet, place, column.kind.words())
