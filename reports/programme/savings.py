"""The saving ladder: goal, identified, decided and realised per year, and amounts that are of no single year."""

from collections.abc import Iterator, Sequence

import polars as pl

from charts.ladder import LADDER, Rung, ladder_rows, ladder_text
from data.catalogues import Written
from data.language import N_, Sentence, _, joined
from data.numbers import first_upper
from data.plans.rows import Money
from data.plans.words import STEP_NAMES
from queries.caching import cached_log
from queries.plan_savings import Saved, unplaced_savings
from queries.plan_savings import savings as savings_by_year
from queries.plans import plans
from reports.content import WRITTEN, Beside, Bullets, Content, Heading, Item, Section, section
from reports.pictures import picture
from reports.plan_words import kroner, period, quoted, retold
from reports.programme.origins import origin_of
from reports.table import Column, Row, Table
from reports.view import View

HOW = N_(
    "Et beløp for hele programmet står som det er oppgitt, og tiltakenes egne beløp regnes som en del av det. Der "
    "programmet ikke har noe eget beløp, er tiltakenes lagt sammen."
)


@cached_log
def savings(view: View, programme: str) -> Section:
    """Return picture and table of the savings per year, and the others in words; an empty section without money."""
    by_year, others = savings_by_year(view.snapshot, programme), [*_others(view, programme)]
    costs = [*_costs(view, programme)]
    if not (by_year or others or costs):
        return section("innsparing")
    contents: list[Content] = [Heading(finding(by_year))]
    if by_year:
        contents.append(_drawn(view, programme, by_year))
    if others:
        contents.append(Bullets(tuple(others), _("Innsparing som ikke er fordelt på enkeltår")))
    if costs:
        contents.append(Bullets(tuple(costs), _("Kostnader for hele programmet")))
    return section("innsparing", *contents)


def finding(by_year: Sequence[Saved]) -> Sentence:
    """Return what is known of the newest year; nothing is set against anything, since a goal may be of a part."""
    if not by_year:
        return _("Penger")
    newest = max(one.year for one in by_year)
    # Side by side in a heading, a goal of a part and what is found of the whole would read as one.
    if any(one.notes for one in by_year if one.year == newest):
        return _("Innsparing i {year}: se merknadene til beløpene", year=newest)
    said = [
        _("{step} {amount}", step=_(STEP_NAMES[one.step]), amount=kroner(one.amount))
        for one in by_year
        if one.year == newest
    ]
    return _("Innsparing i {year}: {amounts}", year=newest, amounts=said)


def _drawn(view: View, programme: str, by_year: Sequence[Saved]) -> Content:
    rungs = [Rung(one.year, one.step, one.amount) for one in by_year]
    name = plans(view.snapshot).programmes[programme].name or ""
    drawn = picture(
        view,
        "innsparing-trapp",
        _("{programme}: innsparing per år", programme=name),
        LADDER,
        ladder_rows(rungs),
        ladder_text(rungs),
        origin_of(view, programme, _(HOW)),
    )
    return Beside(((drawn,), (_table(view, programme, by_year),)), (1, 1))


def _table(view: View, programme: str, by_year: Sequence[Saved]) -> Table:
    rows = [
        {
            "year": one.year,
            "step": one.step,
            "amount": one.amount,
            "parts": one.parts,
            "notes": list(one.notes),
        }
        for one in by_year
    ]
    columns = [
        Column(_("År"), lambda row: str(row["year"])),
        Column(_("Trinn"), lambda row: first_upper(_(STEP_NAMES[row["step"]]))),
        Column(_("Kroner"), "amount", "number", 0),
        Column(_("Grunnlag"), _basis),
    ]
    if any(one.notes for one in by_year):
        columns.append(
            Column(_("Merknad"), _notes, shown=lambda row: _notes(row) or "", written=True, language=WRITTEN)
        )
    return Table(
        "innsparing-tabell",
        _("Innsparing per år"),
        columns,
        pl.DataFrame(rows, infer_schema_length=None),
        notes=[_(HOW)] if any(one.parts for one in by_year) else [],
        origin=origin_of(view, programme),
    )


def _notes(row: Row) -> Sentence | Written | None:
    told = [retold(note) for note in row["notes"]]
    ours = [note for note in told if isinstance(note, Sentence)]
    if len(ours) < len(told):
        return Written(" ".join(told))
    return joined(*ours) if ours else None


def _basis(row: Row) -> Sentence:
    if not row["parts"]:
        return _("programmets eget")
    return _("tiltakets") if row["parts"] == 1 else _("sum av {n} tiltak", n=row["parts"])


def _others(view: View, programme: str) -> Iterator[Item]:
    for one in unplaced_savings(view.snapshot, programme):
        step = _(STEP_NAMES.get(one.money.step, one.money.step))
        if one.title:
            label = _("{title}, {step}:", title=quoted(one.title), step=step)
        else:
            label = _("{step}:", step=first_upper(step))
        yield Item(_amount(one.money), label)


def _costs(view: View, programme: str) -> Iterator[Item]:
    for money in plans(view.snapshot).programmes[programme].money:
        if money.kind == "cost":
            yield Item(_amount(money), _("{step}:", step=first_upper(_(STEP_NAMES.get(money.step, money.step)))))


def _amount(money: Money) -> Sentence:
    """Return amount, years and note in words; a span is not spread over its years."""
    years = period(str(money.first_year or "") or None, str(money.last_year or "") or None)
    if years is None:
        said = _("{amount}, uten oppgitt år.", amount=kroner(money.amount))
    elif money.first_year == money.last_year:
        said = _("{amount} i {years}.", amount=kroner(money.amount), years=years)
    else:
        said = _("{amount} i alt for {years}.", amount=kroner(money.amount), years=years)
    return _("{amount} {note}", amount=said, note=retold(money.note)) if money.note else said
