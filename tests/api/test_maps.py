"""The borders of the municipalities by address: kept for good by whoever names their version."""

import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import ROUTES
from charts.map import MAPS

IN_FORCE = {2019: 422, 2020: 356, 2024: 357}  # the municipalities of Norway in the year, Statistics Norway


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def address_of(year: int) -> str:
    [url] = {layer["data"]["url"] for layer in MAPS[year]["layer"] if "data" in layer}
    return f"/{url}"


@pytest.mark.parametrize("year", IN_FORCE)
def test_the_address_in_a_map_gives_every_municipality_of_the_year_and_may_be_kept_for_good(
    client: TestClient, year: int
) -> None:
    answer = client.get(address_of(year))
    assert len(json.loads(answer.text)["objects"]["kommuner"]["geometries"]) == IN_FORCE[year]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_whoever_has_the_borders_is_not_sent_them_again(client: TestClient) -> None:
    tag = client.get(address_of(2019)).headers["etag"]
    for held in (tag, f"W/{tag}", "*"):
        assert client.get(address_of(2019), headers={"If-None-Match": held}).status_code == 304
    assert client.get(address_of(2020), headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("version", ["", "?v=00000000"])
def test_without_their_version_the_borders_are_asked_for_again(client: TestClient, version: str) -> None:
    answer = client.get(f"/kart/2019.topojson{version}")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["2018", "1", "02019", "x", "9" * 5000])
def test_a_year_without_borders_of_its_own_is_told(client: TestClient, name: str) -> None:
    answer = client.get(f"/kart/{name}.topojson")
    assert (answer.status_code, answer.text) == (404, f"Det er ingen grenser for {name[:60]} her.")


@pytest.mark.parametrize("name", ["", "..%2F2019"])
def test_what_is_no_year_is_no_address(client: TestClient, name: str) -> None:
    assert client.get(f"/kart/{name}.topojson").status_code == 404
