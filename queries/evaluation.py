"""Finds a municipality by any of its numbers, and one of its evaluations."""

from dataclasses import dataclass
from datetime import date

from data.language import _, joined
from queries.caching import cached, cached_reference
from queries.snapshot import Snapshot, UnknownChoice, did_you_mean


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


def municipality_key(snapshot: Snapshot, number: str) -> str:
    """Return the key of the evaluated municipality that has or had this number.

    Raises:
        UnknownChoice: nobody has the number, or nobody with an evaluation has.
    """
    key, name = _known_numbers(snapshot).get(number, (number, None))
    if _measured(snapshot, key):
        return key
    if name:
        told = _("{name} ({number}) har ingen evaluering i dette datasettet.", name=name, number=number)
        raise UnknownChoice("not_evaluated", told)
    near = did_you_mean(number, snapshot.query("municipalities")["number"].to_list())
    told = _("Ingen kommune her har nummer «{number}».", number=number)
    raise UnknownChoice("unknown_number", joined(told, near))


@cached_reference
def _known_numbers(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """Return key and name by every number that a municipality we know has or had."""
    rows = snapshot.query("known_numbers").iter_rows(named=True)
    return {row["number"]: (row["municipality_number"], row["municipality"]) for row in rows}


@cached
def _measured(snapshot: Snapshot, key: str) -> tuple[Evaluation, ...]:
    """Return all evaluations of the municipality with this key, oldest first; nothing where it has none."""
    return tuple(Evaluation(**row) for row in snapshot.query("evaluations", municipality=key).to_dicts())


def evaluations_of(snapshot: Snapshot, municipality: str) -> tuple[Evaluation, ...]:
    """Return all evaluations of a municipality, oldest first.

    Raises:
        UnknownChoice: nobody has the number, or nobody with an evaluation has.
    """
    return _measured(snapshot, municipality_key(snapshot, municipality))


def find_evaluation(
    snapshot: Snapshot, municipality: str, year: int | None = None, version: str | None = None
) -> Evaluation:
    """Return the evaluation of that year, or the newest; of two in one year the newer version.

    Raises:
        UnknownChoice: the municipality, or an evaluation of that year, is not known.
    """
    known = evaluations_of(snapshot, municipality)
    fitting = [one for one in known if year in (None, one.year) and version in (None, one.version)]
    if not fitting:
        years = [one.year_label for one in known]
        told = _("{name} har ingen slik evaluering. Den er evaluert i {years}.", name=known[0].name, years=years)
        raise UnknownChoice("no_such_evaluation", told)
    return fitting[-1]
