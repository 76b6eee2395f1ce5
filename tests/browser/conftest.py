"""A real browser against a real server with a store of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

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


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Run Playwright for as long as the tests run."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium: the one named, one found, or one installed now. Never skip."""
    if named := os.environ.get("CHROMIUM"):
        if not shutil.which(named):
            pytest.fail(f"CHROMIUM names {named}, which cannot be run.")
        return named
    if path := installed(playwright):
        return path
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


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the application as the README does, with a store of its own, and return its address."""
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    log, address = folder / "server.log", f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += [
        "--server.address",
        "127.0.0.1",
        "--server.port",
        str(port),
        "--server.fileWatcherType",
        "none",
    ]
    environment = {**os.environ, "KOMPASSROSEN_STORE": str(folder / "store.duckdb")}
    with log.open("wb") as output:
        running = subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=output, stderr=output)
    try:
        wait_for(running, f"{address}/healthz", log)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=20)


def settle(page: Page) -> Page:
    """Wait until the page has said everything it has to say."""
    page.wait_for_function(SETTLED, timeout=30_000)
    return page


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Return a function that opens a path and waits until the page has settled."""
    contexts: list[BrowserContext] = []

    def open_path(path: str, width: int = 1440, height: int = 900, *, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="nb-NO",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(server + path)
        settle(page)
        assert not page.get_by_test_id("stException").count(), f"{path} shows an error"
        return page

    yield open_path
    for context in contexts:
        context.close()
