"""Finds a municipality by any of its numbers, and one of its evaluations."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from data.norwegian import listed
from queries.reading import Reading, UnknownChoice, did_you_mean


@dataclass(frozen=True)
class Evaluation:
    """One municipality measured once with one version; `total` in points, None where not known."""

    evaluation: str
    event: int
    country: str
    municipality: str
    name: str
    county: str | None
    year: int
    year_basis: str
    year_label: str
    version: str
    version_basis: str
    family: int
    population: int | None
    population_date: date | None
    population_source: str | None
    size_group: int | None
    size_group_label: str | None
    income_group: str | None
    kostra_group: str | None
    report: str | None
    source: str | None
    total: float | None


def municipality_key(reading: Reading, number: str) -> str:
    """Return the key of the evaluated municipality that has or had this number.

    Raises:
        UnknownChoice: nobody has the number, or nobody with an evaluation has.
    """
    numbers = reading.ask("known_numbers").filter(pl.col("number") == number)
    key = numbers["municipality_number"][0] if numbers.height else number
    known = reading.ask("municipalities")
    if key in known["number"]:
        return str(key)
    if numbers.height:
        name = numbers["municipality"][0]
        raise UnknownChoice(f"{name} ({number}) har ingen evaluering i dette datasettet.")
    near = did_you_mean(number, known["number"].to_list())
    raise UnknownChoice(f"Ingen kommune her har nummer «{number}».{near}")


def evaluations_of(reading: Reading, municipality: str) -> list[Evaluation]:
    """Return all evaluations of a municipality, oldest first.

    Raises:
        UnknownChoice: nobody has the number, or nobody with an evaluation has.
    """
    key = municipality_key(reading, municipality)
    return [Evaluation(**row) for row in reading.ask("evaluations", municipality=key).to_dicts()]


def find_evaluation(
    reading: Reading, municipality: str, year: int | None = None, version: str | None = None
) -> Evaluation:
    """Return the evaluation of that year, or the newest; of two in one year the newer version.

    Raises:
        UnknownChoice: the municipality, or an evaluation of that year, is not known.
    """
    known = evaluations_of(reading, municipality)
    fitting = [one for one in known if year in (None, one.year) and version in (None, one.version)]
    if not fitting:
        years = listed([one.year_label for one in known])
        raise UnknownChoice(f"{known[0].name} har ingen slik evaluering. Den er evaluert i {years}.")
    return fitting[-1]
