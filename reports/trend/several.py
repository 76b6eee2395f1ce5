"""Totals of several municipalities beside each other."""

import polars as pl

from charts.totals_over_time import TOTALS_OVER_TIME, totals_over_time_rows, totals_over_time_text
from data.language import Sentence, _
from queries.caching import cached
from queries.municipalities import names
from reports.content import Heading, Notice, Paragraph, Picture, Section, section
from reports.origin import origin
from reports.pictures import picture
from reports.table import Column, Table
from reports.trend.every_figure import columns_of_change
from reports.trend.finding import between
from reports.trend.totals import WITHIN_A_FAMILY, total_span, totals_of
from reports.view import View


@cached
def several(view: View, municipality: str, others: tuple[str, ...]) -> Section:
    """Return small multiples of the totals on shared axes, and one table of all totals."""
    if not others:
        sentence = _("Velg én eller flere kommuner for å se dem sammen med den du ser på.")
        return section("flere", Paragraph(sentence, "caption"))
    totals = {number: totals_of(view, number) for number in (municipality, *others)}
    drawn = [rows for rows in totals.values() if not rows.is_empty()]
    missing = [names(view.snapshot)[number] for number, rows in totals.items() if rows.is_empty()]
    unknown = Notice("no_total_known", _("Ingen total er kjent for {names}.", names=missing)) if missing else None
    if not drawn:
        return section("flere", unknown)
    axes = _(
        "Alle har samme tidsakse og samme poengakse. Ingen linje går på tvers av versjoner som ikke kan sammenlignes."
    )
    table = Table(
        "flere-tabell",
        _("Totaler per evaluering for flere kommuner"),
        [Column(_("Kommune"), "name"), *columns_of_change()],
        pl.concat(drawn),
        marked={"number": municipality},
        origin=origin(None, _(WITHIN_A_FAMILY)),
    )
    heading = Heading(_finding(view, {rows["number"][0]: rows["name"][-1] for rows in drawn}), 3)
    return section("flere", heading, unknown, _picture(view, drawn, axes), Paragraph(axes, "caption"), table)


def _finding(view: View, named: dict[str, str]) -> Sentence:
    """Return whose total moved most from the first to the last evaluation of the family measured last."""
    spans = [row for number in named if (row := total_span(view, number))]
    if not spans:
        return _("Ingen av dem har en total fra to evalueringer som kan sammenlignes")
    moved = [row for row in spans if row["matters"]]
    if not moved:
        return _("Ingen av totalene flyttet seg så det betyr noe")
    most = max(abs(row["change"]) for row in moved)
    first, *others = (row for row in moved if abs(row["change"]) == most)
    if others:
        names = [_("{name} ({change:signed})", **row) for row in (first, *others)]
        return _("{names} flyttet seg mest", names=names)
    values = {**first, **between(first)}
    return _("{name} flyttet seg mest: {change:signed} poeng fra {since} til {until}", **values)


def _picture(view: View, drawn: list[pl.DataFrame], axes: str) -> Picture:
    title = _("Totaler over tid: {names}", names=[rows["name"][-1] for rows in drawn])
    about = origin(None, axes, sources=pl.concat(drawn)["source"].to_list())
    rows, description = totals_over_time_rows(drawn), totals_over_time_text(drawn)
    return picture(view, "flere-totaler", title, TOTALS_OVER_TIME, rows, description, about)
