"""Totals of a municipality over its evaluations, with notes on each change."""

import polars as pl

from charts.year_columns import YEAR_COLUMNS, year_columns_rows, year_columns_text
from data.language import _
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.trend import trend
from reports.content import Bullets, Heading, Item, Notice, Picture, Section, section
from reports.origin import origin
from reports.pictures import picture
from reports.view import View

WITHIN_A_FAMILY = "Figurer og endringer går aldri på tvers av versjoner som ikke kan sammenlignes."


@cached
def totals(view: View, focus: Evaluation) -> Section:
    """Return the column chart of totals by year and version, and the notes on changes."""
    heading, rows = Heading(_("{name}: totalt", name=focus.name)), totals_of(view, focus.municipality)
    if rows.is_empty():
        sentence = _("Ingen total er kjent for {name}.", name=focus.name)
        return section("totalt", heading, Notice("no_total_known", sentence))
    drawn = columns_by_year(view, "totalt-soyler", _("{name}: total per evaluering", name=focus.name), rows)
    return section("totalt", heading, drawn, _notes(rows))


def totals_of(view: View, municipality: str) -> pl.DataFrame:
    """Return the rows of `trend` for totals: one row per evaluation with a known total, oldest first."""
    return trend(view.snapshot, municipality).filter(pl.col("area") == 0)


def columns_by_year(view: View, key: str, title: str, rows: pl.DataFrame) -> Picture:
    """Return the column chart of one municipality's totals, from rows of `totals_of`."""
    about = origin(None, _(WITHIN_A_FAMILY), sources=rows["source"].to_list())
    return picture(view, key, title, YEAR_COLUMNS, year_columns_rows(rows), year_columns_text(rows), about)


def _notes(rows: pl.DataFrame) -> Bullets | None:
    noted = rows.filter(pl.col("note").is_not_null()).iter_rows(named=True)
    items = tuple(Item(row["note"], _("{year}:", year=row["year_label"])) for row in noted)
    return Bullets(items) if items else None
