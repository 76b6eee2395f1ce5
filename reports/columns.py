"""Table columns shared by reports."""

from data.language import _
from reports.links import Link, link
from reports.table import Column, Row


def municipality_column() -> Column:
    """Return the column of municipality names, linked to the evaluation. Rows need `name`, `number` and `year`."""
    return Column(_("Kommune"), "name", link=_evaluation_link)


def _evaluation_link(row: Row) -> Link:
    return link("kommune", kommune=row["number"], aar=row["year"])
