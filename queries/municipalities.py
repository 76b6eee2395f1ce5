"""Names of the evaluated municipalities, and search among them and in the register."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

from data.language import _
from queries.caching import cached, cached_reference, cached_told
from queries.snapshot import Snapshot

MOST_FOUND: Final = 50


@cached
def names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the newest name of every evaluated municipality by its key, sorted by name."""
    return dict(snapshot.query("municipalities").select("number", "name").iter_rows())


@cached
def searchable_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return by key the name with every number the municipality has had: `Hemne (1612, 5011)`."""
    numbers: dict[str, list[str]] = {}
    for row in snapshot.query("known_numbers").iter_rows(named=True):
        numbers.setdefault(row["municipality_number"], []).append(row["number"])
    return {key: f"{name} ({', '.join(numbers.get(key, [key]))})" for key, name in names(snapshot).items()}


def search(snapshot: Snapshot, text: str, most: int = MOST_FOUND) -> list[str]:
    """Return the keys of municipalities whose name or number contains the text, names that begin with it first.

    If the text is a key, only that key is returned; an empty text matches nothing.
    """
    sought, names_by_key = text.strip().casefold(), names(snapshot)
    if not sought:
        return []
    if sought.upper() in names_by_key:
        return [sought.upper()]
    matches = [key for key, name in searchable_names(snapshot).items() if sought in name.casefold()]
    return sorted(matches, key=lambda key: not names_by_key[key].casefold().startswith(sought))[:most]


@dataclass(frozen=True)
class Registered:
    """One municipality of the register; figures are the newest known, None where none is."""

    number: str
    name: str
    names: tuple[str, ...]
    other_names: tuple[str, ...]
    numbers: tuple[str, ...]
    country: str
    county: str | None
    valid_from: date | None
    valid_to: date | None
    population: int | None
    population_date: date | None
    kostra_group: str | None
    kostra_year: int | None
    income_group: str | None
    language: str | None

    @property
    def label(self) -> str:
        """Return the name with the other names and the numbers: `Kautokeino – Guovdageaidnu (2011, 5430, 5612)`.

        One that is no more says until when, since another may have its name now: `Øygarden (1259, til 2019)`.
        """
        others = [name for name in self.other_names if name not in self.names]
        until = [_("til {year}", year=self.valid_to.year)] if self.valid_to else []
        return f"{' – '.join([self.name, *others])} ({', '.join([*self.numbers, *until])})"


@cached_reference
def register(snapshot: Snapshot) -> Mapping[str, Registered]:
    """Return every municipality of the register by its key, sorted by name."""
    rows = snapshot.query("register").iter_rows(named=True)
    return {row["number"]: Registered(**{name: _hashable(value) for name, value in row.items()}) for row in rows}


def _hashable(value: Any) -> Any:
    return tuple(item for item in value if item) if isinstance(value, list) else value


@cached_told
def findable_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the label of every municipality that can be looked up, by key: those evaluated, then Norway and Sweden.

    The example dataset has its own invented landscape, where the register's names would be out of place.
    """
    evaluated = searchable_names(snapshot)
    if snapshot.dataset == "example":
        return evaluated
    others = [entry for key, entry in register(snapshot).items() if key not in evaluated]
    # Norway and Sweden number their municipalities alike; most who look up 1280 here mean a Norwegian one.
    others.sort(key=lambda entry: entry.country != "NO")
    return {**evaluated, **{entry.number: entry.label for entry in others}}


def find(snapshot: Snapshot, text: str, most: int = MOST_FOUND) -> list[str]:
    """Return the keys of the municipalities that a text means, the best matches first; at most `most`.

    A number, old or new, means one; else the whole name or the beginning of one; else those with the text inside
    their name, and after them those spelt nearly so: `aker` is in Ringsaker, and may mean Asker. Accents and case do
    not count: `kafjord` finds Kåfjord.
    """
    sought = _plain(text)
    index = _index(snapshot)
    if not sought:
        return []
    for matches in (
        [key for key, words in index.items() if sought in words],
        [key for key, words in index.items() if any(word.startswith(sought) for word in words)],
    ):
        if matches:
            return matches[:most]
    parts = [key for key, words in index.items() if any(sought in word for word in words)]
    near = get_close_matches(sought, {word for words in index.values() for word in words}, n=5, cutoff=0.75)
    spelt_nearly_so = [key for word in near for key, words in index.items() if word in words]
    return list(dict.fromkeys([*parts, *spelt_nearly_so]))[:most]


@cached
def _index(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """Return everything each municipality is called, by key and in the form that is searched: names and numbers."""
    registered, names_by_key = register(snapshot), names(snapshot)
    index = {}
    for key in findable_names(snapshot):
        entry = registered.get(key)
        called = [names_by_key.get(key, ""), key, key.rpartition("-")[2]]
        if entry:
            called += [*entry.names, *entry.other_names, *entry.numbers]
        index[key] = tuple(dict.fromkeys(_plain(word) for word in called if word))
    return index


LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"})


def _plain(text: str) -> str:
    """Return a text in lower case without accents, since few keyboards write á, ï or ø."""
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold().translate(LETTERS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
