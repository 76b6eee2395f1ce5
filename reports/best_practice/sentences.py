"""Sentences on how many are clearly ahead on a question, or why there are none."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from data.language import Sentence, _, joined

Row = Mapping[str, Any]

NOBODY = {
    "own_unknown": "Poengene til {name} er ikke kjent her, så vi kan ikke si hvem som ligger foran.",
    "alone": (
        "{name} har {own:tenths} av {maximum} poeng. Ingen andre i sammenligningen er målt på dette med samme versjon."
    ),
    "highest": "{name} har {own:tenths} av {maximum} poeng, og ingen i sammenligningen har mer.",
    "lead_too_small": (
        "{name} har {own:tenths} av {maximum} poeng. Noen har mer, men ingen ligger så mye som {least}\u00a0% av "
        "maksimum foran: for lite til å tillegges vekt."
    ),
}


def nobody_sentence(name: str, reason: str, question: Row, least: int) -> Sentence:
    """Return why no municipality is clearly ahead on a question."""
    return _(NOBODY[reason], name=name, own=question["own"], maximum=question["maximum_points"], least=least)


def learning_sentence(name: str, question: Row, ahead: pl.DataFrame, least: int) -> Sentence:
    """Return own points, how many are clearly ahead, and the most similar of them: the first row of `ahead`."""
    nearest = ahead.row(0, named=True)
    own, maximum = question["own"], question["maximum_points"]
    return joined(
        _("{name} har {own:tenths} av {maximum} poeng.", name=name, own=own, maximum=maximum),
        _clearly_ahead(nearest["ahead"], question["n"] - 1, least),
        _most_similar(nearest),
    )


def _clearly_ahead(ahead: int, others: int, least: int) -> Sentence:
    if others == 1:
        return _("Den ene andre i sammenligningen ligger minst {least}\u00a0% av maksimum foran.", least=least)
    return _(
        "{ahead:number} av de {others:number} andre i sammenligningen ligger minst {least}\u00a0% av maksimum foran.",
        ahead=ahead,
        others=others,
        least=least,
    )


def _most_similar(nearest: Row) -> Sentence:
    values = {name: nearest[name] for name in ("population", "points", "lead")} | {"nearest": nearest["name"]}
    if nearest["population"] is None:
        return _("Likest er {nearest} med {points:tenths} poeng: {lead:tenths} mer.", **values)
    return _(
        "Likest er {nearest} ({population:number} innbyggere) med {points:tenths} poeng: {lead:tenths} mer.", **values
    )
