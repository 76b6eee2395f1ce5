"""Opens a workbook once and gathers what stands in its cells."""

import logging
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.language import _
from data.score_sheets import limits
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.openpyxl_private import ReadOnlyWorksheet, parser_of
from data.score_sheets.reading.package import looks_safe, save_as_xlsx

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet that hold something, by row and column; `merged` names ranges, `C3:C7`."""

    name: str
    hidden: bool
    cells: dict[int, dict[int, Any]]
    merged: tuple[str, ...] = field(default=())


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: `C14`."""
    return f"{get_column_letter(column)}{row}"


def opened(name: str, content: bytes, collector: FindingCollector) -> list[Sheet] | None:
    """Return the sheets of a workbook, or None with a stop taken down where it cannot be read."""
    if not looks_safe(content, collector):
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            return _sheets(load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False), collector)
    except Exception:  # a damaged workbook fails in openpyxl in more ways than can be listed
        log.exception("workbook %s cannot be read", ascii(name))
        collector.stop("unreadable_workbook", _("Filen kan ikke leses som en Excel-arbeidsbok"), save_as_xlsx())
        return None


def _sheets(book: Any, collector: FindingCollector) -> list[Sheet]:
    try:
        # Nothing to learn from the instructions, and they are a quarter of the cells.
        return [
            _gathered(sheet, book, collector.on(sheet.title))
            for sheet in book.worksheets
            if isinstance(sheet, ReadOnlyWorksheet) and sheet.title.strip().lower() != "veiledning"
        ]
    finally:
        book.close()


def _gathered(sheet: Any, book: Any, collector: FindingCollector) -> Sheet:
    cells: dict[int, dict[int, Any]] = {}
    with parser_of(sheet, book) as parser:
        beyond = _fill(cells, parser.parse())
    if beyond:
        found = _(
            "Det står noe utenfor de {rows:number} radene og {columns} kolonnene som leses",
            rows=limits.ROWS,
            columns=limits.COLUMNS,
        )
        collector.warning("beyond_what_is_read", beyond, found, _("Slett det, eller bekreft at det kan utelates."))
    merged = tuple(str(area.ref) for area in parser.merged_cells.mergeCell) if parser.merged_cells else ()
    return Sheet(sheet.title, sheet.sheet_state != "visible", cells, merged)


def _fill(cells: dict[int, dict[int, Any]], rows: Iterator[tuple[int, list[dict[str, Any]]]]) -> str | None:
    """Put what is within bounds into the cells, and return the first place outside that holds something."""
    beyond, count = None, 0
    for _number, row in rows:
        for cell in row:
            if cell["value"] is None or cell["value"] == "":
                continue
            if cell["row"] > limits.ROWS or cell["column"] > limits.COLUMNS or count >= limits.CELLS:
                beyond = beyond or cell_name(cell["row"], cell["column"])
                continue
            count += 1
            cells.setdefault(cell["row"], {})[cell["column"]] = cell["value"]
    return beyond
