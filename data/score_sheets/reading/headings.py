"""Recognises sheets, columns and labels by their names, common synonyms and near misses."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

from data.catalogues import in_every_language
from data.language import N_, Sentence, _
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import clean, shown
from data.score_sheets.reading.workbook import Sheet, cell_name

SHEETS = {
    "kommune": N_("Kommune"),
    "points": N_("Poeng"),
    "remarks": N_("Styrker og svakheter"),
    "history": N_("Historikk"),
}
FIELDS = {
    "dataset": N_("Datasett"),
    "country": N_("Land"),
    "number": N_("Kommunenummer"),
    "name": N_("Kommune"),
    "county": N_("Fylke"),
    "population": N_("Innbyggere"),
    "population_date": N_("Innbyggertall per"),
    "year": N_("År"),
    "version": N_("Versjon"),
    "report": N_("Rapport"),
    "source": N_("Kilde"),
    "total": N_("Oppgitt total"),
    "income_group": N_("Inntektsgruppe"),
    "kostra_group": N_("KOSTRA-gruppe"),
}
POINTS = {
    "code": N_("Kode"),
    "label": N_("Spørsmål"),
    "points": N_("Poeng"),
    "maximum": N_("Maksimum"),
    "star": N_("Gullstjerne"),
    "note": N_("Kommentar"),
    "page": N_("Side"),
}
REMARKS = {"area": N_("Område"), "kind": N_("Type"), "text": N_("Tekst"), "page": N_("Side")}
BASIS = {"basis": N_("Grunnlag"), "version_basis": N_("Versjon sikker")}
AREA = N_("Område {area}")
HISTORY = FIELDS | {"total": N_("Total")} | {f"area {area}": f"Område {area}" for area in range(1, 9)} | BASIS
SYNONYMS = {
    "number": "kommunenr, knr, kommunekode, kommunkod, nummer, number",
    "name": "kommunenavn, navn, kommun",
    "population": "folketall, innbyggertall, antall innbyggere, invånare, indbyggere",
    "population_date": "innbyggertall dato",
    "year": "årstall, aar, år for evaluering",
    "version": "instrumentversjon, versjonsnummer, version",
    "county": "fylkeskommune, län, region",
    "report": "rapportnummer, rapport nr",
    "source": "kilder, källa",
    "total": "total, totalt, sum, totalsum, total poengsum, oppgitt total, total points",
    "income_group": "inntekt",
    "kostra_group": "kostragruppe",
    "code": "koder, nr",
    "points": "skår, score, poengsum, poäng",
    "maximum": "maks, max, maks poeng, makspoeng",
    "star": "stjerne, gullstjerner, star, gold stars",
    "label": "underspørsmål, fråga",
    "note": "merknad, kommentarer, comments, note",
    "page": "sidetall, s",
    "area": "fokusområde",
    "kind": "slag",
    "text": "punkt, beskrivelse",
} | {f"area {area}": f"{area}, omr {area}, fokusområde {area}, område{area}, o{area}" for area in range(1, 9)}
NUMBERED = re.compile(r"Område (\d)")
FIELD_BY_SYNONYM = {word: field for field, synonyms in SYNONYMS.items() for word in synonyms.split(", ")}
FIRST_ROWS = 20
LONGEST = 100


def comparable(value: Any) -> str:
    """Return a heading for comparison: lower case, without punctuation and superfluous spaces."""
    return _comparable(str(value)[:LONGEST])


# Memoised, since every sheet has the same headings and labels.
@lru_cache(maxsize=4096)
def _comparable(text: str) -> str:
    return " ".join(re.sub(r"[.:*?()]", " ", clean(text).lower()).split())


def told(name: str) -> Sentence:
    """Return a name of a sheet, column or label in the language spoken."""
    numbered = NUMBERED.fullmatch(name)
    return _(AREA, area=numbered[1]) if numbered else _(name)


@cache
def every(name: str) -> tuple[str, ...]:
    """Return a name of a sheet, column or label in every language, all of which are understood in any sheet."""
    if numbered := NUMBERED.fullmatch(name):
        return tuple(form.format(area=numbered[1]) for form in in_every_language(AREA))
    return in_every_language(name)


def recognised(value: Any, names: Mapping[str, str], collector: FindingCollector, cell: str) -> str | None:
    """Return the field that this heading names, or None; a near miss is accepted and adds a finding."""
    heading = comparable(value)
    # Bokmål last, so that it decides where two languages call different things by one name.
    field_by_name = {comparable(word): field for field, name in names.items() for word in every(name)}
    field_by_name |= {comparable(name): field for field, name in names.items()}
    if heading in field_by_name:
        return field_by_name[heading]
    if FIELD_BY_SYNONYM.get(heading) in names:
        return FIELD_BY_SYNONYM[heading]
    near_names = get_close_matches(heading, field_by_name, n=1, cutoff=0.8) if len(heading) > 3 else []
    if near_names:
        name = told(names[field_by_name[near_names[0]]])
        collector.information(
            "name_guessed",
            cell,
            _("«{said}» leses som «{name}»", said=shown(value), name=name),
            _("Mente du noe annet enn «{name}», må du rette det.", name=name),
        )
    return field_by_name[near_names[0]] if near_names else None


def header(sheet: Sheet, names: Mapping[str, str], collector: FindingCollector) -> tuple[int, dict[str, int]]:
    """Return the row of the headings and the column of each field; row 0 and no columns if there are none."""
    for row in sorted(sheet.cells)[:FIRST_ROWS]:
        fields = [
            _field_without_findings(value, names) for value in sheet.cells[row].values() if isinstance(value, str | int)
        ]
        if sum(field is not None for field in fields) >= 2:
            return row, _columns(sheet, row, names, collector)
    return 0, {}


def note_missing_column(missing: str, names: Mapping[str, str], collector: FindingCollector) -> None:
    """Add an error on a missing column without which the sheet cannot be read."""
    found = _("Kolonnen «{column}» mangler", column=told(missing))
    expected = _("{columns:commas}", columns=tuple(map(told, names.values())))
    collector.error("column_missing", None, found, _("Skriv overskriftene slik de står i malen."), expected)


def _field_without_findings(value: Any, names: Mapping[str, str]) -> str | None:
    return recognised(value, names, FindingCollector(""), "")


def _columns(sheet: Sheet, row: int, names: Mapping[str, str], collector: FindingCollector) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, value in sorted(sheet.cells[row].items()):
        field = recognised(value, names, collector, cell_name(row, column)) if isinstance(value, str | int) else None
        if field in columns:
            found = _(
                "Kolonnen «{column}» finnes to ganger; {used} brukes",
                column=shown(value),
                used=cell_name(row, columns[field]),
            )
            remedy = _("Slett den kolonnen som ikke skal brukes.")
            collector.warning("column_twice", cell_name(row, column), found, remedy)
        elif field:
            columns[field] = column
    return columns


def by_role(sheets: list[Sheet], collector: FindingCollector) -> dict[str, Sheet]:
    """Return the sheets by role (a key of SHEETS), recognised by their name, else by their headings or labels."""
    roles = roles_by_name(sheets, SHEETS, collector)
    for sheet in sheets:
        role = None if sheet in roles.values() else _role_by_content(sheet)
        if role and role not in roles and not ("history" in roles or {"kommune", "points"} <= roles.keys()):
            roles[role] = sheet
            found = _("Arket leses som «{sheet}»", sheet=told(SHEETS[role]))
            collector.on(sheet.name).information("sheet_known_by_content", None, found, _("Gi arket det navnet."))
    return roles


def roles_by_name(sheets: list[Sheet], names: Mapping[str, str], collector: FindingCollector) -> dict[str, Sheet]:
    """Return the sheets by role (a key of `names`), recognised by their name."""
    roles: dict[str, Sheet] = {}
    # Exact names first, so that a similar name (`Poeng 2`) before it does not take the role.
    exact = {word for name in names.values() for word in every(name)}
    for sheet in sorted(sheets, key=lambda sheet: sheet.name not in exact):
        role = recognised(sheet.name, names, collector.on(sheet.name), "")
        if role and role in roles:
            found = _("Arket likner på «{sheet}» og leses ikke", sheet=roles[role].name)
            collector.on(sheet.name).warning("sheet_left_out", None, found, _("Slett eller bekreft."))
        elif role:
            roles[role] = sheet
    return roles


def values_by_label(sheet: Sheet, names: Mapping[str, str], collector: FindingCollector) -> dict[str, tuple[Any, str]]:
    """Return value and cell by field; the label is the first non-empty cell of a row, the value is to its right."""
    given: dict[str, tuple[Any, str]] = {}
    for row, cells in sorted(sheet.cells.items()):
        column = min(cells)
        name = (
            recognised(cells[column], names, collector, cell_name(row, column))
            if isinstance(cells[column], str)
            else None
        )
        if name and name not in given:
            given[name] = (cells.get(column + 1), cell_name(row, column + 1))
        elif name and cells.get(column + 1) is not None:
            found = _("«{field}» står to ganger; den første brukes", field=told(names[name]))
            collector.warning("field_twice", cell_name(row, column), found, _("Slett den andre."))
    return given


def _role_by_content(sheet: Sheet) -> str | None:
    silent = FindingCollector("")
    if {"year", "version"} <= header(sheet, HISTORY, silent)[1].keys():
        return "history"
    if {"code", "points"} <= header(sheet, POINTS, silent)[1].keys():
        return "points"
    if {"kind", "text"} <= header(sheet, REMARKS, silent)[1].keys():
        return "remarks"
    labels = {_field_without_findings(row[1], FIELDS) for row in sheet.cells.values() if isinstance(row.get(1), str)}
    return "kommune" if {"number", "year", "version"} <= labels else None
