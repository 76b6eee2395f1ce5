"""What all tests share: a store of their own, filled once, and made-up landscapes."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import opening
from data.opening import _make, open_store
from data.speaking import SOURCE, TESTING, speaking
from data.store import Store
from queries.snapshot import Snapshot, snapshot_of
from tests.landscapes import Made, add, beside, empty, empty_store

Landscape = Callable[..., Snapshot]

os.environ[TESTING] = "1"
SHARED = os.environ.get("KOMPASSROSEN_TEST_STORE") == "lake"
"""Whether the tests are run with shared stores in place of files; see tests/lake/instead_of_files.py."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is asked of the file itself where stores are none."""
    of_files = [item for item in items if SHARED and item.get_closest_marker("store_in_a_file")]
    if of_files:
        config.hook.pytest_deselected(items=of_files)
        items[:] = [item for item in items if item not in of_files]


def pytest_collection_finish() -> None:
    """Take all that is loaded out of garbage collection, which would go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def spoken() -> Iterator[None]:
    """Speak bokmål in the thread of the tests; pages run in others, and must know their language by themselves."""
    with speaking(SOURCE):
        yield


@pytest.fixture(scope="session", autouse=True)
def shared_stores() -> Iterator[None]:
    """Let every file that tests open be a replica of a shared store, where they are run so."""
    if not SHARED:
        yield
        return
    from tests.lake.instead_of_files import as_shared, end

    upgraded = opening._upgraded
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_upgraded", lambda store: as_shared(upgraded(store)))
        yield
    end()


@pytest.fixture(autouse=True)
def own_shared_stores(request: pytest.FixtureRequest) -> Iterator[None]:
    """End the shared stores that a test opened in its own folder."""
    yield
    if SHARED and (folder := request.node.funcargs.get("tmp_path")):
        from tests.lake.instead_of_files import end_those_in

        end_those_in(folder)


@pytest.fixture(scope="session", autouse=True)
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let every test find its store in a temporary folder, never beside the program."""
    before = os.environ.get("KOMPASSROSEN_STORE")
    path = tmp_path_factory.mktemp("store") / "store.duckdb"
    os.environ["KOMPASSROSEN_STORE"] = str(path)
    yield path
    if before is None:
        del os.environ["KOMPASSROSEN_STORE"]
    else:
        os.environ["KOMPASSROSEN_STORE"] = before


@pytest.fixture(scope="session")
def filled_store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a newly made store, to copy and never to change: copying takes far less than making."""
    path = tmp_path_factory.mktemp("filled") / "store.duckdb"
    _make(path)
    return path


@pytest.fixture(scope="session")
def store(store_path: Path, filled_store_file: Path) -> Store:
    """Return the store as it is after a first start; tests only read it."""
    return open_store(Path(shutil.copy(filled_store_file, store_path)))


@pytest.fixture
def own_store_file(filled_store_file: Path, tmp_path: Path) -> Path:
    """Return the file of a filled store that is the test's own and that nobody has open."""
    return Path(shutil.copy(filled_store_file, tmp_path / "store.duckdb"))


@pytest.fixture(scope="session")
def real(store: Store) -> Snapshot:
    """Return the published figures."""
    return snapshot_of(store, "real")


@pytest.fixture(scope="session")
def example(store: Store) -> Snapshot:
    """Return the fictional landscape."""
    return snapshot_of(store, "example")


@pytest.fixture(scope="session")
def shared_store() -> Store:
    """Return the one store in memory that made-up landscapes take turns in: making one takes longer than a test."""
    return empty_store()


@pytest.fixture
def made_store(shared_store: Store) -> Iterator[Store]:
    """Return a store without any event, for this test to fill; a new one to all that keeps answers of a store."""
    yield beside(shared_store)
    empty(shared_store)


@pytest.fixture
def landscape(made_store: Store) -> Landscape:
    """Return a function that imports made-up evaluations into the test's own store and reads it."""

    def snapshot_with(*evaluations: Made) -> Snapshot:
        add(made_store, *evaluations)
        return snapshot_of(made_store)

    return snapshot_with
