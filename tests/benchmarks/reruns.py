"""Reruns of every page on the server, against a page with one sentence."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn
from tests.benchmarks.page_times import PageTimes, page_times
from tests.benchmarks.stores import Municipality

PAGES = (
    "overview",
    "municipality",
    "size_groups",
    "trend",
    "merger",
    "best_practice",
    "programme",
    "followup",
    "upload",
    "method",
)
FLOOR = "a page with one sentence"
WARM = Target(6)
NEVER_OPENED = Target(20)
SEEN = 12
COMMITTEE = 3


def address_of(page: str, those: Sequence[Municipality], number: int) -> dict[str, str]:
    """Return the words that open a page for one of them; a merger needs the two that follow as well."""
    words = those[number % len(those)].address
    if page != "merger":
        return words
    return words | {"kommuner": ",".join(those[(number + beside) % len(those)].key for beside in range(COMMITTEE))}


def opened_at_once(page: str) -> int:
    """Return how many municipalities one view of a page opens."""
    return COMMITTEE if page == "merger" else 1


def open_all(times: PageTimes, page: str, those: Sequence[Municipality]) -> None:
    """Open a page once for each of them."""
    for number in range(len(those)):
        times.rerun(page, address_of(page, those, number))


def reruns(effort: Effort) -> Iterator[Taken]:
    """Measure every page, first for municipalities nobody has opened, then for a seen set."""
    known = effort.stores.example_municipalities()
    # What one page opened is no longer fresh for the next, so each has a server of its own where there is time.
    for pages in [PAGES] if effort.quick else [(page,) for page in PAGES]:
        with page_times(effort.stores.example()) as times:
            fresh = iter(known[SEEN:])
            for page in pages:
                yield from _one_page(times, page, known[: effort.of(SEEN, 3)], fresh, effort)


def _one_page(
    times: PageTimes, page: str, seen: list[Municipality], fresh: Iterator[Municipality], effort: Effort
) -> Iterator[Taken]:
    open_all(times, page, seen)

    def never_opened(_number: int) -> float:
        return times.rerun(page, address_of(page, [next(fresh) for _ in range(opened_at_once(page))], 0))

    def warm(number: int) -> float:
        return times.rerun(page, address_of(page, seen, number))

    def floor(_number: int) -> float:
        return times.floor()

    first = in_turn(effort.of(14, 2), never_opened, floor, f"{page}, never opened")
    yield Taken(Figure("reruns", f"{page}: first rerun for a municipality", FLOOR, NEVER_OPENED), *first)
    open_all(times, page, seen)
    again = in_turn(effort.of(48, 6), warm, floor, f"{page}, warm")
    yield Taken(Figure("reruns", f"{page}: warm rerun", FLOOR, WARM), *again)
