"""The servers that are measured, and how much memory they take."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.benchmarks.figure import CannotMeasure
from tests.browser.serving import NotServed, Server, start, stop, wait_for

OURS = "app.py"
APPS = "tests/benchmarks/apps"
FLOOR = f"{APPS}/floor.py"
CHART_AND_TABLE = f"{APPS}/chart_and_table.py"
EMPTY = f"{APPS}/empty.py"


@contextmanager
def serving(*apps: tuple[str, Path]) -> Iterator[list[Server]]:
    """Start these apps side by side, each with its store, and end them whatever happens."""
    with ExitStack() as started:
        servers = []
        for number, (app, store) in enumerate(apps):
            servers.append(start(store, app, store.with_name(f"server-{number}.log")))
            started.callback(stop, servers[-1])
        try:
            for server in servers:
                wait_for(server)
        except NotServed as failure:
            raise CannotMeasure(str(failure)) from failure
        yield servers


def megabytes(server: Server) -> float:
    """Return the memory a server holds now: its resident set, as Linux counts it."""
    try:
        status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    except OSError as failure:
        raise CannotMeasure("The memory of a process can only be read on Linux, while it runs.") from failure
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024
