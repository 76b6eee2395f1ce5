"""Rows and columns of the table of measures."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from data.language import Sentence, _, counted
from data.numbers import first_upper
from data.plans.rows import SCORES, UNITS, Measure, Programme
from queries.plan_state import is_late
from queries.plan_tree import Branch
from queries.plans import plans
from queries.snapshot import Snapshot
from reports.content import WRITTEN
from reports.links import Link
from reports.plan_words import FIELD_NAMES, known_date, retold, status_with_symbol
from reports.programme.targets import Aim, aims, areas_of
from reports.table import Column, Row

INDENT = "\N{EM SPACE}"
MOST_AIMS = 2
"""Questions whose points stand in the cell; more are counted."""
TEXTS = ("need", "goal", "activities", "result", "anchoring", "starts", "source", "place", "note")
"""Fields that only the file has."""
NOT_GIVEN = "–"


def row_of(
    snapshot: Snapshot, programme: Programme, branch: Branch, listed: Mapping[str, Branch], today: date
) -> dict[str, Any]:
    """Return the row of a measure; `shown_depth` counts only those above it that are listed too."""
    measure, every = branch.measure, plans(snapshot).measures
    area, found = every.get(branch.area or ""), aims(snapshot, programme, measure)
    return {
        "measure": measure.measure,
        "number": branch.number,
        "title": measure.title,
        "shown_depth": _shown_depth(branch, listed),
        "area": area.title if area else None,
        "areas": ", ".join(areas_of(snapshot, programme, measure)) or None,
        "status": status_with_symbol(measure.status) if measure.status else None,
        "aims": _aims(found),
        "questions": ", ".join(aim.code for aim in found) or None,
        "owner_role": measure.owner_role,
        "ends": known_date(measure.ends) if measure.ends else None,
        "is_late": is_late(measure, today),
        "waits_for": _titles(measure, every),
        **{field: getattr(measure, field) for field in (*TEXTS, *SCORES, *UNITS)},
    }


def columns(*, numbered: bool, link: Callable[[Row], Link | None] | None = None) -> list[Column]:
    """Return the columns; `numbered` puts the number of the matrix before the title, `link` is that of the title."""
    return [
        Column(_("Nr."), "number", only="file"),
        Column(
            _("Tiltak"), "title", shown=_numbered if numbered else _indented, link=link, written=True, language=WRITTEN
        ),
        Column(_("Programområde"), "area", only="file", written=True),
        Column(_("Område"), "areas", shown=_or_dash("areas")),
        Column(_("Status"), "status", shown=_or_dash("status")),
        Column(_("Nå → mål"), "aims", shown=_or_dash("aims")),
        Column(_("Ansvar"), "owner_role", shown=_or_dash("owner_role"), written=True, language=WRITTEN),
        Column(_("Frist"), "ends", shown=_deadline, strong=lambda row: bool(row["is_late"])),
        Column(_("Gjelder"), "questions", only="file"),
        *(_in_file(field, _retold(field)) for field in TEXTS),
        Column(_("Venter på"), "waits_for", only="file", written=True),
        *(_in_file(field, field, "number") for field in (*SCORES, *UNITS)),
    ]


def _in_file(field: str, value: str | Callable[[Row], Any], kind: Any = "text") -> Column:
    return Column(first_upper(_(FIELD_NAMES[field])), value, kind, only="file", written=kind == "text")


def _retold(field: str) -> Callable[[Row], str | None]:
    return lambda row: row[field] and retold(row[field])


def _shown_depth(branch: Branch, listed: Mapping[str, Branch]) -> int:
    depth, above, passed = 0, branch.area, {branch.measure.measure}
    while above in listed and above not in passed:
        passed.add(str(above))
        depth, above = depth + 1, listed[str(above)].area
    return depth


def _aims(found: tuple[Aim, ...]) -> str | None:
    """Return points and targets: `6,5 → 12`, or with their codes where there are two."""
    said = [(aim.code, short) for aim in found if (short := aim.short())]
    if not said:
        return None
    if len(said) > MOST_AIMS:
        return counted("{n} spørsmål eller område", "{n} spørsmål eller områder", len(said))
    if len(found) == 1:
        return said[0][1]
    return _("{aims:commas}", aims=[_("{code}: {points}", code=code, points=points) for code, points in said])


def _titles(measure: Measure, every: Mapping[str, Measure]) -> str | None:
    return "; ".join(every[name].title or "" for name in measure.waits_for if name in every) or None


def _indented(row: Row) -> str:
    return f"{INDENT * row['shown_depth']}{row['title'] or _('Uten tittel')}"


def _numbered(row: Row) -> str:
    return f"{INDENT * row['shown_depth']}{row['number']}. {row['title'] or _('Uten tittel')}"


def _deadline(row: Row) -> Sentence | str:
    if not row["ends"]:
        return NOT_GIVEN
    return _("{date}, forsinket", date=row["ends"]) if row["is_late"] else row["ends"]


def _or_dash(field: str) -> Callable[[Row], str]:
    return lambda row: row[field] or NOT_GIVEN
