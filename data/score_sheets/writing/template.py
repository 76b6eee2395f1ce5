"""The workbook to fill in: empty for a version of the instrument, or filled with a stored evaluation."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.language import N_, _
from data.refusal import Refusal
from data.score_sheets import limits
from data.score_sheets.checks.changes import income_word, year_text
from data.score_sheets.reading.cell_values import INCOMES
from data.score_sheets.reading.evaluation_sheet import KINDS
from data.score_sheets.reading.fields import BASES, DATASETS, VERSION_BASES
from data.score_sheets.reading.headings import BASIS, FIELDS, HISTORY, REMARKS, SHEETS, told
from data.score_sheets.reference_data import ReferenceData, reference_data
from data.score_sheets.stored import Key, StoredEvaluation, stored_evaluations
from data.score_sheets.writing import cells
from data.score_sheets.writing.instructions import HISTORY_STEPS, STEPS, write_instructions
from data.score_sheets.writing.lists import COUNTRIES, add_lists, suggest
from data.score_sheets.writing.points_sheet import points_sheet
from data.store import Store

HELP = {
    "dataset": N_("virkelig eller eksempel"),
    "country": N_("To bokstaver: NO, SE, DK …"),
    "number": N_("Nummeret kommunen har nå eller hadde da"),
    "name": N_("Navnet kommunen hadde da"),
    "county": N_("Kan stå tom"),
    "population": N_("Kan stå tom"),
    "population_date": N_("Datoen innbyggerne ble talt"),
    "year": N_("Året for evalueringen, eller «senest 2019»"),
    "version": N_("Versjonen av Kommunekompasset"),
    "report": N_("Nummeret på rapporten, om den har et"),
    "source": N_("Dokumentet tallene er hentet fra"),
    "total": N_("Av 800, slik den er trykt; står den tom, summerer vi"),
    "income_group": N_("lav, middels eller høy; kan stå tom"),
    "kostra_group": N_("Kan stå tom"),
}
LOOKS = {"population": "#,##0", "population_date": cells.DAY, "year": cells.WHOLE, "total": cells.WHOLE}
EMPTY_REMARKS = 60
HISTORY_ROWS = 500


class NoSuchEvaluation(Refusal):
    """The version or the evaluation asked for does not exist."""


def template(store: Store, version: str) -> bytes:
    """Return the empty workbook for a version of the instrument.

    Raises:
        NoSuchEvaluation: there is no such version.
    """
    reference = reference_data(store, "real")
    if version not in reference.versions:
        raise NoSuchEvaluation(
            "unknown_version",
            _("Versjon {said} finnes ikke. Velg {known:commas}.", said=version, known=reference.versions),
        )
    return _workbook(store, reference, version, {"country": "NO", "version": version, "dataset": _("virkelig")}, None)


def filled(store: Store, dataset: str, evaluation: Key) -> bytes:
    """Return the workbook filled with a stored evaluation; the key is municipality key, year and version.

    Raises:
        NoSuchEvaluation: the dataset holds no such evaluation.
    """
    stored = stored_evaluations(store, dataset, [evaluation])
    if not stored:
        raise NoSuchEvaluation("unknown_evaluation", _("Evalueringen finnes ikke i dette datasettet."))
    current = stored[evaluation]
    return _workbook(store, reference_data(store, dataset), evaluation[2], _field_values(current, dataset), current)


def history_template(store: Store) -> bytes:
    """Return the empty workbook Historikk, with one row per evaluation."""
    book = Workbook()
    sheet = book.create_sheet(_(SHEETS["history"]), 0)
    widths = [24 if name in ("name", "source") else 13 for name in _history_fields()]
    cells.headings(sheet, [told(HISTORY[name]) for name in _history_fields()], widths)
    looks = {"number": cells.TEXT, "version": cells.TEXT} | LOOKS
    for row in range(2, HISTORY_ROWS + 2):
        for column, name in enumerate(_history_fields(), 1):
            cells.open_for_input(sheet.cell(row, column), looks.get(name, "General"))
    _limit_history(sheet, reference_data(store, "real"))
    # Not protected, so that columns can be pasted and added.
    cells.finish(sheet, landscape=True, locked=False)
    return _saved(book, HISTORY_STEPS)


def _history_fields() -> list[str]:
    areas = [f"area {area}" for area in range(1, 9)]
    return ["country", "number", "name", "year", "version", "population", "total", *areas, "source", *BASIS]


def _limit_history(sheet: Worksheet, reference: ReferenceData) -> None:
    rows = f"2:{{0}}{HISTORY_ROWS + 1}"
    columns = {name: get_column_letter(column) for column, name in enumerate(_history_fields(), 1)}
    for name, choices in (("version", reference.versions), ("basis", BASES), ("version_basis", VERSION_BASES)):
        choose(sheet, f"{columns[name]}{rows.format(columns[name])}", tuple(map(_, choices)))
    suggest(sheet, f"{columns['country']}{rows.format(columns['country'])}", quoted(COUNTRIES))
    bound(sheet, f"{columns['year']}{rows.format(columns['year'])}", limits.FIRST_YEAR, reference.this_year)
    bound(sheet, f"{columns['total']}{rows.format(columns['total'])}", 0, 800)
    bound(sheet, f"{columns['area 1']}{rows.format(columns['area 8'])}", 0, 100)


def _field_values(current: StoredEvaluation, dataset: str) -> dict[str, Any]:
    row = current.row
    total = current.figures.get("0")
    number = row["municipality"].removeprefix(f"{row['country']}-")
    return {name: row.get(name) for name in FIELDS} | {
        "dataset": _("virkelig") if dataset == "real" else _("eksempel"),
        "number": number,
        "year": row["year"] if row["year_basis"] != "latest possible" else year_text(row["year"], row["year_basis"]),
        "income_group": income_word(row["income_group"]),
        "total": total["points"] if total and total["basis"] != "computed" else None,
    }


def _workbook(
    store: Store, reference: ReferenceData, version: str, field_values: dict[str, Any], current: StoredEvaluation | None
) -> bytes:
    book = Workbook()
    kommune = book.create_sheet(_(SHEETS["kommune"]), 0)
    points_sheet(book.create_sheet(_(SHEETS["points"]), 1), reference, version, current)
    _remarks_sheet(book.create_sheet(_(SHEETS["remarks"]), 2), current.remarks if current else [])
    _kommune_sheet(kommune, reference, field_values, add_lists(book, store))
    return _saved(book, STEPS)


def _saved(book: Workbook, steps: tuple[str, ...]) -> bytes:
    write_instructions(book.create_sheet(_("Veiledning")), steps)
    del book["Sheet"]
    book.properties.creator = "Kompassrosen"
    book.properties.created = datetime.now(UTC).replace(tzinfo=None)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _kommune_sheet(
    sheet: Worksheet, reference: ReferenceData, field_values: dict[str, Any], lists: dict[str, str]
) -> None:
    for row, (name, title) in enumerate(FIELDS.items(), 1):
        cells.label(sheet.cell(row, 1), _(title), bold=True)
        cells.open_for_input(sheet.cell(row, 2), LOOKS.get(name, cells.TEXT), field_values.get(name))
        cells.label(sheet.cell(row, 3), _(HELP[name]))
        cells.make_room(sheet, row, field_values.get(name), 42)
    for column, width in zip("ABC", (20, 42, 46), strict=True):
        sheet.column_dimensions[column].width = width
    places = {name: f"B{row}" for row, name in enumerate(FIELDS, 1)}
    choose(sheet, places["dataset"], tuple(map(_, DATASETS)))
    choose(sheet, places["version"], reference.versions)
    for name, choices in {"country": quoted(COUNTRIES), **lists}.items():
        suggest(sheet, places[name], choices)
    choose(sheet, places["income_group"], tuple(map(_, INCOMES)))
    bound(sheet, places["total"], 0, 800)
    bound(sheet, places["population"], 1, limits.MOST_INHABITANTS)
    cells.finish(sheet)


def _remarks_sheet(sheet: Worksheet, remarks: list[dict[str, Any]]) -> None:
    cells.headings(sheet, list(map(_, REMARKS.values())), [10, 14, 80, 12])
    kinds = {code: _(word) for word, code in KINDS.items()}
    lines = [(remark["area"], kinds[remark["kind"]], remark["text"], _page(remark["place"])) for remark in remarks]
    for row, line in enumerate([*lines, *[(None,) * 4] * EMPTY_REMARKS], 2):
        for column, value in enumerate(line, 1):
            cells.open_for_input(sheet.cell(row, column), cells.WHOLE if column == 1 else cells.TEXT, value)
        cells.make_room(sheet, row, line[2], 80)
    last = len(lines) + EMPTY_REMARKS + 1
    bound(sheet, f"A2:A{last}", 1, 8)
    choose(sheet, f"B2:B{last}", tuple(map(_, KINDS)))
    cells.finish(sheet, landscape=True)


def _page(place: str | None) -> str | None:
    """Return a page; a place with `!` is a cell of the workbook it was read from, and means nothing in this one."""
    return None if place is None or "!" in place else place


def choose(sheet: Worksheet, place: str, choices: tuple[str, ...]) -> None:
    """Add a drop-down list with these choices."""
    rule = DataValidation("list", formula1=quoted(choices), allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = _("Velg fra listen"), _("Skriv {choices:or}.", choices=choices)
    sheet.add_data_validation(rule)
    rule.add(place)


def quoted(choices: tuple[str, ...]) -> str:
    """Return choices as a rule has them: `"ja,nei"`."""
    return f'"{",".join(choices)}"'


def bound(sheet: Worksheet, place: str, least: int, most: int) -> None:
    """Limit the cells to whole numbers within bounds; only a warning, since a year may be «senest 2019»."""
    rule = DataValidation("whole", str(least), str(most), operator="between", allow_blank=True, showErrorMessage=True)
    rule.errorStyle, rule.errorTitle = "warning", _("Utenfor grensene")
    rule.error = _("Ventet et helt tall {least}–{most}.", least=least, most=most)
    sheet.add_data_validation(rule)
    rule.add(place)
