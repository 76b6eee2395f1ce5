from io import BytesIO
from zipfile import ZipFile

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook

from charts.committee_workbook import committee_workbook

FRAME = pl.DataFrame({"code": ["1.1", "1.2"], "label": ["=1+1", "Saker"], "points": [7.5, None]})
HEADINGS = {"code": "Kode", "label": "Underspørsmål", "points": "Poeng"}
SOURCES = pl.DataFrame({"name": ["Hemne"], "source": ["KS-K rapport 3/2018"]})
TITLE = "Eksempeldata: Sammenslåing: Hemne & Halsa"


@pytest.fixture(scope="module")
def file() -> bytes:
    tables = {"Dommer": (FRAME, HEADINGS), "Kilder": (SOURCES, {"name": "Kommune", "source": "Kilde"})}
    told = ["Første setning.", "=HYPERLINK(1)"]
    return committee_workbook(TITLE, told, tables, ["@merknad", "Stand: hendelse 2."])


@pytest.fixture(scope="module")
def book(file: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(file))


def test_the_summary_comes_first_and_begins_with_the_title(book: Workbook) -> None:
    assert book.sheetnames == ["Sammendrag", "Dommer", "Kilder"]
    assert [row[0].value for row in book["Sammendrag"].iter_rows()] == [TITLE, "Første setning.", "=HYPERLINK(1)"]


def test_numbers_are_numbers_and_missing_ones_empty(book: Workbook) -> None:
    assert [book["Dommer"][cell].value for cell in ("C2", "C3")] == [7.5, None]
    assert book["Dommer"]["C2"].number_format == "0.0"


def test_no_text_comes_alive(book: Workbook) -> None:
    for cell in (book["Sammendrag"]["A3"], book["Dommer"]["B2"], book["Kilder"]["A4"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_the_heads_are_frozen_and_repeated_on_every_printed_page(book: Workbook) -> None:
    for name in ("Dommer", "Kilder"):
        assert book[name].freeze_panes == "A2"
        assert book[name].print_title_rows == "$1:$1"


def test_every_sheet_prints_on_a4_landscape_in_one_width_under_its_title(file: bytes, book: Workbook) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    with ZipFile(BytesIO(file)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    header = "<oddHeader>&amp;LEksempeldata: Sammenslåing: Hemne &amp;&amp; Halsa</oddHeader>"
    assert [header in sheet for sheet in sheets] == [True] * 3


def test_the_notes_stand_under_the_sources(book: Workbook) -> None:
    assert [book["Kilder"].cell(row, 1).value for row in (2, 4, 5)] == ["Hemne", "@merknad", "Stand: hendelse 2."]
