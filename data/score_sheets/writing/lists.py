"""Writes the hidden sheet Lister, with the choices of drop-down lists that are too long to stand in a rule."""

from collections.abc import Iterable

import polars as pl
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from data.store import Store

NAME = N_("Lister")
COUNTRIES = ("NO", "SE", "DK", "FI", "IS")
LAST_LETTERS = str.maketrans("ÆØÅæøå", "{|}{|}")


def add_lists(book: Workbook, store: Store) -> dict[str, str]:
    """Add the sheet, and return by field the cells with its choices: Norwegian names, counties and KOSTRA groups."""
    numbers = store.read("from municipality_number").filter(pl.col("country") == "NO")
    now = numbers.filter(pl.col("valid_to").is_null())
    choices = {
        "name": _alphabetical(numbers["municipality"]),
        "county": [*_alphabetical(now["county"]), *_alphabetical(set(numbers["county"]) - set(now["county"]))],
        "kostra_group": store.read("from kostra_group_name")["group"].unique().sort().to_list(),
    }
    sheet = book.create_sheet(_(NAME))
    sheet.sheet_state = "hidden"
    return {field: _column(sheet, at, words) for at, (field, words) in enumerate(choices.items(), 1)}


def _alphabetical(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: word.translate(LAST_LETTERS))


def _column(sheet: Worksheet, column: int, words: list[str]) -> str:
    for row, word in enumerate(words, 1):
        sheet.cell(row, column, word)
    letter = get_column_letter(column)
    return f"{sheet.title}!${letter}$1:${letter}${len(words)}"


def suggest(sheet: Worksheet, place: str, choices: str) -> None:
    """Add a drop-down list that other values may be written beside; `choices` are cells or quoted words."""
    rule = DataValidation("list", formula1=choices, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(rule)
    rule.add(place)
