"""Table columns shared by reports."""

from data.language import _
from reports.links import Link, link
from reports.table import Column, Direction, Row


def municipality_column(sort: Link | None = None, sorted_so: Direction | None = None) -> Column:
    """Return the column of municipality names, linked to the evaluation. Rows need `name`, `number` and `year`."""
    return Column(_("Kommune"), "name", link=evaluation_link, sort=sort, sorted=sorted_so)


def evaluation_link(row: Row) -> Link:
    """Return the link to the page of an evaluation. Rows need `number` and `year`."""
    return link("kommune", kommune=row["number"], aar=row["year"])
