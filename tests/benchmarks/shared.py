"""A store that servers share against one in a file: importing, following, starting, pages, and two servers for one."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from data.opening import open_store
from data.store import Store
from tests.benchmarks.apart import apart
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Taken, Target
from tests.benchmarks.in_turn import Measure, Turns, in_turn, milliseconds
from tests.benchmarks.load import PEOPLE, clicking, dealt, slowest
from tests.benchmarks.page_times import PageTimes, page_times
from tests.benchmarks.reruns import SEEN, address_of, open_all
from tests.benchmarks.seeing import seeing
from tests.benchmarks.shared_store import SharedStore, opened_as, run, serving_lake, sharing
from tests.benchmarks.stores import Municipality, points, said
from tests.browser.serving import Server
from tests.landscapes import add, all_questions, made

OPEN = "from data.opening import open_store; open_store().close()"
SCRIPT = "municipality"
FILE = "the same with a store in a file"


def shared(effort: Effort) -> Iterator[Taken]:
    """Measure what sharing costs, in the example's store and in the large one."""
    yield from _on(effort, effort.stores.example(), "", effort.of(15, 3))
    large = effort.stores.made(effort.large)
    yield from _on(effort, large, f" at {said(points(effort.large))} points", effort.of(5, 1))


def _on(effort: Effort, store: Path, size: str, rounds: int) -> Iterator[Taken]:
    with sharing(store) as lake:
        importing, following = apart(write_times, [lake.of_server(one) for one in ("ours", "theirs")], store, rounds)
        yield Taken(Figure("shared", f"import of one evaluation{size}", FILE), *importing)
        yield Taken(Figure("shared", f"following it{size}", "the import itself", Target(1)), *following)
        if not size:
            yield from seeing(lake, store, effort.of(24, 4))
        yield from _starts(lake, store, size, min(rounds, effort.of(5, 1)))
        if not size:
            yield from _pages(effort, lake, store)


def write_times(servers: Sequence[Mapping[str, str]], store: Path, rounds: int) -> tuple[Turns, Turns]:
    """Return how long imports take in a shared store and in a file, and how long another server takes to follow."""
    years, numbers = count(1000), iter(range(10**6))
    ours, theirs = (opened_as(server) for server in servers)
    file = open_store(Path(shutil.copy(store, store.with_name("file.duckdb"))))

    def into(opened: Store) -> float:
        one = made(str(9001 + next(numbers) % 50), next(years), total=400, areas=[50] * 8, questions=all_questions())
        return milliseconds(lambda: add(opened, one, dataset="example"))

    def follow(_number: int) -> float:
        into(ours)
        return milliseconds(theirs.follow)

    importing = in_turn(rounds, lambda _: into(ours), lambda _: into(file), "imports of one evaluation")
    theirs.follow()
    following = in_turn(rounds, follow, lambda _: into(ours), "following one import")
    for opened in (ours, theirs, file):
        opened.close()
    return importing, following


def _starts(lake: SharedStore, store: Path, size: str, rounds: int) -> Iterator[Taken]:
    """Measure processes that open the store and end: with a replica to make, and with one that is there."""
    file, numbers = {"KOMPASSROSEN_STORE": str(store)}, iter(range(10**6))

    def opening(variables: Mapping[str, str]) -> float:
        return milliseconds(lambda: run(variables, "-c", OPEN))

    fresh = in_turn(
        rounds,
        lambda _: opening(lake.of_server(f"fresh-{next(numbers)}")),
        lambda _: opening(file),
        "starts of a fresh server",
    )
    again = in_turn(rounds, lambda _: opening(lake.of_server("fresh-0")), lambda _: opening(file), "restarts")
    yield Taken(Figure("shared", f"process that opens the store, without a replica{size}", FILE), *fresh)
    yield Taken(Figure("shared", f"process that opens the store, with its replica{size}", FILE), *again)


def _pages(effort: Effort, lake: SharedStore, store: Path) -> Iterator[Taken]:
    """Measure the municipality page on a replica, warm."""
    known = effort.stores.example_municipalities()[: effort.of(SEEN, 3)]

    def warm(times: PageTimes) -> Measure:
        open_all(times, SCRIPT, known)
        return lambda number: times.rerun(SCRIPT, address_of(SCRIPT, known, number))

    with page_times(store, lake.of_server("pages")) as ours, page_times(store) as other:
        turns = in_turn(effort.of(96, 8), warm(ours), warm(other), f"{SCRIPT} on a replica, warm")
    yield Taken(Figure("shared", f"{SCRIPT} page on a replica, warm", FILE, Target(1.1)), *turns)


def shared_load(effort: Effort) -> Iterator[Taken]:
    """Measure people on two servers that share a store, against as many on one of them."""
    people, clicks = effort.of(PEOPLE, 10), effort.of(20, 3)
    known = effort.stores.example_municipalities()[: effort.of(55, 12)]
    those = dealt([one.name for one in known[1:]], people, clicks)
    store = effort.stores.example()
    with sharing(store) as lake, serving_lake(lake, store, "a", "b") as servers:
        for server in servers:
            asyncio.run(clicking(server.address, known[0], [[one.name for one in known[1:]]], pause=0))
        turns = in_turn(
            effort.of(3, 1),
            lambda _: slowest(asyncio.run(_on_all(servers, known[0], those))),
            lambda _: slowest(asyncio.run(_on_all(servers[:1], known[0], those))),
            f"{people} people on two servers that share a store",
        )
    what = f"{people} people clicking without pause on two servers, 95th percentile"
    yield Taken(Figure("shared-load", what, "as many on one server"), *turns)


async def _on_all(servers: Sequence[Server], start: Municipality, those: Sequence[Sequence[str]]) -> list[float]:
    """Let every so many of the people click on each server, all at once, and return all the times."""
    shares = [clicking(server.address, start, those[n :: len(servers)], pause=0) for n, server in enumerate(servers)]
    return [taken for times in await asyncio.gather(*shares) for taken in times]
