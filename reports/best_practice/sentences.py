"""Sentences on whom to learn a question from, or why there is nobody."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from data.language import N_, Sentence, _, counted, joined

Row = Mapping[str, Any]

NOBODY = {
    "own_unknown": N_("Poengene til {name} er ikke kjent her, så vi kan ikke si hvem som ligger foran."),
    "alone": (
        N_(
            "{name} har {own:tenths} av {maximum} poeng. Ingen andre i sammenligningen er målt på dette med samme "
            "versjon."
        )
    ),
    "highest": N_("{name} har {own:tenths} av {maximum} poeng, og ingen i sammenligningen har mer."),
    "lead_too_small": (
        N_(
            "{name} har {own:tenths} av {maximum} poeng. Noen har mer, men ingen ligger så mye som {least}\u00a0% av "
            "maksimum foran: for lite til å tillegges vekt."
        )
    ),
}


def nobody_sentence(name: str, reason: str, question: Row, least: int) -> Sentence:
    """Return why no municipality is clearly ahead on a question."""
    return _(NOBODY[reason], name=name, own=question["own"], maximum=question["maximum_points"], least=least)


def learning_sentence(name: str, question: Row, recommended: pl.DataFrame, limits: Mapping[str, int]) -> Sentence:
    """Return own points, how many are clearly ahead, and how many of them are good."""
    first = recommended.row(0, named=True)
    values = {"name": name, "own": question["own"], "maximum": question["maximum_points"]}
    return joined(
        _("{name} har {own:tenths} av {maximum} poeng.", **values),
        _clearly_ahead(first, question["n"] - 1, limits),
    )


def _clearly_ahead(first: Row, others: int, limits: Mapping[str, int]) -> Sentence | None:
    values = {"ahead": first["ahead"], "others": others, "least": limits["lead_share"]}
    values |= {"floor": limits["leader_share"]}
    if others == 1:
        return _only_other(values, below_floor=first["below_floor"])
    if first["below_floor"]:
        return counted(
            "{ahead:number} av de {others:number} andre i sammenligningen ligger minst {least}\u00a0% av maksimum "
            "foran, men ingen har {floor}\u00a0%.",
            "{ahead:number} av de {others:number} andre i sammenligningen ligger minst {least}\u00a0% av maksimum "
            "foran, men ingen har {floor}\u00a0%. Her vises de {n} beste, som har like mye.",
            first["recommended"],
            **values,
        )
    if first["recommended"] == first["ahead"]:
        return _(
            "{ahead:number} av de {others:number} andre i sammenligningen ligger minst {least}\u00a0% av maksimum "
            "foran.",
            **values,
        )
    return _(
        "{ahead:number} av de {others:number} andre i sammenligningen ligger minst {least}\u00a0% av maksimum foran, "
        "og {good:number} av dem har minst {floor}\u00a0%.",
        good=first["recommended"],
        **values,
    )


def _only_other(values: Row, *, below_floor: bool) -> Sentence:
    if below_floor:
        return _(
            "Den ene andre i sammenligningen ligger minst {least}\u00a0% av maksimum foran, men har ikke "
            "{floor}\u00a0%.",
            **values,
        )
    return _("Den ene andre i sammenligningen ligger minst {least}\u00a0% av maksimum foran.", **values)


def floor_sentence(limits: Mapping[str, int], *, below_floor: bool) -> Sentence:
    """Return how good those recommended are."""
    floor = limits["leader_share"]
    if below_floor:
        return _("Ingen i sammenligningen har {floor}\u00a0% av maksimum. Dette er det beste som finnes.", floor=floor)
    return _("Med er de som ligger klart foran og selv har minst {floor}\u00a0% av maksimum.", floor=floor)
