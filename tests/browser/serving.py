"""A real server with a store of its own, and the Chromium that visits it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

HOUSE = Path(__file__).resolve().parents[2]
NONE: Mapping[str, str] = MappingProxyType({})
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
# over from the run before, every picture and table drawn, for a third of a second on end.
SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const resting = app
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
        && !document.querySelector('[data-stale="true"]')
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
        && [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
            .every(picture => picture.querySelector('svg.marks, canvas.marks'))
        && [...document.querySelectorAll('[data-testid="stDataFrame"]')]
            .every(table => table.querySelector('canvas'));
    const now = performance.now();
    if (!resting) window.restingSince = undefined;
    else window.restingSince ??= now;
    return resting && now - window.restingSince > 333;
}"""


class NotServed(Exception):
    """There is no Chromium, or a server did not start; the message says what it said last."""


class Server(NamedTuple):
    """A server that was started: its process, its address, and where it writes what it says."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path


def found_chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium: the one named in CHROMIUM, one found, or one installed now.

    Raises:
        NotServed: there is none, and none could be installed.
    """
    if named := os.environ.get("CHROMIUM"):
        if not shutil.which(named):
            raise NotServed(f"CHROMIUM names {named}, which cannot be run.")
        return named
    if path := installed(playwright):
        return path
    install()
    if path := installed(playwright):
        return path
    raise NotServed("No Chromium found, and none could be installed. Install one, or name it in CHROMIUM.")


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


def launched(playwright: Playwright, chromium: str) -> Browser:
    """Return a browser that asks nothing of anyone but our server."""
    return playwright.chromium.launch(executable_path=chromium, args=QUIET)


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


def start(
    store: Path,
    app: str = "app.py",
    log: Path | None = None,
    *,
    address: str | None = "127.0.0.1",
    variables: Mapping[str, str] = NONE,
) -> Server:
    """Start an application as the README does, with this store, and return before it answers.

    Without an address it listens where its own configuration says.
    """
    log = log or store.with_name("server.log")
    port = free_port()
    options = {"headless": "true", "port": str(port), "fileWatcherType": "none"}
    if address is not None:
        options["address"] = address
    command = [sys.executable, "-m", "streamlit", "run", app]
    command += [word for name, value in options.items() for word in (f"--server.{name}", value)]
    environment = {**os.environ, "KOMPASSROSEN_STORE": str(store), **_shared(store), **variables}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=output, stderr=output)
    return Server(process, f"http://127.0.0.1:{port}", log)


def _shared(store: Path) -> Mapping[str, str]:
    """Return what makes the store one that servers share, where all tests are run so."""
    if os.environ.get("KOMPASSROSEN_TEST_STORE") != "lake":
        return NONE
    from tests.lake.instead_of_files import variables_of

    return variables_of(store)


def stop(server: Server) -> None:
    """End a server and wait until it has let go of its store."""
    server.process.terminate()
    try:
        server.process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


def wait_for(server: Server, seconds: int = 60) -> None:
    """Wait until the server answers; fail with its last words if it does not."""
    deadline = time.monotonic() + seconds
    while server.process.poll() is None and time.monotonic() < deadline:
        if answers(f"{server.address}/_stcore/health"):  # which makes no store, unlike our own /healthz
            return
        time.sleep(0.1)
    raise NotServed(f"The server did not start:\n{server.log.read_text(encoding='utf-8')[-2000:]}")


@contextmanager
def running(store: Path, *, address: str | None = "127.0.0.1", variables: Mapping[str, str] = NONE) -> Iterator[str]:
    """Start our application with this store, and give its address once it answers."""
    server = start(store, address=address, variables=variables)
    try:
        wait_for(server)
        yield server.address
    finally:
        stop(server)


def settle(page: Page) -> Page:
    """Wait until the page has said everything it has to say."""
    page.wait_for_function(SETTLED, timeout=30_000)
    return page


def unfold(page: Page) -> Page:
    """Open all that is folded away, as somebody does who wants to see it all."""
    page.evaluate("() => document.querySelectorAll('details:not([open]) summary').forEach(fold => fold.click())")
    return settle(page)


def opened_as_new(page: Page, address: str, width: int = 1440, height: int = 900) -> Page:
    """Open an address in a tab that has been used, with nothing left of what was seen in it but files in the cache."""
    if page.url != "about:blank":
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.context.clear_cookies()
    page.context.new_cdp_session(page).send("Page.resetNavigationHistory")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    return settle(page)


def new_context(browser: Browser, width: int = 1440, *, dark: bool = False) -> BrowserContext:
    """Return a visitor nobody has seen before."""
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nb-NO")
