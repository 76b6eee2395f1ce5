"""What readers see, and operators find in the log, when something is wrong."""

import logging
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from data.opening import open_store
from queries.caching import CACHE
from tests.pages.visiting import PAGES, text, visit

HOLD = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('holding', flush=True); sys.stdin.read()"


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    store = tmp_path / "store.duckdb"
    store.write_bytes(Random(2018).randbytes(20_000))
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(store))
    return store


def test_a_damaged_store_is_told_in_norwegian_logged_and_left_as_it_is(
    damaged: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = damaged.read_bytes()
    with caplog.at_level(logging.ERROR):
        seen = visit(PAGES[0])
    assert not seen.exception
    [error] = seen.error
    assert "store.duckdb kan ikke leses" in error.value
    assert "sikkerhetskopi" in error.value
    assert "Traceback" not in text(seen)
    assert [record for record in caplog.records if str(damaged) in record.getMessage()]
    assert damaged.read_bytes() == before
    assert [*damaged.parent.iterdir()] == [damaged]


def test_an_empty_file_is_no_store_and_stays_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store.duckdb"
    store.touch()
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(store))
    seen = visit(PAGES[0])
    assert not seen.exception
    assert "kan ikke leses" in seen.error[0].value


def test_a_store_held_by_another_program_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store.duckdb"
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(store))
    command = [sys.executable, "-c", HOLD, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"holding\n"
        seen = visit(PAGES[0])
        holder.communicate()
    assert not seen.exception
    assert "i bruk av et annet program" in seen.error[0].value


def test_a_store_that_can_be_read_again_is_shown_again(damaged: Path) -> None:
    assert visit(PAGES[0]).error
    damaged.unlink()
    open_store()
    assert not visit(PAGES[0]).error


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(tmp_path / "file" / "store.duckdb"))
    seen = visit(PAGES[0])
    assert not seen.exception
    assert "kan ikke opprettes" in seen.error[0].value


def test_a_shared_store_in_another_database_than_postgres_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", "ducklake:mysql:host=db.example password=secret")
    seen = visit(PAGES[0])
    assert not seen.exception
    assert "har en database i PostgreSQL" in seen.error[0].value
    assert "secret" not in text(seen)


def test_a_page_that_fails_says_so_and_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a secret of the machine")

    CACHE.clear()  # what others have seen would be shown without being made
    monkeypatch.setattr("reports.municipality.areas.profile_rows", fail)
    with caplog.at_level(logging.ERROR):
        seen = visit("municipality", kommune="1612")
    assert not seen.exception
    assert seen.error[0].value.startswith("Noe gikk galt")
    assert "secret" not in text(seen)
    assert [record for record in caplog.records if record.exc_info and record.exc_info[0] is ZeroDivisionError]
