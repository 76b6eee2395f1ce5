"""Which files can be made of what, and what they are called."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from reports.content import Filed, Picture, Workbook
from reports.origin import titled
from reports.table import Table
from reports.view import View


class Format(NamedTuple):
    """A kind of file: what readers call it, its media type, and where it is written."""

    name: str
    media_type: str
    module: str
    function: str


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 120
"""Letters of a file's name; file systems take 255 with all that is added to it."""
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
    """Return by ending the formats that content can be taken away in."""
    match content:
        case Table():
            return OF_TABLES
        case Picture():
            return OF_PICTURES
        case Workbook():
            return OF_WORKBOOKS


def file_bytes(view: View, content: Filed, ending: str) -> bytes:
    """Return content as a file.

    Raises:
        KeyError: there is no such format of it.
    """
    target = formats_of(content)[ending]
    # What writes files is large, and loaded only once somebody takes one away.
    write: Callable[[View, Filed], bytes] = getattr(import_module(target.module), target.function)
    return write(view, content)


def file_name(view: View, content: Filed, ending: str) -> str:
    """Return the title as the name of a file."""
    title = content.title if isinstance(content, Picture) else titled(view, content.title)
    return f"{in_plain_letters(title)[:LONGEST_NAME]}.{ending}"


def in_plain_letters(title: str) -> str:
    """Return a title as lower case letters, digits and hyphens."""
    transliterated = title.lower().translate(str.maketrans("æøåáäöčđŋšŧž", "eoaaaocdnstz"))
    return "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in transliterated).split()
    )
