"""Pages where several servers share one store: how far this one has followed it, and since when it could not."""

from datetime import UTC, datetime, timedelta

import pytest

from data.opening import open_store
from data.shared_state import SharedState
from tests.pages.visiting import text, visit, warnings

NOW = datetime.now(UTC)
FOLLOWS = SharedState(True, NOW, 0, NOW)
CUT_OFF = SharedState(False, NOW - timedelta(minutes=1), None, NOW - timedelta(minutes=1))


def knowing(state: SharedState | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(open_store()), "shared_state", lambda _store: state)


def test_the_method_page_tells_which_event_was_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    knowing(FOLLOWS, monkeypatch)
    seen = visit("method", datasett="example")
    assert "Denne serveren deler datalager med flere." in text(seen)
    assert not warnings(seen)


@pytest.mark.parametrize("page", ["method", "municipality", "trend"])
def test_every_page_tells_since_when_the_shared_store_does_not_answer(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowing(CUT_OFF, monkeypatch)
    [warning] = warnings(visit(page, datasett="example", kommune="1612"))
    assert "har ikke svart siden" in warning


@pytest.mark.store_in_a_file
def test_a_store_in_a_file_is_not_told_of() -> None:
    seen = visit("method", datasett="example")
    assert "Denne serveren deler" not in text(seen)
    assert not warnings(seen)
