"""The events of a store by dataset and kind, to find the newest one that affects a cached result."""

from bisect import bisect_right
from collections.abc import Iterable

EVENTS = "select event, kind, dataset, undoes from event order by event"
"""The rows that a timeline is built from."""


class Timeline:
    """The event numbers by dataset and kind; look-ups need no query.

    An undo counts as the kind of the event that it undoes: `import` covers everything that changes evaluations.
    """

    def __init__(self, events: Iterable[tuple[int, str, str, int | None]]) -> None:
        """Index events (number, kind, dataset, number of the event it undoes), given oldest first."""
        self.newest = 0
        self._about: dict[int, str] = {}
        self._numbers: dict[tuple[str, str], list[int]] = {}
        for event, kind, dataset, undoes in events:
            about = self._about.get(undoes, kind) if undoes is not None else kind
            self._about[event] = about
            self._numbers.setdefault((dataset, about), []).append(event)
            self.newest = event

    def newest_of(self, dataset: str, about: str, as_of: int) -> int:
        """Return the newest event of a dataset and kind up to and including `as_of`; 0 if there is none.

        `about` is the kind, with undos of that kind included: `import` for evaluations.
        """
        numbers = self._numbers.get((dataset, about), [])
        count = bisect_right(numbers, as_of)
        return numbers[count - 1] if count else 0

    def newest_of_any(self, dataset: str, as_of: int) -> int:
        """Return the newest event of a dataset up to and including `as_of`, of any kind; 0 if there is none."""
        return max(
            (self.newest_of(of_dataset, about, as_of) for of_dataset, about in self._numbers if of_dataset == dataset),
            default=0,
        )
