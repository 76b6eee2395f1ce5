"""What must be said of a change: another stated value, a revised instrument, or no comparison at all."""

from typing import Any

from data.norwegian import shortest, signed
from queries.caching import cached
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
    n, mean_change = _version_changes(reading, older, newer, row["country"]).get(row["area"], (0, 0.0))
    if n < settings(reading)["fewest_compared"]:
        return ""
    return (
        f"De {n} kommunene som er målt med både {older} og {newer}, endret seg i gjennomsnitt "
        f"{signed(mean_change, 1)} poeng."
    )


@cached
def _version_changes(reading: Reading, older: str, newer: str, country: str) -> dict[int, tuple[int, float]]:
    """Return by area how many of a country were measured with both versions, and their mean change in points."""
    changes = reading.ask("version_changes", older=older, newer=newer, country=country)
    return {area: (n, mean_change) for area, n, mean_change in changes.iter_rows()}


def _change(row: dict[str, Any]) -> str:
    weight = "" if row["matters"] else ", for lite til å tillegges vekt"
    return f"{shortest(row['before'])} → {shortest(row['points'])}: {signed(row['change'])}{weight}."


def _other_change(row: dict[str, Any], value: float) -> str:
    return f"Rapporten regner også med {shortest(value)}: {signed(value - row['before'])}."


def _change_from_other(row: dict[str, Any], value: float) -> str:
    return f"Forrige evaluering er også oppgitt med {shortest(value)}: {signed(row['points'] - value)}."
