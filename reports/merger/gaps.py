"""Common gaps of the merging municipalities, and who outside the group does well on them."""

from dataclasses import replace

import polars as pl

from data.language import _
from queries.caching import cached
from queries.merger import common_gaps, outside
from queries.settings import settings
from reports.content import Paragraph, Section, section
from reports.links import Link, link
from reports.merger.choice import Choice
from reports.merger.group import Group
from reports.merger.verdicts import best_column, mark_column, of_area, question_columns
from reports.table import Column, Row, Table
from reports.view import View


@cached
def gaps(view: View, group: Group, choice: Choice) -> Section:
    """Return the table of common gaps, by points at stake, or the sentence that there are none."""
    table = gap_table(view, group, choice.area)
    if not table.rows.is_empty():
        marks = [] if choice.is_meeting else [mark_column(choice)]
        return section("mangler", replace(table, columns=[*table.columns, *marks]))
    sentence = _(
        "I ingen underspørsmål her som kan sammenlignes, ligger alle under {common_gap_share} prosent av poengene.",
        **settings(view.snapshot),
    )
    return section("mangler", Paragraph(sentence))


def gap_table(view: View, group: Group, area: int = 0) -> Table:
    """Return the table of common gaps, of one area or all (0)."""
    note = _(
        "Alle ligger under {common_gap_share}\u00a0% av maksimum. Igjen er maksimum minus det høyeste hos dem. "
        "Utenfor: de med minst {leader_share}\u00a0% av maksimum, samme størrelsesgruppe først, deretter flest poeng, "
        "siste evaluering til og med {year}.",
        year=group.year,
        **settings(view.snapshot),
    )
    return Table(
        "mangler-tabell",
        _("{group}: felles mangler", group=group.title),
        _columns(group),
        of_area(common_gaps_of(view, group), area),
        notes=[note],
        origin=group.origin(),
    )


def _columns(group: Group) -> list[Column]:
    first, left = group.evaluations[0], Column(_("Igjen"), "at_stake", "number", 1)

    def learn(row: Row) -> Link:
        return link("beste-praksis", kommune=first.municipality, aar=first.year, sporsmal=row["code"])

    return [
        *question_columns(learn),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        replace(left, only="screen"),
        best_column(_("Høyest hos dem")),
        Column(_("Hvem"), "whose"),
        replace(left, only="file"),
        Column(_("Gjør det godt utenfor"), "outside"),
    ]


@cached
def common_gaps_of(view: View, group: Group) -> pl.DataFrame:
    """Return `common_gaps` with names in `whose`, and in `outside` those outside the group who do well, in words."""
    gap_rows = common_gaps(view.snapshot, group.evaluations)
    others = outside(view.snapshot, group.evaluations, group.year)
    rows = gap_rows.to_dicts()
    return gap_rows.with_columns(
        whose=pl.Series([group.named(row["who"]) for row in rows], dtype=pl.String),
        outside=pl.Series([_outside(others.filter(pl.col("code") == row["code"])) for row in rows], dtype=pl.String),
    )


def _outside(who: pl.DataFrame) -> str:
    if who.is_empty():
        return _("ingen vi har tall for")
    named = [_("{name} ({points:tenths})", name=row["name"], points=row["points"]) for row in who.to_dicts()]
    more = who["n"][0] - len(named)
    if more:
        return _("{names:commas} og {more} til", names=named, more=more)
    return _("{names:commas}", names=named)
