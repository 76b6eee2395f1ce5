"""Tables as Excel workbooks, and as csv files in the dialect of Norwegian Excel.

Text that begins with a formula character is escaped in both, since it may come from outside.
"""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

from data.language import N_, _
from reports.origin import dataset_and_event
from reports.table import Column, Table
from reports.values import in_file
from reports.view import View
from reports.writers.cells import text_cell, write_notes, write_rows

ABOUT = N_("Om tallene")


def xlsx(view: View, table: Table) -> bytes:
    """Return a workbook with the rows in one sheet and provenance and notes in another."""
    book = Workbook()
    sheet = book.create_sheet(_("Tabell"), 0)
    columns = file_columns(table)
    write_rows(sheet, columns, table.all_rows().to_dicts())
    write_notes(book.create_sheet(_(ABOUT), 1), about(view, table))
    del book["Sheet"]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_text(view: View, table: Table) -> bytes:
    """Return the rows as csv: UTF-8 with a byte order mark, semicolon, decimal comma, empty for missing values.

    The last column repeats provenance and notes in every row, so that the file stays a plain table.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    columns, about_text = file_columns(table), text_cell(" ".join(about(view, table)))
    writer.writerow([*(text_cell(column.heading) for column in columns), _(ABOUT)])
    for row in table.all_rows().iter_rows(named=True):
        writer.writerow([*(text_cell(in_file(column, row)) for column in columns), about_text])
    return stream.getvalue().encode("utf-8-sig")


def file_columns(table: Table) -> Sequence[Column]:
    """Return the columns that appear in files."""
    return [column for column in table.columns if column.only != "screen"]


def about(view: View, table: Table) -> list[str]:
    """Return provenance, notes, dataset and event."""
    return [*table.origin, *table.notes, *dataset_and_event(view)]
