"""Stores and workbooks for the tests of score sheets."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.score_sheets.writing.template import template
from data.store import Store, connect
from tests.workbooks.edits import good


@pytest.fixture(scope="session")
def shared_store(filled_store_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all tests that only read."""
    store = connect(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("shared") / "store.duckdb")))
    yield store
    store.close()


@pytest.fixture
def store(own_store_file: Path) -> Iterator[Store]:
    """A store of one's own."""
    own = connect(own_store_file)
    yield own
    own.close()


@pytest.fixture(scope="session")
def good_sheet(shared_store: Store) -> bytes:
    """A whole evaluation of a municipality that nobody knows."""
    return good(template(shared_store, "2.1"))
