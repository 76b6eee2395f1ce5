"""A report as an Excel workbook of sentences and tables, with each sheet set up for A4 landscape."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from textwrap import shorten

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from reports.content import Workbook
from reports.origin import dataset_and_event, titled
from reports.table import Table
from reports.view import View
from reports.writers.cells import write_cell, write_notes, write_rows
from reports.writers.table_files import file_columns

SUMMARY = N_("Sammendrag")
TEXT = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
NUMBER = Alignment(vertical="top")
LINE = Border(bottom=Side("hair"))
LINE_HEIGHT = 15
LONGEST_HEADER = 120
"""Maximum length of a page header; Excel allows 255 including format codes, and an & counts twice."""


def xlsx(view: View, workbook: Workbook) -> bytes:
    """Return the workbook: a sheet of sentences, one per table, and dataset and event below the last table.

    Numbers are written as numbers, missing values as empty cells.
    """
    title, book = titled(view, workbook.title), openpyxl.Workbook()
    del book["Sheet"]
    summary = book.create_sheet(_(SUMMARY))
    write_notes(summary, [title, *workbook.paragraphs])
    summary["A1"].font = Font(bold=True, size=14)
    for name, table in workbook.sheets().items():
        _table(book.create_sheet(name), table)
    _append(book.worksheets[-1], dataset_and_event(view))
    for sheet in book.worksheets:
        _make_room(sheet)
        _for_paper(sheet, title)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _table(sheet: Worksheet, table: Table) -> None:
    write_rows(sheet, file_columns(table), table.all_rows().to_dicts())
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = TEXT if isinstance(cell.value, str) else NUMBER
            cell.border = LINE
    sheet.print_title_rows = "1:1"


def _make_room(sheet: Worksheet) -> None:
    """Set row heights from estimated line breaks: not every program does so on opening, and none for merged cells."""
    merged = {merged_range.min_row for merged_range in sheet.merged_cells.ranges}
    widths = [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, sheet.max_column + 1)]
    for number, row in enumerate(sheet.iter_rows(), 1):
        rooms = [sum(widths)] if number in merged else widths
        lines = [ceil(len(str(cell.value or "")) / (room * 0.97)) for cell, room in zip(row, rooms, strict=False)]
        sheet.row_dimensions[number].height = LINE_HEIGHT * max([1, *lines]) + 3


def _append(sheet: Worksheet, notes: Sequence[str]) -> None:
    """Write the notes below the table, each in a merged cell across its width."""
    columns = sheet.max_column
    for row, note in enumerate(notes, sheet.max_row + 2):
        cell = sheet.cell(row, 1)
        write_cell(cell, note)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _for_paper(sheet: Worksheet, title: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header = shorten(title, LONGEST_HEADER, placeholder=" …").replace("&", "&&")
    texts = ((sheet.oddHeader, header, None), (sheet.oddFooter, "Kompassrosen: &A", "&P / &N"))
    for part, left, right in texts:
        if part is not None:  # not a truth test: openpyxl's header parts are falsy while empty
            part.left.text, part.right.text = left, right
