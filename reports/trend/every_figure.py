"""Table of every figure of a municipality, with its change since the previous evaluation of the same family."""

from data.catalogues import named
from data.language import _, joined
from queries.evaluation import Evaluation
from queries.trend import trend
from reports.origin import origin
from reports.rank_sentences import BASIS
from reports.table import Column, Row, Table
from reports.trend.totals import WITHIN_A_FAMILY
from reports.view import View


def every_figure(view: View, focus: Evaluation) -> Table:
    """Return the table of total and areas, one row per figure and evaluation, with basis and source."""
    figures = trend(view.snapshot, focus.municipality).sort("area", "year", "version")
    brackets = _("I parentes: for liten til å tillegges vekt.") if figures["matters"].eq(other=False).any() else None
    return Table(
        "endringer-tabell",
        _("{name}: alle tall og endringer", name=focus.name),
        [Column(_("Kommune"), "name", only="file"), Column(_("Tall"), _figure), *columns_of_change()],
        figures,
        notes=[joined(_("Endring siden forrige evaluering i samme versjonsfamilie."), brackets)],
        origin=origin(None, _(WITHIN_A_FAMILY)),
    )


def columns_of_change() -> list[Column]:
    """Return the columns of year, version, points, change, basis and source."""
    return [
        Column(_("Evaluert"), "year_label"),
        Column(_("Versjon"), "version"),
        Column(_("Poeng"), "points", "number"),
        Column(_("Endring"), "change", "difference", 0, small=lambda row: row["matters"] is False),
        Column(_("Stor nok til å tillegges vekt"), "matters", only="file"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]])),
        Column(_("Merknad"), "note", only="file"),
        Column(_("Kilde"), "source", only="file"),
        Column(_("Sted"), "place", only="file"),
    ]


def _figure(row: Row) -> str:
    return f"{row['area']} {named(row['label'])}" if row["area"] else _("Totalt")
