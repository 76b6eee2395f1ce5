"""Totals of several municipalities side by side."""

from collections.abc import Sequence

import polars as pl

from data.language import _
from queries.caching import cached
from reports.content import Beside, Content, Heading, Paragraph, Section, section
from reports.origin import origin
from reports.table import Column, Table
from reports.trend.changes import columns_of_change
from reports.trend.totals import WITHIN_A_FAMILY, columns_by_year, totals_of
from reports.view import View


@cached
def several(view: View, municipality: str, others: tuple[str, ...]) -> Section:
    """Return a column chart per municipality, and one table of all totals."""
    if not others:
        sentence = _("Velg én eller flere kommuner for å se dem sammen med den du ser på.")
        return section("flere", Paragraph(sentence, "caption"))
    totals = {number: totals_of(view, number) for number in (municipality, *others)}
    drawn = [_named(view, number, rows) for number, rows in totals.items() if not rows.is_empty()]
    table = Table(
        "flere-tabell",
        _("Totaler per evaluering for flere kommuner"),
        [Column(_("Kommune"), "name"), *columns_of_change()],
        pl.concat(totals.values()),
        marked={"number": municipality},
        origin=origin(None, _(WITHIN_A_FAMILY)),
    )
    return section("flere", *_in_rows(drawn), table)


def _named(view: View, number: str, rows: pl.DataFrame) -> tuple[Content, ...]:
    """Return a heading with the name, and the column chart of totals."""
    name = rows["name"][-1]
    drawn = columns_by_year(view, f"flere-soyler-{number}", _("{name}: totaler", name=name), rows)
    return Heading(name, 3), drawn


def _in_rows(named: Sequence[tuple[Content, ...]]) -> list[Beside]:
    """Return the pictures in rows of two, padded so that an odd last one keeps the same width."""
    room: tuple[Content, ...] = ()
    padded = [*named, *([room] * (len(named) % 2))]
    return [Beside(pair) for pair in zip(padded[::2], padded[1::2], strict=True)]
