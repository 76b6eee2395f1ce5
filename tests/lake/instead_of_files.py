"""Shared stores in place of files, for a run of all tests: `KOMPASSROSEN_TEST_STORE=lake pytest`.

Every file that a test opens becomes the replica of a lake that is made of it, and what the test saves goes by it.
Files that may only be read, or are no stores, stay what they are, and so do stores in memory.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from data import opening
from data.lake import replica
from data.lake.address import REPLICA, lake_at
from data.lake.engine import FOLDER
from data.lake.filling import fill
from data.lake.reading import head_of
from data.lake.refusals import LakeLost
from data.lake.session import Session, lost_as_such
from data.lake.store import LakeStore
from data.lake.writing import open_to_write
from data.store import Store, StoreUnavailable, connect, may_write
from tests.lake.postgres import Postgres, linked_extensions

_numbers = count(1)
_folders: list[Path] = []


@dataclass
class Shared:
    """A store in place of a file, which is its replica: its database, the folder of its files, and the open store."""

    file: Path
    database: str
    folder: Path
    store: LakeStore | None = None

    @property
    def address(self) -> str:
        """Return its address."""
        return postgres().address(self.database)

    def end(self) -> None:
        """Close it, and remove all that was made for it but the file."""
        if self.store is not None:
            self.store.close()
        postgres().drop_database(self.database)
        shutil.rmtree(self.folder, ignore_errors=True)


_shared: list[Shared] = []


@cache
def postgres() -> Postgres:
    """Return the PostgreSQL of this process, with DuckDB's extensions in their place."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = str(linked_extensions(_folder()))
    return Postgres()


def end() -> None:
    """Stop that PostgreSQL, and remove all that was made for shared stores."""
    if postgres.cache_info().currsize:
        postgres().end()
        postgres.cache_clear()
    for folder in _folders:
        shutil.rmtree(folder, ignore_errors=True)


def end_those_in(folder: Path) -> None:
    """End the stores of a test's own folder: each keeps connections to PostgreSQL, which has a hundred."""
    for shared in [shared for shared in _shared if shared.file.is_relative_to(folder)]:
        shared.end()
        _shared.remove(shared)


def _folder() -> Path:
    _folders.append(Path(tempfile.mkdtemp(prefix="kompassrosen-shared-")))
    return _folders[-1]


def _share(file: Path) -> Shared:
    """Make a lake of a store's file, and make the file its replica."""
    shared = Shared(file, f"file_{next(_numbers)}", _folder())
    lake = lake_at(postgres().new_database(shared.database))
    _shared.append(shared)
    with lost_as_such():
        Session(lake, data=str(shared.folder)).close()
        opened = open_to_write(lake)
        fill(opened, file)
        replica.seal(file, head_of(opened))
        opened.close()
    return shared


def as_shared(store: Store) -> Store:
    """Return the store of a file as one that others could share."""
    if store.read_only or isinstance(store, LakeStore):
        return store
    store.close()
    shared = _share(store.path)
    held = replica.held_by(store.path)
    assert held is not None
    connection = replica.connect(store.path, read_only=False)
    shared.store = LakeStore(lake_at(shared.address), store.path, connection, held)
    shared.store.keep_following()
    return shared.store


def variables_of(store: Path) -> dict[str, str]:
    """Return the variables by which another process opens a file as a shared store; the file is made if need be."""
    try:
        if not store.exists():
            opening._make(store)
        if not may_write(store):
            return {}
        connect(store).close()
        return {"KOMPASSROSEN_STORE": _share(store).address, REPLICA: str(store)}
    except (LakeLost, StoreUnavailable):
        return {}
