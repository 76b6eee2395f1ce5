"""The files of a lake in storage that answers like S3, and files that cannot be reached."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest

from data.__main__ import main
from data.lake import engine
from data.lake.address import DATA, REPLICA
from data.lake.deadline import ANSWER_WITHIN, ASK_AFTER, FILES_WITHIN
from data.lake.opening import open_lake
from data.lake.refusals import LakeUnable, LakeUnavailable
from data.lake.store import LakeStore
from tests.lake.conftest import Server
from tests.lake.postgres import Postgres, wait_until
from tests.landscapes import add, all_questions, made

KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}


SAID_WITHIN = 5.0
MARGIN = 12.0
"""Seconds that a machine with other work to do may take besides; the bound itself is a sum of three."""


@pytest.fixture
def storage_process() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Return the address of storage in a process of its own, which tests may freeze or end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)])

    def answers() -> bool:
        with socket.socket() as asked:
            return asked.connect_ex(("127.0.0.1", port)) == 0

    try:
        wait_until(answers)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait(10)


@pytest.fixture
def storage(storage_process: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of storage with an empty bucket `lake`."""
    address, _process = storage_process
    for name, value in {**KEYS, "AWS_ENDPOINT_URL": address}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(engine, "_engine", None)  # which is handed the keys when it is made
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="lake")
    return address


def test_a_lake_lies_in_a_bucket(
    storage: str, postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.new_database("in_bucket")
    monkeypatch.setenv(DATA, "s3://lake/kompassrosen")
    monkeypatch.setenv(REPLICA, str(tmp_path / "replica.duckdb"))
    assert main(["lake", "create", "--store", address]) == 0
    store = open_lake(address)
    event = add(store, made("1612", 2019, total=411))
    store.close()
    assert main(["lake", "maintain", "--store", address]) == 0
    monkeypatch.setenv(REPLICA, str(tmp_path / "another.duckdb"))
    another = open_lake(address, read_only=True)
    assert another.newest_event() == event
    assert another.read("select count(*) from evaluation").item() == 104
    another.close()
    kept = boto3.client("s3", region_name="us-east-1", endpoint_url=storage).list_objects_v2(Bucket="lake")["Contents"]
    assert all(file["Key"].startswith("kompassrosen/") and file["Key"].endswith(".parquet") for file in kept)
    assert len(kept) > 5


def add_many(store: LakeStore) -> int:
    """Import more rows than DuckLake keeps in PostgreSQL."""
    return add(store, *(made(str(number), 2019, total=400, questions=all_questions()) for number in (1612, 1613)))


def refused(change: Callable[[], object]) -> tuple[str, float]:
    """Return the code with which a change is refused, and how many seconds that took."""
    began = time.monotonic()
    with pytest.raises(LakeUnavailable) as refusal:
        change()
    return refusal.value.code, time.monotonic() - began


def test_a_sentence_is_said_within_five_seconds_of_silence() -> None:
    assert ASK_AFTER + ANSWER_WITHIN + FILES_WITHIN <= SAID_WITHIN


@pytest.mark.usefixtures("storage")
def test_frozen_and_lost_storage_gives_a_sentence_and_pages_go_on(
    storage_process: tuple[str, subprocess.Popen[bytes]],
    postgres: Postgres,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _address, process = storage_process
    address = postgres.new_database("in_frozen_bucket")
    monkeypatch.setenv(DATA, "s3://lake/kompassrosen")
    monkeypatch.setenv(REPLICA, str(tmp_path / "replica.duckdb"))
    assert main(["lake", "create", "--store", address]) == 0
    store = open_lake(address)
    before = store.newest_event()
    process.send_signal(signal.SIGSTOP)
    try:
        code, seconds = refused(lambda: add_many(store))
        assert (code, seconds < SAID_WITHIN + MARGIN) == ("lake_cannot_save", True), seconds
        assert store.newest_event() == before
        assert store.read("select count(*) from evaluation").item() == 103
        monkeypatch.setenv(REPLICA, str(tmp_path / "fresh.duckdb"))
        monkeypatch.setattr(engine, "_engine", None)  # a server that starts has no file in memory
        code, seconds = refused(lambda: open_lake(address))
        assert (code, seconds < SAID_WITHIN + MARGIN) == ("lake_never_reached", True), seconds
    finally:
        process.send_signal(signal.SIGCONT)
    wait_until(lambda: _is_saved(store))
    assert store.newest_event() == before + 1
    process.kill()
    process.wait(10)
    code, seconds = refused(lambda: add_many(store))
    assert (code, seconds < SAID_WITHIN + MARGIN) == ("lake_cannot_save", True), seconds
    assert store.newest_event() == before + 1
    store.close()


def _is_saved(store: LakeStore) -> bool:
    try:
        return bool(add_many(store))
    except LakeUnavailable:
        return False


def test_a_folder_that_is_gone_is_not_made_anew_where_no_other_server_sees_it(
    own_lake: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    store, other = own_lake(), own_lake()
    before = store.newest_event()
    (tmp_path / "data").rename(tmp_path / "away")
    (tmp_path / "data").mkdir()  # as when it is not mounted
    for change in (lambda: add(store, made("1612", 2019, total=400)), lambda: add_many(store)):
        code, seconds = refused(change)
        assert (code, seconds < SAID_WITHIN + MARGIN) == ("lake_cannot_save", True), seconds
    assert main(["lake", "maintain", "--store", f"ducklake:postgres:{store.lake.catalogue}"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Databasen til det felles datalageret {store.lake.name} svarer, men kan ikke lagre")
    assert "does not hold the files" in caplog.text
    assert str(tmp_path) not in said
    assert [*(tmp_path / "data").iterdir()] == []
    assert (store.newest_event(), other.newest_event()) == (before, before)
    (tmp_path / "data").rmdir()
    (tmp_path / "away").rename(tmp_path / "data")
    assert add_many(store) == before + 1
    wait_until(lambda: other.newest_event() == before + 1)


def test_a_server_that_cannot_read_the_files_follows_when_it_can(own_lake: Server, tmp_path: Path) -> None:
    store, other = own_lake(), own_lake()
    other.stop_following()
    event = add_many(store)
    (tmp_path / "data").rename(tmp_path / "away")
    with pytest.raises(LakeUnable):
        other.follow()
    assert other.newest_event() == event - 1
    assert not other.shared_state().reached
    (tmp_path / "away").rename(tmp_path / "data")
    other.follow()
    assert other.newest_event() == event
