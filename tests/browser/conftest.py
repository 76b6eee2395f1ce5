"""A real browser against a real server with a store of its own."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.serving import found_chromium, launched, new_context, opened_as_new, running

OpenPage = Callable[..., Page]
NewTab = Callable[[], Page]


@contextmanager
def one_worker_at_a_time(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the other workers waiting: two cannot install at once, and half a Chromium is none."""
    shared = tmp_path_factory.getbasetemp().parent
    with (shared / "chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Run Playwright for as long as the tests run."""
    with sync_playwright() as running_playwright:
        yield running_playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a Chromium; where there is none the tests fail, they never skip."""
    with one_worker_at_a_time(tmp_path_factory):
        return found_chromium(playwright)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Return one browser for all tests; each page gets a fresh profile."""
    browser = launched(playwright, chromium)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the one server most tests share."""
    with running(tmp_path_factory.mktemp("server") / "store.duckdb") as address:
        yield address


@pytest.fixture(scope="session")
def unused_tabs() -> list[Page]:
    """Return the tabs that no test has in use."""
    return []


@pytest.fixture
def new_tab(browser: Browser, unused_tabs: list[Page]) -> Iterator[NewTab]:
    """Return a function that gives a tab to open as new: in a new profile it would compile Streamlit anew."""
    taken: list[Page] = []

    def take() -> Page:
        taken.append(unused_tabs.pop() if unused_tabs else new_context(browser).new_page())
        return taken[-1]

    yield take
    for tab in taken:
        for other in tab.context.pages:
            if other != tab:
                other.close()
        tab.emulate_media(media="null")
        unused_tabs.append(tab)


@pytest.fixture
def open_page(new_tab: NewTab, server: str) -> OpenPage:
    """Return a function that opens a path as a new visitor, by default in bokmål, and waits until it has settled."""

    def open_path(path: str, width: int = 1440) -> Page:
        language = "" if "spraak=" in path else "&spraak=nb" if "?" in path else "?spraak=nb"
        return opened_as_new(new_tab(), (path if path.startswith("http") else server + path) + language, width)

    return open_path
