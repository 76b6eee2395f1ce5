from datetime import date
from io import BytesIO

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook

from queries.snapshot import Snapshot
from reports.table import Column, Table
from reports.view import View
from reports.writers.table_files import csv_text, xlsx

FRAME = pl.DataFrame(
    {
        "name": ["Hemne", "=1+1", "@halsa"],
        "total": [433.0, 324.0, None],
        "mean": [54.2, -7.25, None],
        "n": [15, 3, 1234],
        "matters": [True, False, None],
        "day": [date(2014, 6, 5), None, None],
        "hidden": [1, 2, 3],
    }
)
COLUMNS = [
    Column("Kommune", "name"),
    Column("n", "n", "number"),
    Column("Poeng", "total", "number"),
    Column("Gjennomsnitt", "mean", "number"),
    Column("Teller", "matters"),
    Column("Dato", "day"),
    Column("Bare på skjermen", "hidden", "number", only="screen"),
]
NOTES = ["Kilde: KS-K rapport 3/2018.", "+ dette er tekst"]
ALWAYS = ["Datasett: virkelige tall, hvert med sin kilde.", "Stand: hendelse 3. Laget med Kompassrosen."]


def table(frame: pl.DataFrame = FRAME, columns: list[Column] = COLUMNS, notes: list[str] = NOTES) -> Table:
    return Table("del-tabell", "Tall", columns, frame, origin=notes[:1], notes=notes[1:])


@pytest.fixture(scope="module")
def view(real: Snapshot) -> View:
    return View(real.narrowed("import"))


@pytest.fixture(scope="module")
def book(view: View) -> Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx(view, table())))


def test_the_columns_are_those_with_headings_in_that_order(book: Workbook) -> None:
    assert [cell.value for cell in book["Tabell"][1]] == ["Kommune", "n", "Poeng", "Gjennomsnitt", "Teller", "Dato"]


def test_numbers_come_back_as_numbers_with_a_format_that_shows_their_decimals(book: Workbook) -> None:
    sheet = book["Tabell"]
    assert [(sheet[cell].value, sheet[cell].number_format) for cell in ("B4", "C2", "D2", "D3")] == [
        (1234, "0"), (433, "0"), (54.2, "0.0"), (-7.25, "0.0"),
    ]  # fmt: skip


def test_missing_values_are_empty_and_yes_and_no_are_words(book: Workbook) -> None:
    sheet = book["Tabell"]
    assert (sheet["C4"].value, sheet["E2"].value, sheet["E3"].value) == (None, "ja", "nei")


def test_dates_are_dates(book: Workbook) -> None:
    assert book["Tabell"]["F2"].value.date() == date(2014, 6, 5)
    assert book["Tabell"]["F2"].number_format == "DD.MM.YYYY"


def test_text_that_looks_like_a_formula_stays_text(book: Workbook) -> None:
    for cell in (book["Tabell"]["A3"], book["Tabell"]["A4"], book["Om tallene"]["A2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
    assert book["Tabell"]["A3"].value == "=1+1"


def test_ordinary_text_has_no_prefix(book: Workbook) -> None:
    assert not book["Tabell"]["A2"].quotePrefix


def test_the_heading_row_is_frozen_and_the_notes_have_their_own_sheet(book: Workbook) -> None:
    assert book.sheetnames == ["Tabell", "Om tallene"]
    assert book["Tabell"].freeze_panes == "A2"
    assert [row[0].value for row in book["Om tallene"]] == [*NOTES, *ALWAYS]


def test_signs_that_a_workbook_cannot_hold_are_left_out(view: View) -> None:
    odd = table(pl.DataFrame({"a": ["Hem\x07ne"]}), [Column("A", "a")])
    book = openpyxl.load_workbook(BytesIO(xlsx(view, odd)))
    assert book["Tabell"]["A2"].value == "Hemne"


def test_an_empty_table_is_still_a_workbook(view: View) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(view, table(FRAME.clear()))))
    assert book["Tabell"].max_row == 1


def test_the_csv_is_as_norwegian_excel_expects_and_holds_rows_alone(view: View) -> None:
    about = " ".join([*NOTES, *ALWAYS])
    assert csv_text(view, table()).decode("utf-8") == (
        "\ufeffKommune;n;Poeng;Gjennomsnitt;Teller;Dato;Om tallene\r\n"
        f"Hemne;15;433;54,2;ja;05.06.2014;{about}\r\n"
        f"'=1+1;3;324;-7,25;nei;;{about}\r\n"
        f"'@halsa;1234;;;;;{about}\r\n"
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_in_a_csv_begins_with_the_sign_of_a_formula(view: View, sign: str) -> None:
    signed = table(pl.DataFrame({"a": [f"{sign}cmd"]}), [Column("A", "a")], [f"{sign}note", ""])
    for cell in csv_text(view, signed).decode("utf-8").split("\r\n", 1)[1].rsplit(";", 1):
        assert cell.lstrip('"').startswith(f"'{sign}")
