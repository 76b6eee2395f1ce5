"""Writes the hidden sheet of choices: the questions and areas of the instrument, with what is looked up of each."""

from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

from data.plans.facts import Facts
from data.plans.rows import Programme
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.writing import cells

LOOKED_UP = {"label": 2, "before": 3, "maximum": 4}
"""Columns of the sheet by the field of the sheet of questions that shows them; the codes stand in the first."""


@dataclass(frozen=True)
class Lists:
    """Where the choices stand: the name of their sheet, how many codes, and the versions of the instrument."""

    sheet: str
    codes: int
    versions: tuple[str, ...]

    def choices_of_codes(self) -> str:
        """Return the cells with the codes, as a rule names them."""
        return f"'{self.sheet}'!$A$1:$A${self.codes}"

    def look_up(self, field: str, code_cell: str) -> str:
        """Return the formula that finds a field of the code in a cell; empty text for no or an unknown code."""
        table = f"'{self.sheet}'!$A$1:$D${self.codes}"
        found = f'VLOOKUP({code_cell}&"",{table},{LOOKED_UP[field]},FALSE)'
        return f'=IFERROR(IF({found}="","",{found}),"")'


def add_lists(book: Workbook, name: str, programme: Programme, reference: ReferenceData, facts: Facts) -> Lists:
    """Add the sheet with the codes of the version that the programme answers, else of the newest with questions."""
    sheet = book.create_sheet(name)
    sheet.sheet_state = "hidden"
    version = _version(programme, reference)
    codes = reference.codes(version)
    for row, code in enumerate(codes, 1):
        before = facts.baselines.get((programme.programme, code)) if programme.programme else None
        values: tuple[Any, ...] = (code, reference.label(version, code), before, reference.maximum(version, code))
        for column, value in enumerate(values, 1):
            cells.put(sheet.cell(row, column), value)
    return Lists(name, len(codes), reference.versions)


def _version(programme: Programme, reference: ReferenceData) -> str:
    if programme.evaluation_version in reference.versions:
        return programme.evaluation_version or ""
    return max(version for version in reference.versions if reference.questions.get(version))
