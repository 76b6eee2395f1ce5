"""Builds reports as an address chooses them, without a page."""

from io import BytesIO
from typing import Any

import openpyxl

from queries.reading import Reading
from reports.catalogue import REPORTS
from reports.choices import Address
from reports.content import Content, Picture, Table, files_of
from reports.view import View
from reports.writers.files import formats_of, made


def built(report: str, snapshot: Reading, key: str, **words: str) -> tuple[Content, ...]:
    """Return the contents of one section."""
    view, told = View(snapshot), REPORTS[report]
    return told.section(view, told.choose(view, Address(words)), key).contents


def chosen(report: str, snapshot: Reading, **words: str) -> tuple[Any, list[str]]:
    """Return what an address chooses, and what is said of the words that could not be followed."""
    address = Address(words)
    return REPORTS[report].choose(View(snapshot), address), address.said


def all_files(report: str, snapshot: Reading, **words: str) -> dict[str, Table | Picture]:
    """Return by key every table and picture of a report."""
    choice, _said = chosen(report, snapshot, **words)
    sections = REPORTS[report].sections(choice)
    return {key: one for part in sections for key, one in files_of(built(report, snapshot, part, **words)).items()}


def one_file(report: str, snapshot: Reading, key: str, **words: str) -> Any:
    """Return the table or picture that an address of a file names."""
    return REPORTS[report].content(View(snapshot), Address(words), key)


def rows_of(snapshot: Reading, table: Table) -> list[list[Any]]:
    """Return what stands in the workbook of a table, its headings first."""
    book = openpyxl.load_workbook(BytesIO(made(View(snapshot), table, "xlsx")))
    return [list(row) for row in book["Tabell"].iter_rows(values_only=True)]


def every_format(snapshot: Reading, content: Table | Picture) -> dict[str, bytes]:
    """Return a table or picture in every format it can be taken away in."""
    return {ending: made(View(snapshot), content, ending) for ending in formats_of(content)}
