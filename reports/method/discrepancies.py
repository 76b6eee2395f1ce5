"""Discrepancies and roundings in a dataset."""

from data.language import _
from queries.caching import cached
from queries.discrepancies import discrepancies
from reports.content import Content, Heading, Paragraph, Section, section
from reports.municipality.sources import discrepancy_columns
from reports.table import Column, Table
from reports.view import View


@cached
def all_discrepancies(view: View) -> Section:
    """Return the table of all discrepancies and roundings in the dataset."""
    return section("avvik", Heading(_("Avvik og avrundinger")), _table(view))


def _table(view: View) -> Content:
    rows = discrepancies(view.snapshot)
    if rows.is_empty():
        return Paragraph(_("Ingen avvik eller avrundinger er funnet."))
    evaluation = Column(_("Evaluering"), lambda row: _("{name} {year}", name=row["name"], year=row["year"]))
    return Table("avvik-tabell", _("Alle avvik og avrundinger"), [evaluation, *discrepancy_columns()], rows)
