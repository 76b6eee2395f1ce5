"""The events of a store in order, by dataset and by what they are about: which of them changed what is asked."""

from bisect import bisect_right
from collections.abc import Iterable

EVENTS = "select event, kind, dataset, undoes from event order by event"
"""What a timeline is made of."""


class Timeline:
    """The numbers of all events, from which the newest that matters is found without asking the store.

    An event is about evaluations where it is an import, or undoes one; any other kind (a plan, say) is about itself.
    """

    def __init__(self, events: Iterable[tuple[int, str, str, int | None]]) -> None:
        """Sort events (number, kind, dataset, which event it undoes), oldest first."""
        self.newest = 0
        self._about: dict[int, str] = {}
        self._numbers: dict[tuple[str, str], list[int]] = {}
        for event, kind, dataset, undoes in events:
            about = self._about.get(undoes, kind) if undoes is not None else kind
            self._about[event] = about
            self._numbers.setdefault((dataset, about), []).append(event)
            self.newest = event

    def newest_of(self, dataset: str, about: str, as_of: int) -> int:
        """Return the newest event of a dataset up to and with `as_of` that is about this kind; 0 where there is none.

        `about` is the kind of event that begins it: `import` for evaluations.
        """
        numbers = self._numbers.get((dataset, about), [])
        count = bisect_right(numbers, as_of)
        return numbers[count - 1] if count else 0

    def newest_of_any(self, dataset: str, as_of: int) -> int:
        """Return the newest event of a dataset up to and with `as_of`, whatever it is about."""
        return max(
            (self.newest_of(of_dataset, about, as_of) for of_dataset, about in self._numbers if of_dataset == dataset),
            default=0,
        )
