"""Reads the layout with one evaluation: the sheets Kommune, Poeng, and Styrker og svakheter."""

from typing import Any

from data.language import _
from data.score_sheets import limits, values
from data.score_sheets.entered import Entered, Figure, Remark, Star
from data.score_sheets.fields import mention_hidden_signs, read_fields, taken
from data.score_sheets.finding import Notes
from data.score_sheets.headings import FIELDS, POINTS, REMARKS, SHEETS, header, note_missing_column, plain, recognised
from data.score_sheets.known import Known
from data.score_sheets.values import Unreadable, shown
from data.score_sheets.workbook import Sheet, reference

KINDS = {"styrke": "strength", "utfordring": "challenge", "svakhet": "weakness"}
SAME_KIND = {"styrker": "styrke", "utfordringer": "utfordring", "svakheter": "svakhet", "svakhet/mangel": "svakhet"}
TOTALS = {"0", "total", "totalt", "sum", "totalsum", "i alt"}


def read_evaluation(roles: dict[str, Sheet], notes: Notes, known: Known) -> Entered:
    """Return the evaluation of a workbook, with the findings on the way taken down."""
    kommune = roles.get("kommune")
    entered = Entered(notes.on(kommune.name if kommune else SHEETS["kommune"]), kommune.name if kommune else "")
    if kommune:
        read_fields(entered, _labelled(kommune, entered.notes), known)
    else:
        remedy = _("Bruk malen, eller gi arket med opplysningene dette navnet.")
        notes.error("municipality_sheet_missing", None, _("Arket «Kommune» mangler"), remedy)
    # Without a version there is no telling what is a maximum.
    if entered.version:
        if "points" in roles:
            _read_points(entered, roles["points"], notes.on(roles["points"].name), known)
        if "remarks" in roles:
            _read_remarks(entered, roles["remarks"], notes.on(roles["remarks"].name), known)
    if "points" not in roles:
        remedy = _("Bruk malen, eller bekreft at bare totalen skal leses inn.")
        notes.warning("points_sheet_missing", None, _("Arket «Poeng» mangler"), remedy)
    return entered


def _labelled(sheet: Sheet, notes: Notes) -> dict[str, tuple[Any, str]]:
    """Return the value beside each label; the label stands in the first column that holds one."""
    given: dict[str, tuple[Any, str]] = {}
    for row, cells in sorted(sheet.cells.items()):
        column = min(cells)
        name = (
            recognised(cells[column], FIELDS, notes, reference(row, column)) if isinstance(cells[column], str) else None
        )
        if name and name not in given:
            given[name] = (cells.get(column + 1), reference(row, column + 1))
        elif name and cells.get(column + 1) is not None:
            found = _("«{field}» står to ganger; den første brukes", field=FIELDS[name])
            notes.warning("field_twice", reference(row, column), found, _("Slett den andre."))
    return given


def _read_points(entered: Entered, sheet: Sheet, notes: Notes, known: Known) -> None:
    row, columns = header(sheet, POINTS, notes)
    missing = [POINTS[name] for name in ("code", "points") if name not in columns]
    if missing:
        note_missing_column(missing[0], POINTS, notes)
        return
    _mention_merged(sheet, notes)
    reader = _PointsReader(entered, sheet, notes, known)
    for number, cells in sorted(sheet.cells.items()):
        if number > row:
            reader.read_row({name: (cells.get(at), reference(number, at)) for name, at in columns.items()})


Given = dict[str, tuple[Any, str]]
"""What stands in a row, by column, with its cell."""
NOTHING: tuple[Any, str] = (None, "")


class _PointsReader:
    """Reads the rows of one sheet Poeng into one evaluation."""

    def __init__(self, entered: Entered, sheet: Sheet, notes: Notes, known: Known) -> None:
        self.entered = entered
        self.version = entered.version or ""
        self.sheet = sheet
        self.notes = notes
        self.known = known
        self.places: dict[str, str] = {}

    def read_row(self, given: Given) -> None:
        """Take the figure and the gold star of a row, or take down why not."""
        said, cell = given["code"]
        says_something = any(not values.is_empty(given.get(name, NOTHING)[0]) for name in ("points", "star"))
        if values.is_empty(said) and isinstance(given["points"][0], int | float):
            found = _("Her står poeng uten kode")
            self.notes.error("points_without_code", cell, found, _("Skriv koden, eller slett raden."))
        elif says_something and (code := taken(values.code, said, self.notes, cell)) is not None:
            self._read_code("0" if plain(code) in TOTALS else _area_code(code, self.version, self.known), given)

    def _read_code(self, code: str, given: Given) -> None:
        said, cell = given["code"]
        maximum = self.known.maximum(self.version, code)
        if maximum is None:
            _unknown_code(code, said, self.version, cell, self.notes, self.known)
        elif code in self.places:
            found = _("Kode {code} står to ganger; først i {first}", code=code, first=self.places[code])
            self.notes.error("code_twice", cell, found, _("Slett den ene raden."))
        else:
            self.places[code] = cell
            _compare_maximum(*given.get("maximum", NOTHING), maximum, self.notes)
            self._take_figure(code, maximum, given)
            self._take_star(code, *given.get("star", NOTHING))

    def _take_figure(self, code: str, maximum: int, given: Given) -> None:
        value, cell = given["points"]
        read = taken(lambda said: values.points(said, maximum, whole="." not in code), value, self.notes, cell)
        note, page = self._take_text(given, "note"), self._take_text(given, "page")
        if read is None:
            return
        stated = self.entered.figures.get(code)
        if stated and stated.points != read:
            found = _("Totalen er {here} her og {there} i {place}", here=read, there=stated.points, place=stated.place)
            self.notes.error("totals_differ", cell, found, _("Rett den ene."))
        self.entered.figures[code] = Figure(read, f"{self.sheet.name}!{cell}", note, page)

    def _take_text(self, given: Given, name: str) -> str | None:
        value, cell = given.get(name, NOTHING)
        longest = limits.TEXT if name == "note" else limits.SHORT_TEXT
        return taken(lambda said: values.words(said, longest), value, self.notes, cell)

    def _take_star(self, code: str, value: Any, cell: str) -> None:
        given = taken(values.yes_or_no, value, self.notes, cell)
        if given and "." not in code:
            found = _("En gullstjerne hører til et underspørsmål")
            self.notes.error("star_on_no_question", cell, found, _("Sett den på underspørsmålet den ble gitt for."))
        elif given is not None:
            self.entered.stars[code] = Star(given, f"{self.sheet.name}!{cell}")


def _area_code(code: str, version: str, known: Known) -> str:
    if code[:1].isdecimal():
        return code.removesuffix(".0")
    named = {plain(name): str(area) for area, (name, most) in known.areas[version].items()}
    return named.get(plain(code), code)


def _unknown_code(code: str, said: Any, version: str, cell: str, notes: Notes, known: Known) -> None:
    codes = known.codes(version)
    if code == "2.5" and "2.6" in codes:
        remedy = _("Instrumentet er trykt uten 2.5. Mente du «2.6»? Rett koden.")
    elif "." in code and not known.questions.get(version):
        remedy = _("Underspørsmålene er ikke publisert for denne versjonen. Før bare områdene 1–8.")
    else:
        remedy = values.with_guess(_("Rett koden."), code, codes)
    found = _("Kode «{said}» finnes ikke i versjon {version}", said=shown(said), version=version)
    notes.error("unknown_code", cell, found, remedy)


def _compare_maximum(value: Any, cell: str, maximum: int, notes: Notes) -> None:
    try:
        given = None if values.is_empty(value) else values.decimal(value)
    except Unreadable:
        return
    if given is not None and given != maximum:
        found = _("Maksimum er {given:exact} i arket og {maximum} i instrumentet", given=given, maximum=maximum)
        remedy = _("Vi bruker instrumentets. Sjekk at versjonen er riktig.")
        notes.warning("other_maximum", cell, found, remedy, _("{maximum}", maximum=maximum))


def _mention_merged(sheet: Sheet, notes: Notes) -> None:
    for area in sheet.merged[:3]:
        found = _("Cellene {cells} er slått sammen", cells=area)
        notes.information("merged_cells", area.split(":")[0], found, _("Bare den øverste til venstre leses."))


def _read_remarks(entered: Entered, sheet: Sheet, notes: Notes, known: Known) -> None:
    row, columns = header(sheet, REMARKS, notes)
    if not {"area", "kind", "text"} <= columns.keys():
        if len(sheet.cells) > 1:
            found = _("Overskriftene Område, Type og Tekst mangler")
            remedy = _("Skriv dem som i malen, eller bekreft å utelate arket.")
            notes.warning("remark_headings_missing", None, found, remedy)
        return
    for number, cells in sorted(sheet.cells.items()):
        given = {name: cells.get(column) for name, column in columns.items()}
        if number > row and not all(values.is_empty(given[name]) for name in ("area", "kind", "text")):
            _read_remark(entered, given, {name: reference(number, columns[name]) for name in columns}, notes, known)


def _read_remark(entered: Entered, given: dict[str, Any], cells: dict[str, str], notes: Notes, known: Known) -> None:
    for name in ("area", "kind", "text"):
        if values.is_empty(given[name]):
            found = _("{field} er ikke fylt ut", field=REMARKS[name])
            notes.error("remark_incomplete", cells[name], found, _("Fyll ut cellen, eller tøm raden."))
    area = taken(lambda value: _area(value, entered.version or "", known), given["area"], notes, cells["area"])
    kind = taken(_kind, given["kind"], notes, cells["kind"])
    text = taken(lambda value: values.words(value, limits.TEXT), given["text"], notes, cells["text"])
    page = taken(values.words, given.get("page"), notes, cells.get("page", ""))
    if isinstance(given["text"], str) and values.has_hidden_signs(given["text"]):
        mention_hidden_signs(cells["text"], notes)
    if area and kind and text:
        entered.remarks.append(Remark(area, kind, text, page or f"{notes.sheet}!{cells['text']}"))


def _area(value: Any, version: str, known: Known) -> int:
    code = values.code(value).removesuffix(".0")
    if code.isdecimal() and int(code) in known.areas[version]:
        return int(code)
    names = {plain(name): area for area, (name, most) in known.areas[version].items()}
    if plain(code) in names:
        return names[plain(code)]
    remedy = values.with_guess(_("Skriv 1–8."), plain(code), tuple(names))
    raise Unreadable("not_an_area", _("«{said}» er ikke et område", said=shown(value)), remedy, _("1–8"))


def _kind(value: Any) -> str:
    said = plain(values.words(value))
    return KINDS[values.one_of(SAME_KIND.get(said, said), tuple(KINDS))]
