"""Writes findings into the submitted workbook, as cell comments and colours."""

import logging
import re
import warnings
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from data.numbers import first_upper
from data.score_sheets import limits
from data.score_sheets.finding import SEVERITIES, Finding, FindingCollector, worst_first
from data.score_sheets.intake import SheetFile
from data.score_sheets.reading.package import looks_safe
from data.score_sheets.writing import cells

log = logging.getLogger(__name__)

COLOURS = {"stop": "F4B6AE", "error": "F4B6AE", "warning": "FBE2A0", "information": "CFE3F5"}
LIST = N_("Merknader")
COMMENT_WIDTHS, LONG_COMMENT = (320, 480), 300
LETTER, LINE_HEIGHT = 7, 18
"""Pixels of a letter and of a line in a comment, both on the large side."""
SPREAD = re.compile(rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref\s*=\s*["']([^"']+)""")


def annotated(file: SheetFile, findings: Sequence[Finding]) -> bytes:
    """Return the workbook with its findings as comments, colours and a sheet; only that sheet if it cannot be opened.

    Findings on other files are ignored, so all findings of an intake can be passed. The sheets of the file keep their
    names and texts in whatever language; what is added is told in the language spoken.
    """
    own_findings = [finding for finding in findings if finding.file == file.label]
    book = _opened(file)
    if book is None:
        book = _findings_workbook(own_findings)
    else:
        for sheet in book.worksheets:
            _mark_cells(sheet, [finding for finding in own_findings if finding.sheet == sheet.title and finding.cell])
        _write_findings(book.create_sheet(_free_name(book)), own_findings)
    return _saved(book, own_findings)


def _opened(file: SheetFile) -> Workbook | None:
    if not looks_safe(file.content, FindingCollector(file.name)):
        return None
    try:
        if _spread_over_too_much(file.content):
            return None
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(BytesIO(file.content), keep_links=False)
    except Exception:  # openpyxl fails in many ways on damaged files; the findings are returned all the same
        log.exception("workbook %s cannot be annotated", ascii(file.name))
        return None


def _spread_over_too_much(content: bytes) -> bool:
    """Return whether merged cells or links cover too many cells: openpyxl creates an object for each of them."""
    covered = 0
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                covered += sum(map(_cells_in, SPREAD.findall(package.read(name))))
    return covered > limits.CELLS


def _cells_in(area: bytes) -> int:
    first_column, first_row, last_column, last_row = range_boundaries(area.decode())
    if None in (first_column, first_row, last_column, last_row):
        return limits.CELLS + 1
    return ((last_column or 0) - (first_column or 0) + 1) * ((last_row or 0) - (first_row or 0) + 1)


def _saved(book: Workbook, findings: Sequence[Finding]) -> bytes:
    stream = BytesIO()
    try:
        book.save(stream)
    except Exception:  # openpyxl cannot write everything that it can read
        log.exception("annotated workbook cannot be written")
        stream = BytesIO()
        _findings_workbook(findings).save(stream)
    return stream.getvalue()


def _findings_workbook(findings: Sequence[Finding]) -> Workbook:
    book = Workbook()
    book.worksheets[0].title = _(LIST)
    _write_findings(book.worksheets[0], findings)
    return book


def _free_name(book: Workbook) -> str:
    used = {name.lower() for name in book.sheetnames}
    return next(
        name for name in (_(LIST), *(f"{_(LIST)} {count}" for count in range(2, 1000))) if name.lower() not in used
    )


def _mark_cells(sheet: Worksheet, findings: Sequence[Finding]) -> None:
    by_cell: dict[str, list[Finding]] = {}
    for finding in worst_first(findings):
        by_cell.setdefault(finding.cell or "", []).append(finding)
    for place, cell_findings in by_cell.items():
        cell = sheet[place]
        if isinstance(cell, MergedCell):
            continue
        text = "\n".join(
            f"{first_upper(_(SEVERITIES[each.severity]))}: {each.found}. {each.remedy}" for each in cell_findings
        )
        cell.comment = fitting_comment(text)
        cell.fill = PatternFill("solid", fgColor=COLOURS[cell_findings[0].severity])


def fitting_comment(text: str) -> Comment:
    """Return a comment in a box that shows all its text: Excel neither grows a box nor scrolls it."""
    width = COMMENT_WIDTHS[len(text) > LONG_COMMENT]
    lines = sum(max(1, -(-len(line) // (width // LETTER))) for line in text.split("\n"))
    # A line to spare, since words wrap before the edge.
    return Comment(text, "Kompassrosen", height=LINE_HEIGHT * (lines + 1), width=width)


def _write_findings(sheet: Worksheet, findings: Sequence[Finding]) -> None:
    cells.headings(
        sheet,
        [_("Alvor"), _("Sted"), _("Gjelder"), _("Merknad"), _("Ventet"), _("Hva du gjør")],
        [12, 26, 34, 70, 30, 60],
    )
    for row, finding in enumerate(worst_first(findings), 2):
        line = (
            _(SEVERITIES[finding.severity]),
            finding.place(),
            finding.concerns,
            finding.found,
            finding.expected,
            finding.remedy,
        )
        for column, value in enumerate(line, 1):
            cells.label(sheet.cell(row, column), value)
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[finding.severity])
