"""Writes the workbook of a programme: filled with what is stored, or empty to begin a new one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.language import _
from data.plans.facts import read_facts
from data.plans.reading import Plans, plans_in
from data.plans.rows import Measure, Programme, Target
from data.plans.workbook import limits
from data.plans.workbook.columns import ABOUT, MEASURES, PROGRAMME, SHEETS_OF_LISTS, Column
from data.plans.workbook.guide import STEPS
from data.plans.workbook.lists import Lists, add_lists
from data.plans.workbook.names import DATASETS, WHOLE_PROGRAMME, sheet_name, told_in_place
from data.plans.workbook.sheets import about_sheet, rows_sheet
from data.refusal import Refusal
from data.score_sheets.reference_data import reference_data
from data.score_sheets.writing.instructions import write_instructions
from data.score_sheets.writing.lists import LAST_LETTERS
from data.store import Store

Row = Mapping[str, Any]


class NoSuchProgramme(Refusal):
    """The programme asked for does not exist."""


def filled(store: Store, dataset: str, programme: str, as_of: int | None = None) -> bytes:
    """Return the workbook of a programme as it was after an event, by default the newest.

    Raises:
        NoSuchProgramme: the dataset holds no such programme.
    """
    event = store.newest_event() if as_of is None else as_of
    plans = plans_in(store, dataset, event)
    if programme not in plans.programmes:
        raise NoSuchProgramme("unknown_programme", _("Programmet finnes ikke i dette datasettet."))
    return _workbook(store, dataset, plans.programmes[programme], _in_order(plans, programme), event)


def template(store: Store, dataset: str, municipality: str = "") -> bytes:
    """Return the workbook of a programme that is still to be written, of this municipality if one is given."""
    return _workbook(store, dataset, Programme(municipality, None), [], None)


def _in_order(plans: Plans, programme: str) -> list[Measure]:
    """Return the measures of a programme by title, each area before the measures in it."""
    own = sorted((measure for measure in plans.measures.values() if measure.programme == programme), key=_by_title)
    names = {measure.measure for measure in own}
    ordered: dict[str, Measure] = {}
    for measure in own:
        if measure.parent is None or measure.parent not in names:
            of_area = [other for other in own if other.parent == measure.measure]
            ordered |= {each.measure: each for each in (measure, *of_area)}
    # Two areas of each other come from undos, and neither is reached from above.
    return list((ordered | {measure.measure: measure for measure in own}).values())


def _by_title(measure: Measure) -> tuple[str, str]:
    return (measure.title or "").lower().translate(LAST_LETTERS), measure.measure


def _workbook(
    store: Store, dataset: str, programme: Programme, measures: Sequence[Measure], event: int | None
) -> bytes:
    book = Workbook()
    numbers = {measure.measure: number for number, measure in enumerate(measures, 1)}
    facts = read_facts(store.read, dataset, store.newest_event(), [programme] if programme.programme else [])
    lists = add_lists(book, sheet_name("lists"), programme, reference_data(store, dataset), facts)
    write_instructions(book.create_sheet(sheet_name("guide"), 0), STEPS, told_in_place)
    about = {"dataset": _(DATASETS[dataset]), "event": event, "programme": programme.programme or None}
    about_sheet(
        book.create_sheet(sheet_name("programme"), 1),
        [*((column, about[column.field]) for column in ABOUT), *_values(PROGRAMME, _row(programme))],
        lists,
    )
    rows = [_values(MEASURES, _measure_row(measure, numbers)) for measure in measures]
    _add_rows(book, "measures", MEASURES, [*rows, *_empty_rows(len(rows))], lists)
    for name, columns in SHEETS_OF_LISTS.items():
        lines = [_values(columns, row) for row in _lines(name, programme, measures, numbers)]
        empty: list[list[tuple[Column, Any]]] = [_values(columns, {}) for _row in range(limits.EMPTY_ROWS)]
        _add_rows(book, name, columns, [*lines, *empty], lists)
    return _saved(book)


def _add_rows(
    book: Workbook, role: str, columns: Sequence[Column], rows: Sequence[list[tuple[Column, Any]]], lists: Lists
) -> None:
    # The sheet of lists stays the last one.
    rows_sheet(book.create_sheet(sheet_name(role), len(book.sheetnames) - 2), columns, rows, lists)


def _empty_rows(filled_rows: int) -> Iterator[list[tuple[Column, Any]]]:
    for number in range(filled_rows + 1, filled_rows + limits.EMPTY_ROWS + 1):
        yield _values(MEASURES, {"number": number})


def _values(columns: Iterable[Column], row: Row) -> list[tuple[Column, Any]]:
    """Return the columns with what stands in their cells."""
    values = ((column, row.get(column.field)) for column in columns)
    return [(column, None if value is None else column.kind.write(value)) for column, value in values]


def _row(plan: Any) -> Row:
    return {name: value for name, value in vars(plan).items() if not isinstance(value, tuple)}


def _measure_row(measure: Measure, numbers: Mapping[str, int]) -> Row:
    number = numbers[measure.measure]
    parent = measure.parent and numbers.get(measure.parent, measure.parent)
    waits_for = "; ".join(str(numbers.get(other, other)) for other in measure.waits_for)
    return {**_row(measure), "number": number, "parent": parent, "waits_for": waits_for or None}


def _lines(name: str, programme: Programme, measures: Sequence[Measure], numbers: Mapping[str, int]) -> Iterator[Row]:
    for line in getattr(programme, name, ()):
        yield {**_row(line), "measure": _(WHOLE_PROGRAMME)}
    for measure in measures:
        for line in getattr(measure, name):
            code = {"code": _code(line)} if isinstance(line, Target) else {}
            yield {**_row(line), **code, "measure": numbers[measure.measure]}


def _code(target: Target) -> str | None:
    return target.code if target.area is None else str(target.area)


def _saved(book: Workbook) -> bytes:
    first: Worksheet = book[sheet_name("guide")]
    del book["Sheet"]
    book.active = book.index(first)
    book.properties.creator = "Kompassrosen"
    book.properties.created = datetime.now(UTC).replace(tzinfo=None)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
