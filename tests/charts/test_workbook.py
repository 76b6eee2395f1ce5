from datetime import date
from io import BytesIO

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook

from charts.workbook import csv_text, xlsx

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
HEADINGS = {
    "name": "Kommune", "n": "n", "total": "Poeng", "mean": "Gjennomsnitt", "matters": "Teller", "day": "Dato",
}  # fmt: skip
NOTES = ["Kilde: KS-K rapport 3/2018.", "+ dette er tekst"]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx(FRAME, HEADINGS, NOTES)))


def test_the_columns_are_those_with_headings_in_that_order(book: Workbook) -> None:
    assert [cell.value for cell in book["Tabell"][1]] == list(HEADINGS.values())


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
    assert [row[0].value for row in book["Om tallene"]] == NOTES


def test_signs_that_a_workbook_cannot_hold_are_left_out() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(pl.DataFrame({"a": ["Hem\x07ne"]}), {"a": "A"}, [])))
    assert book["Tabell"]["A2"].value == "Hemne"


def test_an_empty_table_is_still_a_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(FRAME.clear(), HEADINGS, NOTES)))
    assert book["Tabell"].max_row == 1


def test_the_csv_is_as_norwegian_excel_expects() -> None:
    assert csv_text(FRAME, HEADINGS, NOTES).decode("utf-8") == (
        "\ufeffKommune;n;Poeng;Gjennomsnitt;Teller;Dato\r\n"
        "Hemne;15;433;54,2;ja;05.06.2014\r\n"
        "'=1+1;3;324;-7,25;nei;\r\n"
        "'@halsa;1234;;;;\r\n"
        "\r\n"
        "Kilde: KS-K rapport 3/2018.\r\n"
        "'+ dette er tekst\r\n"
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_in_a_csv_begins_with_the_sign_of_a_formula(sign: str) -> None:
    last = csv_text(pl.DataFrame({"a": [f"{sign}cmd"]}), {"a": "A"}, []).decode("utf-8").split("\r\n", 1)[1]
    assert last.lstrip('"').startswith(f"'{sign}")
