"""Each measure against the rest, drawn; the table of measures says the same."""

import polars as pl

from charts.rest_dots import REST_DOTS, rest_dots_rows, rest_dots_text
from data.catalogues import Written
from data.language import Sentence, _
from data.numbers import listed_few
from queries.caching import cached_log
from queries.settings import settings
from reports.content import Heading, Section, section
from reports.followup.choice import Choice, judged, rows_of
from reports.followup.words import how_judged, plans_as_of
from reports.pictures import picture
from reports.view import View


@cached_log
def against_the_rest(view: View, choice: Choice) -> Section:
    """Return the picture under the measure that is farthest from the rest; empty where nothing can be said."""
    known = judged(rows_of(view, choice)).sort("difference", "place", descending=[True, False])
    if known.is_empty():
        return section("bilde")
    measures = known.to_dicts()
    threshold = settings(view.snapshot)["followup_difference"]
    title = _("{name}: tiltakene mot resten av kommunen", name=choice.name)
    about = (how_judged(view), *plans_as_of(view))
    drawn, told = rest_dots_rows(measures, threshold), rest_dots_text(measures, threshold)
    against = picture(view, "bilde-resten", title, REST_DOTS, drawn, told, about)
    return section("bilde", Heading(_heading(view, known)), against)


def _heading(view: View, known: pl.DataFrame) -> Sentence:
    """Return the measure, or those alike, whose difference is largest, or that none reaches the threshold."""
    away = known["difference"].abs()
    distance, threshold = away.max(), settings(view.snapshot)["followup_difference"]
    if (known["verdict"] == "as_rest").all():
        return _("Ingen tiltak skilte seg fra resten med {threshold} prosentpoeng", threshold=threshold)
    first = known.filter(away == distance)
    values = {"distance": distance, "titles": listed_few(_titles(first), 3)}
    if first["difference"].n_unique() > 1:
        return _("Lengst fra resten, {distance:tenths} prosentpoeng opp eller ned: {titles}", **values)
    if first["difference"][0] > 0:
        return _("Lengst fra resten, {distance:tenths} prosentpoeng bedre: {titles}", **values)
    return _("Lengst fra resten, {distance:tenths} prosentpoeng svakere: {titles}", **values)


def _titles(rows: pl.DataFrame) -> list[Sentence]:
    return [_("«{title}»", title=Written(title)) if title else _("et tiltak uten tittel") for title in rows["title"]]
