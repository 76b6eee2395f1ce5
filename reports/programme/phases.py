"""The phases of a programme and its areas: a timeline where the dates are known, and all in order as a table."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from charts.phases import PHASES, Span, phases_rows, phases_text
from data.language import Sentence, _, counted
from data.plans.dates import first_day, last_day
from data.plans.rows import Phase, Programme
from queries.caching import cached_log
from queries.plan_state import is_going_on
from queries.plan_tree import branches
from queries.plans import plans
from reports.content import WRITTEN, Content, Fold, Heading, Paragraph, Section, section
from reports.pictures import picture
from reports.plan_words import known_date, period, quoted, retold
from reports.programme.origins import origin_of
from reports.table import Column, Row, Table
from reports.view import View

FEWEST_DRAWN = 2
"""A single phase is said in the table alone."""
MOST_NAMED = 3


class Placed(NamedTuple):
    """A phase with the name of the area or measure it is of; None where it is of the whole programme."""

    of: str | None
    phase: Phase


@cached_log
def phases(view: View, programme: str, today: date) -> Section:
    """Return the timeline and the table of phases; an empty section where there are none."""
    own = [*_placed(view, programme)]
    if not own:
        return section("faser")
    spans = [span for one in own if (span := _span(one))]
    table = _table(view, programme, own)
    heading = Heading(finding(own, today))
    if len(spans) < FEWEST_DRAWN:
        return section("faser", heading, table)
    left = len(own) - len(spans)
    drawn: list[Content | None] = [
        heading,
        picture(
            view,
            "faser-tidslinje",
            _("{programme}: faser", programme=plans(view.snapshot).programmes[programme].name or ""),
            PHASES,
            phases_rows(spans, today),
            phases_text(spans, today),
            origin_of(view, programme),
        ),
        Paragraph(_left_out(left), "caption") if left else None,
        Fold("faser-alle", _("Fasene i rekkefølge, med det som skjer i dem"), (table,)),
    ]
    return section("faser", *drawn)


def finding(own: list[Placed], today: date) -> Sentence:
    """Return which phases go on today, or that no dates are known, or that all dated ones are over or to come."""
    current = [one for one in own if is_going_on(one.phase, today)]
    if current:
        if len(current) > MOST_NAMED:
            return counted("{n} fase pågår", "{n} faser pågår samtidig", len(current))
        return _("Nå pågår {phases}", phases=[_named(one) for one in current])
    lasts = [last_day(one.phase.ends or "") for one in own]
    if not any(one.phase.starts or one.phase.ends for one in own):
        return counted("{n} fase, uten datoer", "{n} faser i rekkefølge, uten datoer", len(own))
    if all(last is not None and last < today for last in lasts):
        return counted("{n} fase, som er over", "{n} faser, alle over", len(own))
    return counted(
        "{n} fase; etter datoene pågår den ikke i dag", "{n} faser; etter datoene pågår ingen av dem i dag", len(own)
    )


def _named(one: Placed) -> Sentence:
    name = quoted(one.phase.name) if one.phase.name else _("en fase uten navn")
    return _("{phase} i {area}", phase=name, area=quoted(one.of)) if one.of else name


def _left_out(n: int) -> Sentence:
    return counted(
        "{n} fase mangler start eller slutt og er ikke tegnet.",
        "{n} faser mangler start eller slutt og er ikke tegnet.",
        n,
    )


def _placed(view: View, programme: str) -> Iterator[Placed]:
    """Yield the programme's own phases, then those of its areas and measures in the order of the tree."""
    whole: Programme = plans(view.snapshot).programmes[programme]
    yield from (Placed(None, phase) for phase in whole.phases)
    for branch in branches(view.snapshot, programme):
        yield from (Placed(branch.measure.title or _("Uten tittel"), phase) for phase in branch.measure.phases)


def _span(one: Placed) -> Span | None:
    first, last = first_day(one.phase.starts or ""), last_day(one.phase.ends or "")
    if first is None or last is None or last < first:
        return None
    when = period(one.phase.starts, one.phase.ends) or _("uten datoer")
    return Span(one.of or _("Hele programmet"), one.phase.name or "", first, last, when)


def _activities(row: Row) -> str | None:
    return row["activities"] and retold(row["activities"])


def _table(view: View, programme: str, own: list[Placed]) -> Table:
    rows: list[dict[str, Any]] = [
        {
            "name": one.phase.name,
            "of": one.of,
            "starts": one.phase.starts and known_date(one.phase.starts),
            "ends": one.phase.ends and known_date(one.phase.ends),
            "activities": one.phase.activities,
        }
        for one in own
    ]
    columns = [
        Column(_("Fase"), "name", written=True, language=WRITTEN),
        Column(_("Gjelder"), "of", written=True, language=WRITTEN, shown=lambda row: row["of"] or _("Hele programmet")),
        Column(_("Fra"), "starts", shown=lambda row: row["starts"] or "–"),
        Column(_("Til"), "ends", shown=lambda row: row["ends"] or "–"),
        Column(_("Hva som skjer"), _activities, beneath=True, written=True, language=WRITTEN),
    ]
    return Table(
        "faser-tabell",
        _("Fasene i rekkefølge"),
        columns,
        pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String)),
        origin=origin_of(view, programme),
    )
