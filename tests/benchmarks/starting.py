"""From the start of a server until its first page has settled in a browser."""

from collections.abc import Iterator
from pathlib import Path
from socket import create_connection
from time import monotonic, sleep, time
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.benchmarks.chromium import browsing, milliseconds_since
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.progress import tell_round
from tests.benchmarks.servers import CHART_AND_TABLE, EMPTY, OURS
from tests.browser.serving import Server, new_context, start, stop

LONGEST = 60
WHAT = "server start until the first page has settled in Chromium"


def starting(effort: Effort) -> Iterator[Taken]:
    """Measure our start against an app with one chart and one table, and an empty one."""
    taken: dict[str, list[float]] = {OURS: [], CHART_AND_TABLE: [], EMPTY: []}
    store, rounds = effort.stores.example(), effort.of(9, 1)
    with browsing() as browser:
        for number in range(rounds):
            tell_round(WHAT, number, rounds)
            for app, times in taken.items():
                times.append(_one_start(browser, app, store))
    ours, chart_and_table, empty = taken.values()
    yield Taken(Figure("start", WHAT, "an app with one chart and one table", Target(1.1)), ours, chart_and_table)
    yield Taken(Figure("start", "the same start", "an empty Streamlit app", Target(2.5)), ours, empty)


def _one_start(browser: Browser, app: str, store: Path) -> float:
    context = new_context(browser)  # whose cache is empty
    page = context.new_page()
    began = time()
    server = start(store, app)
    try:
        _wait_until_it_listens(server)
        return milliseconds_since(began, page, server.address)
    finally:
        stop(server)
        context.close()


def _wait_until_it_listens(server: Server) -> None:
    at = urlsplit(server.address)
    deadline = monotonic() + LONGEST
    while server.process.poll() is None and monotonic() < deadline:
        try:
            create_connection((at.hostname or "", at.port or 0), timeout=1).close()
        except OSError:
            sleep(0.01)
        else:
            return
    raise CannotMeasure(f"The server did not start:\n{server.log.read_text(encoding='utf-8')[-2000:]}")
