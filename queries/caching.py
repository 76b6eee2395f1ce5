"""Memoisation for the whole process, keyed by all arguments and the relevant event, bounded in bytes (LRU)."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial, wraps
from itertools import islice
from threading import Lock, get_ident
from typing import Any, Final, ParamSpec, TypeVar

import polars as pl

from data.speaking import language as spoken
from data.speaking import speaking

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

EVALUATIONS: Final = "import"
"""The result depends on the evaluations of a dataset: on its imports and their undos."""
LOG: Final = "log"
"""The result depends on every event of a dataset."""
REFERENCE: Final = "reference"
"""The result depends only on instruments, settings and registers, which are constant while a store is open."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bound for all results together; the pages of a country of 36 000 municipalities need 54 megabytes at once."""


@dataclass
class Counts:
    """Statistics of a cache.

    Attributes:
        hits: calls that found a stored result.
        misses: calls that computed the result.
        waits: calls that waited for another thread to compute it.
        evictions: results removed to stay within the bound.
        entries: results stored now.
        bytes: estimated size of keys and results stored now.
    """

    hits: int = 0
    misses: int = 0
    waits: int = 0
    evictions: int = 0
    entries: int = 0
    bytes: int = 0


class Cache:
    """Thread-safe LRU cache bounded in bytes; simultaneous calls with one key compute its result once."""

    def __init__(self, most_bytes: int) -> None:
        """Create an empty cache."""
        self._most_bytes = most_bytes
        self._results: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._pending: dict[Hashable, tuple[Future[Any], int]] = {}
        self._counts = Counts()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the stored result of a key, else compute and store it.

        An error is raised in all threads waiting for the result, and is not stored.

        Raises:
            RuntimeError: `make` needs the result of the same key, which would wait for itself forever.
        """
        while True:
            with self._lock:
                if key in self._results:
                    self._results.move_to_end(key)
                    self._counts.hits += 1
                    stored: Answer = self._results[key][0]
                    return stored
                if key not in self._pending:
                    self._counts.misses += 1
                    future: Future[Answer] = Future()
                    self._pending[key] = (future, get_ident())
                    break
                pending, maker_thread = self._pending[key]
                self._counts.waits += 1
            if maker_thread == get_ident():
                raise RuntimeError(f"making an answer asks for itself: {key}")
            try:
                awaited: Answer = pending.result()
            except CancelledError:  # the computing thread was stopped (its visitor left): try again
                continue
            return awaited
        return self._make(key, future, make)

    def _make(self, key: Hashable, future: "Future[Answer]", make: Callable[[], Answer]) -> Answer:
        try:
            result = make()
            size = size_of_key(key) + size_of(result)
        # Streamlit stops the script of a visitor who left with a BaseException; that must not reach other visitors,
        # so it cancels the future, and one of the waiting threads computes the result instead.
        except BaseException as error:
            with self._lock:
                del self._pending[key]
            if isinstance(error, Exception):
                future.set_exception(error)
            else:
                future.cancel()
            raise
        with self._lock:
            del self._pending[key]
            self._results[key] = (result, size)
            self._counts.bytes += size
            self._evict()
        future.set_result(result)
        return result

    def _evict(self) -> None:
        # The newest result stays even if it alone exceeds the bound; otherwise every call would compute it again.
        while self._counts.bytes > self._most_bytes and len(self._results) > 1:
            _, (_, size) = self._results.popitem(last=False)
            self._counts.bytes -= size
            self._counts.evictions += 1
        self._counts.entries = len(self._results)

    def counts(self) -> Counts:
        """Return a copy of the statistics."""
        with self._lock:
            return Counts(**vars(self._counts))

    def clear(self) -> None:
        """Remove all results and reset the statistics; only for tests and measurements."""
        with self._lock:
            self._results.clear()
            self._counts = Counts()


def size_of_key(key: Hashable) -> int:
    """Return the estimated size in bytes of a key, without what its arguments hold: hundreds of keys share them."""
    size = sys.getsizeof(key, 64)
    return size + sum(map(size_of_key, key)) if isinstance(key, tuple) else size


def size_of(result: object) -> int:
    """Return the estimated size in bytes of a result; a frame shared by several results counts in each."""
    # The commonest first: a page has thousands of texts and numbers.
    size = sys.getsizeof(result, 64)
    if result is None or isinstance(result, str | int | float | bytes):
        return size
    if isinstance(result, list | tuple | set | frozenset):
        return size + _size_of_all(result)
    if isinstance(result, pl.DataFrame):
        return 1_000 + COLUMN_BYTES * result.width + int(result.estimated_size())
    if isinstance(result, Mapping):
        return size + sum(map(size_of_key, result)) + _size_of_all(result.values())
    if isinstance(result, partial):
        return size + size_of(result.args) + size_of(result.keywords)
    names = _field_names(type(result))  # type: ignore[arg-type]  # a class can be hashed
    return size + sum(size_of(getattr(result, name)) for name in names)


def _size_of_all(results: Collection[object]) -> int:
    """Return the estimated size of all of them, of many from some: rows of a table are about as large as each other."""
    step = len(results) // SOME + 1
    return sum(map(size_of, islice(results, 0, None, step))) * len(results) // max(1, -(-len(results) // step))


SOME: Final = 16
"""Results of one kind that are measured at least, of more than as many."""


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


COLUMN_BYTES: Final = 600
"""Bytes per column of a frame in addition to its values, measured on frames of few rows."""

CACHE: Final = Cache(MOST_BYTES)
"""The only cache of the process."""


def cached(
    function: Callable[Arguments, Answer], *, depends_on: str = EVALUATIONS, told: bool = False
) -> Callable[Arguments, Answer]:
    """Return the function memoised by all arguments; results are shared between callers and must not be mutated.

    If the first argument is a snapshot (queries/snapshot.py), it is replaced by the snapshot as of the newest event
    that `depends_on` covers, so an event of another kind or dataset invalidates nothing. The same value passed by
    position and by keyword gives two keys.

    If the first argument has a language, as the view of a report has, the result is told in it. Without one, a
    result that holds sentences is `told`: it is kept once for each language that asks.
    """

    @wraps(function)
    def from_cache(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        # By attribute rather than isinstance, since queries/snapshot.py imports this module.
        if args and (narrowed := getattr(args[0], "narrowed", None)):
            args = (narrowed(depends_on), *args[1:])  # type: ignore[assignment]  # still a Snapshot
        key: tuple[Hashable, ...] = (function, args, tuple(sorted(kwargs.items())) if kwargs else ())
        language = getattr(args[0], "language", None) if args else None
        if told:
            key = (*key, spoken())
        if language is None:
            return CACHE.get(key, partial(function, *args, **kwargs))
        with speaking(language):
            return CACHE.get(key, partial(function, *args, **kwargs))

    return from_cache


def cached_told(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function memoised once for each language that asks, since its result holds sentences; see cached."""
    return cached(function, told=True)


def cached_log_told(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function memoised until the next event, once for each language that asks; see cached."""
    return cached(function, depends_on=LOG, told=True)


def cached_log(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function memoised until the next event of the dataset, of any kind; see cached."""
    return cached(function, depends_on=LOG)


def cached_reference(function: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Return the function memoised across datasets and events; see cached."""
    return cached(function, depends_on=REFERENCE)
