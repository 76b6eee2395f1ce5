"""Names of the evaluated municipalities, and search among them."""

from collections.abc import Mapping
from typing import Final

from queries.caching import cached
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
