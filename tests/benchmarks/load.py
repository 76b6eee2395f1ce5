"""Many people at once, clicking through the municipality page, against the floor app under the same load."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack

from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn, percentile
from tests.benchmarks.servers import FLOOR, OURS, serving
from tests.benchmarks.stores import Municipality, made_municipalities
from tests.benchmarks.visitors import Visitor, visitor

PEOPLE = 50
MOST_SECONDS = 300
PAGE = "kommune"
AGAINST = "the floor app under the same load"
FLOOR_OPENS, *FLOOR_NAMES = [f"Floor {option:02}" for option in range(60)]


async def clicking(address: str, start: Municipality, those: Sequence[Sequence[str]], pause: float) -> list[float]:
    """Let people click: for each of them, the names they choose one after the other. Return all the times."""
    async with AsyncExitStack() as connected, asyncio.timeout(MOST_SECONDS):
        people = [await connected.enter_async_context(visitor(address)) for _ in those]
        for person in people:
            await person.open(PAGE, start.address)
        # With pauses, nobody begins in step with the others.
        begin = [pause * number / len(people) for number in range(len(people))]
        clicks = map(_clicks, people, those, begin, [pause] * len(people))
        return [taken for person in await asyncio.gather(*clicks) for taken in person]


async def _clicks(person: Visitor, names: Sequence[str], begin: float, pause: float) -> list[float]:
    taken = []
    for number, name in enumerate(names):
        await asyncio.sleep(pause if number else begin)
        taken.append(await person.choose(name))
        if person.titles and not person.titles[0].startswith(name):
            raise CannotMeasure(f"{name} was chosen, and the page shows {person.titles[0]}.")
    return taken


def dealt(names: Sequence[str], people: int, clicks: int) -> list[list[str]]:
    """Deal names to people like cards, each the next few; begin again only where they run out."""
    return [[names[(person * clicks + number) % len(names)] for number in range(clicks)] for person in range(people)]


def load(effort: Effort) -> Iterator[Taken]:
    """Measure people who click without pause through what has all been opened before."""
    people, clicks = effort.of(PEOPLE, 10), effort.of(20, 3)
    known = effort.stores.example_municipalities()[: effort.of(55, 12)]
    offered = FLOOR_NAMES[: effort.of(len(FLOOR_NAMES), 12)]
    ours = dealt([one.name for one in known[1:]], people, clicks)
    floor = dealt(offered, people, clicks)
    with serving((OURS, effort.stores.example()), (FLOOR, effort.stores.example())) as servers:
        our_server, floor_server = (server.address for server in servers)
        asyncio.run(clicking(our_server, known[0], [[one.name for one in known[1:]]], pause=0))
        asyncio.run(clicking(floor_server, known[0], [offered], pause=0))
        turns = in_turn(
            effort.of(3, 1),
            lambda _: slowest(asyncio.run(clicking(our_server, known[0], ours, pause=0))),
            lambda _: slowest(asyncio.run(clicking(floor_server, known[0], floor, pause=0))),
            f"{people} people clicking without pause",
        )
    what = f"{people} people clicking without pause, all opened before, 95th percentile"
    yield Taken(Figure("load", what, AGAINST, Target(1)), *turns)


def fresh_load(effort: Effort) -> Iterator[Taken]:
    """Measure people who click with pauses, each time on a municipality that nobody has opened."""
    people, clicks = effort.of(PEOPLE, 10), effort.of(8, 1)
    pause = effort.of(2, 1)
    country = made_municipalities(range(effort.country))
    ours = dealt([one.name for one in country[1:]], people, clicks)
    floor = dealt(FLOOR_NAMES, people, clicks)

    def never_opened(_round: int) -> float:
        with serving((OURS, effort.stores.made(effort.country))) as [server]:
            return slowest(asyncio.run(clicking(server.address, country[0], ours, pause)))

    def on_the_floor(_round: int) -> float:
        with serving((FLOOR, effort.stores.example())) as [server]:
            return slowest(asyncio.run(clicking(server.address, country[0], floor, pause)))

    turns = in_turn(effort.of(3, 1), never_opened, on_the_floor, f"{people} people with pauses of {pause} s")
    what = f"{people} people, nothing opened before, pauses of {pause} s, 95th percentile"
    yield Taken(Figure("fresh-load", what, AGAINST, Target(3)), *turns)


def slowest(times: list[float]) -> float:
    """Return the time that nineteen of twenty clicks do not exceed."""
    return percentile(times, 0.95)
