"""How far a server has followed the shared store: for the reader, for /healthz, and in the log."""

import logging
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from data import opening
from data.shared_state import SharedState
from data.speaking import speaking
from data.store import Store
from pages.server import health
from reports.content import Paragraph
from reports.shared_store import cut_off, followed
from tests.lake.conftest import Server
from tests.landscapes import add, made

NOW = datetime(2026, 11, 28, 12, 0, 5, tzinfo=UTC)
WELL = SharedState(True, NOW, 0, NOW)
LONG_SILENT = SharedState(False, NOW - timedelta(minutes=1), None, NOW - timedelta(minutes=1))


def knowing(store: Store, state: SharedState, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the store, with this state of a shared one."""
    monkeypatch.setattr(store, "shared_state", lambda: state)
    return store


def sentence_of(store: Store) -> str:
    section = followed(store)
    assert section is not None
    (paragraph,) = (content for content in section.contents if isinstance(content, Paragraph))
    return paragraph.text


@pytest.mark.store_in_a_file
def test_a_store_in_a_file_tells_nothing_of_a_shared_one(store: Store) -> None:
    assert followed(store) is None
    assert cut_off(store) is None


def test_a_reader_sees_which_event_was_followed_and_when(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told = sentence_of(knowing(store, WELL, monkeypatch))
    assert told == (
        "Denne serveren deler datalager med flere. Den følger det, sist 28.11.2026 kl. 13.00.05, og viser alt til og "
        "med hendelse 5."
    )
    assert cut_off(store) is None


def test_a_reader_sees_since_when_newer_events_may_be_missing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    knowing(store, LONG_SILENT, monkeypatch)
    assert "har ikke svart siden 28.11.2026 kl. 12.59.05" in sentence_of(store)
    assert str(cut_off(store)) == sentence_of(store)
    with speaking("en"):
        assert "has not answered since" in sentence_of(store)


def test_a_restart_of_the_database_is_nothing_to_tell_a_reader(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    just_now = SharedState(False, datetime.now(UTC), None, datetime.now(UTC))
    assert cut_off(knowing(store, just_now, monkeypatch)) is None


def test_a_reader_sees_that_a_server_no_longer_follows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = SharedState(True, NOW, 3, NOW, "lake_replaced")
    assert "følger det ikke lenger" in str(cut_off(knowing(store, stopped, monkeypatch)))


def health_of(address: object, store: Store, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(address))
    monkeypatch.setattr(opening, "_open_stores", {address: store})
    with TestClient(Starlette(routes=[Route("/healthz", health)])) as client:
        answer = client.get("/healthz")
    assert answer.status_code == 200
    body: dict[str, Any] = answer.json()
    return body


def test_health_tells_whether_the_shared_store_is_reached(
    server: Server, lake: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = health_of(lake, server(), monkeypatch)
    assert (body["store"], body["event"]) == ("ok", 5)
    assert (body["lake"]["reached"], body["lake"]["behind"], body["lake"]["stopped"]) == (True, 0, None)
    assert datetime.fromisoformat(body["lake"]["since"]) <= datetime.now(UTC)


@pytest.mark.store_in_a_file
def test_health_of_a_store_in_a_file_is_as_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "lake" not in health_of(store.path, store, monkeypatch)


def test_the_log_tells_what_was_saved_and_followed_and_how_long_it_took(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    ours, theirs = server(), server()
    with caplog.at_level(logging.INFO):
        add(ours, made("1612", 2019, total=400))
        theirs.follow()
    lines = [record.getMessage() for record in caplog.records]
    assert any(re.fullmatch(r"saved in the lake in \d+\.\d{3} s, 1 tries", line) for line in lines)
    assert any(re.fullmatch(r"replica followed to event 6: 3 rows in \d+\.\d{3} s", line) for line in lines)
