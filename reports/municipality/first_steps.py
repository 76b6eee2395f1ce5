"""Hva bør dere gjøre nå: the questions within reach, and the weaknesses written of their areas."""

from collections.abc import Iterator

import polars as pl

from data.catalogues import Written
from data.language import Sentence, _
from data.numbers import number
from queries.best_practice import best_practices
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.figures import remarks_of
from queries.question_profile import question_rows
from queries.settings import settings
from queries.within_reach import SHARE_LEFT, within_reach
from reports.answer import Card, Cards
from reports.choices import link_parameters
from reports.content import WRITTEN, Bullets, Fold, Heading, Item, Paragraph, Section, section
from reports.links import Link, link
from reports.municipality.one_area import question_column
from reports.origin import origin
from reports.plan_editing.links import plan_link
from reports.strip import strip_of
from reports.table import Column, Row, Table, TableFile
from reports.view import View


@cached
def first_steps(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the questions to begin with; an empty section where no question points are known or none is in reach."""
    worth_doing = within_reach(view.snapshot, focus, comparison)
    if worth_doing.is_empty():
        return section("naa")
    table = Table(
        "naa-tabell",
        _("{name} {year}: underspørsmål å begynne med", name=focus.name, year=focus.year_label),
        _columns(focus, comparison),
        worth_doing,
        notes=[_note(view, worth_doing["basis"][0], max(worth_doing["n"].to_list()))],
        origin=origin(focus),
    )
    return section(
        "naa",
        Heading(_("Hva bør dere gjøre nå?")),
        _cards(view, focus, comparison, worth_doing),
        Paragraph(table.notes[0], "caption"),
        TableFile(table),
        _weaknesses(view, focus, worth_doing),
    )


def _cards(view: View, focus: Evaluation, comparison: Comparison, worth_doing: pl.DataFrame) -> Cards:
    """Return a card per question, each with a weakness of its area that no card before it has."""
    profiles = {row["code"]: row for row in question_rows(view.snapshot, focus, comparison)}
    visits = _most_similar_ahead(view, focus, comparison, worth_doing["code"].to_list())
    weaknesses = _weaknesses_by_area(view, focus)
    parameters = link_parameters(focus, comparison)
    cards = []
    for row in worth_doing.iter_rows(named=True):
        measured = profiles[row["code"]]
        learn = link("beste-praksis", **parameters, sporsmal=row["code"])
        # With nobody else measured there is nobody to learn from: the area itself says more.
        leads_to = learn if measured["n"] > 1 else link("kommune", **parameters, omrade=row["area"])
        remark = next(weaknesses.get(row["area"], iter(())), "")
        strip = strip_of(measured) if measured["mean"] is not None else None
        name = _("{code} {label}", code=row["code"], label=row["label"])
        plan = (_("legg i plan"), plan_link(focus.municipality, row["code"], aar=focus.year))
        links = (*_links(row, measured, visits.get(row["code"]), leads_to), plan)
        cards.append(Card(name, leads_to, strip, _figures(row), remark, links))
    return Cards(tuple(cards))


def _weaknesses_by_area(view: View, focus: Evaluation) -> dict[int, Iterator[str]]:
    by_area: dict[int, list[str]] = {}
    for row in _weaknesses_of(view, focus):
        by_area.setdefault(row["area"], []).append(_weakness(row["area"], row["text"]))
    return {area: iter(weaknesses) for area, weaknesses in by_area.items()}


def _weaknesses_of(view: View, focus: Evaluation) -> list[Row]:
    return [row for row in remarks_of(view.snapshot, focus).iter_rows(named=True) if row["kind"] == "weakness"]


def _weakness(area: int, text: str) -> Sentence:
    """Return the weakness with its area: it is not written of the question it stands with."""
    return _("Svakhet i område {area}: {text}", area=area, text=Written(text))


def _figures(row: Row) -> Sentence:
    if row["basis"] == SHARE_LEFT:
        share = number(100 * row["share_left"])
        return _("{own:tenths} av {maximum_points} poeng, {share}\u00a0% gjenstår", **row, share=share)
    return _(
        "{own:tenths} av {maximum_points} · median {median:tenths} · {reach:tenths} opp til beste fjerdedel", **row
    )


def _most_similar_ahead(view: View, focus: Evaluation, comparison: Comparison, codes: list[str]) -> dict[str, Row]:
    """Return by question the most similar municipality that it can be learnt from."""
    recommended = best_practices(view.snapshot, focus, tuple(codes), comparison, most=1)
    return {row["code"]: row for row in recommended.iter_rows(named=True) if row["similarity_rank"] == 1}


def _links(row: Row, measured: Row, visit: Row | None, leads_to: Link) -> tuple[tuple[str, Link | None], ...]:
    """Return how many are clearly ahead and whom to visit; or that nobody else is measured."""
    links: list[tuple[str, Link | None]] = []
    if row["ahead"]:
        links.append((_("{n:number} på samme størrelse er klart foran", n=row["ahead"]), leads_to))
    if visit:
        there = link("kommune", kommune=visit["number"], aar=visit["year"], omrade=row["area"])
        links.append((_("besøk {name} ({points:tenths})", **visit), there))
    if not links and measured["n"] <= 1:
        return ((_("ingen andre er målt på dette"), None),)
    return tuple(links) or ((_("hvem kan dere lære av?"), leads_to),)


def _note(view: View, basis: str, n: int) -> Sentence:
    if basis == SHARE_LEFT:
        return _(
            "Det er for få å sammenligne med (n = {n:number}). Derfor står de underspørsmålene først der den største "
            "delen av maksimum gjenstår.",
            n=n,
        )
    return _(
        "Kortene viser det som mangler til øvre kvartil i sammenligningen (n = {n:number}), når det er minst "
        "{question_difference}\u00a0% av maksimum, mest først.",
        n=n,
        **settings(view.snapshot),
    )


def _columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    return [
        question_column(focus, comparison),
        Column(_("Kode"), "code"),
        Column(_("Egne poeng"), "own", "number", 1),
        Column(_("Maksimum"), "maximum_points", "number"),
        Column(_("Median"), "median", "number", 1),
        Column(_("Øvre kvartil"), "q3", "number", only="file"),
        Column(_("Innen rekkevidde"), "reach", "difference", 1),
        Column(_("Gjenstår av maksimum"), _share_left, "share"),
        Column(_("Klart foran i samme størrelse"), _ahead, "number"),
        Column("n", "n", "number", only="file"),
    ]


def _share_left(row: Row) -> float | None:
    """Return what the order goes by where nothing can be compared."""
    return row["share_left"] if row["basis"] == SHARE_LEFT else None


def _ahead(row: Row) -> int | None:
    return None if row["basis"] == SHARE_LEFT else row["ahead"]


def _weaknesses(view: View, focus: Evaluation, worth_doing: pl.DataFrame) -> Fold | None:
    """Return the weaknesses that were written of the areas of the questions, to be read beside them."""
    areas = set(worth_doing["area"])
    weaknesses = [row for row in _weaknesses_of(view, focus) if row["area"] in areas]
    if not weaknesses:
        return None
    items = tuple(Item(row["text"], _("Område {area}:", area=row["area"]), WRITTEN) for row in weaknesses)
    return Fold("naa-svakheter", _("Svakheter evaluererne skrev om disse områdene"), (Bullets(items),))
