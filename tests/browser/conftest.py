"""A real browser against a real server with a store of its own."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.serving import found_chromium, launched, new_context, running, settle

OpenPage = Callable[..., Page]


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


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Return a function that opens a path as a new visitor, by default in bokmål, and waits until it has settled."""
    contexts: list[BrowserContext] = []

    def open_path(path: str, width: int = 1440) -> Page:
        contexts.append(new_context(browser, width))
        page = contexts[-1].new_page()
        language = "" if "spraak=" in path else "&spraak=nb" if "?" in path else "?spraak=nb"
        page.goto((path if path.startswith("http") else server + path) + language)
        return settle(page)

    yield open_path
    for context in contexts:
        context.close()
