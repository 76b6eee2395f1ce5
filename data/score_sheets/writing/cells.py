"""How cells are written and look: text stays text, inputs are open, labels are locked."""

from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HEADING = PatternFill("solid", fgColor="E9EDF1")
AREA = PatternFill("solid", fgColor="F4F6F8")
INPUT = PatternFill("solid", fgColor="FFFBE6")
THIN = Side("thin", color="C9D1D9")
LINE = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
FONT = "Calibri"
WHOLE, ONE_DECIMAL, DAY, TEXT = "0", "0.0", "dd.mm.yyyy", "@"


def put(cell: Cell | MergedCell, value: Any) -> None:
    """Write a value so that it stays what it is: a text that looks like a formula is a text."""
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
    """Write a row of headings that stays in sight and is printed on every page."""
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = sheet.cell(1, column, name)
        cell.font, cell.fill, cell.border = Font(FONT, 11, bold=True), HEADING, LINE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"


def label(cell: Cell | MergedCell, value: Any, *, bold: bool = False) -> None:
    """Write what is not to be changed."""
    put(cell, value)
    cell.font, cell.border = Font(FONT, 11, bold=bold), LINE
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def open_for_input(cell: Cell | MergedCell, look: str, value: Any = None, align: str = "left") -> None:
    """Make a cell one to fill in, with the look of its values, and fill it where there is a value."""
    put(cell, value)
    cell.number_format, cell.fill, cell.border = look, INPUT, LINE
    cell.protection = Protection(locked=False)
    cell.alignment = Alignment(align, "top", wrap_text=True)


def make_room(sheet: Worksheet, row: int, text: Any, width: int) -> None:
    """Make a row high enough for a text that wraps in a column of this width."""
    lines = -(-len(str(text or "")) // (width - 2))
    if lines > 1:
        sheet.row_dimensions[row].height = 15 * lines


def finish(sheet: Worksheet, *, landscape: bool = False, locked: bool = True) -> None:
    """Lock the labels (without a password) and make the sheet fit the width of a page of paper."""
    sheet.protection.sheet = locked
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer: Any = sheet.oddFooter
    footer.center.text = "&A, side &P av &N"
