"""The sentences that say whom a municipality can learn from, or why there is nobody."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from data.norwegian import number

Row = Mapping[str, Any]


def learning_sentence(name: str, question: Row, found: pl.DataFrame, least: int) -> str:
    """Return own points, how many are clearly ahead among whom, and the most similar of them: the first found."""
    nearest = found.row(0, named=True)
    size = "" if nearest["population"] is None else f" ({number(nearest['population'])} innbyggere)"
    others = question["n"] - 1
    ahead = f"{number(nearest['ahead'])} av de {number(others)} andre" if others > 1 else "Den ene andre"
    return (
        f"{name} har {number(question['own'], 1)} av {question['maximum_points']} poeng. {ahead} i sammenligningen "
        f"ligger minst {least}\u00a0% av maksimum foran. Likest er "
        f"{nearest['name']}{size} med {number(nearest['points'], 1)} poeng: {number(nearest['lead'], 1)} mer."
    )


def nobody_sentence(name: str, reason: str, own: str, least: int) -> str:
    """Return why there is nobody to learn a question from; `own` tells of own points, `4,4 av 25 poeng`."""
    return {
        "own_unknown": f"Poengene til {name} er ikke kjent her, så vi kan ikke si hvem som ligger foran.",
        "alone": f"{name} har {own}. Ingen andre i sammenligningen er målt på dette med samme versjon.",
        "highest": f"{name} har {own}, og ingen i sammenligningen har mer.",
        "lead_too_small": (
            f"{name} har {own}. Noen har mer, men ingen ligger så mye som {least}\u00a0% av maksimum foran: for lite "
            "til å tillegges vekt."
        ),
    }[reason]
