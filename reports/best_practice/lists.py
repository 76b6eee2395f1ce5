"""The two lists of whom to learn a question from: most similar first, and best first."""

from collections.abc import Callable
from functools import partial

import polars as pl

from data.catalogues import named
from data.language import N_, Sentence, _, joined
from data.numbers import first_upper, listed
from queries.best_practice import best_first, best_practices
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_points import strengths
from queries.settings import settings
from reports.best_practice.questions import FIRST, SHOWN
from reports.best_practice.sentences import floor_sentence
from reports.compared import COMPARED_WITH
from reports.content import WRITTEN, Beside, Content, Fold, Paragraph
from reports.links import Link, link
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.view import View

SAME = {"same_county": N_("fylke"), "same_kostra": N_("KOSTRA-gruppe"), "same_income": N_("inntektsgruppe")}
MOST_LETTERS = 260
"""Length from which what the evaluators wrote is shortened at first sight."""


def most_similar_first(recommended: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of best_practices in their own order, the most similar first."""
    return recommended.sort("code", "similarity_rank")


def first_of_both(recommended: pl.DataFrame, area: int) -> tuple[Content, ...]:
    """Return the first three of each list side by side; one list where only one municipality is recommended."""
    written = _("Teksten under navnet er styrkene evaluererne skrev om område {area} der.", area=area)
    note = Paragraph(written, "caption") if recommended["strengths"].is_not_null().any() else None
    if recommended.height == 1:
        best_there_is = recommended["below_floor"].item()
        caption = _("Det beste som finnes") if best_there_is else _("Den eneste å lære av i sammenligningen")
        lists: Content = _glance(caption, recommended, area)
    else:
        both = ((_("Mest lik dere"), most_similar_first), (_("Best i sammenligningen"), best_first))
        lists = Beside(tuple((_glance(caption, order(recommended), area),) for caption, order in both))
    return (lists, *([note] if note else []))


def _glance(caption: str, recommended: pl.DataFrame, area: int) -> Table:
    columns = [
        _municipality_column(area),
        Column(_("Poeng"), "points", "number", shown=_of_maximum),
        Column(_("Foran"), "lead", "difference", 1),
        Column(_("Avstand"), "distance", "number", shown=_kilometres),
        Column(_("Innbyggere"), "population", "number", 0),
        Column(_("Styrker"), "strengths", shown=_shortened, beneath=True, written=True, language=WRITTEN),
    ]
    return Table("", caption, columns, recommended.head(FIRST))


def full_lists(view: View, focus: Evaluation, comparison: Comparison, recommended: pl.DataFrame, area: int) -> Fold:
    """Return the fold with both lists in full, ten on the screen and all in the files."""
    code, first = recommended["code"][0], recommended.row(0, named=True)
    group, values = _(COMPARED_WITH[comparison.group]), {"name": focus.name, "year": focus.year_label, "code": code}
    floor = floor_sentence(settings(view.snapshot), below_floor=first["below_floor"])

    def table(key: str, title: Sentence, order: Callable[[pl.DataFrame], pl.DataFrame], in_order: Sentence) -> Table:
        return Table(
            key,
            title,
            _columns(focus, area),
            order(recommended).head(SHOWN),
            caption=_("{title}, {group}", title=title, group=group),
            notes=[joined(floor, in_order if first["recommended"] > 1 else None, _more(first["recommended"]))],
            origin=origin(focus, _("{whom}.", whom=first_upper(group))),
            # Queried again for a file, rather than cached with the section: there can be thousands of rows.
            more=partial(_all, view, focus, comparison, code, area, order),
        )

    similar = _(
        "Ordnet slik: samme størrelsesgruppe, nærmest i innbyggertall (i trinn), samme fylke, KOSTRA-gruppe og "
        "inntektsgruppe, størst forsprang."
    )
    best = _("Ordnet slik: flest poeng, så kommunenummer.")
    similar_title = _("{name} {year}: å lære {code} av, mest lik først", **values)
    best_title = _("{name} {year}: å lære {code} av, best først", **values)
    tables = (
        table("laere-tabell", similar_title, most_similar_first, similar),
        table("laere-best", best_title, best_first, best),
    )
    if first["recommended"] == 1:
        return Fold("laere-lister", _("Hvor lik er den, og som fil"), tables[:1])
    return Fold("laere-lister", _("Begge listene i sin helhet, med likhet og som fil"), tables)


def _all(
    view: View,
    focus: Evaluation,
    comparison: Comparison,
    code: str,
    area: int,
    order: Callable[[pl.DataFrame], pl.DataFrame],
) -> pl.DataFrame:
    rows = order(best_practices(view.snapshot, focus, (code,), comparison))
    return strengths(view.snapshot, rows, area)


def _more(n: int) -> Sentence | None:
    return _("De {shown} første av {n:number} vises; filen har alle.", shown=SHOWN, n=n) if n > SHOWN else None


def _columns(focus: Evaluation, area: int) -> list[Column]:
    return [
        _municipality_column(area),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label", only="file"),
        Column(_("Kode"), "code", only="file"),
        Column(_("Poeng"), "points", "number", 1),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Av maksimum"), "share", "share"),
        Column(_("Poeng foran"), "lead", "difference", 1),
        Column(_("Innbyggere"), "population", "number", 0),
        Column(_("Størrelsesgruppe"), "size_group"),
        Column(_("Avstand i km"), "distance", "number", 0),
        Column(_("Samme som {name}", name=focus.name), _same, only="screen"),
        Column(_("Trinn i innbyggertall"), "population_step", "number", only="file"),
        Column(_("Samme fylke"), "same_county", only="file"),
        Column(_("Samme KOSTRA-gruppe"), "same_kostra", only="file"),
        Column(_("Samme inntektsgruppe"), "same_income", only="file"),
        Column(_("Under grensen (det beste som finnes)"), "below_floor", only="file"),
        Column(_("Styrker evaluererne skrev om området"), "strengths", only="file", written=True),
    ]


def _municipality_column(area: int) -> Column:
    def municipality_link(row: Row) -> Link:
        return link("kommune", kommune=row["number"], aar=row["year"], omrade=area)

    return Column(
        _("Kommune"), "name", shown=lambda row: f"{row['name']} {named(row['year_label'])}", link=municipality_link
    )


def _of_maximum(row: Row) -> str:
    return _("{points:tenths} av {maximum}", points=row["points"], maximum=row["maximum_points"])


def _kilometres(row: Row) -> str:
    return "" if row["distance"] is None else _("{distance:number}\u00a0km", distance=row["distance"])


def _shortened(row: Row) -> str:
    text = str(row["strengths"])
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS].rsplit(' ', 1)[0]} …"


def _same(row: Row) -> str:
    return listed([_(name) for field, name in SAME.items() if row[field]]) or "–"
