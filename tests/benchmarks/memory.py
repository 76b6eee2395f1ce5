"""Memory of the server after people have opened every page, on the large store and on the example dataset."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn
from tests.benchmarks.reruns import COMMITTEE, PAGES, address_of
from tests.benchmarks.servers import OURS, megabytes, serving
from tests.benchmarks.stores import Municipality, made_municipalities, points, said
from tests.benchmarks.visitors import Visitor, visitor
from tests.browser.serving import Server

MOST_SECONDS = 600
PATHS = ("", "kommune", "storrelsesgruppe", "utvikling", "sammenslaing", "beste-praksis", "tiltak", "oppfolging",
         "last-opp", "metode")  # fmt: skip


async def _visits(server: Server, those: Sequence[Municipality], people: int) -> float:
    """Return the megabytes of a server once people have opened every page, each for a municipality of their own."""
    async with AsyncExitStack() as connected, asyncio.timeout(MOST_SECONDS):
        visitors = [await connected.enter_async_context(visitor(server.address)) for _ in range(people)]
        await asyncio.gather(*(_every_page(one, those, number) for number, one in enumerate(visitors)))
        return megabytes(server)


async def _every_page(person: Visitor, those: Sequence[Municipality], number: int) -> None:
    for path, page in zip(PATHS, PAGES, strict=True):
        await person.open(path, address_of(page, those, number))


def memory(effort: Effort) -> Iterator[Taken]:
    """Measure the large store against the example dataset, each on a server started for it."""
    people = effort.of(10, 1)
    known = effort.stores.example_municipalities()
    country = made_municipalities(range(people + COMMITTEE))

    def after_visits(store: Path, those: Sequence[Municipality]) -> float:
        with serving((OURS, store)) as [server]:
            return asyncio.run(_visits(server, those, people))

    turns = in_turn(
        effort.of(3, 1),
        lambda _: after_visits(effort.stores.made(effort.large), country),
        lambda _: after_visits(effort.stores.example(), known),
        f"memory after {people} people have opened all pages",
    )
    what = f"memory with {said(points(effort.large))} points, all pages opened by {people} people"
    yield Taken(Figure("memory", what, "memory on the example dataset, same visits", Target(2), "MB"), *turns)
