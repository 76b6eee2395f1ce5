"""One cache for the whole process: answers kept by all arguments and the events they depend on, bounded in bytes."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, fields, is_dataclass
from functools import partial, wraps
from threading import Lock, get_ident
from typing import Any, Final, ParamSpec, TypeVar

import polars as pl

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

EVALUATIONS: Final = "import"
"""Depends on the evaluations of a dataset: on its imports and their undos."""
LOG: Final = "log"
"""Depends on every event of a dataset."""
REFERENCE: Final = "reference"
"""Depends on instruments, settings and registers only, which do not change while a store is open."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""What all answers together may take: the pages of a country of 36 000 municipalities need 54 megabytes at once."""


@dataclass
class Counts:
    """What a cache has done: how many asked for what was there, made an answer, or waited for one being made."""

    hits: int = 0
    misses: int = 0
    waits: int = 0
    evictions: int = 0
    entries: int = 0
    bytes: int = 0


class Cache:
    """Answers by key, each made once however many ask at the same time; the longest unused give way to new ones."""

    def __init__(self, most_bytes: int) -> None:
        """Begin empty."""
        self._most_bytes = most_bytes
        self._answers: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._pending: dict[Hashable, tuple[Future[Any], int]] = {}
        self._counts = Counts()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer of this key, made by the first who asks; an error goes to all who wait, and is not kept.

        Raises:
            RuntimeError: making the answer asks for the same answer.
        """
        while True:
            with self._lock:
                if key in self._answers:
                    self._answers.move_to_end(key)
                    self._counts.hits += 1
                    kept: Answer = self._answers[key][0]
                    return kept
                if key not in self._pending:
                    self._counts.misses += 1
                    mine: Future[Answer] = Future()
                    self._pending[key] = (mine, get_ident())
                    break
                theirs, maker = self._pending[key]
                self._counts.waits += 1
            if maker == get_ident():
                raise RuntimeError(f"making an answer asks for itself: {key}")
            try:
                waited: Answer = theirs.result()
            except CancelledError:  # whoever made it was stopped (a visitor left): the next one makes it
                continue
            return waited
        return self._make(key, mine, make)

    def _make(self, key: Hashable, mine: "Future[Answer]", make: Callable[[], Answer]) -> Answer:
        try:
            answer = make()
            weight = size_of(key) + size_of(answer)
        except BaseException as error:
            with self._lock:
                del self._pending[key]
            if isinstance(error, Exception):
                mine.set_exception(error)
            else:
                mine.cancel()
            raise
        with self._lock:
            del self._pending[key]
            self._answers[key] = (answer, weight)
            self._counts.bytes += weight
            self._evict()
        mine.set_result(answer)
        return answer

    def _evict(self) -> None:
        while self._counts.bytes > self._most_bytes and len(self._answers) > 1:
            _, (_, weight) = self._answers.popitem(last=False)
            self._counts.bytes -= weight
            self._counts.evictions += 1
        self._counts.entries = len(self._answers)

    def counts(self) -> Counts:
        """Return a copy of the counts."""
        with self._lock:
            return Counts(**vars(self._counts))

    def clear(self) -> None:
        """Forget every answer, for tests and measurements; a running program never needs to."""
        with self._lock:
            self._answers.clear()
            self._counts = Counts()


def size_of(answer: object) -> int:
    """Return about how many bytes an answer takes; frames that answers share are counted in each."""
    if isinstance(answer, pl.DataFrame):
        return 1_000 + COLUMN_BYTES * answer.width + int(answer.estimated_size())
    size = sys.getsizeof(answer, 64)
    if isinstance(answer, str | bytes):
        return size
    if isinstance(answer, Mapping):
        return size + sum(size_of(key) + size_of(value) for key, value in answer.items())
    if isinstance(answer, list | tuple | set | frozenset):
        return size + sum(map(size_of, answer))
    if isinstance(answer, partial):
        return size + size_of(answer.args) + size_of(answer.keywords)
    if is_dataclass(answer):
        return size + sum(size_of(getattr(answer, field.name)) for field in fields(answer))
    return size


COLUMN_BYTES: Final = 600
"""What a column of a frame takes beside its values, measured on frames of few rows."""

CACHE: Final = Cache(MOST_BYTES)
"""The cache of this process."""


def cached(function: Callable[Arguments, Answer], *, depends_on: str = EVALUATIONS) -> Callable[Arguments, Answer]:
    """Return the function with its answers kept, by all arguments; answers are shared, so nobody may change one.

    A first argument that is a snapshot (queries/snapshot.py) reaches the function as of the newest event that the
    answer depends on. So an event of another kind, or of another dataset, throws nothing away.
    """

    @wraps(function)
    def from_cache(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        if args and (narrowed := getattr(args[0], "narrowed", None)):
            args = (narrowed(depends_on), *args[1:])  # type: ignore[assignment]  # of the type it was
        key = (function, args, tuple(sorted(kwargs.items())) if kwargs else ())
        return CACHE.get(key, partial(function, *args, **kwargs))

    return from_cache


def cached_log(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function with its answers kept until the dataset's next event of any kind; see cached."""
    return cached(function, depends_on=LOG)


def cached_reference(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function with its answers kept for both datasets and every event; see cached."""
    return cached(function, depends_on=REFERENCE)
