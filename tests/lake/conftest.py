"""What tests of a shared store have in common: one PostgreSQL for all of them, and a lake for each."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from data.__main__ import main
from data.lake.address import DATA, REPLICA
from data.lake.engine import FOLDER
from data.lake.opening import open_lake
from data.lake.store import LakeStore
from tests.lake import instead_of_files
from tests.lake.postgres import Postgres, linked_extensions

FILLED = "filled"
Server = Callable[[], LakeStore]
"""Returns the store of one more server, with a replica of its own."""


@pytest.fixture(scope="session", autouse=True)
def extensions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let DuckDB find its extensions."""
    before = os.environ.get(FOLDER)
    os.environ[FOLDER] = str(linked_extensions(tmp_path_factory.mktemp("extensions")))
    yield
    if before is None:
        del os.environ[FOLDER]
    else:
        os.environ[FOLDER] = before


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Return the one PostgreSQL of all tests of a worker."""
    yield instead_of_files.postgres()
    instead_of_files.end()


@pytest.fixture(scope="session")
def filled(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the database of a lake as `lake create` makes it, to copy and never to change."""
    address = postgres.new_database(FILLED)
    os.environ[DATA] = str(tmp_path_factory.mktemp("lake") / "data")
    assert main(["lake", "create", "--store", address]) == 0
    del os.environ[DATA]
    return FILLED


@pytest.fixture(scope="session")
def own_postgres(filled: str, postgres: Postgres) -> Iterator[Postgres]:
    """Return a PostgreSQL that tests may stop, with a copy of the filled lake."""
    own = Postgres()
    own.sql(f'create database "{filled}"')
    own.load(filled, postgres.dump(filled))
    yield own
    own.end()


_numbers = count(1)


@pytest.fixture
def lake(postgres: Postgres, filled: str) -> Iterator[str]:
    """Return the address of a filled lake that is the test's own."""
    name = f"lake_{next(_numbers)}"
    yield postgres.new_database(name, filled)
    postgres.drop_database(name)


@pytest.fixture(scope="session")
def filled_replica(postgres: Postgres, filled: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a replica of the filled lake, and so of every copy of it, to copy: that takes far less than making one."""
    path = tmp_path_factory.mktemp("replica") / "replica.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(REPLICA, str(path))
        open_lake(postgres.address(filled), read_only=True).close()
    return path


@pytest.fixture
def server(lake: str, filled_replica: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return a function that starts one more server on the test's lake, as it does when it was there before."""
    yield from _servers(lake, tmp_path, monkeypatch, filled_replica)


@pytest.fixture
def own_lake(postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Return the same for a lake whose files no other test reads, so that they may be deleted."""
    name = f"lake_{next(_numbers)}"
    address = postgres.new_database(name)
    with monkeypatch.context() as patch:
        patch.setenv(DATA, str(tmp_path / "data"))
        assert main(["lake", "create", "--store", address]) == 0
    yield from _servers(address, tmp_path, monkeypatch)
    postgres.drop_database(name)


def _servers(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replica: Path | None = None
) -> Iterator[Server]:
    started: list[LakeStore] = []

    def start() -> LakeStore:
        path = tmp_path / f"replica{len(started)}.duckdb"
        if replica is not None:
            shutil.copy(replica, path)
        monkeypatch.setenv(REPLICA, str(path))
        started.append(open_lake(address))
        return started[-1]

    yield start
    for store in started:
        store.close()
