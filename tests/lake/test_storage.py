"""The files of a lake in storage that answers like S3."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from data.__main__ import main
from data.lake import engine
from data.lake.address import DATA, REPLICA
from data.lake.opening import open_lake
from tests.lake.postgres import Postgres
from tests.landscapes import add, made

KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of storage with an empty bucket `lake`."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    for name, value in {**KEYS, "AWS_ENDPOINT_URL": address}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(engine, "_engine", None)  # which is handed the keys when it is made
    boto3.client("s3", region_name="us-east-1").create_bucket(Bucket="lake")
    yield address
    server.stop()


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
