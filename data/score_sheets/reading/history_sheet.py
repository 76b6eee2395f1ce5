"""Reads the layout Historikk, with one row per evaluation."""

from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading import cell_values as values
from data.score_sheets.reading.fields import parse_cell, read_fields
from data.score_sheets.reading.headings import HISTORY, header, note_missing_column
from data.score_sheets.reading.workbook import Sheet, cell_name
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import Figure, SubmittedEvaluation


def read_history(sheet: Sheet, collector: FindingCollector, reference: ReferenceData) -> list[SubmittedEvaluation]:
    """Return one evaluation per non-empty row."""
    on_sheet = collector.on(sheet.name)
    row, columns = header(sheet, HISTORY, on_sheet)
    missing = [HISTORY[name] for name in ("number", "name", "year", "version") if name not in columns]
    if missing:
        note_missing_column(missing[0], HISTORY, on_sheet)
        return []
    return [
        _read_row(number, cells, columns, sheet, collector, reference)
        for number, cells in sorted(sheet.cells.items())
        if number > row and not all(values.is_empty(cells.get(column)) for column in columns.values())
    ]


def _read_row(
    number: int,
    cells: dict[int, object],
    columns: dict[str, int],
    sheet: Sheet,
    collector: FindingCollector,
    reference: ReferenceData,
) -> SubmittedEvaluation:
    submitted = SubmittedEvaluation(FindingCollector(collector.file, sheet.name), sheet.name)
    given = {name: (cells.get(column), cell_name(number, column)) for name, column in columns.items()}
    read_fields(submitted, given, reference)
    for area in range(1, 9):
        value, cell = given.get(f"area {area}", (None, ""))
        points = parse_cell(lambda entered: values.points(entered, 100, whole=True), value, submitted.collector, cell)
        if points is not None:
            submitted.figures[str(area)] = Figure(points, f"{sheet.name}!{cell}")
    return submitted
