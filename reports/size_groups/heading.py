"""The page title: where the evaluation stands among municipalities of its size."""

import polars as pl

from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.distribution import points_with
from queries.evaluation import Evaluation
from queries.profile import area_names
from queries.settings import settings
from reports.content import Heading, Section, section
from reports.rank_sentences import few
from reports.view import View


@cached
def heading(view: View, focus: Evaluation, area: int, year: int) -> Section:
    """Return the page title: the place in the size group where five or more are compared and print has no more."""
    return section("hode", Heading(_finding(view, focus, area, year), 1))


def _finding(view: View, focus: Evaluation, area: int, year: int) -> Sentence:
    if focus.size_group is None:
        return _("Kommuner etter størrelse")
    spread = points_with(view.snapshot, focus, Comparison(reference_year=year), area)
    similar = spread.filter(pl.col("group") == focus.size_group, pl.col("points").is_not_null())
    own = similar.filter(pl.col("evaluation") == focus.evaluation)["points"].to_list()
    values = {"name": focus.name, "size": focus.size_group_label, "n": similar.height}
    is_thin = few(view.snapshot, focus.family, focus.country, f"size_{focus.size_group}", similar.height)
    # Print has more of them: a place among the few here would read as the place among all.
    if not own or is_thin or similar.height < settings(view.snapshot)["fewest_compared"]:
        return _("{name} blant kommuner med {size}", **values)
    values["rank"] = 1 + similar.filter(pl.col("points") > own[0]).height
    if area == 0:
        return _("{name} er nr. {rank:number} av {n:number} kommuner med {size}", **values)
    values["area"] = area_names(view.snapshot, focus.version)[area]
    return _("{name} er nr. {rank:number} av {n:number} kommuner med {size} på {area}", **values)
