"""Money of the year and to date: goal, identified, decided and realised, of savings and of costs."""

from collections.abc import Iterator, Mapping

import polars as pl

from data.language import Sentence, _
from data.numbers import first_upper
from data.plans.rows import KINDS_OF_MONEY, STEPS_OF_MONEY
from data.plans.words import KIND_OF_MONEY_NAMES, STEP_NAMES
from queries.caching import cached_log
from queries.plan_savings import costs, savings
from queries.plan_tree import branches
from queries.plans import plans
from reports.content import Bullets, Heading, Item, Paragraph, Section, section
from reports.council_status.choice import Choice
from reports.plan_words import kroner, period, quoted, retold
from reports.programme.origins import origin_of
from reports.table import Column, Table
from reports.view import View

Amounts = Mapping[tuple[str, str, int], int]
"""Kroner by kind, step and year."""


@cached_log
def money(view: View, choice: Choice) -> Section:
    """Return a table of the year and to date, and in words what is of no single year; else that nothing is given."""
    amounts, others = amounts_of(view, choice), [*_of_no_year(view, choice)]
    told = [*_rows(amounts, choice.year)]
    if not amounts and not others:
        return section("aaret", Heading(_("Penger")), Paragraph(_("Ingen beløp er oppgitt.")))
    return section(
        "aaret",
        Heading(_finding(amounts, choice.year)),
        _table(view, choice, told) if told else None,
        Bullets(tuple(others), _("Ikke fordelt på enkeltår")) if others else None,
    )


def amounts_of(view: View, choice: Choice) -> Amounts:
    """Return the amounts of single years; what a programme or area says itself stands, else its parts are summed."""
    name = str(choice.programme)
    by_kind = {"saving": savings(view.snapshot, name), "cost": costs(view.snapshot, name)}
    return {(kind, one.step, one.year): one.amount for kind, found in by_kind.items() for one in found}


def _rows(amounts: Amounts, year: int) -> Iterator[dict[str, object]]:
    for kind in reversed(KINDS_OF_MONEY):
        for step in STEPS_OF_MONEY:
            until = [amount for (of, at, when), amount in amounts.items() if (of, at) == (kind, step) and when <= year]
            if until:
                this_year = amounts.get((kind, step, year))
                yield {"kind": kind, "step": step, "year": this_year, "until": sum(until)}


def _finding(amounts: Amounts, year: int) -> Sentence:
    """Return what was realised of the goal of the year, else of what is given, else that the year has no amounts."""
    goal, realised = amounts.get(("saving", "goal", year)), amounts.get(("saving", "realised", year))
    if goal is not None and realised is not None:
        values = {"realised": kroner(realised), "goal": kroner(goal), "year": year}
        return _("Penger: spart {realised} i {year}, målet er {goal}", **values)
    if goal is not None:
        return _("Penger: målet for {year} er {goal}, ingenting er meldt realisert", goal=kroner(goal), year=year)
    if any(when == year for _kind, _step, when in amounts):
        return _("Penger i {year}", year=year)
    return _("Penger: ingen beløp for {year} alene", year=year)


def _table(view: View, choice: Choice, rows: list[dict[str, object]]) -> Table:
    columns = [
        Column(_("Kroner"), lambda row: _("{kind}, {step}", kind=first_upper(_(KIND_OF_MONEY_NAMES[row["kind"]])),
                                          step=_(STEP_NAMES[row["step"]]))),
        Column(_("I {year}", year=choice.year), "year", "number", 0),
        Column(_("Til og med {year}", year=choice.year), "until", "number", 0),
    ]  # fmt: skip
    schema = {"kind": pl.String, "step": pl.String, "year": pl.Int64, "until": pl.Int64}
    note = _("Bare beløp for enkeltår er med, lagt sammen fra år til år.")
    remarks = [
        _("Innsparing, {step} i {year}: {note}", step=_(STEP_NAMES[one.step]), year=one.year, note=retold(remark))
        for one in savings(view.snapshot, str(choice.programme))
        if one.year <= choice.year
        for remark in one.notes
    ]
    return Table("aaret-penger", _("Penger"), columns, pl.DataFrame(rows, schema=schema), caption=" ",
                 notes=[note, *remarks], look="close", origin=origin_of(view, str(choice.programme), note))  # fmt: skip


def _of_no_year(view: View, choice: Choice) -> Iterator[Item]:
    own = [(line, None) for line in plans(view.snapshot).programmes[str(choice.programme)].money]
    every = [branch.measure for branch in branches(view.snapshot, str(choice.programme))]
    theirs = [(line, one.title) for one in every for line in one.money]
    for line, title in (*own, *theirs):
        if line.first_year is not None and line.first_year == line.last_year:
            continue
        step = _("{kind}, {step}", kind=first_upper(_(KIND_OF_MONEY_NAMES.get(line.kind, line.kind))),
                 step=_(STEP_NAMES.get(line.step, line.step)))  # fmt: skip
        years = period(str(line.first_year or "") or None, str(line.last_year or "") or None) or _("år ikke oppgitt")
        values = {"amount": kroner(line.amount), "years": years}
        said = _("{amount} ({years}).", **values)
        if title:
            said = _("{amount} ({years}), {title}.", **values, title=quoted(title))
        if line.note:
            said = _("{said} {note}", said=said, note=retold(line.note))
        yield Item(said, _("{step}:", step=step))
