"""What a newer openpyxl may have moved or renamed, by name, before anybody wonders why sheets cannot be read."""

import inspect
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, Protection
from openpyxl.worksheet import _read_only, _reader

HINT = "openpyxl has changed; mend data/score_sheets/reading/openpyxl_private.py"


def loaded() -> Workbook:
    book, file = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet["B2"], sheet["C2"], sheet["D2"] = 31, "=1+1", "tekst"
    sheet.merge_cells("E5:F6")
    book.save(file)
    return load_workbook(BytesIO(file.getvalue()), read_only=True, data_only=True)


@pytest.mark.parametrize("name", ["epoch", "_date_formats", "_timedelta_formats"])
def test_a_loaded_workbook_still_has_what_the_parser_is_given(name: str) -> None:
    assert hasattr(loaded(), name), f"Workbook.{name} is gone: {HINT}"


@pytest.mark.parametrize("name", ["_get_source", "_shared_strings"])
def test_a_read_only_sheet_still_has_what_the_parser_reads(name: str) -> None:
    assert hasattr(loaded().worksheets[0], name), f"ReadOnlyWorksheet.{name} is gone: {HINT}"


def test_sheets_are_still_loaded_as_read_only_worksheets() -> None:
    assert isinstance(loaded().worksheets[0], _read_only.ReadOnlyWorksheet), HINT


def test_the_parser_still_takes_the_same_arguments() -> None:
    taken = {"src", "shared_strings", "data_only", "epoch", "date_formats", "timedelta_formats"}
    assert taken <= inspect.signature(_reader.WorkSheetParser).parameters.keys(), HINT


def test_a_cell_is_still_parsed_into_row_column_value_and_kind() -> None:
    from data.score_sheets.reading.openpyxl_private import NOT_CALCULATED, parser_of

    book = loaded()
    with parser_of(book.worksheets[0], book) as parser:
        rows = [row for _number, row in parser.parse()]
        assert parser.merged_cells is not None, HINT
        merged = [str(area.ref) for area in parser.merged_cells.mergeCell]
    cells = [(cell["row"], cell["column"], cell["value"]) for row in rows for cell in row if cell["value"] is not None]
    assert cells == [(2, 2, 31), (2, 3, NOT_CALCULATED), (2, 4, "tekst")], HINT
    assert merged == ["E5:F6"], HINT


def test_a_cell_still_looks_like_the_one_its_style_was_taken_from() -> None:
    from data.score_sheets.reading.openpyxl_private import set_style, style_of

    book, file = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet["A1"].font, sheet["A1"].number_format = Font("Calibri", 11, bold=True), "0.0"
    sheet["A1"].protection = Protection(locked=False)
    set_style(sheet["B7"], style_of(sheet["A1"]))
    sheet["A1"].font = Font("Arial", 20)
    book.save(file)
    like = load_workbook(BytesIO(file.getvalue())).worksheets[0]["B7"]
    assert (like.font.name, like.font.sz, like.font.b) == ("Calibri", 11, True), HINT
    assert (like.number_format, like.protection.locked) == ("0.0", False), HINT
