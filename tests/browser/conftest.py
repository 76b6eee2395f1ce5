"""A real browser against a real server with a store of its own."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.serving import found_chromium, launched, new_context, opened_as_new, running

OpenPage = Callable[..., Page]
NewTab = Callable[[], Page]
LendTab = Callable[..., AbstractContextManager[Page]]


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
def server(tmp_path_factory: pytest.TempPathFactory, filled_store_file: Path) -> Iterator[str]:
    """Return the address of the one server most tests share."""
    with running(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("server")))) as address:
        yield address


@pytest.fixture(scope="session")
def lend_tab(browser: Browser) -> LendTab:
    """Return a function that lends a tab to open as new: in a new profile it would compile Streamlit anew."""
    unused: list[Page] = []

    @contextmanager
    def lend(*, dark: bool = False) -> Iterator[Page]:
        tab = unused.pop() if unused else new_context(browser).new_page()
        tab.emulate_media(media="null", color_scheme="dark" if dark else "light")
        yield tab
        for other in tab.context.pages:
            if other != tab:
                other.close()
        tab.mouse.move(0, 0)  # a pointer that rests on a button would call forth its tooltip
        unused.append(tab)

    return lend


@pytest.fixture
def new_tab(lend_tab: LendTab) -> Iterator[NewTab]:
    """Return a function that gives the test a tab to open as new."""
    with ExitStack() as lent:
        yield lambda: lent.enter_context(lend_tab())


@pytest.fixture
def open_page(new_tab: NewTab, server: str) -> OpenPage:
    """Return a function that opens a path as a new visitor, by default in bokmål, and waits until it has settled."""

    def open_path(path: str, width: int = 1440) -> Page:
        language = "" if "spraak=" in path else "&spraak=nb" if "?" in path else "?spraak=nb"
        return opened_as_new(new_tab(), (path if path.startswith("http") else server + path) + language, width)

    return open_path
