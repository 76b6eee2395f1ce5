"""What a workbook adds, changes and takes away, value by value, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from data.language import _
from data.numbers import number
from data.plans.conflicts import current
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme, Target
from data.plans.workbook import kinds
from data.plans.workbook.assembling import Assembled
from data.plans.workbook.columns import MEASURES, PROGRAMME, SHEETS_OF_LISTS, Column
from data.plans.workbook.names import sheet_name

Whole = Programme | Measure
TEXTS = ("plan", "kind", "title", "field", "label", "old", "new")
CHANGE = {"is_new": pl.Boolean} | dict.fromkeys(TEXTS, pl.String)
"""`is_new` is whether the programme or measure itself is new."""
LONGEST = 400


class Change(NamedTuple):
    """One value: `old` is None for what is added, `new` for what is taken away."""

    field: str
    label: str
    old: str | None
    new: str | None


def changes(plans: Sequence[Whole], asked: Assembled, seen: Plans) -> pl.DataFrame:
    """Return one row a value (columns `CHANGE`) of what is new or changed against what was seen."""
    titles = {measure.measure: measure.title for measure in (*seen.measures.values(), *asked.measures)}
    rows = [
        (current(plan, seen) is None, _identifier(plan), _kind(plan), _title(plan), *change)
        for plan in plans
        for change in _of_one(plan, current(plan, seen), titles)
    ]
    return pl.DataFrame(rows, schema=CHANGE, orient="row")


def _of_one(plan: Whole, before: Whole | None, titles: Mapping[str, str | None]) -> Iterator[Change]:
    columns = MEASURES if isinstance(plan, Measure) else PROGRAMME
    for column in columns:
        if column.field in ("number", "measure"):
            continue
        old = _shown(column, getattr(before, column.field, None), titles)
        new = _shown(column, getattr(plan, column.field), titles)
        if old != new:
            yield Change(column.field, _(column.heading), old, new)
    for name, of_list in SHEETS_OF_LISTS.items():
        if hasattr(plan, name):
            yield from _of_list(name, of_list, getattr(before, name, ()), getattr(plan, name))


def _of_list(name: str, columns: Sequence[Column], before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    old, new = ([_line(columns, line) for line in lines] for lines in (before, after))
    label = sheet_name(name)
    for line in (Counter(old) - Counter(new)).elements():
        yield Change(name, label, line, None)
    for line in (Counter(new) - Counter(old)).elements():
        yield Change(name, label, None, line)
    if old != new and Counter(old) == Counter(new):
        yield Change(name, label, _("rekkefølgen som den var"), _("ny rekkefølge"))


def _line(columns: Sequence[Column], line: Any) -> str:
    values = (_shown(column, _value(line, column.field), {}) for column in columns[1:] if column.is_read)
    return " · ".join(value for value in values if value)


def _value(line: Any, field: str) -> Any:
    if isinstance(line, Target) and field == "code" and line.area is not None:
        return _("område {area}", area=line.area)
    return getattr(line, field)


def _shown(column: Column, value: Any, titles: Mapping[str, str | None]) -> str | None:
    if value is None or value in ("", ()):
        return None
    if column.field in ("parent", "waits_for"):
        names = (value,) if isinstance(value, str) else value
        text = ", ".join(titles.get(name) or name for name in names)
    elif column.kind in (kinds.KRONE, kinds.POINTS, kinds.UNITS):
        text = number(value, 1 if column.kind is kinds.POINTS else 0)
    else:
        text = str(column.kind.write(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _identifier(plan: Whole) -> str:
    return plan.measure if isinstance(plan, Measure) else plan.programme


def _kind(plan: Whole) -> str:
    return "measure" if isinstance(plan, Measure) else "programme"


def _title(plan: Whole) -> str | None:
    return plan.title if isinstance(plan, Measure) else plan.name
