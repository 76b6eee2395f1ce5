"""Reads the layout Historikk: many evaluations, one row each."""

from data.score_sheets import values
from data.score_sheets.entered import Entered, Figure
from data.score_sheets.fields import read_fields, taken
from data.score_sheets.finding import Notes
from data.score_sheets.headings import HISTORY, header, note_missing_column
from data.score_sheets.known import Known
from data.score_sheets.workbook import Sheet, reference


def read_history(sheet: Sheet, notes: Notes, known: Known) -> list[Entered]:
    """Return one evaluation for each row that says something."""
    on_sheet = notes.on(sheet.name)
    row, columns = header(sheet, HISTORY, on_sheet)
    missing = [HISTORY[name] for name in ("number", "name", "year", "version") if name not in columns]
    if missing:
        note_missing_column(missing[0], HISTORY, on_sheet)
        return []
    return [
        _read_row(number, cells, columns, sheet, notes, known)
        for number, cells in sorted(sheet.cells.items())
        if number > row and not all(values.is_empty(cells.get(column)) for column in columns.values())
    ]


def _read_row(
    number: int, cells: dict[int, object], columns: dict[str, int], sheet: Sheet, notes: Notes, known: Known
) -> Entered:
    entered = Entered(Notes(notes.file, sheet.name), sheet.name)
    given = {name: (cells.get(column), reference(number, column)) for name, column in columns.items()}
    read_fields(entered, given, known)
    for area in range(1, 9):
        value, cell = given.get(f"area {area}", (None, ""))
        points = taken(lambda said: values.points(said, 100, whole=True), value, entered.notes, cell)
        if points is not None:
            entered.figures[str(area)] = Figure(points, f"{sheet.name}!{cell}")
    return entered
