"""A lake of another edition: upgraded by a newer program, refused by an older one, and left by servers that run."""

import pytest

from data.lake.address import lake_at
from data.lake.opening import open_lake
from data.lake.refusals import LakeUnavailable
from data.lake.session import session
from data.lake.store import LakeStore
from data.store import EDITION
from tests.lake.conftest import Server
from tests.lake.postgres import wait_until
from tests.landscapes import add, made


def change(lake: str, *statements: str) -> None:
    """Change the content of a lake behind the program's back."""
    with session(lake_at(lake)) as opened:
        for statement in statements:
            opened.cursor.execute(statement)


def test_a_lake_of_a_newer_program_is_refused(lake: str, server: Server) -> None:
    change(lake, f"update store_format set format = {EDITION + 1}")
    with pytest.raises(LakeUnavailable) as refusal:
        server()
    assert refusal.value.code == "lake_of_newer_program"


def test_a_server_stops_following_a_lake_that_a_newer_program_upgraded(lake: str, server: Server) -> None:
    store = server()
    before = store.newest_event()
    change(lake, f"update store_format set format = {EDITION + 1}", "update event set title = 'x' where event = 1")
    wait_until(lambda: store.shared_state().stopped == "lake_of_other_program")
    with pytest.raises(LakeUnavailable) as refusal:
        add(store, made("1612", 2019, total=400))
    assert refusal.value.code == "lake_not_followed"
    assert store.newest_event() == before


def test_a_server_stops_following_a_lake_whose_content_was_replaced(lake: str, server: Server) -> None:
    store = server()
    change(lake, "update lake_state set lake = 'another'")
    wait_until(lambda: store.shared_state().stopped == "lake_replaced")
    again = server()
    assert again.shared_state().stopped is None


def test_a_server_stops_following_a_lake_that_was_set_back(lake: str, server: Server) -> None:
    store = server()
    add(store, made("1612", 2019, total=400))
    change(lake, "delete from event where event = 6")
    wait_until(lambda: store.shared_state().stopped == "lake_set_back")
    assert store.newest_event() == 6


def test_a_replica_that_is_ahead_of_a_lake_that_was_set_back_is_made_anew(
    lake: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = server()
    add(first, made("1612", 2019, total=400))
    first.close()
    change(lake, "delete from event where event = 6", "delete from evaluation where event = 6")
    monkeypatch.setenv("KOMPASSROSEN_REPLICA", str(first.path))
    back = open_lake(lake, read_only=True)
    assert back.newest_event() == 5
    assert back.read("select count(*) from evaluation where event = 6").item() == 0
    back.close()


def test_a_lake_of_an_older_edition_is_upgraded_and_keeps_its_events(lake: str, server: Server) -> None:
    first = server()
    add(first, made("1612", 2019, total=400))
    kept = first.read("from evaluation order by all")
    first.close()
    change(
        lake,
        *(f"drop table {table}" for table in OF_EDITION_4),
        "delete from event where kind = 'plan'",
        "delete from shipped where part in ('programmes', 'example_programmes')",
        f"update store_format set format = {EDITION - 1}, reference = 'older'",
    )
    upgraded: LakeStore = server()
    assert upgraded.edition() == EDITION
    assert upgraded.read("select max(edition) from migration").item() == EDITION
    assert upgraded.read("from evaluation order by all").equals(kept)
    another = server()
    assert another.read("from event order by all").equals(upgraded.read("from event order by all"))
    assert another.read("select count(*) from programme").item() > 0


OF_EDITION_4 = ("programme", "measure", "measure_question", "measure_remark", "phase", "evidence", "money")
