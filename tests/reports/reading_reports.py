"""Reads what a report says, without a page: its sentences, its tables and pictures, and its files."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

import openpyxl

from queries.snapshot import Snapshot
from reports.address import Address
from reports.answer import Cards, Headline
from reports.catalogue import REPORTS
from reports.content import Beside, Bullets, Content, Filed, Fold, Heading, Notice, Paragraph, Section, files_of
from reports.strip import Scale
from reports.table import Table
from reports.values import shown
from reports.view import View
from reports.writers.files import file_bytes, formats_of

BEGINNINGS = {"png": b"\x89PNG", "svg": b"<svg", "xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf"}


def sections_of(report: str, snapshot: Snapshot, **words: str) -> dict[str, Sequence[Content]]:
    """Return the contents of every section of a report by key, as an address chooses it."""
    view, told = View(snapshot), REPORTS[report]
    choice = told.choose(view, Address(words))
    return {key: told.section(view, choice, key).contents for key in told.sections(choice)}


def said_in_vain(report: str, snapshot: Snapshot, **words: str) -> list[str]:
    """Return the sentences about what an address asks for in vain."""
    address = Address(words)
    REPORTS[report].choose(View(snapshot), address)
    return address.notices


def texts(contents: Sequence[Content]) -> list[str]:
    """Return every sentence and heading in some contents, also those folded away, without tables and pictures."""
    return list(_texts(contents))


def _texts(contents: Sequence[Content]) -> Iterator[str]:
    for content in contents:
        match content:
            case Heading(text) | Paragraph(text) | Notice(_, text):
                yield text
            case Headline():
                yield from (content.title, f"{content.figure} {content.claim}")
                yield from (f"{fact.label}: {fact.value} ({fact.note})" for fact in content.facts)
            case Scale():
                yield content.description
            case Cards(cards):
                for card in cards:
                    yield from (card.heading, card.figures, card.remark, *(text for text, _leads_to in card.links))
            case Bullets(items):
                yield from (item.text for item in items)
            case Fold(_, heading, inside):
                yield heading
                yield from _texts(inside)
            case Beside(parts):
                for part in parts:
                    yield from _texts(part)


def taken_away(report: str, snapshot: Snapshot, **words: str) -> dict[str, Filed]:
    """Return every table and picture of a report by key, whose section is the first part of it."""
    found: dict[str, Filed] = {}
    for section, contents in sections_of(report, snapshot, **words).items():
        ours = files_of(contents)
        assert [key for key in ours if not key.startswith(f"{section}-")] == []
        found |= ours
    return found


def table_of(report: str, snapshot: Snapshot, key: str, **words: str) -> Table:
    """Return one table of a report."""
    found = taken_away(report, snapshot, **words)[key]
    assert isinstance(found, Table)
    return found


def on_screen(table: Table, *headings: str) -> list[tuple[str, ...]]:
    """Return what the cells of some columns of a table say, row by row."""
    columns = {column.heading: column for column in table.columns if column.only != "file"}
    rows = table.rows.iter_rows(named=True)
    return [tuple(shown(columns[heading], row).replace("\u00a0", " ") for heading in headings) for row in rows]


def csv_rows(snapshot: Snapshot, content: Filed) -> list[list[str]]:
    """Return the csv file of a table as rows of cells, the headings first."""
    text = file_bytes(View(snapshot), content, "csv").decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def kinds_of_files(snapshot: Snapshot, content: Filed) -> set[str]:
    """Return the formats of a table or picture, each found by what its file begins with."""
    files = {ending: file_bytes(View(snapshot), content, ending) for ending in formats_of(content)}
    return {ending for ending, file in files.items() if file.startswith(BEGINNINGS[ending])}


def built(report: str, snapshot: Snapshot, key: str, **words: str) -> tuple[Content, ...]:
    """Return the contents of one section."""
    view, told = View(snapshot), REPORTS[report]
    return told.section(view, told.choose(view, Address(words)), key).contents


def chosen(report: str, snapshot: Snapshot, **words: str) -> tuple[Any, list[str]]:
    """Return what an address chooses, and what is said of the words that could not be followed."""
    address = Address(words)
    return REPORTS[report].choose(View(snapshot), address), address.notices


def one_file(report: str, snapshot: Snapshot, key: str, **words: str) -> Any:
    """Return the table or picture that an address of a file names."""
    return REPORTS[report].content(View(snapshot), Address(words), key)


def rows_of(snapshot: Snapshot, table: Table) -> list[list[Any]]:
    """Return what stands in the workbook of a table, its headings first."""
    book = openpyxl.load_workbook(BytesIO(file_bytes(View(snapshot), table, "xlsx")))
    return [list(row) for row in book["Tabell"].iter_rows(values_only=True)]


def every_format(snapshot: Snapshot, content: Filed) -> dict[str, bytes]:
    """Return a table or picture in every format it can be taken away in."""
    return {ending: file_bytes(View(snapshot), content, ending) for ending in formats_of(content)}


def empty_of(report: str, view: View) -> Section:
    """Return what a report tells in place of all sections where a dataset has no evaluation."""
    empty = REPORTS[report].empty
    assert empty
    return empty(view)
