"""Writes the sheet Poeng: each area before its questions, with data validation and sums."""

from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from data.score_sheets.reading.headings import POINTS
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.stored import StoredEvaluation
from data.score_sheets.writing import cells

SUM = N_("Sum av delene")
WIDTHS = [8, 44, 10, 11, 12, 40, 10, 16]
ALARM = PatternFill("solid", bgColor="F8D7D2")


def points_sheet(sheet: Worksheet, reference: ReferenceData, version: str, current: StoredEvaluation | None) -> None:
    """Write one row per area and question, and a last row with the total."""
    cells.headings(sheet, [*map(_, POINTS.values()), _(SUM)], WIDTHS)
    codes = reference.codes(version)
    rows = {code: row for row, code in enumerate(codes, 2)}
    for code, row in rows.items():
        _write_row(sheet, row, code, reference, version, current)
    for area in reference.areas[version]:
        _sum_of_questions(sheet, rows, str(area))
    _write_total(sheet, rows, len(codes) + 2)
    _add_limits(sheet, len(codes) + 1)
    cells.finish(sheet)


def _write_row(
    sheet: Worksheet, row: int, code: str, reference: ReferenceData, version: str, current: StoredEvaluation | None
) -> None:
    is_area = code.isdecimal()
    figure = _stated(current, code)
    for column, value in ((1, code), (2, reference.label(version, code)), (4, reference.maximum(version, code))):
        cells.label(sheet.cell(row, column), value, bold=is_area)
    cells.open_for_input(
        sheet.cell(row, 3), cells.WHOLE if is_area else cells.ONE_DECIMAL, figure.get("points"), "right"
    )
    if is_area:
        for column in (1, 2, 4):
            sheet.cell(row, column).fill = cells.AREA
        cells.label(sheet.cell(row, 5), None)
    else:
        cells.open_for_input(sheet.cell(row, 5), cells.TEXT, _("ja") if current and code in current.stars else None)
    cells.open_for_input(sheet.cell(row, 6), cells.TEXT, figure.get("note"))
    cells.make_room(sheet, row, figure.get("note"), WIDTHS[5])
    page = figure.get("place")
    cells.open_for_input(sheet.cell(row, 7), cells.TEXT, None if page and "!" in page else page)


def _stated(current: StoredEvaluation | None, code: str) -> dict[str, Any]:
    figure = current.figures.get(code, {}) if current else {}
    return figure if figure.get("basis") != "computed" else {}


def _sum_of_questions(sheet: Worksheet, rows: dict[str, int], area: str) -> None:
    questions = [row for code, row in rows.items() if code.startswith(f"{area}.")]
    cell = sheet.cell(rows[area], 8)
    if questions:
        span = f"C{questions[0]}:C{questions[-1]}"
        cell.value = f'=IF(COUNT({span})={len(questions)},SUM({span}),"")'
        cell.number_format = cells.ONE_DECIMAL
        tolerance = 0.5 + 0.05 * len(questions)
        here = f"$C${rows[area]}"
        differs = f"AND(ISNUMBER({here}),ISNUMBER($H${rows[area]}),ABS({here}-$H${rows[area]})>{tolerance + 1e-9:.3f})"
        sheet.conditional_formatting.add(f"H{rows[area]}", _red_where(differs))


def _write_total(sheet: Worksheet, rows: dict[str, int], row: int) -> None:
    cells.label(sheet.cell(row, 1), _("Sum"), bold=True)
    cells.label(sheet.cell(row, 2), _("Alle områdene: oppgitt, eller sum av delene"), bold=True)
    parts = [f"IF(ISNUMBER(C{row}),C{row},N(H{row}))" for code, row in rows.items() if code.isdecimal()]
    total = sheet.cell(row, 8, "=" + "+".join(parts))
    total.number_format = cells.ONE_DECIMAL
    for column in (3, 4, 5, 6, 7):
        cells.label(sheet.cell(row, column), None)


def _add_limits(sheet: Worksheet, last: int) -> None:
    points = DataValidation("decimal", "0", "$D2", operator="between", allow_blank=True, showErrorMessage=True)
    points.errorTitle, points.error = _("Utenfor grensene"), _("Poengene må ligge mellom 0 og maksimum.")
    stars = DataValidation("list", formula1=f'"{_("ja")},{_("nei")}"', allow_blank=True, showErrorMessage=True)
    stars.errorTitle, stars.error = _("Velg fra listen"), _("Skriv ja, eller la cellen stå tom.")
    for rule, column in ((points, "C"), (stars, "E")):
        sheet.add_data_validation(rule)
        rule.add(f"{column}2:{column}{last}")
    too_much = _red_where("AND(ISNUMBER($C2),OR($C2<0,$C2>$D2))")
    sheet.conditional_formatting.add(f"C2:C{last}", too_much)


def _red_where(formula: str) -> Rule:
    return Rule("expression", formula=[formula], dxf=DifferentialStyle(fill=ALARM))
