"""Reads the layout with one evaluation: the sheets Kommune, Poeng, and Styrker og svakheter."""

from decimal import Decimal
from typing import Any

from data.score_sheets import limits, values
from data.score_sheets.entered import Entered, Figure, Remark, Star
from data.score_sheets.fields import read_fields, taken
from data.score_sheets.finding import Notes
from data.score_sheets.headings import FIELDS, POINTS, REMARKS, SHEETS, header, plain, recognised
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
        notes.error(None, "Arket «Kommune» mangler", "Bruk malen, eller gi arket med opplysningene dette navnet.")
    # Without a version there is no telling what is a maximum.
    if entered.version:
        if "points" in roles:
            _read_points(entered, roles["points"], notes.on(roles["points"].name), known)
        if "remarks" in roles:
            _read_remarks(entered, roles["remarks"], notes.on(roles["remarks"].name), known)
    if "points" not in roles:
        notes.warning(None, "Arket «Poeng» mangler", "Bruk malen, eller bekreft at bare totalen skal leses inn.")
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
            notes.warning(
                reference(row, column), f"«{FIELDS[name]}» står to ganger; den første brukes", "Slett den andre."
            )
    return given


def _read_points(entered: Entered, sheet: Sheet, notes: Notes, known: Known) -> None:
    row, columns = header(sheet, POINTS, notes)
    missing = [POINTS[name] for name in ("code", "points") if name not in columns]
    if missing:
        notes.error(
            None,
            f"Kolonnen «{missing[0]}» mangler",
            "Skriv overskriftene slik de står i malen.",
            ", ".join(POINTS.values()),
        )
        return
    _mention_merged(sheet, notes)
    places: dict[str, str] = {}
    for number, cells in sorted(sheet.cells.items()):
        if number > row and not values.is_empty(cells.get(columns["code"])):
            _read_points_row(entered, number, {name: cells.get(column) for name, column in columns.items()}, columns, places, sheet, notes, known)  # fmt: skip
        elif number > row and isinstance(cells.get(columns["points"]), int | float):
            notes.error(
                reference(number, columns["code"]), "Her står poeng uten kode", "Skriv koden, eller slett raden."
            )


def _read_points_row(
    entered: Entered,
    row: int,
    given: dict[str, Any],
    columns: dict[str, int],
    places: dict[str, str],
    sheet: Sheet,
    notes: Notes,
    known: Known,
) -> None:
    cells = {name: reference(row, column) for name, column in columns.items()}
    code = taken(values.code, given["code"], notes, cells["code"])
    says_something = not values.is_empty(given["points"]) or not values.is_empty(given.get("star"))
    if code is None or (plain(code) in TOTALS and not says_something):
        return
    code = "0" if plain(code) in TOTALS else _area_code(code, entered.version or "", known)
    maximum = known.maximum(entered.version or "", code)
    if maximum is None:
        if says_something:
            _unknown_code(code, given["code"], entered.version or "", cells["code"], notes, known)
        return
    if code in places and says_something:
        notes.error(cells["code"], f"Kode {code} står to ganger; først i {places[code]}", "Slett den ene raden.")
        return
    places[code] = cells["code"]
    _compare_maximum(given.get("maximum"), maximum, cells.get("maximum", ""), notes)
    _take_figure(entered, code, maximum, given, cells, sheet, notes)
    _take_star(entered, code, given.get("star"), cells.get("star", ""), sheet, notes)


def _area_code(code: str, version: str, known: Known) -> str:
    if code[:1].isdecimal():
        return code.removesuffix(".0")
    named = {plain(name): str(area) for area, (name, _) in known.areas[version].items()}
    return named.get(plain(code), code)


def _unknown_code(code: str, said: Any, version: str, cell: str, notes: Notes, known: Known) -> None:
    codes = known.codes(version)
    if code == "2.5" and "2.6" in codes:
        remedy = "Instrumentet er trykt uten 2.5. Mente du «2.6»? Rett koden."
    elif "." in code and not known.questions.get(version):
        remedy = "Underspørsmålene er ikke publisert for denne versjonen. Før bare områdene 1–8."
    else:
        remedy = values.with_guess("Rett koden.", code, codes)
    notes.error(cell, f"Kode «{shown(said)}» finnes ikke i versjon {version}", remedy)


def _compare_maximum(value: Any, maximum: int, cell: str, notes: Notes) -> None:
    try:
        given = None if values.is_empty(value) else values.decimal(value, str(maximum))
    except Unreadable:
        return
    if given is not None and given != maximum:
        found = f"Maksimum er {shown(float(given))} i arket og {maximum} i instrumentet"
        notes.warning(cell, found, "Vi bruker instrumentets. Sjekk at versjonen er riktig.", str(maximum))


def _take_figure(
    entered: Entered, code: str, maximum: int, given: dict[str, Any], cells: dict[str, str], sheet: Sheet, notes: Notes
) -> None:
    read = taken(
        lambda value: values.points(value, maximum, whole="." not in code), given["points"], notes, cells["points"]
    )
    note = taken(lambda value: values.words(value, limits.TEXT), given.get("note"), notes, cells.get("note", ""))
    page = taken(values.words, given.get("page"), notes, cells.get("page", ""))
    if read is None:
        return
    stated = entered.figures.get(code)
    if code == "0" and stated and stated.points != read:
        notes.error(
            cells["points"],
            f"Totalen er {_whole(read)} her og {_whole(stated.points)} i {stated.place}",
            "Rett den ene.",
        )
    entered.figures[code] = Figure(read, f"{sheet.name}!{cells['points']}", note, page)


def _whole(points: Decimal) -> str:
    return str(int(points))


def _take_star(entered: Entered, code: str, value: Any, cell: str, sheet: Sheet, notes: Notes) -> None:
    given = taken(values.yes_or_no, value, notes, cell)
    if given and "." not in code:
        notes.error(cell, "En gullstjerne hører til et underspørsmål", "Sett den på underspørsmålet den ble gitt for.")
    elif given is not None:
        entered.stars[code] = Star(given, f"{sheet.name}!{cell}")


def _mention_merged(sheet: Sheet, notes: Notes) -> None:
    for area in sheet.merged[:3]:
        notes.information(area.split(":")[0], f"Cellene {area} er slått sammen", "Bare den øverste til venstre leses.")


def _read_remarks(entered: Entered, sheet: Sheet, notes: Notes, known: Known) -> None:
    row, columns = header(sheet, REMARKS, notes)
    if not {"area", "kind", "text"} <= columns.keys():
        if len(sheet.cells) > 1:
            notes.warning(
                None,
                "Overskriftene Område, Type og Tekst mangler",
                "Skriv dem som i malen, eller bekreft å utelate arket.",
            )
        return
    for number, cells in sorted(sheet.cells.items()):
        given = {name: cells.get(column) for name, column in columns.items()}
        if number > row and not all(values.is_empty(given[name]) for name in ("area", "kind", "text")):
            _read_remark(entered, given, {name: reference(number, columns[name]) for name in columns}, notes, known)


def _read_remark(entered: Entered, given: dict[str, Any], cells: dict[str, str], notes: Notes, known: Known) -> None:
    for name in ("area", "kind", "text"):
        if values.is_empty(given[name]):
            notes.error(cells[name], f"{REMARKS[name]} er ikke fylt ut", "Fyll ut cellen, eller tøm raden.")
    area = taken(lambda value: _area(value, entered.version or "", known), given["area"], notes, cells["area"])
    kind = taken(_kind, given["kind"], notes, cells["kind"])
    text = taken(lambda value: values.words(value, limits.TEXT), given["text"], notes, cells["text"])
    page = taken(values.words, given.get("page"), notes, cells.get("page", ""))
    if isinstance(given["text"], str) and values.has_hidden_signs(given["text"]):
        notes.information(
            cells["text"], "Teksten har skjulte tegn", "De er tatt bort; skriv teksten på nytt om noe mangler."
        )
    if area and kind and text:
        entered.remarks.append(Remark(area, kind, text, page or f"{notes.sheet}!{cells['text']}"))


def _area(value: Any, version: str, known: Known) -> int:
    code = values.code(value).removesuffix(".0")
    if code.isdecimal() and int(code) in known.areas[version]:
        return int(code)
    names = {plain(name): area for area, (name, _) in known.areas[version].items()}
    if plain(code) in names:
        return names[plain(code)]
    raise Unreadable(
        f"«{shown(value)}» er ikke et område", values.with_guess("Skriv 1–8.", plain(code), tuple(names)), "1–8"
    )


def _kind(value: Any) -> str:
    said = plain(value)
    return KINDS[values.one_of(SAME_KIND.get(said, said), tuple(KINDS))]
