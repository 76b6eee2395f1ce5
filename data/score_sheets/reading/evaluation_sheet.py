"""Reads the layout for one evaluation: the sheets Kommune, Poeng, and Styrker og svakheter."""

from typing import Any

from data.catalogues import in_every_language
from data.language import N_, _
from data.score_sheets import limits
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading import cell_values as values
from data.score_sheets.reading.cell_values import Unreadable, shown
from data.score_sheets.reading.code_suggestions import remedy_for_code
from data.score_sheets.reading.fields import mention_hidden_signs, parse_cell, read_fields
from data.score_sheets.reading.headings import (
    FIELDS,
    POINTS,
    REMARKS,
    SHEETS,
    comparable,
    header,
    note_missing_column,
    values_by_label,
)
from data.score_sheets.reading.workbook import Sheet, cell_name
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import Figure, Remark, Star, SubmittedEvaluation

KINDS = {N_("styrke"): "strength", N_("utfordring"): "challenge", N_("svakhet"): "weakness"}
SAME_KIND = {
    "styrker": "styrke", "utfordringer": "utfordring", "svakheter": "svakhet", "svakhet/mangel": "svakhet",
    "strengths": "styrke", "challenges": "utfordring", "weaknesses": "svakhet", "styrkar": "styrke",
    "utfordringar": "utfordring", "veikskapar": "svakhet",
}  # fmt: skip
TOTALS = {"0", "total", "totalt", "sum", "totalsum", "i alt", "in all", "in total"}


def read_evaluation(
    roles: dict[str, Sheet], collector: FindingCollector, reference: ReferenceData
) -> SubmittedEvaluation:
    """Return the evaluation of a workbook, and add findings on what cannot be read."""
    kommune = roles.get("kommune")
    submitted = SubmittedEvaluation(
        collector.on(kommune.name if kommune else _(SHEETS["kommune"])), kommune.name if kommune else ""
    )
    if kommune:
        read_fields(submitted, values_by_label(kommune, FIELDS, submitted.collector), reference)
    else:
        remedy = _("Bruk malen, eller gi arket med opplysningene dette navnet.")
        collector.error(
            "municipality_sheet_missing", None, _("Arket «{sheet}» mangler", sheet=_(SHEETS["kommune"])), remedy
        )
    # Codes and maxima depend on the version.
    if submitted.version:
        if "points" in roles:
            _read_points(submitted, roles["points"], collector.on(roles["points"].name), reference)
        if "remarks" in roles:
            _read_remarks(submitted, roles["remarks"], collector.on(roles["remarks"].name), reference)
    if "points" not in roles:
        remedy = _("Bruk malen, eller bekreft at bare totalen skal leses inn.")
        collector.warning("points_sheet_missing", None, _("Arket «{sheet}» mangler", sheet=_(SHEETS["points"])), remedy)
    return submitted


def _read_points(
    submitted: SubmittedEvaluation, sheet: Sheet, collector: FindingCollector, reference: ReferenceData
) -> None:
    row, columns = header(sheet, POINTS, collector)
    missing = [POINTS[name] for name in ("code", "points") if name not in columns]
    if missing:
        note_missing_column(missing[0], POINTS, collector)
        return
    _note_merged_cells(sheet, collector)
    submitted.points_place = (sheet.name, cell_name(row + 1, columns["points"]))
    rows = [
        {name: (cells.get(at), cell_name(number, at)) for name, at in columns.items()}
        for number, cells in sorted(sheet.cells.items())
        if number > row
    ]
    reader = _PointsReader(submitted, sheet, collector, reference)
    reader.present.update(code for given in rows if (code := reader.code_in(given["code"][0])) is not None)
    for given in rows:
        reader.read_row(given)


RowValues = dict[str, tuple[Any, str]]
"""The values of a row, with their cells, by column."""
NO_CELL: tuple[Any, str] = (None, "")


class _PointsReader:
    """Reads the rows of one sheet Poeng into one evaluation."""

    def __init__(
        self, submitted: SubmittedEvaluation, sheet: Sheet, collector: FindingCollector, reference: ReferenceData
    ) -> None:
        self.submitted = submitted
        self.version = submitted.version or ""
        self.sheet = sheet
        self.collector = collector
        self.reference = reference
        self.places: dict[str, str] = {}
        self.present: set[str] = set()

    def code_in(self, entered: Any) -> str | None:
        """Return the code of an area, a question or the total in a cell, or None if it holds no text or number."""
        try:
            code = None if values.is_empty(entered) else values.code(entered)
        except Unreadable:
            return None
        if code is None or comparable(code) in TOTALS:
            return code and "0"
        return _area_code(code, self.version, self.reference)

    def read_row(self, given: RowValues) -> None:
        """Read the figure and the gold star of a row, or add a finding."""
        entered, cell = given["code"]
        has_values = any(not values.is_empty(given.get(name, NO_CELL)[0]) for name in ("points", "star"))
        if values.is_empty(entered) and isinstance(given["points"][0], int | float):
            found = _("Her står poeng uten kode")
            self.collector.error("points_without_code", cell, found, _("Skriv koden, eller slett raden."))
        elif has_values and parse_cell(values.code, entered, self.collector, cell) is not None:
            self._read_code(self.code_in(entered) or "", given)

    def _read_code(self, code: str, given: RowValues) -> None:
        _entered, cell = given["code"]
        maximum = self.reference.maximum(self.version, code)
        if maximum is None:
            self._note_unknown_code(code, given)
            return
        collector = self.collector.about(self.reference.named(self.version, code))
        if code in self.places:
            values_of_code = {"code": code, "question": collector.concerns, "first": self.places[code]}
            found = _("{question} står to ganger; først i {first}", **values_of_code)
            collector.error("code_twice", cell, found, _("Slett den ene raden."))
        else:
            self.places[code] = cell
            _compare_maximum(*given.get("maximum", NO_CELL), maximum, collector)
            self._read_figure(code, maximum, given, collector)
            self._read_star(code, *given.get("star", NO_CELL), collector)

    def _note_unknown_code(self, code: str, given: RowValues) -> None:
        entered, cell = given["code"]
        label = given.get("label", NO_CELL)[0]
        missing = [known for known in self.reference.codes(self.version) if known not in self.present]
        remedy = remedy_for_code(code, label, missing, self.version, self.reference)
        found = _("Kode «{said}» finnes ikke i versjon {version}", said=shown(entered), version=self.version)
        self.collector.error("unknown_code", cell, found, remedy)

    def _read_figure(self, code: str, maximum: int, given: RowValues, collector: FindingCollector) -> None:
        value, cell = given["points"]
        points = parse_cell(
            lambda entered: values.points(entered, maximum, whole="." not in code), value, collector, cell
        )
        note, page = _read_text(given, "note", collector), _read_text(given, "page", collector)
        if points is None:
            return
        earlier = self.submitted.figures.get(code)
        if earlier and earlier.points != points:
            found = _(
                "Totalen er {here} her og {there} i {place}", here=points, there=earlier.points, place=earlier.place
            )
            collector.error("totals_differ", cell, found, _("Rett den ene."))
        self.submitted.figures[code] = Figure(points, f"{self.sheet.name}!{cell}", note, page)

    def _read_star(self, code: str, value: Any, cell: str, collector: FindingCollector) -> None:
        given = parse_cell(values.yes_or_no, value, collector, cell)
        if given and "." not in code:
            found = _("En gullstjerne hører til et underspørsmål")
            collector.error("star_on_no_question", cell, found, _("Sett den på underspørsmålet den ble gitt for."))
        elif given is not None:
            self.submitted.stars[code] = Star(given, f"{self.sheet.name}!{cell}")


def _read_text(given: RowValues, name: str, collector: FindingCollector) -> str | None:
    value, cell = given.get(name, NO_CELL)
    longest = limits.TEXT if name == "note" else limits.SHORT_TEXT
    return parse_cell(lambda entered: values.text_of(entered, longest), value, collector, cell)


def _area_code(code: str, version: str, reference: ReferenceData) -> str:
    if code[:1].isdecimal():
        return code.removesuffix(".0")
    code_by_name = {
        comparable(word): str(area)
        for area, (name, _maximum) in reference.areas[version].items()
        for word in in_every_language(name)
    }
    return code_by_name.get(comparable(code), code)


def _compare_maximum(value: Any, cell: str, maximum: int, collector: FindingCollector) -> None:
    try:
        given = None if values.is_empty(value) else values.decimal(value)
    except Unreadable:
        return
    if given is not None and given != maximum:
        found = _("Maksimum er {given:exact} i arket og {maximum} i instrumentet", given=given, maximum=maximum)
        remedy = _("Vi bruker instrumentets. Sjekk at versjonen er riktig.")
        collector.warning("other_maximum", cell, found, remedy, _("{maximum}", maximum=maximum))


def _note_merged_cells(sheet: Sheet, collector: FindingCollector) -> None:
    for cell_range in sheet.merged[:3]:
        found = _("Cellene {cells} er slått sammen", cells=cell_range)
        collector.information("merged_cells", cell_range.split(":")[0], found, _("Bare den øverste til venstre leses."))


def _read_remarks(
    submitted: SubmittedEvaluation, sheet: Sheet, collector: FindingCollector, reference: ReferenceData
) -> None:
    row, columns = header(sheet, REMARKS, collector)
    if not {"area", "kind", "text"} <= columns.keys():
        if len(sheet.cells) > 1:
            names = [_(REMARKS[name]) for name in ("area", "kind", "text")]
            found = _("Overskriftene {names} mangler", names=names)
            remedy = _("Skriv dem som i malen, eller bekreft å utelate arket.")
            collector.warning("remark_headings_missing", None, found, remedy)
        return
    for number, cells in sorted(sheet.cells.items()):
        given = {name: cells.get(column) for name, column in columns.items()}
        if number > row and not all(values.is_empty(given[name]) for name in ("area", "kind", "text")):
            _read_remark(
                submitted, given, {name: cell_name(number, columns[name]) for name in columns}, collector, reference
            )


def _read_remark(
    submitted: SubmittedEvaluation,
    given: dict[str, Any],
    cells: dict[str, str],
    collector: FindingCollector,
    reference: ReferenceData,
) -> None:
    for name in ("area", "kind", "text"):
        if values.is_empty(given[name]):
            found = _("{field} er ikke fylt ut", field=_(REMARKS[name]))
            collector.error("remark_incomplete", cells[name], found, _("Fyll ut cellen, eller tøm raden."))
    area = parse_cell(
        lambda value: _area(value, submitted.version or "", reference), given["area"], collector, cells["area"]
    )
    kind = parse_cell(_kind, given["kind"], collector, cells["kind"])
    text = parse_cell(lambda value: values.text_of(value, limits.TEXT), given["text"], collector, cells["text"])
    page = parse_cell(values.text_of, given.get("page"), collector, cells.get("page", ""))
    if isinstance(given["text"], str) and values.has_hidden_signs(given["text"]):
        mention_hidden_signs(cells["text"], collector)
    if area and kind and text:
        submitted.remarks.append(Remark(area, kind, text, page or f"{collector.sheet}!{cells['text']}"))


def _area(value: Any, version: str, reference: ReferenceData) -> int:
    code = values.code(value).removesuffix(".0")
    if code.isdecimal() and int(code) in reference.areas[version]:
        return int(code)
    area_by_name = {
        comparable(word): area
        for area, (name, _maximum) in reference.areas[version].items()
        for word in in_every_language(name)
    }
    if comparable(code) in area_by_name:
        return area_by_name[comparable(code)]
    remedy = values.with_guess(_("Skriv 1–8."), comparable(code), tuple(area_by_name))
    raise Unreadable("not_an_area", _("«{said}» er ikke et område", said=shown(value)), remedy, _("1–8"))


def _kind(value: Any) -> str:
    word = comparable(values.text_of(value))
    return KINDS[values.one_of(SAME_KIND.get(word, word), tuple(KINDS))]
