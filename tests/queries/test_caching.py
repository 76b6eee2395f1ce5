"""The cache: each answer made once however many ask, never given for another question, bounded, and kept while true."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pytest

from data.imports import undo_import
from data.store import Store
from queries.caching import CACHE, Cache, cached, cached_log, cached_reference, size_of
from queries.snapshot import Snapshot, snapshot_of
from tests.landscapes import NOON, add, made


def test_what_is_asked_again_is_not_made_again() -> None:
    asked: list[int] = []

    @cached
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(2), double(3), double(2)] == [4, 6, 4]
    assert asked == [2, 3]


def test_answers_are_kept_by_every_argument_and_by_what_is_asked() -> None:
    @cached
    def first(number: int, *, unit: str = "points") -> str:
        return f"first {number} {unit}"

    @cached
    def second(number: int, *, unit: str = "points") -> str:
        return f"second {number} {unit}"

    assert [first(1), first(1, unit="percent"), second(1), second(1, unit="percent")] == [
        "first 1 points", "first 1 percent", "second 1 points", "second 1 percent",
    ]  # fmt: skip


def test_of_two_hundred_who_ask_first_at_the_same_moment_one_makes_the_answer() -> None:
    asked: list[int] = []
    start = threading.Barrier(200)

    @cached
    def slow(number: int) -> int:
        time.sleep(0.02)
        asked.append(number)
        return number

    def ask(_visitor: int) -> int:
        start.wait()
        return slow(7)

    with ThreadPoolExecutor(200) as everyone:
        assert list(everyone.map(ask, range(200))) == [7] * 200
    assert asked == [7]


def test_an_error_is_told_to_all_who_wait_and_the_next_asks_anew() -> None:
    tries: list[int] = []
    start = threading.Barrier(8)

    @cached
    def fails_once(word: str) -> str:
        tries.append(len(tries))
        time.sleep(0.05)
        if len(tries) == 1:
            raise ValueError(word)
        return word

    def ask(_visitor: int) -> str:
        start.wait()
        try:
            return fails_once("a")
        except ValueError:
            return "refused"

    with ThreadPoolExecutor(8) as everyone:
        assert list(everyone.map(ask, range(8))) == ["refused"] * 8
    assert fails_once("a") == "a"
    assert tries == [0, 1]


def test_who_waits_for_a_visitor_who_is_stopped_makes_the_answer() -> None:
    tries: list[int] = []

    class Stopped(BaseException):
        """What ends the script of a visitor who has left."""

    @cached
    def stopped_once() -> str:
        tries.append(len(tries))
        time.sleep(0.05)
        if len(tries) == 1:
            raise Stopped
        return "made"

    with ThreadPoolExecutor(2) as everyone:
        first = everyone.submit(stopped_once)
        time.sleep(0.01)
        assert everyone.submit(stopped_once).result() == "made"
        assert isinstance(first.exception(), Stopped)


def test_an_answer_that_asks_for_itself_is_an_error_and_no_endless_wait() -> None:
    @cached
    def endless(number: int) -> int:
        return int(endless(number))

    with pytest.raises(RuntimeError, match="asks for itself"):
        endless(1)


def test_an_answer_that_cannot_be_weighed_is_an_error_for_each_who_asks() -> None:
    @cached
    def cyclic() -> list[object]:
        answer: list[object] = []
        answer.append(answer)
        return answer

    for _ in range(2):
        with pytest.raises(RecursionError):
            cyclic()


# Bounds -------------------------------------------------------------------------------------------


def test_the_longest_unused_answers_give_way_when_the_bound_is_reached() -> None:
    cache, asked = Cache(most_bytes=3_500), list[str]()

    def text(name: str) -> Callable[[], str]:
        def make() -> str:
            asked.append(name)
            return name * 1_000

        return make

    for name in "abcadb":
        cache.get(name, text(name))
    # a, b and c fit; a is asked again, so that b is the longest unused when d comes, and c when b comes back.
    assert asked == ["a", "b", "c", "d", "b"]
    counts = cache.counts()
    assert (counts.hits, counts.misses, counts.evictions, counts.entries) == (1, 5, 2, 3)
    assert 3_000 < counts.bytes <= 3_500


def test_an_answer_larger_than_the_bound_is_given_and_kept_alone() -> None:
    cache = Cache(most_bytes=100)
    assert len(cache.get("large", lambda: "x" * 1_000)) == 1_000
    assert cache.counts().entries == 1


def test_answers_are_weighed_by_what_they_hold() -> None:
    frame = pl.DataFrame({"points": [1.0] * 1_000})
    assert 8_000 <= size_of(frame) <= 10_000
    assert size_of([frame, frame]) > 16_000
    assert size_of({"a": "x" * 5_000}) > 5_000
    assert size_of(None) < 100


# What an answer depends on ------------------------------------------------------------------------


@pytest.fixture
def counted(made_store: Store) -> dict[str, list[int]]:
    """Return by kind the events that its answers were made for, asked after an import into both datasets."""
    add(made_store, made("1612", total=433))
    add(made_store, made("1612", total=400), dataset="example")
    return {"evaluations": [], "log": [], "reference": []}


def asked_of(calls: dict[str, list[int]]) -> Callable[[Snapshot], None]:
    @cached
    def evaluations(snapshot: Snapshot) -> int:
        calls["evaluations"].append(snapshot.as_of)
        return snapshot.as_of

    @cached_log
    def log(snapshot: Snapshot) -> int:
        calls["log"].append(snapshot.as_of)
        return snapshot.as_of

    @cached_reference
    def reference(snapshot: Snapshot) -> int:
        calls["reference"].append(snapshot.as_of)
        return snapshot.as_of

    def ask(snapshot: Snapshot) -> None:
        for query in (evaluations, log, reference):
            query(snapshot)

    return ask


def add_plan(store: Store, dataset: str, undoes: int | None = None) -> None:
    with store.transaction() as cursor:
        number = store.newest_event() + 1
        kind = "plan" if undoes is None else "undo"
        cursor.execute("insert into event values (?, ?, ?, ?, now(), 'Tiltak')", [number, kind, dataset, undoes])


def test_an_event_throws_away_only_what_depends_on_its_kind_and_dataset(
    made_store: Store, counted: dict[str, list[int]]
) -> None:
    ask = asked_of(counted)
    ask(snapshot_of(made_store, "real"))
    assert counted == {"evaluations": [1], "log": [1], "reference": [0]}
    add(made_store, made("1613", total=300), dataset="example")
    ask(snapshot_of(made_store, "real"))
    assert counted == {"evaluations": [1], "log": [1], "reference": [0]}
    add_plan(made_store, "real")
    ask(snapshot_of(made_store, "real"))
    assert counted == {"evaluations": [1], "log": [1, 4], "reference": [0]}
    add_plan(made_store, "real", undoes=4)
    ask(snapshot_of(made_store, "real"))
    assert counted == {"evaluations": [1], "log": [1, 4, 5], "reference": [0]}
    undo_import(made_store, 1, NOON)
    ask(snapshot_of(made_store, "real"))
    assert counted == {"evaluations": [1, 6], "log": [1, 4, 5, 6], "reference": [0]}


def test_the_datasets_never_share_an_answer_about_evaluations(made_store: Store, counted: dict[str, list[int]]) -> None:
    ask = asked_of(counted)
    ask(snapshot_of(made_store, "real"))
    ask(snapshot_of(made_store, "example"))
    assert counted == {"evaluations": [1, 2], "log": [1, 2], "reference": [0]}


def test_an_earlier_event_is_asked_as_of_the_last_one_that_mattered_then(
    made_store: Store, counted: dict[str, list[int]]
) -> None:
    ask = asked_of(counted)
    ask(snapshot_of(made_store, "real", as_of=2))
    assert counted == {"evaluations": [1], "log": [1], "reference": [0]}


def test_the_figures_are_those_of_the_newest_import_also_after_a_plan(made_store: Store) -> None:
    add(made_store, made("1612", total=433))
    add_plan(made_store, "real")
    add(made_store, made("1612", total=440))
    totals = [
        snapshot_of(made_store, as_of=event).query("evaluations", municipality=None)["total"].item()
        for event in (1, 2, 3)
    ]
    assert totals == [433, 433, 440]


def test_the_cache_of_the_process_tells_what_it_has_done() -> None:
    @cached
    def one() -> int:
        return 1

    before = CACHE.counts()
    one()
    one()
    after = CACHE.counts()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 1)
