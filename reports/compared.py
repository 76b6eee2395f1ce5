"""The comparison set in words: its criteria, its size n, and the municipalities left out."""

from typing import Any

import polars as pl

from data.language import N_, Sentence, _, counted, joined
from data.numbers import first_upper, listed_few
from queries.caching import cached
from queries.comparison import Comparison, left_out
from queries.evaluation import Evaluation
from queries.profile import profile_rows, without_areas
from queries.settings import settings
from reports.content import Content, Fold, Paragraph
from reports.origin import origin
from reports.table import Column, Table
from reports.view import View

COMPARED_WITH = {
    "all": N_("sammenlignet med alle vi har tall for"),
    "size": N_("sammenlignet med kommuner av samme størrelse"),
    "county": N_("sammenlignet med kommuner i samme fylke"),
    "kostra": N_("sammenlignet med kommuner i samme KOSTRA-gruppe"),
    "income": N_("sammenlignet med kommuner i samme inntektsgruppe"),
    "choice": N_("sammenlignet med et eget utvalg"),
}
REASONS = {
    "other_family": N_("målt med en versjon som ikke kan sammenlignes"),
    "after_reference": N_("evaluert etter året det sammenlignes for"),
    "before_window": N_("eldre enn valgt"),
    "outside_group": N_("utenfor gruppen"),
    "group_unknown": N_("vi vet ikke om den hører til gruppen"),
}


def comparison_note(view: View, focus: Evaluation, comparison: Comparison) -> Sentence:
    """Return the note of a table of total and areas: criteria, n, and the rules for missing and bracketed figures."""
    compared = profile_rows(view.snapshot, focus, comparison)
    values = _criteria(focus, comparison) | {"n": compared[0]["n"]}
    if comparison.window is None:
        whom = _("{whom}, siste evaluering til og med {year}: n = {n:number} for totalen, {name} medregnet.", **values)
    else:
        whom = _(
            "{whom}, siste evaluering til og med {year}, høyst {window} år eldre: n = {n:number} for totalen, "
            "{name} medregnet.",
            **values,
        )
    few = _(
        "Med færre enn {fewest} vises verken gjennomsnitt, kvartil eller plass.",
        fewest=settings(view.snapshot)["fewest_compared"],
    )
    has_brackets = any(row["matters"] is False for row in compared)
    brackets = _("Avstand i parentes er for liten til å tillegges vekt.") if has_brackets else None
    return joined(whom, few, brackets)


def picture_note(view: View, focus: Evaluation, comparison: Comparison) -> Sentence:
    """Return the note of a picture of the areas: criteria and n, and why an area has no statistics of the group."""
    n = [row["n"] for row in profile_rows(view.snapshot, focus, comparison)[1:]]
    values = _criteria(focus, comparison) | {"lowest": min(n), "highest": max(n)}
    if comparison.window is None:
        whom = _("{whom}, siste evaluering til og med {year}, {name} medregnet.", **values)
    else:
        whom = _("{whom}, siste evaluering til og med {year}, høyst {window} år eldre, {name} medregnet.", **values)
    said_n = (
        _("n = {lowest:number} for hvert område.", **values)
        if min(n) == max(n)
        else _("n er fra {lowest:number} til {highest:number} for områdene.", **values)
    )
    fewest = settings(view.snapshot)["fewest_compared"]
    few = _("Med færre enn {fewest} vises verken gjennomsnitt eller kvartiler.", fewest=fewest)
    return joined(whom, said_n, few if min(n) < fewest else None)


def _criteria(focus: Evaluation, comparison: Comparison) -> dict[str, Any]:
    return {
        "whom": first_upper(_(COMPARED_WITH[comparison.group])),
        "year": comparison.year(focus),
        "window": comparison.window,
        "name": focus.name,
    }


def without_part(view: View, focus: Evaluation, comparison: Comparison, key: str) -> tuple[Content, ...]:
    """Return who has only a total, and the fold `key` with the municipalities left out and the reasons."""
    only_totals = without_areas(view.snapshot, focus, comparison)
    sentence = _(
        "Bare totalen er kjent for {names}, som derfor ikke teller for områdene.", names=listed_few(only_totals)
    )
    outside = left_out(view.snapshot, focus, comparison)
    heading = counted(
        "Ikke med i sammenligningen: {n} kommune, med årsak",
        "Ikke med i sammenligningen: {n} kommuner, med årsak",
        outside.height,
    )
    return (
        *([Paragraph(sentence, "caption")] if only_totals else []),
        *([] if outside.is_empty() else [Fold(key, heading, (_table(focus, outside, key),))]),
    )


def _table(focus: Evaluation, outside: pl.DataFrame, key: str) -> Table:
    columns = [
        Column(_("Kommune"), "name"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Versjon"), "version"),
        Column(_("Årsak"), lambda row: _(REASONS[row["left_out"]])),
    ]
    title = _("{name} {year}: ikke med i sammenligningen", name=focus.name, year=focus.year_label)
    return Table(f"{key}-tabell", title, columns, outside, origin=origin(focus))


@cached
def known_areas(view: View, focus: Evaluation, comparison: Comparison) -> int:
    """Return how many of the eight areas of an evaluation have points."""
    areas = profile_rows(view.snapshot, focus, comparison)[1:]
    return sum(row["own"] is not None for row in areas)
