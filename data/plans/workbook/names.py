"""The names of sheets and columns, and how they are recognised: the one place that knows their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.language import _
from data.plans.workbook.columns import SHEETS_OF_ROWS, Column
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.headings import header, roles_by_name, values_by_label
from data.score_sheets.reading.workbook import Sheet

SHEETS: Mapping[str, str] = {
    "guide": "Veiledning",
    "programme": "Program",
    "measures": "Tiltak",
    "questions": "Spørsmål",
    "remarks": "Svakheter",
    "phases": "Faser",
    "evidence": "Dokumentasjon",
    "money": "Penger",
    "lists": "Lister",
}
WHOLE_PROGRAMME = "programmet"
"""Stands in place of a measure's number where a row is of the programme itself."""
DATASETS: Mapping[str, str] = {"real": "virkelig", "example": "eksempel"}


def sheet_name(role: str) -> str:
    """Return the name of the sheet with this role."""
    return _(SHEETS[role])


def sheets_by_role(sheets: list[Sheet], collector: FindingCollector) -> dict[str, Sheet]:
    """Return the sheets by role, recognised by their names."""
    return roles_by_name(sheets, SHEETS, collector)


def columns_in(role: str, sheet: Sheet, collector: FindingCollector) -> tuple[int, dict[str, int]]:
    """Return the row of the headings and the column of each field; row 0 and no columns if there are none."""
    row, columns = header(sheet, _headings(SHEETS_OF_ROWS[role]), collector)
    return row, {_field(name): at for name, at in columns.items()}


def fields_in(columns: Sequence[Column], sheet: Sheet, collector: FindingCollector) -> dict[str, tuple[Any, str]]:
    """Return value and cell by field of a sheet with one label a row."""
    given = values_by_label(sheet, _headings(columns), collector)
    return {_field(name): value for name, value in given.items()}


def _headings(columns: Sequence[Column]) -> dict[str, str]:
    # Named apart from the fields of score sheets, some of whose synonyms mean other things here.
    return {f"plan.{column.field}": column.heading for column in columns}


def _field(name: str) -> str:
    return name.removeprefix("plan.")
