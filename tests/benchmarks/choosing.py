"""Choosing another municipality in a browser, until every picture has changed and the app is idle."""

from collections.abc import Iterator

from tests.benchmarks.chromium import browsing, milliseconds_to_choose, opened
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn
from tests.benchmarks.load import FLOOR_NAMES, FLOOR_OPENS, PAGE
from tests.benchmarks.servers import FLOOR, OURS, serving


def choosing(effort: Effort) -> Iterator[Taken]:
    """Measure the municipality page, among a few municipalities chosen before, against the floor app."""
    first, *others = effort.stores.example_municipalities()[: effort.of(4, 2)]
    seen, offered = [*others, first], [*FLOOR_NAMES[: len(others)], FLOOR_OPENS]
    apps = (OURS, effort.stores.example()), (FLOOR, effort.stores.example())
    with serving(*apps) as [ours, floor], browsing() as browser:
        our_page, floor_page = opened(browser, (ours, PAGE, first.address), (floor, "", {}))

        def choose(number: int) -> float:
            return milliseconds_to_choose(our_page, seen[number % len(seen)].name)

        def choose_on_the_floor(number: int) -> float:
            return milliseconds_to_choose(floor_page, offered[number % len(seen)])

        what = "choose another municipality in Chromium"
        in_turn(len(others), choose, choose_on_the_floor, f"{what}, for the first time")
        turns = in_turn(
            effort.of(24, 2),
            lambda number: choose(len(others) + number),
            lambda number: choose_on_the_floor(len(others) + number),
            what,
        )
    done = f"{what} until every picture has changed and the app is idle"
    yield Taken(Figure("choosing", done, "the same in the floor app", Target(1.5)), *turns)
