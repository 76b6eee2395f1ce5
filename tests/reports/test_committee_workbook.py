from io import BytesIO
from zipfile import ZipFile

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook as Book

from queries.snapshot import Snapshot
from reports.content import Workbook
from reports.table import Column, Table
from reports.view import View
from reports.writers.files import file_bytes, file_name

CODES = [Column("Kode", "code"), Column("Underspørsmål", "label"), Column("Poeng", "points", "number")]
FIGURES = pl.DataFrame({"code": ["1.1", "1.2"], "label": ["=1+1", "Saker"], "points": [7.5, None]})
SOURCES = pl.DataFrame({"name": ["@Hemne"], "source": ["KS-K rapport 3/2018"]})
TITLE = "Eksempeldata: Sammenslåing: Hemne & Halsa"


def sheets() -> dict[str, Table]:
    return {
        "Dommer": Table("dommer", "Dommer", CODES, FIGURES),
        "Kilder": Table("kilder", "Kilder", [Column("Kommune", "name"), Column("Kilde", "source")], SOURCES),
    }


WORKBOOK = Workbook(
    "arbeidsbok", "Sammenslåing: Hemne & Halsa", "Last ned", ["Første setning.", "=HYPERLINK(1)"], sheets
)


@pytest.fixture(scope="module")
def file(example: Snapshot) -> bytes:
    return file_bytes(View(example), WORKBOOK, "xlsx")


@pytest.fixture(scope="module")
def book(file: bytes) -> Book:
    return openpyxl.load_workbook(BytesIO(file))


def test_the_summary_comes_first_and_begins_with_the_title(book: Book) -> None:
    assert book.sheetnames == ["Sammendrag", "Dommer", "Kilder"]
    assert [row[0].value for row in book["Sammendrag"].iter_rows()] == [TITLE, "Første setning.", "=HYPERLINK(1)"]


def test_numbers_are_numbers_and_missing_ones_empty(book: Book) -> None:
    assert [book["Dommer"][cell].value for cell in ("C2", "C3")] == [7.5, None]
    assert book["Dommer"]["C2"].number_format == "0.0"


def test_no_text_comes_alive(book: Book) -> None:
    for cell in (book["Sammendrag"]["A3"], book["Dommer"]["B2"], book["Kilder"]["A2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_the_heads_are_frozen_and_repeated_on_every_printed_page(book: Book) -> None:
    for name in ("Dommer", "Kilder"):
        assert book[name].freeze_panes == "A2"
        assert book[name].print_title_rows == "$1:$1"


def test_every_sheet_prints_on_a4_landscape_in_one_width_under_its_title(file: bytes, book: Book) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    with ZipFile(BytesIO(file)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    header = "<oddHeader>&amp;LEksempeldata: Sammenslåing: Hemne &amp;&amp; Halsa</oddHeader>"
    assert [header in sheet for sheet in sheets] == [True] * 3


def test_what_the_figures_are_stands_under_the_last_sheet(book: Book) -> None:
    assert [book["Kilder"].cell(row, 1).value for row in (2, 3, 4, 5)] == [
        "@Hemne",
        None,
        "Eksempeldata: tallene er fiktive, unntatt Hemnes trykte tall.",
        "Stand: hendelse 2. Laget med Kompassrosen.",
    ]


def test_its_name_says_whose_figures_they_are(example: Snapshot, real: Snapshot) -> None:
    assert file_name(View(example), WORKBOOK, "xlsx") == "eksempeldata-sammenslaing-hemne-halsa.xlsx"
    assert file_name(View(real), WORKBOOK, "xlsx") == "sammenslaing-hemne-halsa.xlsx"
