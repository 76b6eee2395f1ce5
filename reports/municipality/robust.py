"""Holder det: whether the claim about the total holds among somewhat different municipalities, and what is missing."""

from typing import Any

import polars as pl

from data.language import N_, Sentence, _, counted
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.missing_points import missing_points
from queries.profile import group_code, profile
from queries.question_profile import questions_of
from queries.robustness import claim_of, robustness
from reports.compared import COMPARED_WITH
from reports.content import Bullets, Fold, Heading, Item, Paragraph, Section, section
from reports.origin import origin
from reports.rank_sentences import few
from reports.table import Column, Row, Table
from reports.view import View

CLAIMS = {
    "upper_quartile": N_("i øvre kvartil"),
    "above_median": N_("på eller over medianen"),
    "below_median": N_("under medianen"),
    "lower_quartile": N_("under nedre kvartil"),
}
MOST_NAMED = 8


@cached
def does_it_hold(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the claim under its variants; an empty section where the page makes none, for want of municipalities."""
    claim = claim_of(view.snapshot, focus, comparison)
    if claim is None or not is_claimed(view, focus, comparison):
        return section("holder")
    variants, held, tried = robustness(view.snapshot, focus, comparison, claim)
    failing = variants.filter(~pl.col("holds"))
    sentence = _(
        "{name} {year} ligger {claim}. Det holder i {held:number} av {tried:number} varianter: uten hver av de andre, "
        "med hver gruppe som passer, og med hver aldersgrense.",
        name=focus.name,
        year=focus.year_label,
        claim=_(CLAIMS[claim]),
        held=held,
        tried=tried,
    )
    table = Table(
        "holder-tabell",
        _("{name} {year}: {claim} i hver variant", name=focus.name, year=focus.year_label, claim=_(CLAIMS[claim])),
        _columns(),
        variants,
        origin=origin(focus),
    )
    return section(
        "holder",
        Heading(_("Holder det?")),
        Paragraph(sentence),
        _failures(failing.to_dicts()),
        Fold("holder-alle", _("Alle variantene"), (table,)),
    )


def is_claimed(view: View, focus: Evaluation, comparison: Comparison) -> bool:
    """Return whether the page claims a quartile of the total: at least five are compared, and print has no more."""
    n = profile(view.snapshot, focus, comparison)["n"][0]
    too_few = few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), n)
    return not too_few and claim_of(view.snapshot, focus, comparison) is not None


def _failures(failing: list[dict[str, Any]]) -> Bullets | None:
    if not failing:
        return None
    items = [Item(_failure(row)) for row in failing[:MOST_NAMED]]
    if len(failing) > MOST_NAMED:
        items.append(Item(counted("og {n} variant til.", "og {n} varianter til.", len(failing) - MOST_NAMED)))
    return Bullets(tuple(items), _("Der det ikke holder"))


def _failure(row: dict[str, Any]) -> Sentence:
    return _(
        "{variant}: {own:shortest} mot grensen {bound:tenths} (n = {n:number})",
        variant=_variant(row),
        own=row["own"],
        bound=row["bound"],
        n=row["n"],
    )


def _variant(row: Row) -> Sentence:
    match row["kind"]:
        case "without":
            return _("uten {name}", name=row["name"])
        case "group":
            return _(COMPARED_WITH[row["what"]])
        case _window:
            if row["what"] == "none":
                return _("uansett alder")
            return _("bare tall som er høyst {years} år eldre", years=row["what"])


def _columns() -> list[Column]:
    return [
        Column(_("Variant"), _variant),
        Column("n", "n", "number"),
        Column(_("Egen total"), "own", "number"),
        Column(_("Grense"), "bound", "number", 1),
        Column(_("Holder"), _holds),
    ]


def _holds(row: Row) -> Sentence:
    if row["holds"] is None:
        return _("teller ikke: for få")
    return _("ja") if row["holds"] else _("nei")


@cached
def what_it_takes(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return the points missing to median and upper quartile; an empty section where there is nothing to tell."""
    goals = missing_points(view.snapshot, focus, comparison)
    if goals["bound"].null_count() or not is_claimed(view, focus, comparison):
        return section("skaltil")
    labels = dict(questions_of(view.snapshot, focus.version).select("code", "label").iter_rows())
    items = tuple(Item(_goal(row, labels), _goal_label(row["goal"])) for row in goals.iter_rows(named=True))
    caption = _("Dette er hva som skal til hvis alt annet står stille; det er ingen prognose.")
    return section("skaltil", Heading(_("Hva skal til?")), Bullets(items), Paragraph(caption, "caption"))


def _goal_label(goal: str) -> Sentence:
    return _("Median:") if goal == "median" else _("Øvre kvartil:")


def _goal(row: Row, labels: dict[str, str]) -> Sentence:
    if row["missing"] is None:
        return _("nådd, med {own:shortest} mot {bound:tenths} (n = {n:number}).", **row)
    questions = [_("{code} {label}", code=code, label=labels[code]) for code in row["codes"] or ()]
    missing = {**row, "questions": questions}
    if not questions:
        return _("det mangler {missing:tenths} poeng: {needed:tenths} kreves (n = {n:number}).", **missing)
    if row["enough"]:
        return _(
            "det mangler {missing:tenths} poeng: {needed:tenths} kreves (n = {n:number}). Mest å gå på har "
            "{questions}, til sammen {room:tenths} poeng, og de er nok.",
            **missing,
        )
    return _(
        "det mangler {missing:tenths} poeng: {needed:tenths} kreves (n = {n:number}). Mest å gå på har {questions}, "
        "til sammen {room:tenths} poeng, og de er ikke nok alene.",
        **missing,
    )
