"""The server for those who run it: its health, and many visitors at once."""

import asyncio
import json
import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, expect
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import ClientConnection, Subprotocol, connect

from tests.browser.serving import new_context, running

VISITORS = 24


def asked(address: str | urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def test_health_answers_with_the_newest_event(server: str) -> None:
    status, body = asked(f"{server}/healthz")
    told = json.loads(body)
    assert (status, told["store"], told["event"]) == (
        200,
        "ok",
        5,
    )  # all that comes with the program


def test_health_tells_what_the_cache_has_done(server: str) -> None:
    cache = json.loads(asked(f"{server}/healthz")[1])["cache"]
    assert set(cache) == {"hits", "misses", "waits", "evictions", "entries", "bytes"}
    assert all(isinstance(count, int) for count in cache.values())


def test_a_damaged_store_is_unhealthy_told_on_the_page_and_left_as_it_is(tmp_path: Path, browser: Browser) -> None:
    store = tmp_path / "store.duckdb"
    store.write_bytes(Random(2018).randbytes(20_000))
    before = store.read_bytes()
    with running(store) as address:
        status, body = asked(f"{address}/healthz")
        context = new_context(browser)
        page = context.new_page()
        page.goto(f"{address}/kommune?kommune=1612")
        expect(page.get_by_role("alert")).to_contain_text("kan ikke leses", timeout=20_000)
        shown = page.locator("body").inner_text()
        context.close()
    assert status == 503
    assert "kan ikke leses" in json.loads(body)["reason"]
    assert "Traceback" not in shown
    assert store.read_bytes() == before
    assert "cannot be opened" in (tmp_path / "server.log").read_text(encoding="utf-8")


def test_the_page_is_norwegian_before_anything_is_drawn(server: str) -> None:
    for path in ("/", "/kommune", "/metode"):
        request = urllib.request.Request(server + path, headers={"Accept": "text/html"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            served = answer.read().decode()
        assert '<html lang="nb">' in served, path
        assert "<title>Kompassrosen</title>" in served, path


def test_an_unknown_path_falls_back_without_failing(server: str) -> None:
    assert asked(f"{server}/finnes-ikke")[0] in (200, 404)
    for path in ("/finnes-ikke", "/kommune/tull"):
        request = urllib.request.Request(f"{server}{path}?spraak=en", headers={"Accept": "text/html"})
        status, served = asked(request)
        assert status == 404
        assert "<title>The page does not exist – Kompassrosen</title>" in served


async def first_visit(stream: ClientConnection) -> dict[str, list[str]]:
    """Ask for Hareid 2017 as a browser does on its first visit, and return the titles and errors it is sent."""
    wish = BackMsg()
    wish.rerun_script.page_name = "kommune"
    wish.rerun_script.query_string = "kommune=1517&aar=2017"
    await stream.send(wish.SerializeToString())
    seen: dict[str, list[str]] = {"h1": [], "alert": [], "exception": []}
    async for message in stream:
        told = ForwardMsg.FromString(message)
        if told.WhichOneof("type") == "script_finished":
            break
        element = told.delta.new_element
        seen["h1"] += re.findall("<h1>(.*?)</h1>", element.html.body)
        if element.alert.format in (Alert.ERROR, Alert.WARNING):
            seen["alert"].append(element.alert.body)
        if element.HasField("exception"):
            seen["exception"].append(element.exception.message)
    return seen


async def first_visits(address: str) -> list[dict[str, list[str]]]:
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    joining = [connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None) for _ in range(VISITORS)]
    streams = await asyncio.gather(*joining)
    async with asyncio.timeout(60):  # nobody asks before all are there, so that all come at once
        seen = await asyncio.gather(*map(first_visit, streams))
    await asyncio.gather(*(one.close() for one in streams))
    return seen


def test_two_dozen_first_visitors_at_once_all_see_the_page(tmp_path: Path) -> None:
    with running(tmp_path / "store.duckdb") as address:
        assert not (tmp_path / "store.duckdb").exists()
        with ThreadPoolExecutor() as beside:  # Playwright keeps a running event loop in this thread
            seen = beside.submit(asyncio.run, first_visits(address)).result()
    assert seen == [{"h1": ["Hareid 2017"], "alert": [], "exception": []}] * VISITORS
    assert "Traceback" not in (tmp_path / "server.log").read_text(encoding="utf-8")
