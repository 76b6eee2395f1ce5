"""Ranked totals of the evaluation's own size group."""

import polars as pl

from charts.ranked_bars import RANKED_BARS, ranked_bars_rows, ranked_bars_text
from data.language import _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.ranking import quartile_bounds, ranked_with
from reports.content import Content, Heading, Notice, Paragraph, Section, section
from reports.origin import origin
from reports.pictures import picture
from reports.rank_sentences import few, not_the_country
from reports.view import View


@cached
def own_group(view: View, focus: Evaluation, year: int) -> Section:
    """Return the bar chart of ranked totals, own highlighted; an empty section where the group has no totals."""
    if focus.size_group is None:
        sentence = _(
            "Innbyggertallet i {name} er ikke kjent, og dermed heller ikke størrelsesgruppen.",
            name=focus.name,
        )
        return section("egen", Notice("size_not_known", sentence))
    ranking = ranked_with(view.snapshot, focus, Comparison("size", reference_year=year))
    if ranking.is_empty():
        return section("egen")
    heading = Heading(_("Kommuner med {size}", size=focus.size_group_label))
    return section("egen", heading, *_ranked(view, focus, year, ranking))


def _ranked(view: View, focus: Evaluation, year: int, ranking: pl.DataFrame) -> tuple[Content, ...]:
    n = ranking.height
    printed_of_more = few(view.snapshot, focus.family, focus.country, f"size_{focus.size_group}", n)
    bounds = None if printed_of_more else quartile_bounds(ranking)
    drawn = (ranking, focus.municipality, bounds)
    rows, description = ranked_bars_rows(*drawn), ranked_bars_text(*drawn)
    title = _(
        "Totaler blant kommuner med {size}, til og med {year}",
        size=focus.size_group_label,
        year=year,
    )
    told_n = _("n = {n:number}.", n=n)
    about = origin(focus, told_n, sources=ranking["source"].unique().to_list())
    caption = not_the_country(n) if bounds is None else told_n
    return picture(view, "egen-soyler", title, RANKED_BARS, rows, description, about), Paragraph(caption, "caption")
