"""A real browser against a real server with a store of its own."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

HOUSE = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",  # containers run as root, where Chromium refuses its sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Streamlit is at rest between two messages too, so rest has to last: connected, nothing running, nothing left
# over from the run before, every picture drawn, for a third of a second on end.
SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const resting = app
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
        && !document.querySelector('[data-stale="true"]')
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
        && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
            .every(picture => picture.querySelector('svg.marks, canvas.marks'));
    const now = performance.now();
    if (!resting) window.restingSince = undefined;
    else window.restingSince ??= now;
    return resting && now - window.restingSince > 333;
}"""

OpenPage = Callable[..., Page]


def installed(playwright: Playwright) -> str | None:
    """Return the path of a Chromium that is on this machine already."""
    on_path = (shutil.which(name) for name in NAMES)
    own = playwright.chromium.executable_path
    return next((path for path in on_path if path), own if Path(own).exists() else None)


def install() -> None:
    """Install Chromium with the machine's own package manager where we may, else with Playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        steps = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]]
    else:
        steps = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            return


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
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a Chromium: the one named, one found, or one installed now. Never skip."""
    if named := os.environ.get("CHROMIUM"):
        if not shutil.which(named):
            pytest.fail(f"CHROMIUM names {named}, which cannot be run.")
        return named
    with one_worker_at_a_time(tmp_path_factory):
        if not installed(playwright):
            install()
        if path := installed(playwright):
            return path
    pytest.fail("No Chromium found, and none could be installed. Install one, or name it in CHROMIUM.")


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Return one browser for all tests; each page gets a fresh profile."""
    running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
    yield running
    running.close()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Say whether the address answers."""
    try:
        with urllib.request.urlopen(url, timeout=1) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def wait_for(server: subprocess.Popen[bytes], url: str, log: Path, seconds: int = 60) -> None:
    """Wait until the server answers; fail with its last words if it does not."""
    deadline = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < deadline:
        if answers(url):
            return
        time.sleep(0.2)
    server.terminate()
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


@contextmanager
def running(store: Path) -> Iterator[str]:
    """Start the application as the README does, with this store, and give its address."""
    port, log = free_port(), store.with_name("server.log")
    address = f"http://127.0.0.1:{port}"
    options = {"headless": "true", "address": "127.0.0.1", "port": str(port), "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [word for name, value in options.items() for word in (f"--server.{name}", value)]
    environment = {**os.environ, "KOMPASSROSEN_STORE": str(store)}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=output, stderr=output)
    try:
        wait_for(server, f"{address}/_stcore/health", log)  # which makes no store, unlike our own /healthz
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the one server most tests share."""
    with running(tmp_path_factory.mktemp("server") / "store.duckdb") as address:
        yield address


def settle(page: Page) -> Page:
    """Wait until the page has said everything it has to say."""
    page.wait_for_function(SETTLED, timeout=30_000)
    return page


def unfold(page: Page) -> Page:
    """Open all that is folded away, as somebody does who wants to see it all."""
    page.evaluate("() => document.querySelectorAll('details:not([open]) summary').forEach(fold => fold.click())")
    return settle(page)


def new_context(browser: Browser, width: int = 1440, *, dark: bool = False) -> BrowserContext:
    """Return a visitor nobody has seen before."""
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nb-NO")


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Return a function that opens a path as a new visitor and waits until the page has settled."""
    contexts: list[BrowserContext] = []

    def open_path(path: str, width: int = 1440) -> Page:
        contexts.append(new_context(browser, width))
        page = contexts[-1].new_page()
        page.goto(path if path.startswith("http") else server + path)
        return settle(page)

    yield open_path
    for context in contexts:
        context.close()
