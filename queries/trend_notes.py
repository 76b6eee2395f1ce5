"""What must be said of a change: another stated value, a revised instrument, or no comparison at all."""

from typing import Any

import polars as pl

from data.norwegian import shortest, signed
from queries.reading import Reading
from queries.settings import settings

DRIFT = (
    "Versjon {newer} stiller noe strengere krav enn {older}: en kommune som gjør akkurat det samme, får litt "
    "lavere poengsum etter revisjonen."
)
OTHER_FAMILY = (
    "Versjon {newer} kan ikke sammenlignes med versjon {older}. Derfor vises ingen endring fra forrige evaluering."
)
LATEST_POSSIBLE = "Evalueringsåret er ikke oppgitt; {year} er det seneste det kan være."


def note(reading: Reading, row: dict[str, Any], stated_beside: list[float], stated_before: list[float]) -> str | None:
    """Return the sentences a reader needs beside one figure of a trend, or None where there are none."""
    sentences = []
    if row["year_basis"] == "latest possible":
        sentences.append(LATEST_POSSIBLE.format(year=row["year"]))
    if row["change"] is not None:
        sentences += [_change(row), *(_other_change(row, value) for value in stated_beside)]
        sentences += [_change_from_other(row, value) for value in stated_before]
    if row["change"] is not None and row["version"] != row["version_before"]:
        sentences.append(DRIFT.format(newer=row["version"], older=row["version_before"]))
        sentences.append(measured_with_both(reading, row))
    if row["change"] is None and row["earlier_version"] is not None and row["version_before"] is None:
        sentences.append(OTHER_FAMILY.format(newer=row["version"], older=row["earlier_version"]))
    return " ".join(filter(None, sentences)) or None


def measured_with_both(reading: Reading, row: dict[str, Any]) -> str:
    """Return a sentence with n and mean change of those measured with both versions, or nothing under five."""
    older, newer = row["version_before"], row["version"]
    changes = reading.ask("version_changes", older=older, newer=newer, country=row["country"])
    ours = changes.filter(pl.col("area") == row["area"])
    if ours.is_empty() or ours["n"].item() < settings(reading)["fewest_compared"]:
        return ""
    return (
        f"De {ours['n'].item()} kommunene som er målt med både {older} og {newer}, endret seg i gjennomsnitt "
        f"{signed(ours['mean_change'].item(), 1)} poeng."
    )


def _change(row: dict[str, Any]) -> str:
    weight = "" if row["matters"] else ", for lite til å tillegges vekt"
    return f"{shortest(row['before'])} → {shortest(row['points'])}: {signed(row['change'])}{weight}."


def _other_change(row: dict[str, Any], value: float) -> str:
    return f"Rapporten regner også med {shortest(value)}: {signed(value - row['before'])}."


def _change_from_other(row: dict[str, Any], value: float) -> str:
    return f"Forrige evaluering er også oppgitt med {shortest(value)}: {signed(row['points'] - value)}."
