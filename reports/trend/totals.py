"""Totals of a municipality over its evaluations, with notes on each change."""

from typing import Any

import polars as pl

from charts.year_columns import YEAR_COLUMNS, year_columns_rows, year_columns_text
from data.language import N_, Sentence, _
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.trend import trend
from queries.trend_span import trend_span
from reports.content import Bullets, Heading, Item, Notice, Picture, Section, section
from reports.origin import origin
from reports.pictures import picture
from reports.view import View

WITHIN_A_FAMILY = N_("Figurer og endringer går aldri på tvers av versjoner som ikke kan sammenlignes.")


@cached
def totals(view: View, focus: Evaluation) -> Section:
    """Return the column chart of totals by year and version, and the notes on changes."""
    rows = totals_of(view, focus.municipality)
    if rows.is_empty():
        sentence = _("Ingen total er kjent for {name}.", name=focus.name)
        return section("totalt", Heading(_("Totalt")), Notice("no_total_known", sentence))
    drawn = columns_by_year(view, "totalt-soyler", _("{name}: total per evaluering", name=focus.name), rows)
    span = total_span(view, focus.municipality)
    return section("totalt", Heading(_heading(rows, span)), drawn, _notes(rows, span))


def total_span(view: View, municipality: str) -> dict[str, Any] | None:
    """Return the row of `trend_span` for the total of the family measured last; None if no total is known twice."""
    totals = trend_span(view.snapshot, municipality).filter(pl.col("area") == 0)
    return next(totals.iter_rows(named=True), None)


def totals_of(view: View, municipality: str) -> pl.DataFrame:
    """Return the rows of `trend` for totals: one row per evaluation with a known total, oldest first."""
    return trend(view.snapshot, municipality).filter(pl.col("area") == 0)


def columns_by_year(view: View, key: str, title: str, rows: pl.DataFrame) -> Picture:
    """Return the column chart of one municipality's totals, from rows of `totals_of`."""
    about = origin(None, _(WITHIN_A_FAMILY), sources=rows["source"].to_list())
    return picture(view, key, title, YEAR_COLUMNS, year_columns_rows(rows), year_columns_text(rows), about)


def _heading(rows: pl.DataFrame, span: dict[str, Any] | None) -> Sentence:
    if span:
        return _("Totalen: {before:shortest} i {year_label_before}, {points:shortest} i {year_label}", **span)
    years = [_("{points:shortest} i {year_label}", **row) for row in rows.iter_rows(named=True)]
    return _("Totalen: {years:commas}", years=years)


def _notes(rows: pl.DataFrame, span: dict[str, Any] | None) -> Bullets | None:
    """Return the notes on each change, but not on the only change of a family, which the page begins with."""
    noted = rows.filter(pl.col("note").is_not_null())
    if span:
        before, after = pl.col("evaluation_before"), pl.col("evaluation")
        said = before.eq_missing(pl.lit(span["evaluation_before"])) & (after == span["evaluation"])
        noted = noted.filter(~said | (pl.col("year_basis") == "latest possible"))
    items = tuple(Item(row["note"], _("{year}:", year=row["year_label"])) for row in noted.iter_rows(named=True))
    return Bullets(items) if items else None
