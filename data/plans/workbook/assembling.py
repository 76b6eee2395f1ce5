"""Makes the programme and measures that a workbook asks for, from its rows and what was stored before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.language import _
from data.plans.reading import Plans
from data.plans.rows import LISTS, Measure, Programme, Target
from data.plans.saving import new_identifier
from data.plans.workbook.columns import MEASURES, NEEDED, PROGRAMME, SHEETS_OF_LISTS, Column
from data.plans.workbook.names import WHOLE_PROGRAMME, is_programme
from data.plans.workbook.reading import BROKEN, ReadPlan, ReadRow
from data.plans.workbook.references import References, given_text, note_unknown
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import shown

Whole = Programme | Measure
Place = tuple[str | None, str | None]
"""A sheet and a cell; None if there is none."""
TOLD_BY = {"questions": "code", "remarks": "text", "phases": "name", "evidence": "level", "money": "kind"}
"""The cell of a row of each list where findings on the whole row stand."""
RESOLVED = ("number", "measure", "parent", "waits_for")
"""Fields of a measure that name measures, and so are not taken over as they stand."""


@dataclass
class Assembled:
    """What a workbook asks for.

    Attributes:
        programme: the programme, with an identifier if it is new.
        measures: the measures of the workbook, whole.
        places: where each field stands, by identifier and field (`questions.2.target_points`).
        unread: fields and lists that hold something that could not be read.
    """

    programme: Programme
    measures: list[Measure] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    unread: set[tuple[str, str]] = field(default_factory=set)

    def plans(self) -> tuple[Whole, ...]:
        """Return the programme and its measures."""
        return (self.programme, *self.measures)


def assembled(read: ReadPlan, seen: Plans, now: Plans, collector: FindingCollector) -> Assembled:
    """Return what a workbook asks for; an empty cell empties its field, a missing column leaves it as it was seen."""
    identifier = given_text(read.programme.values, "programme") or new_identifier()
    base = seen.programmes.get(identifier) or Programme("", None, programme=identifier)
    result = Assembled(base)
    values = _taken_over(PROGRAMME, read.programme, base, result, identifier)
    if "municipality" in values:
        values["municipality"] = values["municipality"] or ""
    result.programme = replace(base, **values)
    rows = _identified(read.rows.get("measures", ()), result, seen, now, collector)
    names = References(rows, collector)
    for measure, row in rows:
        result.measures.append(_measure(measure, row, names, seen, now, result, collector))
    _add_lists(read, names, result, collector)
    return result


def _identified(
    rows: Sequence[ReadRow], result: Assembled, seen: Plans, now: Plans, collector: FindingCollector
) -> list[tuple[str, ReadRow]]:
    """Return the rows with their identifiers, a new one where there is none or a wrong one, which is an error."""
    taken: dict[str, ReadRow] = {}
    for row in rows:
        given = row.values.get("measure")
        identifier = new_identifier() if given in (None, BROKEN) else given
        stored = seen.measures.get(identifier) or now.measures.get(identifier)
        on_sheet, cell = collector.on(row.sheet), row.cell("measure")
        if identifier in taken:
            found = _("ID-en står også i {first}", first=taken[identifier].cell("measure"))
            on_sheet.error("identifier_twice", cell, found, _("Er raden et nytt tiltak, skal ID-en være tom."))
        elif given is not None and given is not BROKEN and stored is None:
            found = _("ID-en «{said}» hører ikke til noe tiltak som er lagret", said=shown(given))
            on_sheet.error("unknown_identifier", cell, found, _("Tøm cellen, så blir tiltaket nytt."))
        elif stored is not None and stored.programme != result.programme.programme:
            found = _("ID-en hører til tiltaket «{title}» i et annet program", title=stored.title)
            on_sheet.error("identifier_of_other_programme", cell, found, _("Tøm cellen, så blir tiltaket nytt."))
        elif given is not BROKEN:
            taken[identifier] = row
            continue
        # Taken as new, so that what refers to the row is not said to be wrong as well.
        troubled = new_identifier()
        result.unread.add((troubled, "measure"))
        taken[troubled] = row
    return list(taken.items())


def _taken_over(
    columns: Sequence[Column], row: ReadRow, base: Any, result: Assembled, identifier: str
) -> dict[str, Any]:
    """Return the fields whose cell holds something else than was seen."""
    values = {}
    for column in columns:
        if column.field not in row.values:
            continue
        result.places[identifier, column.field] = (row.sheet, row.cell(column.field))
        value, before = row.values[column.field], getattr(base, column.field)
        if value is BROKEN:
            result.unread.add((identifier, column.field))
        elif value != column.kind.normal(before):
            values[column.field] = value
    return values


def _measure(
    identifier: str,
    row: ReadRow,
    names: References,
    seen: Plans,
    now: Plans,
    result: Assembled,
    collector: FindingCollector,
) -> Measure:
    programme = result.programme.programme
    base = seen.measures.get(identifier) or Measure(programme, None, measure=identifier)
    plain = [column for column in MEASURES if column.field not in RESOLVED]
    values = _taken_over(plain, row, base, result, identifier)
    for name in ("parent", "waits_for", "measure"):
        result.places[identifier, name] = (row.sheet, row.cell(name))
    result.places[identifier, ""] = (row.sheet, row.cell("title"))
    # What a measure lacks in another sheet is shown at the status that asks for it.
    result.places[identifier, "questions"] = (row.sheet, row.cell("status"))
    for name, before in (("parent", (base.parent,) if base.parent else ()), ("waits_for", base.waits_for)):
        if name not in row.values:
            continue
        if row.values[name] is BROKEN:
            result.unread.add((identifier, name))
            continue
        # One that is gone may be named still, as long as nobody changes it.
        found, unknown = names.measures(row.values[name] or "", {*now.measures, *before})
        for said in unknown or (found[1:] if name == "parent" else ()):
            note_unknown(row.values[name] if name == "parent" else said, row, name, collector)
            result.unread.add((identifier, name))
        if name == "parent":
            values[name] = next(iter(found), None)
        elif found != base.waits_for:
            values[name] = tuple(dict.fromkeys(found))
    return replace(base, **values)


def _add_lists(read: ReadPlan, names: References, result: Assembled, collector: FindingCollector) -> None:
    for name, columns in SHEETS_OF_LISTS.items():
        if name not in read.rows:
            continue
        lines = _lines_by_owner(name, read.rows[name], names, result, collector)
        if name in ("phases", "money"):
            owner = result.programme.programme
            result.programme = replace(result.programme, **_list(name, columns, result.programme, lines.get(owner, ())))
        result.measures = [
            replace(measure, **_list(name, columns, measure, lines.get(measure.measure, ())))
            for measure in result.measures
        ]


def _lines_by_owner(
    name: str, rows: Sequence[ReadRow], names: References, result: Assembled, collector: FindingCollector
) -> Mapping[str, Sequence[ReadRow]]:
    lines: dict[str, list[ReadRow]] = {}
    for row in rows:
        owner = _owner(name, row, names, result, collector)
        if owner is None:
            continue
        missing = [column for column in NEEDED[name] if row.values[column] is None]
        for column in missing:
            headings = {each.field: each.heading for each in SHEETS_OF_LISTS[name]}
            found = _("{field} er ikke fylt ut", field=_(headings[column]))
            remedy = _("Fyll ut cellen, eller tøm raden.")
            collector.on(row.sheet).error("field_empty", row.cell(column), found, remedy)
        if missing or BROKEN in row.values.values():
            result.unread.add((owner, name))
            continue
        lines.setdefault(owner, []).append(row)
        place = f"{name}.{len(lines[owner])}"
        result.places[owner, place] = (row.sheet, row.cell(TOLD_BY[name]))
        for column in row.values:
            result.places[owner, f"{place}.{column}"] = (row.sheet, row.cell(column))
    return lines


def _owner(name: str, row: ReadRow, names: References, result: Assembled, collector: FindingCollector) -> str | None:
    said = row.values["measure"]
    if said is BROKEN:
        return None
    if said is None:
        remedy = (
            _(
                "Skriv nummeret på tiltaket, eller «{whole}» når raden gjelder hele programmet.",
                whole=_(WHOLE_PROGRAMME),
            )
            if name in ("phases", "money")
            else _("Skriv nummeret på tiltaket.")
        )
        found = _("Det står ikke hvilket tiltak raden gjelder")
        collector.on(row.sheet).error("reference_missing", row.cell("measure"), found, remedy)
        return None
    if name in ("phases", "money") and is_programme(said):
        return result.programme.programme
    measure = names.measure(said)
    if measure is None:
        note_unknown(said, row, "measure", collector)
    return measure


def _list(name: str, columns: Sequence[Column], plan: Whole, rows: Sequence[ReadRow]) -> dict[str, Any]:
    """Return the list as the workbook has it, or as it was seen where that says the same."""
    own = [column for column in columns if column.is_read and column.field != "measure"]
    before = [tuple(column.kind.normal(_said(line, column.field)) for column in own) for line in getattr(plan, name)]
    given = [tuple(row.values[column.field] for column in own) for row in rows]
    if given == before:
        return {}
    return {name: tuple(_line(name, dict(zip([column.field for column in own], line, strict=True))) for line in given)}


def _said(line: Any, name: str) -> Any:
    if isinstance(line, Target) and name == "code" and line.area is not None:
        return str(line.area)
    return getattr(line, name)


def _line(name: str, values: dict[str, Any]) -> Any:
    _table, kind = LISTS[name]
    if kind is Target:
        code = values.pop("code")
        named = {"area": int(code)} if code.isdecimal() and len(code) < 4 else {"code": code}
        return Target(**named, **values)
    if name == "evidence":
        values["text"] = values["text"] or ""
    return kind(**values)
