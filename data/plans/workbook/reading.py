"""Reads the sheets of a plan into rows of values, with a finding on each cell that cannot be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.language import _
from data.plans.workbook import names
from data.plans.workbook.columns import ABOUT, PROGRAMME, SHEETS_OF_ROWS, Column
from data.plans.workbook.kinds import KNOWN_DATE
from data.plans.workbook.merged_cells import note_merged_cells
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import Unreadable, has_hidden_signs, is_empty
from data.score_sheets.reading.fields import mention_hidden_signs
from data.score_sheets.reading.workbook import Sheet, cell_name, note_hidden_sheets, opened

BROKEN = object()
"""The value of a cell that cannot be read; a finding says so."""


@dataclass(frozen=True)
class ReadRow:
    """The values and cells of a row by field; an empty cell is None."""

    sheet: str
    values: Mapping[str, Any]
    cells: Mapping[str, str]

    def cell(self, field: str) -> str | None:
        """Return the cell of a field, else the first one of the row."""
        return self.cells.get(field) or next(iter(self.cells.values()), None)

    def is_empty(self) -> bool:
        """Return whether nothing stands in the row; the number of a measure is filled in beforehand."""
        return all(value is None for field, value in self.values.items() if field != "number")


@dataclass(frozen=True)
class ReadPlan:
    """A workbook as it was read: the programme, and the rows of each sheet that could be read."""

    programme: ReadRow
    rows: Mapping[str, Sequence[ReadRow]]


def read_plan(name: str, content: bytes, collector: FindingCollector) -> ReadPlan | None:
    """Return what stands in a workbook, None if it is no plan; findings are added to the collector."""
    sheets = opened(name, content, collector)
    if sheets is None:
        return None
    roles = names.sheets_by_role(sheets, collector)
    if "programme" not in roles:
        found = _("Fant ikke arket «{sheet}»", sheet=names.sheet_name("programme"))
        remedy = _("Bruk arbeidsboken som hentes på siden Tiltak. Skåringsark leses inn under «Last opp».")
        collector.stop("no_known_sheet", found, remedy)
        return None
    own = {role: sheet for role, sheet in roles.items() if role == "programme" or role in SHEETS_OF_ROWS}
    note_hidden_sheets(own.values(), collector)
    for sheet in own.values():
        note_merged_cells(sheet, collector.on(sheet.name))
    on_sheet = collector.on(roles["programme"].name)
    given = names.fields_in((*ABOUT, *PROGRAMME), roles["programme"], on_sheet)
    rows: dict[str, Sequence[ReadRow]] = {}
    for role, columns in SHEETS_OF_ROWS.items():
        if role not in roles:
            found = _("Arket «{sheet}» mangler", sheet=names.sheet_name(role))
            collector.information("sheet_missing", None, found, _("Det som er lagret der, blir stående som det er."))
        elif (of_sheet := _rows(role, columns, roles[role], collector.on(roles[role].name))) is not None:
            rows[role] = of_sheet
    return ReadPlan(_read_row((*ABOUT, *PROGRAMME), roles["programme"].name, given, on_sheet), rows)


def _rows(role: str, columns: Sequence[Column], sheet: Sheet, collector: FindingCollector) -> Sequence[ReadRow] | None:
    heading_row, at = names.columns_in(role, sheet, collector)
    missing = [column for column in columns if column.is_read and column.field not in at]
    # A measure keeps what it has where a column is missing; a row of a list has nothing to keep it from.
    needed = [column for column in missing if role != "measures" or column.field in ("title", "measure")]
    if needed:
        found = _("Kolonnen «{column}» mangler", column=_(needed[0].heading))
        expected = _("{columns:commas}", columns=tuple(_(column.heading) for column in columns))
        collector.error("column_missing", None, found, _("Skriv overskriftene slik de står i malen."), expected)
        return None
    for column in missing:
        found = _("Kolonnen «{column}» mangler", column=_(column.heading))
        collector.information("column_left_out", None, found, _("Det som er lagret der, blir stående som det er."))
    by_field = {column.field: column for column in columns if column.field in at}
    rows = []
    for number, cells in sorted(sheet.cells.items()):
        if number > heading_row:
            given = {field: (cells.get(at[field]), cell_name(number, at[field])) for field in by_field}
            row = _read_row(list(by_field.values()), sheet.name, given, collector)
            if not row.is_empty():
                rows.append(row)
    return rows


def _read_row(
    columns: Sequence[Column], sheet: str, given: Mapping[str, tuple[Any, str]], collector: FindingCollector
) -> ReadRow:
    present = [column for column in columns if column.is_read and column.field in given]
    values = {column.field: _value(column, *given[column.field], collector) for column in present}
    return ReadRow(sheet, values, {column.field: given[column.field][1] for column in present})


def _value(column: Column, value: Any, cell: str, collector: FindingCollector) -> Any:
    if is_empty(value):
        return None
    if type(value) is str and has_hidden_signs(value):
        mention_hidden_signs(cell, collector)
    try:
        read = column.kind.read(value)
    except Unreadable as unreadable:
        collector.error(unreadable.code, cell, unreadable.found, unreadable.remedy, unreadable.expected)
        return BROKEN
    if isinstance(value, date) and column.kind is KNOWN_DATE:
        found = _("Cellen er en dato i Excel og leses som {said}", said=read)
        remedy = _("Er bare året eller måneden kjent, skriver du 2013 eller 2013-03 som tekst.")
        collector.information("date_cell", cell, found, remedy)
    return None if read == "" else read
