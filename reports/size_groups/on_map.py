"""The map of the chosen figure."""

import polars as pl

from data.language import _
from queries.caching import cached
from queries.comparison import Comparison, comparison_set, members
from queries.distribution import points_with
from queries.evaluation import Evaluation
from queries.profile import area_names, areas
from queries.settings import settings
from queries.statistics import describe, quartile
from reports.content import Section, section
from reports.map_rows import Mapped
from reports.municipality_map import COUNTRY, map_contents
from reports.rank_sentences import few
from reports.view import View


@cached
def on_map(view: View, focus: Evaluation, area: int, year: int) -> Section:
    """Return the map of the total or an area; an empty section for the example dataset and for other countries."""
    if view.snapshot.dataset == "example" or focus.country != COUNTRY:
        return section("kart")
    figure = area_names(view.snapshot, focus.version)[area] if area else _("totalen")
    maximum = areas(view.snapshot, focus.version)["maximum_points"][area]
    mapped = Mapped(figure, _rows(view, focus, area, year), maximum, focus.family, year, focus.municipality)
    return section("kart", *map_contents(view, "kart", mapped))


def _rows(view: View, focus: Evaluation, area: int, year: int) -> pl.DataFrame:
    """Return everybody's points, null where only other figures are known, with the quartile where it is shown.

    It is shown from five on, and where as many are here as print says there are.
    """
    comparison = Comparison(reference_year=year)
    known = points_with(view.snapshot, focus, comparison, area)
    everyone = members(comparison_set(view.snapshot, focus, comparison))
    spread = everyone.join(known.select("evaluation", "points"), on="evaluation", how="left")
    bounds = describe(known.select("points", all=pl.lit(0)), "all", settings(view.snapshot)["fewest_compared"])
    if few(view.snapshot, focus.family, focus.country, "all", known.height) or bounds["q3"].drop_nulls().is_empty():
        return spread.with_columns(quartile=pl.lit(None, pl.Int64))
    placed = spread.join(bounds.select("mean", "q1", "median", "q3"), how="cross").with_columns(own="points")
    return placed.with_columns(quartile=pl.when(pl.col("points").is_not_null()).then(quartile()))
