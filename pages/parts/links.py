"""Addresses of other views: in the dataset that is shown, and as of the event that the address names."""

from urllib.parse import urlencode

from queries.reading import Reading


class Pinned(Reading):
    """A reading of an event that the address names, be it the newest one, so that links name it too.

    It never equals a reading that is the newest one by itself: what is cached for one has other links.
    """

    def narrowed(self, depends_on: str) -> Reading:  # noqa: ARG002  the event stays the one that the address names
        """Return the reading itself: a named event never gives way to another, and links tell which it was."""
        return self


def words_of(reading: Reading, **choices: str | int) -> dict[str, str]:
    """Return the words of a whole address: these choices, in the dataset and event shown now if not in another."""
    along = {"datasett": reading.dataset} | ({"stand": str(reading.as_of)} if isinstance(reading, Pinned) else {})
    chosen = {name: str(value) for name, value in choices.items()}
    return chosen | {name: value for name, value in along.items() if name not in chosen}


def link(reading: Reading, path: str, **choices: str | int) -> str:
    """Return the address of a view, with the dataset and event that are shown now."""
    return f"{path}?{urlencode(words_of(reading, **choices))}"
