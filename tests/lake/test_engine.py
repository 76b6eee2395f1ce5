"""The instance of DuckDB that serves a lake, when a broken connection to PostgreSQL was fatal to it."""

import duckdb
import pytest

from data.lake import engine


@pytest.mark.usefixtures("postgres")
def test_a_cursor_of_an_ended_instance_stays_open_and_what_comes_has_another_instance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = engine.engine()
    cursor = ended.cursor()
    with monkeypatch.context() as patch:
        patch.setattr(engine, "has_ended", lambda _connection: True)
        engine.close(cursor)
    # Closed, it would have ended the process.
    assert cursor.execute("select 1").fetchall() == [(1,)]
    assert engine.engine() is not ended
    assert not engine.has_ended(engine.engine())


@pytest.mark.usefixtures("postgres")
def test_a_cursor_of_an_instance_that_goes_on_is_closed() -> None:
    goes_on = engine.engine()
    with engine.cursor_of(goes_on) as cursor:
        assert not engine.has_ended(cursor)
    with pytest.raises(duckdb.ConnectionException):
        cursor.execute("select 1")
    assert engine.engine() is goes_on
