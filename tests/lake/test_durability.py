"""Many writers, kills, freezes and restarts: nothing is lost, nothing is half, nothing is there twice.

The numbers are small where nothing else is said; KOMPASSROSEN_LONG=1 gives those of the design.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from data.lake.address import REPLICA
from data.lake.opening import open_lake
from data.lake.refusals import LakeUnavailable
from data.lake.store import LakeStore
from tests.lake.another_process import HALF, SHIPPED
from tests.lake.postgres import Postgres, wait_until
from tests.lake.test_outages import MARGIN, SAID_WITHIN
from tests.landscapes import Made, add, all_questions, made

pytestmark = pytest.mark.slow

HOUSE = Path(__file__).parents[2]
LONG = bool(os.environ.get("KOMPASSROSEN_LONG"))
IMPORTS, KILLS, OUTAGES = (50, 100, 20) if LONG else (8, 6, 3)
PATIENCE = 900 if LONG else 240


@contextmanager
def process(replica: Path, *words: object) -> Iterator[subprocess.Popen[str]]:
    """Run another process of the tests, and kill it at the end if it is not done."""
    command = [sys.executable, "-m", "tests.lake.another_process", *map(str, words)]
    environment = {**os.environ, REPLICA: str(replica)}
    with subprocess.Popen(
        command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def replica_of(lake: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> LakeStore:
    monkeypatch.setenv(REPLICA, str(path))
    return open_lake(lake)


def test_two_writers_and_four_readers_lose_nothing_and_see_nothing_half(
    lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = SHIPPED + 2 * IMPORTS
    with ExitStack() as running:
        readers = [running.enter_context(process(tmp_path / f"reader{n}.duckdb", "read", lake, last)) for n in range(4)]
        writers = [
            running.enter_context(process(tmp_path / f"writer{n}.duckdb", "write", lake, f"900{n}", IMPORTS))
            for n in range(2)
        ]
        told = [writer.communicate(timeout=PATIENCE) for writer in writers]
        assert [writer.returncode for writer in writers] == [0, 0], [error for _out, error in told]
        seen = [reader.communicate(timeout=PATIENCE) for reader in readers]
    events = [int(event) for out, _error in told for event in out.split()]
    assert sorted(events) == list(range(SHIPPED + 1, last + 1)), [error for _out, error in told]
    assert [out.strip() for out, _error in seen] == ["done"] * 4
    store = replica_of(lake, tmp_path / "after.duckdb", monkeypatch)
    assert store.read("select count(*), count(distinct event), max(event) from event").row(0) == (last,) * 3
    assert store.read(HALF).is_empty()
    store.close()


def test_a_writer_killed_at_any_moment_leaves_whole_events_and_a_lake_that_goes_on(
    lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(18)
    saved: list[int] = []
    for _kill in range(KILLS):
        with process(tmp_path / "killed.duckdb", "write", lake, "9001", 0) as writer:
            assert writer.stdout is not None
            saved.append(int(writer.stdout.readline()))
            time.sleep(chance.uniform(0, 0.4))
            writer.kill()
            saved += [int(event) for event in writer.stdout.read().split()]
    store = replica_of(lake, tmp_path / "after.duckdb", monkeypatch)
    assert store.read(HALF).is_empty()
    events = store.read("select event from event order by event")["event"].to_list()
    assert events == list(range(1, len(events) + 1))
    assert saved == sorted(set(saved))
    assert set(saved) <= set(events)
    assert len(events) <= SHIPPED + len(saved) + KILLS  # a kill between the commit and its answer loses the answer only
    assert add(store, made("1612", 2019, total=400)) == len(events) + 1
    store.close()


def test_freezes_and_restarts_while_importing_lose_nothing_and_end_no_process(
    own_postgres: Postgres, filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_postgres.sql('drop database if exists "own" with (force)', f'create database "own" template "{filled}"')
    lake, chance = own_postgres.address("own"), random.Random(26)
    store, other = (replica_of(lake, tmp_path / f"{name}.duckdb", monkeypatch) for name in ("ours", "theirs"))
    saved, unclear, year = [], 0, 1000
    for _outage in range(OUTAGES):
        with outage(own_postgres, frozen=chance.random() < 0.5):
            for _try in range(2):
                year += 1
                began = time.monotonic()
                try:
                    saved.append(add(store, whole(year)))
                except LakeUnavailable as refused:
                    unclear += refused.code == "lake_silent_while_saving"
                assert time.monotonic() - began < SAID_WITHIN + MARGIN
                assert store.read("select count(*) from event").item() >= SHIPPED
        wait_until(lambda: store.shared_state().reached, 20)
        year += 1
        saved.append(add(store, whole(year)))
    wait_until(lambda: other.newest_event() >= max(saved), 20)
    rows = other.read("select event from event where event > 5 order by event")["event"].to_list()
    assert set(saved) <= set(rows)
    assert len(saved) <= len(rows) <= len(saved) + unclear
    assert other.read(HALF).is_empty()
    store.close()
    other.close()


def whole(year: int) -> Made:
    return made("9001", year, total=400, areas=[50] * 8, questions=all_questions())


@contextmanager
def outage(postgres: Postgres, *, frozen: bool) -> Iterator[None]:
    """Freeze PostgreSQL within, or stop it and start it again at once."""
    if frozen:
        with postgres.frozen():
            yield
        return
    postgres.stop()
    postgres.start()
    yield
