"""The page title: where the evaluation stands among municipalities of its size."""

from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_names, group_code, profile
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
    similar = Comparison("size", reference_year=year)
    own = profile(view.snapshot, focus, similar).row(area, named=True)
    is_thin = few(view.snapshot, focus.family, focus.country, group_code(focus, similar), own["n"])
    values = {**own, "name": focus.name, "size": focus.size_group_label}
    # Print has more of them: a place among the few here would read as the place among all.
    if own["rank"] is None or is_thin:
        return _("{name} blant kommuner med {size}", **values)
    if area == 0:
        return _("{name} er nr. {rank:number} av {n:number} kommuner med {size}", **values)
    values["area"] = area_names(view.snapshot, focus.version)[area]
    return _("{name} er nr. {rank:number} av {n:number} kommuner med {size} på {area}", **values)
