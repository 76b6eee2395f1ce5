"""Municipalities to learn a question from, most similar first, or why there are none."""

from collections.abc import Mapping
from functools import partial

import polars as pl

from data.language import Sentence, _, joined
from data.norwegian import first_upper, listed
from queries.best_practice import best_practices, nobody_because, question_figures
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import question_profile
from queries.settings import settings
from reports.best_practice.questions import SHOWN, first_recommended, question_labels
from reports.best_practice.sentences import floor_sentence, learning_sentence, nobody_sentence
from reports.compared import COMPARED_WITH
from reports.content import Heading, Notice, Paragraph, Section, section
from reports.links import Link, link
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.view import View

SAME = {"same_county": "fylke", "same_kostra": "KOSTRA-gruppe", "same_income": "inntektsgruppe"}


@cached
def unpublished(_view: View, focus: Evaluation) -> Section:
    """Return the notice that the questions of the version are not published."""
    sentence = _(
        "Underspørsmålene i versjon {version} er ikke publisert. Velg en annen evaluering.", version=focus.version
    )
    return section("laere", Notice("questions_not_published", sentence))


@cached
def learning(view: View, focus: Evaluation, comparison: Comparison, code: str) -> Section:
    """Return the municipalities to learn the question from, or why there are none."""
    label = question_labels(view.snapshot, focus.version)[code]
    heading = Heading(_("Hvem kan {name} lære {question} av?", name=focus.name, question=label))
    question = question_profile(view.snapshot, focus, comparison).row(by_predicate=pl.col("code") == code, named=True)
    recommended = first_recommended(view.snapshot, focus, comparison, code).filter(pl.col("code") == code)
    limits = settings(view.snapshot)
    if recommended.is_empty():
        reason = nobody_because(question_figures(view.snapshot, focus, (code,), comparison), focus, code)
        return section(
            "laere", heading, Notice(reason, nobody_sentence(focus.name, reason, question, limits["lead_share"]))
        )
    sentence = Paragraph(learning_sentence(focus.name, question, recommended, limits))
    return section("laere", heading, sentence, _table(view, focus, comparison, question, recommended))


def _table(view: View, focus: Evaluation, comparison: Comparison, question: Row, recommended: pl.DataFrame) -> Table:
    code, group = question["code"], _(COMPARED_WITH[comparison.group])
    title = _("{name} {year}: å lære {code} av", name=focus.name, year=focus.year_label, code=code)
    return Table(
        "laere-tabell",
        title,
        _columns(focus, question["area"]),
        recommended,
        caption=_("{title}, {group}", title=title, group=group),
        notes=[_note(recommended.row(0, named=True), settings(view.snapshot))],
        origin=origin(focus, _("{whom}.", whom=first_upper(group))),
        # Queried again for a file, rather than cached with the section: there can be thousands of rows.
        more=partial(best_practices, view.snapshot, focus, (code,), comparison),
    )


def _columns(focus: Evaluation, area: int) -> list[Column]:
    def municipality_link(row: Row) -> Link:
        return link("kommune", kommune=row["number"], aar=row["year"], omrade=area)

    return [
        Column(_("Kommune"), "name", shown=lambda row: f"{row['name']} {row['year_label']}", link=municipality_link),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label", only="file"),
        Column(_("Kode"), "code", only="file"),
        Column(_("Poeng"), "points", "number", 1),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Av maksimum"), "share", "share"),
        Column(_("Poeng foran"), "lead", "difference", 1),
        Column(_("Innbyggere"), "population", "number", 0),
        Column(_("Størrelsesgruppe"), "size_group"),
        Column(_("Samme som {name}", name=focus.name), _same, only="screen"),
        Column(_("Samme fylke"), "same_county", only="file"),
        Column(_("Samme KOSTRA-gruppe"), "same_kostra", only="file"),
        Column(_("Samme inntektsgruppe"), "same_income", only="file"),
        Column(_("Under grensen (det beste som finnes)"), "below_floor", only="file"),
    ]


def _same(row: Row) -> str:
    return listed([_(name) for field, name in SAME.items() if row[field]]) or "–"


def _note(first: Row, limits: Mapping[str, int]) -> Sentence:
    """Return who is in the table, in what order, and how many are in the file only."""
    order = _(
        "Ordnet slik: samme størrelsesgruppe, nærmest i innbyggertall, samme fylke, KOSTRA-gruppe og inntektsgruppe, "
        "størst forsprang."
    )
    n = first["recommended"]
    more = _("De {shown} likeste av {n:number} vises; filen har alle.", shown=SHOWN, n=n) if n > SHOWN else None
    return joined(floor_sentence(limits, below_floor=first["below_floor"]), order if n > 1 else None, more)
