"""Distribution of points by income group."""

import polars as pl

from data.language import _
from queries.caching import cached
from queries.comparison import Comparison
from queries.distribution import income_statistics, points_with
from queries.evaluation import Evaluation
from reports.content import Heading, Paragraph, Section, section
from reports.income_words import income_word
from reports.origin import origin
from reports.size_groups.statistics import few_or_all, statistics_columns
from reports.table import Table
from reports.view import View


@cached
def income(view: View, focus: Evaluation, area: int, year: int) -> Section:
    """Return the table of statistics by income group, or that no income group is known."""
    heading = Heading(_("Etter inntektsnivå"))
    spread = points_with(view.snapshot, focus, Comparison(reference_year=year), area)
    known = spread.filter(pl.col("income_group").is_not_null() & pl.col("points").is_not_null())
    if known.is_empty():
        paragraph = Paragraph(_("Inntektsgruppen er ikke kjent for noen av kommunene her."))
        return section("inntekt", heading, paragraph)
    n = _("n = {n:number}.", n=known.height)
    table = Table(
        "inntekt-tabell",
        _("Poeng etter inntektsgruppe, til og med {year}", year=year),
        statistics_columns(_("Inntektsgruppe"), lambda row: income_word(row["income_group"])),
        income_statistics(view.snapshot, known).filter(pl.col("n") > 0),
        marked={"income_group": focus.income_group},
        notes=[few_or_all(view, focus, known.height)],
        origin=origin(None, n, sources=known["source"].unique().to_list()),
    )
    return section("inntekt", heading, table)
