"""Columns that lead on to the pages of what they name."""

from data.language import _
from reports.links import Link, link
from reports.table import Column, Row


def municipality_column() -> Column:
    """Return the column of municipalities, each a link to the evaluation that its row is of."""
    return Column(_("Kommune"), "name", link=_evaluation_link)


def _evaluation_link(row: Row) -> Link:
    return link("kommune", kommune=row["number"], aar=row["year"])
