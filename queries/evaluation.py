"""Lookup of a municipality by any of its numbers, and of its evaluations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.language import _, joined
from queries.caching import cached, cached_reference
from queries.snapshot import Snapshot, UnknownChoice, cached_query, did_you_mean, fits_in_memory


@dataclass(frozen=True)
class Evaluation:
    """One municipality measured once with one version of the instrument; `total` in points, None if unknown."""

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
    """Return the key of the municipality that has or had this number and has an evaluation.

    Raises:
        UnknownChoice: no municipality has the number, or the one that has it has no evaluation.
    """
    key, name = keys_and_names_by_number(snapshot).get(number, (number, None))
    if evaluations_with_key(snapshot, key):
        return key
    if name and not cached_query(snapshot, "known_evaluations", municipality=key).is_empty():
        message = _("{name} ({number}) er evaluert, men poengene er ikke her.", name=name, number=number)
        raise UnknownChoice("points_not_here", message)
    if name:
        message = _("{name} ({number}) har ingen evaluering i dette datasettet.", name=name, number=number)
        raise UnknownChoice("not_evaluated", message)
    suggestion = did_you_mean(number, snapshot.query("municipalities")["number"].to_list())
    message = _("Ingen kommune her har nummer «{number}».", number=number)
    raise UnknownChoice("unknown_number", joined(message, suggestion))


@cached_reference
def keys_and_names_by_number(snapshot: Snapshot) -> dict[str, tuple[str, str]]:
    """Return (key, name) by number, for every number a registered municipality has or had."""
    rows = snapshot.query("known_numbers").iter_rows(named=True)
    return {row["number"]: (row["municipality_number"], row["municipality"]) for row in rows}


def evaluations_with_key(snapshot: Snapshot, key: str) -> tuple[Evaluation, ...]:
    """Return the evaluations of the municipality with this key, oldest first; empty if it has none."""
    return _by_key(snapshot, None if fits_in_memory(snapshot) else key).get(key, ())


@cached
def _by_key(snapshot: Snapshot, key: str | None) -> Mapping[str, tuple[Evaluation, ...]]:
    """Return the evaluations of one municipality, or of all, oldest first, by its key."""
    found: dict[str, tuple[Evaluation, ...]] = {}
    for row in snapshot.query("evaluations", municipality=key).iter_rows(named=True):
        found[row["municipality"]] = (*found.get(row["municipality"], ()), Evaluation(**row))
    return found


def evaluations_of(snapshot: Snapshot, municipality: str) -> tuple[Evaluation, ...]:
    """Return all evaluations of a municipality, oldest first.

    Raises:
        UnknownChoice: no municipality has the number, or the one that has it has no evaluation.
    """
    return evaluations_with_key(snapshot, municipality_key(snapshot, municipality))


@cached
def undone_evaluation(snapshot: Snapshot, number: str, year: int | None = None) -> Mapping[str, Any] | None:
    """Return the newest evaluation of a municipality, or of that year, whose import is undone; None if there is none.

    Fields: name, year_label, event (of the import) and undone_by.
    """
    key, _name = keys_and_names_by_number(snapshot).get(number, (number, None))
    rows = snapshot.query("undone_evaluation", municipality=key, year=year).to_dicts()
    return rows[0] if rows else None


def find_evaluation(
    snapshot: Snapshot, municipality: str, year: int | None = None, version: str | None = None
) -> Evaluation:
    """Return the newest evaluation of that year and version, each optional; of two in one year the newer version.

    Raises:
        UnknownChoice: the municipality is not known, or has no such evaluation.
    """
    evaluations = evaluations_of(snapshot, municipality)
    fitting = [
        evaluation
        for evaluation in evaluations
        if year in (None, evaluation.year) and version in (None, evaluation.version)
    ]
    if not fitting:
        years = [evaluation.year_label for evaluation in evaluations]
        message = _(
            "{name} har ingen slik evaluering. Den er evaluert i {years}.", name=evaluations[0].name, years=years
        )
        raise UnknownChoice("no_such_evaluation", message)
    return fitting[-1]
