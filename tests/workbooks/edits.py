"""Makes workbooks for tests: a good one, and ways to change what lies in a file."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

KOMMUNE = {
    "dataset": "B1",
    "country": "B2",
    "number": "B3",
    "name": "B4",
    "year": "B8",
    "version": "B9",
    "total": "B12",
}
Edit = Callable[[Any], None]


def edited(content: bytes, edit: Edit) -> bytes:
    """The workbook after an edit of what openpyxl has opened."""
    book = load_workbook(BytesIO(content))
    edit(book)
    return saved(book)


def saved(book: Any) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_cells(content: bytes, **cells: Any) -> bytes:
    """The workbook with other values in cells named `Poeng_C14`."""

    def edit(book: Any) -> None:
        for place, value in cells.items():
            sheet, cell = place.split("_")
            book[sheet][cell].value = value

    return edited(content, edit)


def good(template: bytes) -> bytes:
    """A whole evaluation of a municipality that nobody knows: every question at half its maximum."""

    def edit(book: Any) -> None:
        for cell, value in {"B3": "1899", "B4": "Prøvevik", "B8": 2018, "B10": "1/2018", "B11": "Prøverapport"}.items():
            book["Kommune"][cell].value = value
        for row in range(2, book["Poeng"].max_row):
            if "." in str(book["Poeng"].cell(row, 1).value):
                book["Poeng"].cell(row, 3).value = book["Poeng"].cell(row, 4).value / 2
        book["Kommune"]["B12"].value = 393
        book["Styrker og svakheter"].delete_rows(4, 100)
        del book["Veiledning"]
        for column, value in enumerate((1, "styrke", "Alt er på plass", "s. 3"), 1):
            book["Styrker og svakheter"].cell(2, column).value = value

    return edited(template, edit)


def history(*rows: tuple[Any, ...]) -> bytes:
    """A workbook with the sheet Historikk: country, number, name, year, version, population, total, areas, source."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Historikk"
    areas = [f"Område {area}" for area in range(1, 9)]
    sheet.append(["Land", "Kommunenummer", "Kommune", "År", "Versjon", "Innbyggere", "Total", *areas, "Kilde"])
    for row in rows:
        sheet.append(row)
    return saved(book)


def repacked(content: bytes, change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """The package with its parts changed and others added (`xl__vbaProject` is `xl/vbaProject.bin`)."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in added.items():
            new.writestr(name.replace("__", "/") + ".bin", part)
    return stream.getvalue()


def unchanged(_: str, part: bytes) -> bytes:
    return part
