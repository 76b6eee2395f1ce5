"""Keeps answers for whoever asks the same next: by all they were asked with, bounded, never cleared by hand."""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class _Once(Generic[Answer]):
    """An answer that is made once, by whoever needs it first; those who come meanwhile wait for it."""

    def __init__(self, make: Callable[[], Answer]) -> None:
        self._make = make
        self._making = Lock()
        self._made: list[Answer] = []

    def get(self) -> Answer:
        """Return the answer; what fails is tried again by the next."""
        if not self._made:
            with self._making:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]


def _keeping(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    def keep(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        # lru_cache alone lets ten first visitors make the same large answer ten times over.
        @lru_cache(maxsize=most)
        def once(*asked: Any, **named: Any) -> _Once[Answer]:
            return _Once(partial(function, *asked, **named))

        @wraps(function)
        def kept_answer(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
            return once(*asked, **named).get()  # type: ignore[arg-type]  # what cannot be hashed is refused there

        kept_answer.cache_clear = once.cache_clear  # type: ignore[attr-defined]  # as of lru_cache
        return kept_answer

    return keep


kept = _keeping(256)
"""Keeps small answers."""

kept_lists = _keeping(16)
"""Keeps answers of one row a municipality, of which there can be many thousands."""
