"""Areas of the merging municipalities: pictures, and who is highest on each."""

from collections.abc import Mapping

import polars as pl

from charts.area_dots import AREA_DOTS, area_dots_rows, area_dots_text
from data.catalogues import named
from data.language import _, joined
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.merger import area_table
from reports.content import Beside, Content, Heading, Notice, Paragraph, Section, section
from reports.links import Link, link
from reports.merger.group import TODAY, Group, labels
from reports.pictures import MOST_SERIES, Series, picture, spider
from reports.table import Column, Row, Table
from reports.view import View


@cached
def areas(view: View, group: Group) -> Section:
    """Return the spider chart, the dot plot, and the table of total and areas."""
    return section("omrader", Heading(_("Områdene")), *_pictures(view, group), area_points(view, group))


@cached
def pictures(view: View, group: Group) -> Section:
    """Return the pictures alone, for a screen that shows one thing."""
    return section("bilder", *_pictures(view, group))


@cached
def points(view: View, group: Group) -> Section:
    """Return the table alone, for a screen that shows one thing."""
    return section("poeng", area_points(view, group))


@cached
def areas_of(view: View, group: Group) -> pl.DataFrame:
    """Return `area_table` with the names of the highest in `whose`. One row per area, 0 being the total."""
    measured = area_table(view.snapshot, group.evaluations)
    return measured.with_columns(
        whose=pl.Series([group.named(who) for who in measured["who"].to_list()], dtype=pl.String)
    )


def _pictures(view: View, group: Group) -> tuple[Content, ...]:
    measured = areas_of(view, group).filter(pl.col("area") > 0)
    if measured["best"].is_null().all():
        sentence = _(
            "Bare totalene er kjent for {names}. Områdene kan derfor ikke vises.", names=labels(group.evaluations)
        )
        return (Notice("only_totals_known", sentence),)
    shorts = dict(measured.select("area", "short").iter_rows())
    series = [
        (label, dict(measured.select("area", evaluation.municipality).iter_rows()))
        for label, evaluation in zip(labels(group.evaluations), group.evaluations, strict=True)
    ]
    return (*_not_in_the_spider(series), _spider_and_twin(view, group, series, shorts))


def _spider_and_twin(view: View, group: Group, series: Series, shorts: Mapping[int, str]) -> Content:
    about, title = group.origin(), _("{group}: fokusområdene", group=group.title)
    side_by_side = _("{title} side om side", title=title)
    rows, description = area_dots_rows(series, shorts), area_dots_text(series, shorts)
    twin = picture(view, "omrader-prikker", side_by_side, AREA_DOTS, rows, description, about)
    all_in_one = len(series) <= MOST_SERIES
    drawn = spider(view, "omrader-spindel", title, series, shorts, about, equals=True) if all_in_one else None
    return Beside(((drawn,), (twin,)), (5, 6)) if drawn else twin


def _not_in_the_spider(series: Series) -> tuple[Paragraph, ...]:
    """Return why municipalities are missing from the spider chart; empty where none are."""
    if len(series) > MOST_SERIES:
        sentence = _(
            "Spindeldiagrammet har plass til {most}. Med {n} kommuner vises bare prikkene.",
            most=MOST_SERIES,
            n=len(series),
        )
        return (Paragraph(sentence, "caption"),)
    incomplete = [label for label, values in series if any(points is None for points in values.values())]
    sentence = _("Alle åtte områdene er ikke kjent for {names}, som derfor ikke er i spindelen.", names=incomplete)
    return (Paragraph(sentence, "caption"),) if incomplete else ()


def area_points(view: View, group: Group) -> Table:
    """Return the table of total and areas: who is highest, and the points of each."""
    close = _("Knapt: forspranget er for lite til å tillegges vekt.")
    return Table(
        "omrader-tabell",
        _("{group}: områder og total", group=group.title),
        [
            Column(_("Område"), lambda row: f"{row['area']} {named(row['name'])}" if row["area"] else _(row["name"])),
            Column(_("Maksimum"), "maximum_points", "number", only="file"),
            Column(_("Hvem er høyest"), "whose", shown=_whose),
            *(_points(*labelled) for labelled in zip(labels(group.evaluations), group.evaluations, strict=True)),
            Column(_("Høyest"), "best", "number", only="file"),
        ],
        _known(areas_of(view, group)),
        notes=[joined(_(TODAY), close)],
        origin=group.origin(),
    )


def _known(measured: pl.DataFrame) -> pl.DataFrame:
    """Return the rows, without the areas where none of them has points for any."""
    areas = measured.filter(pl.col("area") > 0)
    return measured.filter(pl.col("area") == 0) if areas["best"].is_null().all() else measured


def _whose(row: Row) -> str:
    if row["matters"] is not False:
        return row["whose"] or ".."
    if len(row["who"]) > 1:
        return _("{names}, likt", names=row["whose"])
    return _("{name}, knapt", name=row["whose"])


def _points(label: str, evaluation: Evaluation) -> Column:
    """Return the column of a municipality's points, linked to the area on its page."""

    def own_area(row: Row) -> Link | None:
        if row[evaluation.municipality] is None:
            return None
        area = {"omrade": row["area"]} if row["area"] else {}
        return link("kommune", kommune=evaluation.municipality, aar=evaluation.year, **area)

    def highest(row: Row) -> bool:
        return row["matters"] is True and evaluation.municipality in row["who"]

    return Column(label, evaluation.municipality, "number", link=own_area, strong=highest)
