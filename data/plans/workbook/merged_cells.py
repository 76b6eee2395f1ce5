"""Finds merged cells, of which only the upper left one holds anything: rows below would belong to nothing."""

from openpyxl.utils import range_boundaries

from data.language import _
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.workbook import Sheet

NAMED = 3


def note_merged_cells(sheet: Sheet, collector: FindingCollector) -> None:
    """Add an error on cells merged over several rows, for the first three; those within a row are only mentioned."""
    for cells in sheet.merged[:NAMED]:
        found = _("Cellene {cells} er slått sammen", cells=cells)
        _first_column, first_row, _last_column, last_row = range_boundaries(cells)
        if first_row == last_row:
            remedy = _("Bare den øverste til venstre leses.")
            collector.information("merged_cells", cells.split(":")[0], found, remedy)
        else:
            remedy = _("Opphev sammenslåingen og fyll ut hver rad for seg.")
            collector.error("rows_merged", cells.split(":")[0], found, remedy)
