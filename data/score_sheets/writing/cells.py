"""Writing and formatting of cells: text never becomes a formula, input cells are unlocked, labels locked."""

from collections.abc import Callable, Hashable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.language import _
from data.score_sheets.reading.openpyxl_private import StyleArray, set_style, style_of

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HEADING = PatternFill("solid", fgColor="E9EDF1")
AREA = PatternFill("solid", fgColor="F4F6F8")
INPUT = PatternFill("solid", fgColor="FFFBE6")
THIN = Side("thin", color="C9D1D9")
LINE = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
FONT = "Calibri"
WHOLE, ONE_DECIMAL, DAY, TEXT = "0", "0.0", "dd.mm.yyyy", "@"

_styles: WeakKeyDictionary[Workbook, dict[Hashable, StyleArray]] = WeakKeyDictionary()
"""What `label` and `open_for_input` have worked out for a workbook, whose cells look alike by the thousand."""


def put(cell: Cell | MergedCell, value: Any) -> None:
    """Write a value; text that looks like a formula is stored as text, so that Excel does not run it."""
    if value is None:
        return
    if isinstance(value, Decimal):
        cell.value = float(value) if value % 1 else int(value)
    elif isinstance(value, int | float | date):
        cell.value = value
    else:
        text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA_SIGNS)


def headings(sheet: Worksheet, names: list[str], widths: list[int]) -> None:
    """Write the first row as headings, frozen and repeated on every printed page."""
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = sheet.cell(1, column, name)
        cell.font, cell.fill, cell.border = Font(FONT, 11, bold=True), HEADING, LINE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"


def label(cell: Cell | MergedCell, value: Any, *, bold: bool = False) -> None:
    """Write a locked cell."""
    put(cell, value)
    _style_once(cell, partial(_as_label, bold=bold), ("label", bold))


def _as_label(cell: Cell | MergedCell, *, bold: bool) -> None:
    cell.font, cell.border = Font(FONT, 11, bold=bold), LINE
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def open_for_input(cell: Cell | MergedCell, look: str, value: Any = None, align: str = "left") -> None:
    """Make an unlocked input cell with a number format, and write its value if there is one."""
    put(cell, value)
    _style_once(cell, partial(_as_input, look=look, align=align), ("input", look, align))


def _as_input(cell: Cell | MergedCell, *, look: str, align: str) -> None:
    cell.number_format, cell.fill, cell.border = look, INPUT, LINE
    cell.protection = Protection(locked=False)
    cell.alignment = Alignment(align, "top", wrap_text=True)


def _style_once(cell: Cell | MergedCell, style: Callable[[Cell | MergedCell], None], name: Hashable) -> None:
    """Style a cell; one without any style gets what the first of this name in the workbook got."""
    if cell.has_style:  # from its value: a date, or text that looks like a formula
        style(cell)
        return
    book: Any = cell.parent.parent
    known = _styles.setdefault(book, {})
    if name not in known:
        style(cell)
        known[name] = style_of(cell)
    set_style(cell, known[name])


def make_room(sheet: Worksheet, row: int, text: Any, width: int) -> None:
    """Set the row height for text that wraps in a column of this width; Excel does not adjust it by itself."""
    lines = -(-len(str(text or "")) // (width - 2))
    if lines > 1:
        sheet.row_dimensions[row].height = 15 * lines


def finish(sheet: Worksheet, *, landscape: bool = False, locked: bool = True) -> None:
    """Protect the sheet without a password, and set up printing on A4, one page wide."""
    sheet.protection.sheet = locked
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer: Any = sheet.oddFooter
    footer.center.text = _("&A, side &P av &N")
