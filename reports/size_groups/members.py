"""Members of the size groups with population, and municipalities left out."""

import polars as pl

from data.language import _, counted
from queries.caching import cached
from queries.comparison import Comparison, comparison_set
from queries.comparison import members as taking_part
from queries.evaluation import Evaluation
from reports.columns import municipality_column
from reports.compared import without_part
from reports.content import Fold, Heading, Section, section
from reports.many import first_rows
from reports.origin import origin
from reports.table import Column, Table
from reports.view import View


@cached
def members(view: View, focus: Evaluation, year: int) -> Section:
    """Return folds with the members of the groups and those left out."""
    comparison = Comparison(reference_year=year)
    table = _table(view, focus, comparison)
    heading = counted(
        "{n} kommune med innbyggertall og evalueringsår",
        "{n} kommuner med innbyggertall og evalueringsår",
        table.of or 0,
    )
    return section(
        "med",
        Heading(_("Hvem er med")),
        Fold("med-gruppene", heading, (table,)),
        *without_part(view, focus, comparison, "med-utenfor"),
    )


def _table(view: View, focus: Evaluation, comparison: Comparison) -> Table:
    everyone, marked = _members(view, focus, comparison), {"number": focus.municipality}
    return Table(
        "med-tabell",
        _("Kommunene i gruppene, til og med {year}", year=comparison.year(focus)),
        _columns(),
        first_rows(everyone, marked),
        marked=marked,
        origin=origin(None, sources=everyone["source"].unique().to_list()),
        more=lambda: _members(view, focus, comparison),
        of=everyone.height,
    )


def _members(view: View, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    compared = comparison_set(view.snapshot, focus, comparison)
    return taking_part(compared).sort("group", "name", nulls_last=True)


def _columns() -> list[Column]:
    return [
        municipality_column(),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Størrelsesgruppe"), "size_group"),
        Column(_("Innbyggere"), "population", "number", 0),
        Column(_("Per"), "population_date"),
        Column(_("Talt av"), "population_source"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Total"), "total", "number"),
    ]
