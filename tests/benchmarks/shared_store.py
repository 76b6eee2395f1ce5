"""A store that servers share, for measurements: PostgreSQL, the lake in it, and the environment of its servers."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data.lake.address import DATA, REPLICA
from data.lake.engine import FOLDER
from data.lake.opening import open_lake
from data.lake.store import LakeStore
from tests.benchmarks.figure import CannotMeasure
from tests.benchmarks.servers import OURS
from tests.browser.serving import HOUSE, Server, start, stop, wait_for
from tests.lake.postgres import Postgres, linked_extensions


class SharedStore:
    """A lake with the content of a store's file."""

    def __init__(self, postgres: Postgres, store: Path) -> None:
        """Make it beside the file."""
        self._folder = store.parent
        self.address = postgres.new_database("measured")
        self._extensions = linked_extensions(self._folder / "extensions")
        run({**self.of_server("made"), DATA: str(self._folder / "data")}, "-m", "data", "lake", "create")
        run(self.of_server("made"), "-m", "data", "lake", "copy", str(store))

    def of_server(self, name: str) -> dict[str, str]:
        """Return the variables of a server with a replica of this name."""
        replica = self._folder / f"{name}.duckdb"
        return {"KOMPASSROSEN_STORE": self.address, REPLICA: str(replica), FOLDER: str(self._extensions)}


@contextmanager
def sharing(store: Path) -> Iterator[SharedStore]:
    """Start a PostgreSQL with a lake that holds what the file holds, and end it."""
    postgres = Postgres()
    try:
        yield SharedStore(postgres, store)
    finally:
        postgres.end()


def run(variables: Mapping[str, str], *words: str) -> None:
    """Run Python in a process of its own, with these variables."""
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=HOUSE, env={**os.environ, **variables}, capture_output=True, text=True, check=False, timeout=900
    )
    if done.returncode:
        raise CannotMeasure(f"{' '.join(words)[:80]}: {done.stderr[-500:]}")


def opened_as(variables: Mapping[str, str]) -> LakeStore:
    """Return the store of a server with these variables, in this process; it follows only when asked to."""
    os.environ.update(variables)
    opened = open_lake(variables["KOMPASSROSEN_STORE"])
    opened.stop_following()
    return opened


@contextmanager
def serving_lake(lake: SharedStore, store: Path, *names: str) -> Iterator[list[Server]]:
    """Start a server of each name on a lake; their logs lie beside the file it was made of."""
    with ExitStack() as started:
        servers = []
        for name in names:
            log = store.with_name(f"{name}.log")
            servers.append(start(store, OURS, log, variables=lake.of_server(name)))
            started.callback(stop, servers[-1])
        for server in servers:
            wait_for(server)
        yield servers
