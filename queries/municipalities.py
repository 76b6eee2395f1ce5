"""The evaluated municipalities by name, to find one among any number of them."""

from collections.abc import Mapping
from typing import Final

from queries.caching import cached
from queries.snapshot import Snapshot

MOST_FOUND: Final = 50


@cached
def names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the newest name of every evaluated municipality by its key, in the order of names."""
    return dict(snapshot.query("municipalities").select("number", "name").iter_rows())


@cached
def searchable_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Return the same with every number each has had, so that any of them finds it: `Hemne (1612, 5011)`."""
    numbers: dict[str, list[str]] = {}
    for row in snapshot.query("known_numbers").iter_rows(named=True):
        numbers.setdefault(row["municipality_number"], []).append(row["number"])
    return {key: f"{name} ({', '.join(numbers.get(key, [key]))})" for key, name in names(snapshot).items()}


def search(snapshot: Snapshot, text: str, most: int = MOST_FOUND) -> list[str]:
    """Return the keys of municipalities whose name or number holds the text, those that begin with it first.

    One whose key is the text is the only answer; nothing is found by nothing.
    """
    sought, known = text.strip().casefold(), names(snapshot)
    if not sought:
        return []
    if sought.upper() in known:
        return [sought.upper()]
    found = [key for key, name in searchable_names(snapshot).items() if sought in name.casefold()]
    return sorted(found, key=lambda key: not known[key].casefold().startswith(sought))[:most]
