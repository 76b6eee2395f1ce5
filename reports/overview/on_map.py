"""The map of totals."""

import polars as pl

from data.language import _
from queries.caching import cached
from queries.ranking import ranked_in_year
from reports.content import Section, section
from reports.map_rows import Mapped
from reports.municipality_map import COUNTRY, map_contents
from reports.overview.totals import Totals
from reports.rank_sentences import few
from reports.view import View

HIGHEST = 800


@cached
def on_map(view: View, chosen: Totals) -> Section:
    """Return the map of everybody's total; an empty section for the example dataset and for other countries."""
    if chosen.country != COUNTRY:
        return section("kart")
    ranking = ranked_in_year(view.snapshot, chosen.family, chosen.year, chosen.country)
    is_thin = few(view.snapshot, chosen.family, chosen.country, "all", ranking.height)
    quartile = pl.lit(None, pl.Int64) if is_thin else pl.col("quartile")
    rows = ranking.with_columns(points="total", quartile=quartile)
    mapped = Mapped(_("totalen"), rows, HIGHEST, chosen.family, chosen.year, chosen.own)
    return section("kart", *map_contents(view, "kart", mapped))
