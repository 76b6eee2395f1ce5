"""One area in detail: questions, gold stars and remarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import polars as pl

from charts.question_bars import QUESTION_BARS, question_bars_rows, question_bars_text
from data.catalogues import named
from data.language import _
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.figures import remarks_of
from queries.question_profile import question_profile
from reports.choices import link_parameters
from reports.content import WRITTEN, Beside, Bullets, Content, Fold, Item, Notice, Paragraph, Picture, PictureFile
from reports.links import Link, link
from reports.origin import origin
from reports.pictures import picture
from reports.rank_sentences import BASIS
from reports.remarks import KINDS, whose_words
from reports.strip import strip_of
from reports.table import Column, Row, Table
from reports.view import View


def question_column(focus: Evaluation, comparison: Comparison) -> Column:
    """Return the column of questions, linked to the page on best practice with the same comparison."""
    parameters = link_parameters(focus, comparison)

    def learn(row: Row) -> Link:
        return link("beste-praksis", **parameters, sporsmal=row["code"])

    return Column(_("Underspørsmål"), "label", shown=lambda row: f"{row['code']} {named(row['label'])}", link=learn)


@dataclass(frozen=True, eq=False)
class Details:
    """What the rows of all areas open.

    Attributes:
        questions: rows of the question profile, by area.
        remarks: strengths, challenges and weaknesses, by area.
        whose: whose words the remarks are.
    """

    questions: Mapping[int, pl.DataFrame]
    remarks: Mapping[int, list[Row]]
    whose: str


def details_of(view: View, focus: Evaluation, comparison: Comparison) -> Details:
    """Return what the rows of all areas open, asked for once."""
    by_area = question_profile(view.snapshot, focus, comparison).partition_by("area", as_dict=True)
    questions = {area: rows for (area,), rows in by_area.items()}
    remarks: dict[int, list[Row]] = {}
    for row in remarks_of(view.snapshot, focus).iter_rows(named=True):
        remarks.setdefault(row["area"], []).append(row)
    return Details(questions, remarks, whose_words(view, focus) if remarks else "")


def area_fold(
    view: View, focus: Evaluation, comparison: Comparison, area: Row, details: Details, *, is_open: bool
) -> Fold:
    """Return what the row of an area opens: its place, questions, strengths, challenges and weaknesses.

    `area` is a row of the table of areas.
    """
    number = area["area"]
    heading = _("{area} {name}: underspørsmål, styrker og svakheter", area=number, name=area["name"])
    questions = _questions(view, focus, comparison, details.questions.get(number), number)
    remarks = _remarks(details.remarks.get(number, []), details.whose)
    return Fold(f"omrade-{number}", heading, (*_place(area), *questions, *remarks), is_open)


def _place(area: Row) -> tuple[Paragraph, ...]:
    """Return the figures of the row in a sentence, for screens too narrow for its columns."""
    if area["rank"] is None:
        return ()
    sentence = _(
        "{own:shortest} av 100 poeng er nr. {rank:number} av {n:number}; avstanden til snittet {mean:tenths} er "
        "{difference:signed_tenths}.",
        **area,
    )
    return (Paragraph(sentence, "caption"),)


def _questions(
    view: View, focus: Evaluation, comparison: Comparison, questions: pl.DataFrame | None, area: int
) -> tuple[Content, ...]:
    if questions is None:
        sentence = _(
            "Underspørsmålene i versjon {version} er ikke publisert. Bare totalen og områdene kan vises.",
            version=focus.version,
        )
        return (Notice("questions_not_published", sentence),)
    if questions["own"].count() == 0:
        sentence = _("Underspørsmålene er ikke kjent for {name} {year}.", name=focus.name, year=focus.year_label)
        return (Notice("questions_not_known", sentence),)
    title = _("{name} {year}: underspørsmål i område {area}", name=focus.name, year=focus.year_label, area=area)
    about = origin(focus, _("Underspørsmål sammenlignes bare innenfor samme versjon."))
    build = partial(_picture, view, title, questions, about, area)
    return _table(focus, comparison, title, questions, about, area), PictureFile(
        f"omrader-soyler-{area}", title, _("Søyler"), build
    )


def _picture(view: View, title: str, questions: pl.DataFrame, about: Sequence[str], area: int) -> Picture:
    rows, description = question_bars_rows(questions), question_bars_text(questions)
    return picture(view, f"omrader-soyler-{area}", title, QUESTION_BARS, rows, description, about)


def _table(
    focus: Evaluation, comparison: Comparison, title: str, questions: pl.DataFrame, about: Sequence[str], area: int
) -> Table:
    noted = zip(questions["code"], questions["note"], strict=True)
    return Table(
        f"omrader-sporsmal-{area}",
        title,
        question_columns(focus, comparison),
        questions,
        notes=[_("{code}: {note}.", code=code, note=note) for code, note in noted if note is not None],
        origin=about,
    )


def question_columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    """Return the columns of a table of questions."""
    return [
        question_column(focus, comparison),
        Column(_("Kode"), "code", only="file"),
        Column(_("Poeng"), "own", "number", 1, strong=lambda row: row["own"] is not None),
        Column(_("Maksimum"), "maximum_points", "number"),
        Column(_("Mot gruppen"), "own", strip=strip_of, only="screen"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]]) if row["basis"] else None, only="file"),
        Column(_("Igjen"), "left", "number", only="file"),
        Column(_("Gjennomsnitt"), "mean", "number", 1),
        Column(_("Nedre kvartil"), "q1", "number", only="file"),
        Column(_("Øvre kvartil"), "q3", "number", only="file"),
        Column(_("Høyeste"), "maximum", "number", only="file"),
        Column(_("Plass"), "rank", "number", only="file"),
        Column(_("Avstand"), "difference", "difference", 1, small=lambda row: row["matters"] is False),
        Column("n", "n", "number"),
        Column(_("Høyest i sammenligningen"), "leaders"),
        Column(_("Gullstjerne"), "gold_star", shown=_gold_star),
    ]


def _gold_star(row: Row) -> str:
    return _("★ {place}", place=row["gold_star"]) if row["gold_star"] else ""


def _remarks(remarks: list[Row], whose: str) -> tuple[Content, ...]:
    if not remarks:
        return ()
    lists = Beside(
        tuple(
            (
                Bullets(
                    tuple(Item(row["text"], language=WRITTEN) for row in remarks if row["kind"] == kind),
                    _(heading),
                    _("ingen oppgitt"),
                ),
            )
            for kind, heading in KINDS.items()
        )
    )
    places = list(dict.fromkeys(row["place"] for row in remarks if row["place"] is not None))
    caption = _("{whose}, {place}.", whose=whose, place=places[0]) if len(places) == 1 else _("{whose}.", whose=whose)
    return lists, Paragraph(caption, "caption")
