"""Users of PostgreSQL that may read and not save: what a server then does, and says."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from data.imports import UndoRefused, undo_import
from data.lake.opening import open_lake
from data.lake.refusals import LakeUnavailable
from data.speaking import speaking
from tests.lake.conftest import Server
from tests.lake.postgres import Postgres, wait_until
from tests.landscapes import add, made


@pytest.fixture
def guest(postgres: Postgres, lake: str) -> Iterator[str]:
    """Return the address of the lake for a user that may read it."""
    database = lake.partition("dbname=")[2].split()[0]
    postgres.sql("create role guest login", "grant select on all tables in schema public to guest", database=database)
    yield lake.replace("user=postgres", "user=guest")
    postgres.sql("drop owned by guest", "drop role guest", database=database)


def test_a_server_that_may_only_read_shows_the_lake_follows_and_says_that_nothing_can_be_saved(
    guest: str, server: Server, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASSROSEN_REPLICA", f"{tmp_path}/guest.duckdb")
    reading = open_lake(guest)
    try:
        assert (reading.read_only, reading.newest_event()) == (True, 5)
        with pytest.raises(UndoRefused) as refusal:
            undo_import(reading, 1, datetime.now(UTC), also_shipped=True)
        assert refusal.value.code == "store_read_only"
        assert "bare lov til å lese det felles datalageret" in str(refusal.value)
        with speaking("en"), pytest.raises(UndoRefused, match="only read the shared store"):
            undo_import(reading, 1, datetime.now(UTC), also_shipped=True)
        event = add(server(), made("1612", 2019, total=411))
        wait_until(lambda: reading.newest_event() == event)
    finally:
        reading.close()


def test_a_right_that_is_taken_away_is_told_as_such_and_nothing_is_saved(
    guest: str, postgres: Postgres, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = guest.partition("dbname=")[2].split()[0]
    postgres.sql("grant all on all tables in schema public to guest", database=database)
    monkeypatch.setenv("KOMPASSROSEN_REPLICA", f"{tmp_path}/guest.duckdb")
    store = open_lake(guest)
    try:
        assert not store.read_only
        postgres.sql("revoke insert on ducklake_snapshot from guest", database=database)
        with pytest.raises(LakeUnavailable) as refusal:
            add(store, made("1612", 2019, total=411))
        assert refusal.value.code == "lake_cannot_save"
        assert store.newest_event() == 5
    finally:
        store.close()
