"""The eight areas of an evaluation against the comparison set."""

from collections.abc import Sequence

import polars as pl

from charts.area_range import AREA_RANGE, area_range_rows, area_range_text
from data.language import _
from data.norwegian import MISSING, number, shortest
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.profile import group_code, profile
from reports.compared import COMPARED_WITH, comparison_note, known_areas, picture_note, without_part
from reports.content import Beside, Content, Heading, Notice, Paragraph, Section, section
from reports.origin import origin
from reports.pictures import picture, spider
from reports.rank_sentences import BASIS, few, said_n
from reports.table import Column, Row, Table
from reports.view import View

AREAS = 8


@cached
def areas(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the spider chart, the range plot, the table of total and areas, and those left out."""
    return section(
        "omrader",
        Heading(_("De åtte fokusområdene")),
        *_pictures(view, focus, comparison),
        _table(view, focus, comparison),
        *without_part(view, focus, comparison, "omrader-utenfor"),
    )


def _pictures(view: View, focus: Evaluation, comparison: Comparison) -> tuple[Content, ...]:
    known = known_areas(view, focus, comparison)
    values = {"name": focus.name, "year": focus.year_label, "known": known, "all": AREAS}
    if known == 0:
        sentence = _("Bare totalen er kjent for {name} {year}. Områdene kan derfor ikke vises.", **values)
        return (Notice("only_total_known", sentence),)
    drawn = _spider_and_twin(view, focus, comparison)
    if known == AREAS:
        return (drawn,)
    return (Paragraph(_("Bare {known} av {all} områder er kjent for {name} {year}.", **values), "caption"), drawn)


def _spider_and_twin(view: View, focus: Evaluation, comparison: Comparison) -> Content:
    measured = profile(view.snapshot, focus, comparison).filter(pl.col("area") > 0)
    shorts = dict(measured.select("area", "short").iter_rows())
    n = min(measured["n"])
    series = [
        (f"{focus.name} {focus.year_label}", dict(measured.select("area", "own").iter_rows())),
        (_("Gjennomsnitt (n = {n:number})", n=n), dict(measured.select("area", "mean").iter_rows())),
    ]
    about = origin(focus, picture_note(view, focus, comparison))
    values = {"name": focus.name, "year": focus.year_label}
    title = _("{name} {year}: fokusområdene", **values)
    drawn = spider(view, "omrader-spindel", title, series, shorts, about)
    against = _("{name} {year}: fokusområdene mot gruppen", **values)
    rows, description = area_range_rows(measured), area_range_text(measured)
    twin = picture(view, "omrader-spredning", against, AREA_RANGE, rows, description, about)
    return Beside(((drawn,), (twin,)), (5, 6)) if drawn else twin


def _table(view: View, focus: Evaluation, comparison: Comparison) -> Table:
    measured = profile(view.snapshot, focus, comparison)
    too_few = few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), measured["n"][0])
    title = _("{name} {year}: totalt og per område", name=focus.name, year=focus.year_label)
    return Table(
        "omrader-tabell",
        title,
        _columns(too_few=too_few),
        measured,
        caption=_("{title}, {group}", title=title, group=_(COMPARED_WITH[comparison.group])),
        marked={"area": 0},
        notes=[comparison_note(view, focus, comparison)],
        origin=origin(focus),
    )


def _columns(*, too_few: bool) -> Sequence[Column]:
    """Return the columns, printed figures first. With `too_few`, quartiles are in files only."""
    return [
        Column(_("Område"), "name", shown=lambda row: f"{row['area']} {row['name']}" if row["area"] else row["name"]),
        Column(_("Kode"), "area", only="file"),
        Column(_("Poeng"), "own", "number"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]]) if row["basis"] else None),
        Column(_("Trykt gjennomsnitt"), "published_mean", "number", shown=_printed_mean),
        Column(_("n på trykk"), "published_n", "number", only="file"),
        Column(_("Grunnlag for n"), _basis_of_n, only="file"),
        Column(_("Avstand til trykt"), "published_difference", "difference", 0),
        Column(_("Gjennomsnitt"), "mean", "number", 1),
        Column(_("Laveste"), "minimum", "number", only="file"),
        Column(_("Nedre kvartil"), "q1", "number", only="file" if too_few else None),
        Column(_("Median"), "median", "number", only="file"),
        Column(_("Øvre kvartil"), "q3", "number", only="file" if too_few else None),
        Column(_("Høyeste"), "maximum", "number", only="file"),
        Column(_("Plass"), "rank", "number", shown=_rank),
        Column(_("Avstand"), "difference", "difference", small=lambda row: row["matters"] is False),
        Column("n", "n", "number"),
    ]


def _basis_of_n(row: Row) -> str | None:
    return _(BASIS[row["published_n_basis"]]) if row["published_n_basis"] else None


def _rank(row: Row) -> str:
    return MISSING if row["rank"] is None else _("{rank} av {n}", rank=number(row["rank"]), n=number(row["n"]))


def _printed_mean(row: Row) -> str:
    if row["published_mean"] is None:
        return MISSING
    n = said_n(row["published_n"], row["published_n_basis"])
    return _("{mean} ({n})", mean=shortest(row["published_mean"]), n=n)
