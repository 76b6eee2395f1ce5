"""The municipality page in stores of growing size: the large store against the example, and all of them in a table."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.chromium import browsing, milliseconds_to_choose, opened
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Taken, Target
from tests.benchmarks.growth_table import Growth
from tests.benchmarks.in_turn import Measure, in_turn
from tests.benchmarks.load import PAGE
from tests.benchmarks.page_times import PageTimes, page_times
from tests.benchmarks.progress import tell_round
from tests.benchmarks.reruns import SEEN, address_of, open_all
from tests.benchmarks.servers import OURS, serving
from tests.benchmarks.stores import Municipality, made_municipalities, points, said

SCRIPT = "municipality"
AGAINST = "the same page on the example dataset"
WARM, NEVER_OPENED = Target(2), Target(5)
SIZES = (16, 160, 1_600, 36_000)
SEEN_WHILE_GROWING = 6


def large(effort: Effort) -> Iterator[Taken]:
    """Measure the page on the large store against the example dataset, on the server and in a browser."""
    yield from _on_the_server(effort)
    yield from _in_the_browser(effort)


def _on_the_server(effort: Effort) -> Iterator[Taken]:
    known = effort.stores.example_municipalities()
    country = made_municipalities(range(len(known)))
    stores = effort.stores.made(effort.large), effort.stores.example()
    with page_times(stores[0]) as ours, page_times(stores[1]) as other:
        first = in_turn(
            effort.of(20, 4),
            _never_opened(ours, country, effort.of(SEEN, 2)),
            _never_opened(other, known, effort.of(SEEN, 2)),
            f"{SCRIPT} on the large store, never opened",
        )
        warm = in_turn(
            effort.of(48, 8),
            _warm(ours, country[: effort.of(SEEN, 2)]),
            _warm(other, known[: effort.of(SEEN, 2)]),
            f"{SCRIPT} on the large store, warm",
        )
    yield Taken(Figure("large", _what(effort, "warm, on the server"), AGAINST, WARM), *warm)
    yield Taken(Figure("large", _what(effort, "never opened, on the server"), AGAINST, NEVER_OPENED), *first)


def _in_the_browser(effort: Effort) -> Iterator[Taken]:
    known = effort.stores.example_municipalities()
    country = made_municipalities(range(len(known)))
    apps = (OURS, effort.stores.made(effort.large)), (OURS, effort.stores.example())
    with serving(*apps) as servers, browsing() as browser:
        views = [(server, PAGE, those[0].address) for server, those in zip(servers, (country, known), strict=True)]
        our_page, other_page = opened(browser, *views)

        def on_ours(number: int) -> float:
            return milliseconds_to_choose(our_page, country[1 + number].name)

        def on_the_other(number: int) -> float:
            return milliseconds_to_choose(other_page, known[1 + number].name)

        what, seen = f"{SCRIPT} on the large store in Chromium", effort.of(4, 2)
        first = in_turn(effort.of(12, 2), on_ours, on_the_other, f"{what}, never opened")
        warm = in_turn(
            effort.of(24, 2),
            lambda number: on_ours(number % seen),
            lambda number: on_the_other(number % seen),
            f"{what}, warm",
        )
    yield Taken(Figure("large", _what(effort, "warm, in Chromium"), AGAINST, WARM), *warm)
    yield Taken(Figure("large", _what(effort, "never opened, in Chromium"), AGAINST, NEVER_OPENED), *first)


def growth(effort: Effort) -> Iterator[Growth]:
    """Measure the page on the server in one store after the other, round by round."""
    sizes = (SIZES[0], effort.country) if effort.quick else SIZES
    with ExitStack() as started:
        servers = [started.enter_context(page_times(effort.stores.made(size))) for size in sizes]
        # The smallest country bounds how many can be left that nobody has opened.
        country = made_municipalities(range(min(sizes)))
        first = _side_by_side(
            effort.of(min(sizes) - SEEN_WHILE_GROWING, 4),
            [_never_opened(one, country, SEEN_WHILE_GROWING) for one in servers],
            "growth, never opened",
        )
        seen = country[:SEEN_WHILE_GROWING]
        warm = _side_by_side(effort.of(24, 6), [_warm(one, seen) for one in servers], "growth, warm")
    yield Growth([points(size) for size in sizes], warm, first)


def _side_by_side(rounds: int, measures: Sequence[Measure], what: str) -> list[float]:
    """Return the median of each, measured in turn."""
    times: list[list[float]] = [[] for _ in measures]
    for number in range(rounds):
        tell_round(what, number, rounds)
        for measure, taken in zip(measures, times, strict=True):
            taken.append(measure(number))
    return [median(taken) for taken in times]


def _never_opened(times: PageTimes, those: Sequence[Municipality], seen: int) -> Measure:
    """Open as many as are to be seen before, and return what opens the next one at each round."""
    open_all(times, SCRIPT, those[:seen])
    return lambda number: times.rerun(SCRIPT, address_of(SCRIPT, those, seen + number))


def _warm(times: PageTimes, those: Sequence[Municipality]) -> Measure:
    """Open all of them again, and return what opens one of them at each round."""
    open_all(times, SCRIPT, those)
    return lambda number: times.rerun(SCRIPT, address_of(SCRIPT, those, number))


def _what(effort: Effort, how: str) -> str:
    return f"municipality page with {said(points(effort.large))} points, {how}"
