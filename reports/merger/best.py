"""The highest figure of each question among the merging municipalities."""

import polars as pl

from data.language import _, counted, joined
from data.numbers import percent
from queries.caching import cached
from reports.content import Content, Fold, Heading, Section, section
from reports.merger.group import TODAY, Group
from reports.merger.verdicts import best_column, of_area, question_columns, verdicts_of
from reports.table import Column, Row, Table
from reports.view import View


@cached
def best(view: View, group: Group, area: int) -> Section:
    """Return the highest figure of each question, in a fold where all areas are shown; empty where none is known."""
    rows = of_area(verdicts_of(view, group), area).filter(pl.col("best").is_not_null())
    if rows.is_empty():
        return section("beste")
    return section("beste", Heading(_("Beste av alle")), _folded(_table(group, rows), area))


def _folded(table: Table, area: int) -> Content:
    if area:
        return table
    heading = counted("Tabell: {n} underspørsmål", "Tabell: {n} underspørsmål", table.rows.height)
    return Fold("beste-alle", heading, (table,))


def _share(row: Row) -> str:
    # Not 100 times the share: 11.1 / 20 is a float slightly below 0.555, and would be rounded to 55 instead of 56.
    return percent(100 * row["best"] / row["maximum_points"])


def _table(group: Group, rows: pl.DataFrame) -> Table:
    return Table(
        "beste-tabell",
        _("{group}: beste av alle per underspørsmål", group=group.title),
        [
            *question_columns(),
            Column(_("Maksimum"), "maximum_points", "number", only="file"),
            best_column(_("Høyest")),
            Column(_("Av maksimum"), lambda row: row["best"] / row["maximum_points"], "share", shown=_share),
            Column(_("Hvem"), "whose"),
        ],
        rows,
        notes=[joined(_(TODAY), _("Det høyeste på hvert område står i tabellen over områdene."))],
        origin=group.origin(_(TODAY)),
    )
