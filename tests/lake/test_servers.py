"""Two real servers and the shell on one lake, started at the same moment."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from data.lake.address import REPLICA
from tests.browser.serving import HOUSE, Server, start, stop, wait_for
from tests.lake.postgres import Postgres, wait_until

pytestmark = pytest.mark.slow

SHIPPED = 5


def health(server: Server) -> dict[str, Any]:
    with urllib.request.urlopen(f"{server.address}/healthz", timeout=10) as answer:
        body: dict[str, Any] = json.load(answer)
        return body


def is_at(server: Server, event: int) -> bool:
    return bool(health(server)["event"] == event)


def is_reached(server: Server) -> bool:
    return bool(health(server)["lake"]["reached"])


def is_cut_off(server: Server) -> bool:
    return not is_reached(server)


def shell(lake: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "data", *words, "--store", lake]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=90, check=False)


@pytest.fixture
def lake(own_postgres: Postgres, filled: str) -> str:
    """Return the address of a lake whose PostgreSQL tests may stop."""
    own_postgres.sql('drop database if exists "own" with (force)', f'create database "own" template "{filled}"')
    return own_postgres.address("own")


@pytest.fixture
def servers(lake: str, tmp_path: Path) -> Iterator[list[Server]]:
    """Return two servers that start together, with one place for their replicas."""
    variables = {"KOMPASSROSEN_STORE": lake, REPLICA: str(tmp_path / "replica.duckdb"), "KOMPASSROSEN_LOG": "INFO"}
    with ExitStack() as started:
        both = [
            start(tmp_path / "unused.duckdb", log=tmp_path / f"server-{n}.log", variables=variables) for n in range(2)
        ]
        for server in both:
            started.callback(stop, server)
        yield both


def test_two_servers_and_the_shell_share_a_lake(
    servers: list[Server], lake: str, tmp_path: Path, own_postgres: Postgres
) -> None:
    replica = str(tmp_path / "replica.duckdb")
    assert shell(lake, "imports", **{REPLICA: replica}).returncode == 0
    for server in servers:
        wait_for(server)
        wait_until(partial(is_at, server, SHIPPED), 30)
    undone = shell(lake, "undo", "2", "--shipped", **{REPLICA: replica})
    assert undone.returncode == 0, undone.stderr
    for server in servers:
        wait_until(partial(is_at, server, SHIPPED + 1))
    assert len({*tmp_path.glob("replica*.duckdb")}) == 3

    assert "replica followed to event 6" in "".join(server.log.read_text(encoding="utf-8") for server in servers)

    own_postgres.stop()
    try:
        for server in servers:
            wait_until(partial(is_cut_off, server))
            assert health(server)["event"] == SHIPPED + 1
        refused = shell(lake, "undo", "6", **{REPLICA: replica})
        assert refused.returncode == 2
        assert "svarer ikke" in refused.stderr
    finally:
        own_postgres.start()
    for server in servers:
        wait_until(partial(is_reached, server))
        assert server.process.poll() is None
