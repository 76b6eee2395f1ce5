"""The page title: where the evaluation stands among municipalities of its size."""

from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_names, profile
from reports.content import Heading, Section, section
from reports.view import View


@cached
def heading(view: View, focus: Evaluation, area: int, year: int) -> Section:
    """Return the page title, which tells the place in the size group where at least five have the figure."""
    return section("hode", Heading(_finding(view, focus, area, year), 1))


def _finding(view: View, focus: Evaluation, area: int, year: int) -> Sentence:
    if focus.size_group is None:
        return _("Kommuner etter størrelse")
    own = profile(view.snapshot, focus, Comparison("size", reference_year=year)).row(area, named=True)
    values = {**own, "name": focus.name, "size": focus.size_group_label}
    if own["rank"] is None:
        return _("{name} blant kommuner med {size}", **values)
    if area == 0:
        return _("{name} er nr. {rank:number} av {n:number} kommuner med {size}", **values)
    values["area"] = area_names(view.snapshot, focus.version)[area]
    return _("{name} er nr. {rank:number} av {n:number} kommuner med {size} på {area}", **values)
