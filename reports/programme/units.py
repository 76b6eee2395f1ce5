"""How many units come along: in all, answered, planning, done."""

from collections.abc import Iterator, Sequence

import polars as pl

from data.language import Sentence, _, counted
from data.plans.rows import UNITS, Measure
from queries.caching import cached_log
from queries.plan_tree import branches
from reports.content import WRITTEN, Heading, Section, section
from reports.plan_words import quoted
from reports.programme.origins import origin_of
from reports.table import Column, Table
from reports.view import View


@cached_log
def units(view: View, programme: str) -> Section:
    """Return a sentence and a row of units per measure that has any; an empty section where none has."""
    known = [
        branch.measure
        for branch in branches(view.snapshot, programme)
        if any(getattr(branch.measure, field) is not None for field in UNITS)
    ]
    if not known:
        return section("enheter")
    rows = [{"title": one.title, **{field: getattr(one, field) for field in UNITS}} for one in known]
    columns = [
        Column(_("Tiltak"), "title", written=True, language=WRITTEN),
        Column(_("I alt"), "units_total", "number"),
        Column(_("Har svart"), "units_answered", "number"),
        Column(_("Planlegger"), "units_planning", "number"),
        Column(_("Har gjennomført"), "units_done", "number"),
    ]
    table = Table(
        "enheter-tabell",
        _("Enheter som er med"),
        columns,
        pl.DataFrame(rows, schema={"title": pl.String, **dict.fromkeys(UNITS, pl.Int64)}),
        origin=origin_of(view, programme),
    )
    return section("enheter", Heading(_finding(known)), table)


def _finding(known: Sequence[Measure]) -> Sentence:
    said = list(_said(known[0]))
    if len(known) == 1 and said:
        return _("{title}: {units}", title=quoted(known[0].title), units=said[0])
    return counted("Enheter som er med i {n} tiltak", "Enheter som er med i {n} tiltak", len(known))


def _said(one: Measure) -> Iterator[Sentence]:
    """Yield how many of the units have done it or plan it, where both numbers are known."""
    if one.units_done is not None and one.units_total:
        yield _("{n} av {total} enheter har gjennomført det", n=one.units_done, total=one.units_total)
    if one.units_planning is not None and one.units_answered:
        yield _(
            "{n} av {answered} enheter som har svart, planlegger det",
            n=one.units_planning,
            answered=one.units_answered,
        )
