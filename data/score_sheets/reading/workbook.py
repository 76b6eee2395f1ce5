"""Opens a workbook once and gathers what stands in its cells."""

import logging
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.catalogues import in_every_language
from data.language import N_, Sentence, _
from data.score_sheets import limits
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reading.openpyxl_private import ReadOnlyWorksheet, parser_of
from data.score_sheets.reading.package import damaged_part, looks_safe, save_as_xlsx

OWN_SHEETS = {form.lower() for name in (N_("Veiledning"), N_("Lister")) for form in in_every_language(name)}
"""Sheets of the template with instructions and the choices of drop-down lists: many cells, and nothing to read."""

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
    except _UnreadableSheet as error:
        log.exception("workbook %s cannot be read", ascii(name))
        found = _("Filen kan ikke leses: arket «{sheet}» er skadet", sheet=shown(error.args[0]))
    except Exception:  # a damaged workbook fails in openpyxl in more ways than can be listed
        log.exception("workbook %s cannot be read", ascii(name))
        found = _what_is_damaged(content)
    collector.stop("unreadable_workbook", found, save_as_xlsx())
    return None


def note_hidden_sheets(sheets: Iterable[Sheet], collector: FindingCollector) -> None:
    """Add a finding on each hidden sheet of those that are read."""
    for sheet in sheets:
        if sheet.hidden:
            found, remedy = _("Arket er skjult, men blir lest"), _("Vis arket og se over det.")
            collector.on(sheet.name).information("hidden_sheet", None, found, remedy)


class _UnreadableSheet(Exception):
    """A sheet cannot be read; the argument is its name."""


def _what_is_damaged(content: bytes) -> Sentence:
    part = damaged_part(content)
    if part is None:
        return _("Filen kan ikke leses som en Excel-arbeidsbok")
    return _("Filen kan ikke leses: delen {part} i den er skadet", part=shown(part))


def _sheets(book: Any, collector: FindingCollector) -> list[Sheet]:
    try:
        return [
            _gathered(sheet, book, collector.on(sheet.title))
            for sheet in book.worksheets
            if isinstance(sheet, ReadOnlyWorksheet) and sheet.title.strip().lower() not in OWN_SHEETS
        ]
    finally:
        book.close()


def _gathered(sheet: Any, book: Any, collector: FindingCollector) -> Sheet:
    cells: dict[int, dict[int, Any]] = {}
    try:
        with parser_of(sheet, book) as parser:
            beyond = _fill(cells, parser.parse())
    except Exception as error:
        raise _UnreadableSheet(sheet.title) from error
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
