"""What we use of openpyxl beyond its public interface, all of it here: the parser of one worksheet, and whole styles.

The public way, `worksheet.iter_rows()`, pads every row to the width of the widest, which a single stray cell in column
XFD makes 16 384 cells a row, and cannot tell a formula without a saved answer from an empty cell. The public way to
style a cell, by font, fill and border, hashes each of these anew with all its parts: most of the time a workbook took.
`tests/score_sheets/test_openpyxl_private.py` names what is gone when a newer openpyxl has changed it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser

__all__ = ["NOT_CALCULATED", "ErrorValue", "ReadOnlyWorksheet", "StyleArray", "parser_of", "set_style", "style_of"]

NOT_CALCULATED = object()
"""The value of a cell with a formula whose answer was never saved."""


UNQUOTED = ("n", "b", "s")
"""Kinds of cells whose value is written as a number: Python reads `1_0` and Arabic digits too, Excel does not."""


class ErrorValue(str):
    """What Excel shows in a cell that could not be calculated: `#REF!`."""


class _Parser(WorkSheetParser):
    """Parses a sheet as openpyxl does, and tells a formula without an answer from an empty cell."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None:
            if element.find(FORMULA_TAG) is not None:
                cell["value"] = NOT_CALCULATED
        elif cell["data_type"] == "e":
            cell["value"] = ErrorValue(cell["value"])
        elif element.get("t", "n") in UNQUOTED and _is_odd(text := element.findtext(VALUE_TAG, "")):
            cell["value"], cell["data_type"] = text, "s"
        return cell


def _is_odd(number: str) -> bool:
    return "_" in number or not number.isascii()


@contextmanager
def parser_of(sheet: Any, book: Any) -> Iterator[_Parser]:
    """Open a sheet of a workbook that was loaded `read_only` and `data_only`, and give its parser.

    `parse()` yields one row at a time: its number, and a dict per cell with `row`, `column`, `value`, `data_type`;
    `merged_cells` is known when all rows are read.
    """
    with sheet._get_source() as source:
        yield _Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )


def style_of(cell: Any) -> StyleArray:
    """Return everything a cell looks like, to give to other cells of the same workbook."""
    style: StyleArray = copy(cell._style)
    return style


def set_style(cell: Any, style: StyleArray) -> None:
    """Make a cell look like the one that the style was taken from."""
    cell._style = copy(style)
