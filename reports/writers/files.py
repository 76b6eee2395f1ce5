"""File formats of tables, pictures and workbooks, and file names."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from reports.content import Filed, Picture, PictureFile, Workbook
from reports.origin import titled
from reports.table import Table
from reports.view import View


class Format(NamedTuple):
    """A file format: its name for readers, media type, and the function that writes it."""

    name: str
    media_type: str
    module: str
    function: str


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 120
"""Maximum length of a file name without extension; file systems allow 255 bytes, and browsers may add a suffix."""
OF_TABLES = {
    "xlsx": Format("Excel", XLSX, "reports.writers.table_files", "xlsx"),
    "csv": Format("CSV", "text/csv; charset=utf-8", "reports.writers.table_files", "csv_text"),
}
OF_PICTURES = {
    "png": Format("PNG", "image/png", "reports.writers.picture_files", "png"),
    "svg": Format("SVG", "image/svg+xml", "reports.writers.picture_files", "svg"),
}
OF_WORKBOOKS = {"xlsx": Format("Excel", XLSX, "reports.writers.workbook", "xlsx")}


def formats_of(content: Filed) -> dict[str, Format]:
    """Return the available formats of content by file extension."""
    match content:
        case Table():
            return OF_TABLES
        case Picture() | PictureFile():
            return OF_PICTURES
        case Workbook():
            return OF_WORKBOOKS


def file_bytes(view: View, content: Filed, ending: str) -> bytes:
    """Return the bytes of content as a file.

    Raises:
        KeyError: the content has no such format.
    """
    target = formats_of(content)[ending]
    # Imported on first use: openpyxl and the image converter take long to import.
    write: Callable[[View, Filed], bytes] = getattr(import_module(target.module), target.function)
    return write(view, content)


def file_name(view: View, content: Filed, ending: str) -> str:
    """Return the file name made from the title."""
    title = content.title if isinstance(content, Picture) else titled(view, content.title)
    return f"{in_plain_letters(title)[:LONGEST_NAME]}.{ending}"


def in_plain_letters(title: str) -> str:
    """Return a title as ASCII lower case letters, digits and hyphens."""
    transliterated = title.lower().translate(str.maketrans("æøåáäöčđŋšŧž", "eoaaaocdnstz"))
    return "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in transliterated).split()
    )
