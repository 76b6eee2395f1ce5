"""The address of a lake, and what is told of it: never a password."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.lake.address import lake_at, without_password
from data.opening import lake_address, store_exists

HOUSE = Path(__file__).parents[2]
WITH_PASSWORD = "ducklake:postgres:dbname=kompass host=db.example password=secret user=k"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ducklake:postgres:dbname=kompass host=db.example user=k", "kompass@db.example"),
        (WITH_PASSWORD, "kompass@db.example"),
        ("ducklake:postgres:dbname = kompass", "kompass"),
        ("ducklake:postgres:dbname='kompass' host = 'db.example' password='my host=secret'", "kompass@db.example"),
        ("ducklake:postgres:postgresql://k:secr@et@db.example/kompass", "db.example/kompass"),
        ("ducklake:postgres:postgresql://k:secret@db.example/kompass?sslmode=require", "db.example/kompass"),
        ("ducklake:postgres:", "postgres"),
    ],
)
def test_a_lake_is_named_by_database_and_host(address: str, name: str) -> None:
    assert lake_at(address).name == name


def test_a_connection_ends_when_the_machine_is_gone_unless_the_address_says_when() -> None:
    assert "connect_timeout=2" in lake_at("ducklake:postgres:dbname=kompass").catalogue
    own = lake_at("ducklake:postgres:dbname=kompass connect_timeout=9").catalogue
    assert "connect_timeout=9" in own
    assert "connect_timeout=2" not in own
    assert "?connect_timeout=2&tcp_user_timeout=" in lake_at("ducklake:postgres:postgresql://db.example/k").catalogue


@pytest.mark.parametrize(
    "message",
    [
        'unable to connect at "dbname=x password=secret host=y"',
        "password='secret'",
        r"password='a \' secret' host=x",
        r"password=a\ secret host=x",
        "password = 'a secret without its end",
        "sslpassword=secret",
        "postgresql://db.example/kompass?user=k&password=secret&sslmode=require",
        "postgresql://k:a@secret@db.example/kompass",
        "postgresql://k:secret@db.example/kompass",
    ],
)
def test_no_message_holds_a_password(message: str) -> None:
    assert "secret" not in without_password(message)
    assert "…" in without_password(message)


def test_two_lakes_have_replicas_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KOMPASSROSEN_REPLICA", raising=False)
    one, other = (lake_at(f"ducklake:postgres:dbname={name}").replica for name in ("one", "other"))
    assert one != other
    assert one.parent == HOUSE / "data"


def test_a_store_is_a_lake_by_its_address_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", WITH_PASSWORD)
    assert lake_address() == WITH_PASSWORD
    assert store_exists()
    assert lake_address(tmp_path / "store.duckdb") is None
    assert not store_exists(tmp_path / "store.duckdb")


def test_a_store_in_a_file_loads_nothing_of_a_lake(own_store_file: Path) -> None:
    program = (
        "import sys; from data.__main__ import main; main(['imports', '--store', sys.argv[1]]); "
        "assert not any(name.startswith('data.lake') for name in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(own_store_file)]
    subprocess.run(command, check=True, cwd=HOUSE, timeout=60, capture_output=True)
