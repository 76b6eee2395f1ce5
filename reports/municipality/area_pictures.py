"""The eight areas as pictures: spider chart and range plot."""

from functools import partial

import polars as pl

from charts.area_range import AREA_RANGE, area_range_rows, area_range_text
from data.catalogues import named
from data.language import Sentence, _
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import area_shorts, profile
from queries.snapshot import UnknownChoice
from reports.compared import known_areas, picture_note
from reports.content import Picture, PictureFile, Section, section
from reports.origin import origin
from reports.pictures import picture, spider
from reports.view import View

AREAS = 8


def picture_files(view: View, focus: Evaluation, comparison: Comparison) -> tuple[PictureFile, ...]:
    """Return the same as pictures to take away."""
    spread = _("{name} {year}: fokusområdene mot gruppen", name=focus.name, year=focus.year_label)
    build_range = partial(_range_picture, view, focus, comparison, "omrader-spredning")
    build_spider = partial(_spider, view, focus, comparison, "omrader-spindel")
    range_file = PictureFile("omrader-spredning", spread, _("Spredning"), build_range)
    if known_areas(view, focus, comparison) < AREAS:
        return (range_file,)
    return range_file, PictureFile("omrader-spindel", _spider_title(focus), _("Spindeldiagram"), build_spider)


@cached
def pictures(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the spider chart and the range plot; an empty section where no area is known."""
    known = known_areas(view, focus, comparison)
    if known == 0:
        return section("bilder")
    drawn_spider = _spider(view, focus, comparison, "bilder-spindel") if known == AREAS else None
    return section("bilder", drawn_spider, _range_picture(view, focus, comparison, "bilder-spredning"))


def _spider_title(focus: Evaluation) -> Sentence:
    return _("{name} {year}: fokusområdene, spindeldiagram", name=focus.name, year=focus.year_label)


def _spider(view: View, focus: Evaluation, comparison: Comparison, key: str) -> Picture:
    measured = profile(view.snapshot, focus, comparison).filter(pl.col("area") > 0)
    series = [
        (f"{focus.name} {named(focus.year_label)}", dict(measured.select("area", "own").iter_rows())),
        (_("Gjennomsnitt (n = {n:number})", n=min(measured["n"])), dict(measured.select("area", "mean").iter_rows())),
    ]
    about = origin(focus, picture_note(view, focus, comparison))
    title = _("{name} {year}: fokusområdene", name=focus.name, year=focus.year_label)
    drawn = spider(view, key, title, series, area_shorts(view.snapshot, focus.version), about)
    if drawn is None:
        raise UnknownChoice("areas_not_known", _("Spindeldiagrammet trenger alle åtte områder."))
    return drawn


def _range_picture(view: View, focus: Evaluation, comparison: Comparison, key: str) -> Picture:
    measured = profile(view.snapshot, focus, comparison).filter(pl.col("area") > 0)
    about = origin(focus, picture_note(view, focus, comparison))
    title = _("{name} {year}: fokusområdene mot gruppen", name=focus.name, year=focus.year_label)
    rows, description = area_range_rows(measured), area_range_text(measured)
    return picture(view, key, title, AREA_RANGE, rows, description, about)
