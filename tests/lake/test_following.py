"""Servers on one lake see what each other saves."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from data.imports import imports, undo_import
from data.lake.address import REPLICA
from data.lake.engine import engine
from data.lake.opening import open_lake
from data.lake.refusals import LakeUnavailable
from data.store import Store
from queries.snapshot import UnknownChoice, snapshot_of
from tests.lake.conftest import Server
from tests.lake.postgres import PATIENCE, wait_until
from tests.landscapes import add, made

SHIPPED = 5


def test_a_server_begins_with_what_the_lake_holds(server: Server) -> None:
    store = server()
    assert store.newest_event() == SHIPPED
    assert store.read("select count(*) from evaluation where dataset = 'real'").item() == 13


def test_what_one_server_saves_is_seen_on_another(server: Server) -> None:
    ours, theirs = server(), server()
    event = add(ours, made("1612", 2019, total=411))
    wait_until(lambda: theirs.newest_event() == event)
    found = theirs.read("select area_points.points from area_points where starts_with(evaluation, '6/')")["points"]
    assert [float(points) for points in found] == [411]
    assert ours.read("from event order by event").equals(theirs.read("from event order by event"))


def test_events_of_two_servers_are_numbered_in_one_row(server: Server) -> None:
    ours, theirs = server(), server()
    events = [add(store, made("1612", 2010 + step, total=400)) for step in range(3) for store in (ours, theirs)]
    assert events == [6, 7, 8, 9, 10, 11]


def test_an_undo_is_followed_too(server: Server) -> None:
    ours, theirs = server(), server()
    event = add(ours, made("1612", 2019, total=411))
    undo = undo_import(theirs, event, datetime.now(UTC))
    wait_until(lambda: ours.newest_event() == undo)
    assert imports(ours).filter(event=event)["undone_by"].to_list() == [undo]


def test_a_link_to_an_event_that_is_not_here_yet_is_followed_at_once(server: Server) -> None:
    ours, theirs = server(), server()
    theirs.stop_following()
    event = add(ours, made("1612", 2019, total=411))
    assert snapshot_of(theirs, "real", event).as_of == event
    with pytest.raises(UnknownChoice):
        snapshot_of(theirs, "real", event + 1)


def test_a_server_that_was_away_gets_what_came_meanwhile(
    server: Server, lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, away = server(), server()
    away.close()
    for year in (2017, 2018, 2019):
        add(ours, made("1612", year, total=400, areas=[50] * 8))
    monkeypatch.setenv(REPLICA, str(tmp_path / "replica1.duckdb"))
    back = open_lake(lake, read_only=True)
    try:
        for table in ("event", "evaluation", "area_points"):
            rows = f"from {table} order by all"
            assert back.read(rows).equals(ours.read(rows)), table
    finally:
        back.close()


def test_two_processes_with_one_place_for_the_replica_have_one_each(
    server: Server, lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = server()
    monkeypatch.setenv(REPLICA, str(first.path))
    second = open_lake(lake, read_only=True)
    try:
        assert second.path == tmp_path / "replica0.2.duckdb"
        assert second.newest_event() == first.newest_event()
    finally:
        second.close()


def test_a_damaged_replica_is_made_anew(lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "replica.duckdb"
    path.write_bytes(b"this is no store")
    monkeypatch.setenv(REPLICA, str(path))
    store = open_lake(lake, read_only=True)
    try:
        assert store.newest_event() == SHIPPED
    finally:
        store.close()


def test_a_store_in_a_file_is_never_replaced_by_a_replica(
    lake: str, own_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untouched = own_store_file.read_bytes()
    monkeypatch.setenv(REPLICA, str(own_store_file))
    with pytest.raises(LakeUnavailable) as refusal:
        open_lake(lake)
    assert refusal.value.code == "replica_is_another_database"
    assert own_store_file.name in str(refusal.value)
    assert own_store_file.read_bytes() == untouched


def test_nothing_of_an_event_is_seen_before_the_whole_of_it(server: Server) -> None:
    ours, theirs = server(), server()
    add(ours, *(made(f"{9000 + n}", 2019, total=400, areas=[50] * 8) for n in range(20)))
    seen = set()
    began = time.monotonic()
    while theirs.newest_event() == SHIPPED and time.monotonic() - began < PATIENCE:
        rows = theirs.read(
            "select (select count(*) from event) as events, "
            "(select count(*) from evaluation where event = 6) as evaluations, "
            "(select count(*) from area_points where starts_with(evaluation, '6/')) as points"
        )
        seen.add(rows.row(0))
    seen.add((6, 20, 180) if theirs.newest_event() == 6 else (0, 0, 0))
    assert seen <= {(5, 0, 0), (6, 20, 180)}


def test_an_outside_duckdb_reads_the_same_figures(server: Server, lake: str) -> None:
    ours = server()
    add(ours, made("1612", 2019, total=411))
    query = "select name, year, points from evaluation join area_points using (evaluation) order by all"
    with engine().cursor() as outside:
        outside.execute(f"attach '{lake}' as theirs (read_only)")
        outside.execute("use theirs")
        rows = outside.execute(query).fetchall()
        outside.execute("use memory")
        outside.execute("detach theirs")
    assert rows == ours.read(query).rows()


def test_a_change_that_only_the_replica_could_not_take_is_saved_and_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = server()
    store.stop_following()
    local, commits = Store.transaction, []

    @contextmanager
    def full_disk(self: Store) -> Iterator[duckdb.DuckDBPyConnection]:
        with local(self) as cursor:
            yield cursor
            commits.append(1)
            if len(commits) == 2:  # the first brought the replica up to date
                raise duckdb.IOException("no space left on device")

    monkeypatch.setattr(Store, "transaction", full_disk)
    event = add(store, made("1612", 2019, total=411))
    assert (event, store.newest_event()) == (6, 5)
    monkeypatch.undo()
    store.follow()
    assert store.newest_event() == event
    assert store.read("select count(*) from evaluation where event = 6").item() == 1
