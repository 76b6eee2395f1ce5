"""Everyone's points on a question, as a dot strip and as a table."""

import polars as pl

from charts.dot_strip import DOT_STRIP, counted_strip_rows, counted_strip_text, dot_strip_rows, dot_strip_text
from data.language import Sentence, _
from data.numbers import first_upper
from queries.best_practice import best_first
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_points import MOST_BY_NAME, points_by_name, points_counted
from queries.settings import settings
from reports.best_practice.lists import most_similar_first
from reports.best_practice.questions import FIRST
from reports.columns import municipality_column
from reports.compared import COMPARED_WITH
from reports.content import Content, Fold, Heading, Paragraph
from reports.origin import origin
from reports.pictures import picture
from reports.table import Column, Row, Table
from reports.view import View


def everyone(
    view: View, focus: Evaluation, comparison: Comparison, question: Row, recommended: pl.DataFrame
) -> tuple[Content, ...]:
    """Return the dot strip of everyone measured on the question, and the same as a table; nothing for one alone."""
    if question["n"] < 2:
        return ()
    code, maximum, own = question["code"], question["maximum_points"], focus.municipality
    title = _("{name} {year}: alles poeng på {code}", name=focus.name, year=focus.year_label, code=code)
    about = origin(focus, _drawn(question["n"], comparison))
    floor = settings(view.snapshot)["leader_share"]
    named = [*most_similar_first(recommended).head(FIRST)["number"], *best_first(recommended).head(FIRST)["number"]]
    if question["n"] <= MOST_BY_NAME:
        points = points_by_name(view.snapshot, focus, code, comparison)
        rows = dot_strip_rows(points.to_dicts(), maximum, own, named, floor)
        text, columns = dot_strip_text(points.to_dicts(), maximum, own), _by_name(question)
    else:
        points = points_counted(view.snapshot, focus, code, comparison)
        shown = _named(focus, question, recommended.filter(pl.col("number").is_in(named)))
        rows = counted_strip_rows(points.to_dicts(), shown, maximum, own, floor)
        text, columns = counted_strip_text(points.to_dicts(), shown, maximum, own), _counted()
    table = Table("laere-alle", title, columns, points, marked={"number": own}, origin=about)
    return (
        Heading(_strip_heading(focus.name, question)),
        Paragraph(_drawn(question["n"], comparison), "caption"),
        picture(view, "laere-prikker", title, DOT_STRIP, rows, text, about),
        Fold("laere-alles", _("Alle poengene som tabell og fil"), (table,)),
    )


def _strip_heading(name: str, question: Row) -> Sentence:
    """Return the rank, where at least five are compared, else how many there are."""
    if question["rank"] is None:
        return _("De {n:number} som er målt på {code}", n=question["n"], code=question["code"])
    return _(
        "{name} er nummer {rank:number} av {n:number} på {code}",
        name=name,
        rank=question["rank"],
        n=question["n"],
        code=question["code"],
    )


def _drawn(n: int, comparison: Comparison) -> Sentence:
    """Return what is drawn, of whom, and n."""
    group = first_upper(_(COMPARED_WITH[comparison.group]))
    if n <= MOST_BY_NAME:
        return _("{group} (n = {n:number}). En prikk er en kommune, nederst står poengene.", group=group, n=n)
    return _(
        "{group} (n = {n:number}). Jo høyere strek, desto flere kommuner med så mange poeng; nederst står poengene.",
        group=group,
        n=n,
    )


def _named(focus: Evaluation, question: Row, recommended: pl.DataFrame) -> list[Row]:
    own = {"number": focus.municipality, "name": focus.name, "year_label": focus.year_label, "points": question["own"]}
    others = recommended.select("number", "name", "year_label", "points").to_dicts()
    return [*([own] if question["own"] is not None else []), *others]


def _by_name(question: Row) -> list[Column]:
    maximum, own = question["maximum_points"], question["own"]
    return [
        municipality_column(),
        Column(_("Evaluert"), "year_label"),
        Column(_("Poeng"), "points", "number", 1),
        Column(_("Av maksimum"), lambda row: row["points"] / maximum, "share"),
        Column(_("Foran"), lambda row: None if own is None else row["points"] - own, "difference", 1),
    ]


def _counted() -> list[Column]:
    return [Column(_("Poeng"), "points", "number", 1), Column(_("Kommuner"), "n", "number")]
