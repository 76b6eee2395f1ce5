"""What deploy/ says of several servers is so: a compose file without an engine to run it, and the operator's page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.__main__ import _options
from data.lake.address import DATA, REPLICA, lake_at
from data.lake.engine import NEEDED
from data.lake.following import LOOK_EVERY
from data.lake.shell import COMMANDS
from data.shared_state import SharedState

HOUSE = Path(__file__).resolve().parent.parent
DEPLOY = HOUSE / "deploy"
PAGE = (DEPLOY / "README.md").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
ROOMS = ("api", "charts", "data", "pages", "queries", "reports")
OF_LIBPQ = {"PGPASSWORD"}
PORT = "8501"
"""Where Streamlit listens unless it is told otherwise."""


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def servers(compose: dict[str, Any]) -> dict[str, Any]:
    """Return the services that are servers."""
    return {name: service for name, service in compose["services"].items() if name.startswith("server_")}


def code() -> Iterator[str]:
    for room in ROOMS:
        yield from (file.read_text(encoding="utf-8") for file in (HOUSE / room).rglob("*.py"))


def test_the_program_reads_every_variable_that_is_set_or_told_of(compose: dict[str, Any]) -> None:
    services = compose["services"].values()
    ours = {name for one in services if "build" in one for name in one["environment"]} - OF_LIBPQ
    told = {*re.findall(r"`((?:KOMPASSROSEN|AWS)_[A-Z_]+)", PAGE)}
    known = {*re.findall(r'"((?:KOMPASSROSEN|AWS)_[A-Z_]+)"', "".join(code()))}
    assert ours
    assert told
    assert ours | told <= known
    assert ours - {"KOMPASSROSEN_LOG"} <= told


def test_both_servers_are_reached_from_their_machine_alone_where_they_listen(servers: dict[str, Any]) -> None:
    published = [port.split(":") for one in servers.values() for port in one["ports"]]
    assert [(host, inside) for host, _outside, inside in published] == [("127.0.0.1", PORT)] * 2
    assert len({outside for _host, outside, _inside in published}) == 2
    assert f"EXPOSE {PORT}\n" in DOCKERFILE
    assert "port" not in (HOUSE / ".streamlit" / "config.toml").read_text(encoding="utf-8")


def test_their_health_is_asked_where_the_program_tells_it(servers: dict[str, Any]) -> None:
    for server in servers.values():
        [asked] = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", server["healthcheck"]["test"][-1])
        assert asked == (PORT, "/healthz")
        compile(server["healthcheck"]["test"][-1], "healthcheck", "exec")
    assert 'Route("/healthz", health)' in (HOUSE / "app.py").read_text(encoding="utf-8")


def test_the_store_is_the_database_that_is_made_by_the_user_it_is_made_for(compose: dict[str, Any]) -> None:
    services = compose["services"]
    made = services["postgres"]["environment"]
    for name, service in services.items():
        if "build" in service:
            environment = service["environment"]
            words = dict(word.split("=") for word in lake_at(environment["KOMPASSROSEN_STORE"]).catalogue.split())
            assert words["host"] in services, name
            assert (words["dbname"], words["user"]) == (made["POSTGRES_DB"], made["POSTGRES_USER"]), name
            assert environment["PGPASSWORD"] == made["POSTGRES_PASSWORD"], name
            assert {*service["depends_on"]} == {"postgres", "storage"}, name


def test_the_files_go_where_storage_has_a_bucket_for_them(compose: dict[str, Any]) -> None:
    storage, maker = compose["services"]["storage"], compose["services"]["make_lake"]
    environment, keys = maker["environment"], storage["environment"]
    [(host, port)] = re.findall(r"^http://(\w+):(\d+)$", environment["AWS_ENDPOINT_URL"])
    assert host in compose["services"]
    assert f"127.0.0.1:{port}/" in " ".join(storage["healthcheck"]["test"])
    assert environment["AWS_ACCESS_KEY_ID"] == keys["MINIO_ROOT_USER"]
    assert environment["AWS_SECRET_ACCESS_KEY"] == keys["MINIO_ROOT_PASSWORD"]
    bucket = environment[DATA].removeprefix("s3://").partition("/")[0]
    assert f"mkdir -p /data/{bucket} " in storage["entrypoint"][-1]
    assert [volume.partition(":")[2] for volume in storage["volumes"]] == ["/data"]


def test_each_server_has_a_replica_of_its_own_that_outlives_it(
    compose: dict[str, Any], servers: dict[str, Any]
) -> None:
    kept = []
    for server in servers.values():
        [(volume, folder)] = [entry.split(":") for entry in server["volumes"]]
        assert Path(server["environment"][REPLICA]).parent == Path(folder)
        kept.append(volume)
    assert len({*kept}) == len(servers) == 2
    mounted = {entry.split(":")[0] for one in compose["services"].values() for entry in one.get("volumes", [])}
    assert mounted == {*compose["volumes"]}


def test_the_lake_is_made_once_by_a_command_that_there_is(compose: dict[str, Any]) -> None:
    maker = compose["services"]["make_lake"]
    assert maker["profiles"] == ["once"]
    assert maker["command"][:3] == ["python", "-m", "data"]
    assert _options().parse_args(maker["command"][3:]).action == "create"
    assert "run --rm make_lake" in (DEPLOY / "compose.yaml").read_text(encoding="utf-8")


def test_the_image_starts_the_program_with_the_extensions_that_it_loads(compose: dict[str, Any]) -> None:
    assert {one["build"]["dockerfile"] for one in compose["services"].values() if "build" in one} == {
        "deploy/Dockerfile"
    }
    installed = [re.findall(r"'(\w+)'", names) for names in re.findall(r"for name in \(([^)]*)\)", DOCKERFILE + PAGE)]
    assert installed == [[*NEEDED, "httpfs"]] * 2
    assert 'CMD ["streamlit", "run", "app.py", "--server.address", "0.0.0.0"' in DOCKERFILE
    assert "COPY requirements.txt ." in DOCKERFILE


def test_the_page_names_every_command_and_no_other() -> None:
    assert {*re.findall(r"`(?:python -m data )?lake (\w+)", PAGE)} == {*COMMANDS}


def test_the_page_tells_what_health_says_of_a_shared_store() -> None:
    shown = PAGE.split('"lake": {', 1)[1].split("}")[0]
    told = SharedState(True, datetime.now(UTC)).told()
    assert re.findall(r'"(\w+)":', shown) == ["reached", "since", "behind", "followed_at", "stopped"]
    assert {*told} == {*re.findall(r'"(\w+)":', shown)}
    codes = {*re.findall(r"`(lake_\w+)`", PAGE)}
    assert codes == {*re.findall(r'return "(lake_\w+)"', (HOUSE / "data/lake/replica.py").read_text(encoding="utf-8"))}
    assert f"looks every {LOOK_EVERY} seconds" in PAGE
