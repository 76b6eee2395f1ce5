"""The municipalities that checks know: their names, their numbers with the time each was in use, and the changes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from data.score_sheets.municipality_names import comparable_name, spellings
from data.score_sheets.near_names import NearNames

LANDS = ("NO", "SE")
"""The countries whose register of municipalities we have; every municipality of theirs is known."""


@dataclass(frozen=True)
class Registration:
    """A number of a municipality, with the name and the days it was in use; None is without bound."""

    number: str
    name: str
    valid_from: date | None
    valid_to: date | None

    def is_in_use(self, year: int) -> bool:
        """Return whether the number was in use on some day of the year."""
        return (self.valid_from or date.min).year <= year <= (self.valid_to or date.max).year


@dataclass(frozen=True)
class Succession:
    """A municipality, or a part of one, that went to another; `kind` is merge, part or split."""

    date: date
    kind: str
    from_key: str
    from_name: str
    to_key: str
    to_name: str


@dataclass(frozen=True)
class KnownMunicipalities:
    """The known municipalities, indexed for checks.

    Attributes:
        names: names by municipality key.
        registrations: numbers in use over time by municipality key, oldest first; only of registered municipalities.
        successions: what became of municipalities, oldest first.
    """

    names: dict[str, frozenset[str]]
    registrations: dict[str, tuple[Registration, ...]]
    successions: tuple[Succession, ...]

    @cached_property
    def keys_by_name(self) -> dict[str, tuple[str, ...]]:
        """Return the municipality keys by comparable name; some names are shared: Våler, Herøy, Ålesund before 2020."""
        keys_by_name: dict[str, tuple[str, ...]] = {}
        for key, names in self.names.items():
            for name in {comparable_name(name) for name in names}:
                keys_by_name[name] = (*keys_by_name.get(name, ()), key)
        return keys_by_name

    def is_called(self, key: str, name: str) -> bool:
        """Return whether the municipality is known by this name, in any usual spelling of it."""
        known_names = {comparable_name(known) for known in self.names.get(key, ())}
        return any(set(parts) <= known_names for parts in spellings(name))

    def namesakes(self, country: str, name: str, year: int | None = None) -> tuple[str, ...]:
        """Return the keys of the country's municipalities of this name; if any existed in the year, only those."""
        keys = tuple(key for key in self.keys_by_name.get(comparable_name(name), ()) if country_of(key) == country)
        existing = tuple(key for key in keys if year is not None and self.number_in(key, year))
        return existing or keys

    def near_name(self, country: str, name: str) -> str | None:
        """Return the comparable name of the country most similar to this one, or None."""
        if country not in self._near_names:
            known_names = (known for known, keys in self.keys_by_name.items() if country in map(country_of, keys))
            self._near_names[country] = NearNames(known_names)
        return self._near_names[country].near(comparable_name(name))

    # A cached property, since a frozen dataclass cannot be assigned to; the indices are kept by country.
    @cached_property
    def _near_names(self) -> dict[str, NearNames]:
        return {}

    def number_in(self, key: str, year: int) -> str | None:
        """Return the number that the municipality had in the year, without a country; None if it did not exist."""
        in_use = [each.number for each in self.registrations.get(key, ()) if each.is_in_use(year)]
        return without_country(in_use[-1]) if in_use else None

    def name(self, key: str, otherwise: str = "") -> str:
        """Return the latest registered name of a municipality."""
        registrations = self.registrations.get(key, ())
        return registrations[-1].name if registrations else otherwise


def country_of(key: str) -> str:
    """Return the country of a municipality key: Norwegian ones have no prefix."""
    country, hyphen, _number = key.partition("-")
    return country if hyphen else "NO"


def without_country(number: str) -> str:
    """Return a number as people write it: `0180` for `SE-0180`."""
    return number.rpartition("-")[2]


def registrations_by_key(rows: pl.DataFrame) -> dict[str, tuple[Registration, ...]]:
    """Return the registrations from rows of the table municipality_number, which must be ordered by valid_from."""
    by_key: dict[str, tuple[Registration, ...]] = {}
    columns = ("municipality_number", "number", "municipality", "valid_from", "valid_to")
    for key, *registration in rows.select(columns).iter_rows():
        by_key[key] = (*by_key.get(key, ()), Registration(*registration))
    return by_key


def successions(rows: pl.DataFrame) -> tuple[Succession, ...]:
    """Return the successions from rows of the table municipality_change."""
    columns = ("date", "kind", "from_number", "from_name", "to_number", "to_name")
    return tuple(Succession(*row) for row in rows.select(columns).iter_rows())
