"""A server closed by default: whom it listens to, who may save, and what its answers tell a browser."""

import asyncio
import json
import re
import shutil
import socket
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import ClientConnection, InvalidStatus, Origin, Subprotocol, connect

from data.opening import open_store
from data.score_sheets.intake import SheetFile, check_files, confirm
from pages.guard import HEADERS
from pages.writing import OPEN, REFUSALS
from tests.browser.serving import free_port, new_context, running
from tests.browser.test_server import asked
from tests.workbooks.edits import with_cells

HEMNE = (Path(__file__).resolve().parents[2] / "data" / "sample_workbooks" / "hemne_2018.xlsx").read_bytes()


class Seen(NamedTuple):
    """What a visitor is sent of Last opp: its notices, and the identifiers of its buttons by label."""

    session: str
    page: str
    notices: list[str]
    buttons: dict[str, str]


def with_an_import(path: Path) -> Path:
    """Read a sheet into the store at a path, so that there is something to undo."""
    with closing(open_store(path)) as store:
        intake = check_files([SheetFile("hemne.xlsx", with_cells(HEMNE, Poeng_C5=5.4))], store, "real")
        confirm(store, "real", intake, "Hemne", datetime.now(UTC), accept_warnings=True)
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, filled_store_file: Path) -> Path:
    """Return the file of a store with an import."""
    return with_an_import(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("closed"))))


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    """Serve that store; the tests that share it save nothing."""
    with running(store) as served:
        yield served


def newest_event(address: str) -> int:
    return int(json.loads(asked(f"{address}/healthz")[1])["event"])


async def rerun(stream: ClientConnection, wish: BackMsg) -> Seen:
    wish.rerun_script.query_string = "kommune=1612&aar=2018&datasett=real"
    await stream.send(wish.SerializeToString())
    session = page = ""
    notices: list[str] = []
    buttons: dict[str, str] = {}
    async for message in stream:
        told = ForwardMsg.FromString(message)
        kind = told.WhichOneof("type")
        if kind == "script_finished":
            break
        if kind == "new_session":
            session = told.new_session.initialize.session_id
        elif kind == "navigation":
            page = told.navigation.page_script_hash
        element = told.delta.new_element
        if element.HasField("alert"):
            notices.append(element.alert.body)
        if element.HasField("button"):
            buttons[element.button.label] = element.button.id
    return Seen(session, page, notices, buttons)


async def opened(
    address: str,
    *,
    host: str | None = None,
    origin: str | None = "own",
    headers: tuple[tuple[str, str], ...] = (),
    click: str | None = None,
    before: Seen | None = None,
) -> Seen:
    """Open Last opp by a connection with these headers, and click a button there.

    A visitor seen before comes back to the same session, as a browser does that lost its connection.
    """
    there = urlsplit(address)
    host = host or there.netloc
    words = ["streamlit"] if before is None else ["streamlit", "none", before.session]
    async with connect(
        f"ws://{host}/_stcore/stream",
        host=there.hostname,
        port=there.port,
        origin=Origin(f"http://{host}" if origin == "own" else origin) if origin else None,
        subprotocols=[Subprotocol(word) for word in words],
        additional_headers=headers,
        max_size=None,
        proxy=None,
    ) as stream:
        wish = BackMsg()
        if before is None:
            wish.rerun_script.page_name = "last-opp"
            before = await rerun(stream, wish)
        if click is None:
            return before
        wish = BackMsg()
        wish.rerun_script.page_script_hash = before.page
        wish.rerun_script.widget_states.widgets.add(id=before.buttons[click], trigger_value=True)
        return await rerun(stream, wish)


def see(address: str, **how: object) -> Seen:
    with ThreadPoolExecutor() as beside:  # Playwright keeps a running event loop in this thread
        return beside.submit(asyncio.run, opened(address, **how)).result(timeout=60)  # type: ignore[arg-type]


def undo_of(seen: Seen) -> list[str]:
    return [label for label in seen.buttons if label.startswith("Angre import")]


@contextmanager
def relay(address: str, rewrite: bytes | None = None) -> Iterator[str]:
    """Pass what comes to another port on to a server, unchanged, or with the name of the server as the host."""
    there = urlsplit(address)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def passed(source: socket.socket, to: socket.socket, host: bytes | None) -> None:
            while data := source.recv(65_536):
                if host:
                    data, host = re.sub(rb"(?i)\r\nhost: [^\r]+", b"\r\nHost: " + host, data), None
                to.sendall(data)
            to.shutdown(socket.SHUT_WR)

        def serve() -> None:
            try:
                while True:
                    visitor, _ = listening.accept()
                    server = socket.create_connection((there.hostname, there.port))
                    Thread(target=passed, args=(visitor, server, rewrite), daemon=True).start()
                    Thread(target=passed, args=(server, visitor, None), daemon=True).start()
            except OSError:
                return

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


# Who may save -------------------------------------------------------------------------------------


def test_somebody_at_the_machine_itself_undoes_an_import(own_store_file: Path) -> None:
    with running(with_an_import(own_store_file)) as address:
        newest = newest_event(address)
        seen = see(address)
        assert undo_of(seen) == [f"Angre import {newest}"]
        assert not seen.notices
        see(address, click=f"Angre import {newest}")
        assert newest_event(address) == newest + 1


REFUSED: dict[str, tuple[dict[str, object], str]] = {
    "a name made to point here": ({"host": "evil.example:8501"}, "other_host"),
    "a name with the right port": ({"host": "evil.example:{port}"}, "other_host"),
    "another program on this machine": ({"origin": "http://127.0.0.1:9"}, "other_origin"),
    "no origin": ({"origin": None}, "other_origin"),
    "a proxy": ({"headers": (("X-Forwarded-For", "127.0.0.1"),)}, "behind_proxy"),
    "another proxy": ({"headers": (("Forwarded", "for=127.0.0.1"),)}, "behind_proxy"),
    "a third proxy": ({"headers": (("Via", "1.1 relay"),)}, "behind_proxy"),
    "a fourth proxy": ({"headers": (("X-Real-IP", "203.0.113.9"),)}, "behind_proxy"),
}


@pytest.mark.parametrize("how", REFUSED)
def test_a_forged_visit_reads_and_saves_nothing(address: str, how: str) -> None:
    forged, code = REFUSED[how]
    port = str(urlsplit(address).port)
    if isinstance(host := forged.get("host"), str):
        forged = {"host": host.replace("{port}", port)}
    newest = newest_event(address)
    seen = see(address, **forged)
    assert seen.notices == [REFUSALS[code]]
    assert undo_of(seen) == []
    # What the page offers somebody at the machine is refused when it comes by this connection.
    owner = see(address)
    again = see(address, **forged, before=owner, click=f"Angre import {newest}")
    assert again.session == owner.session
    assert again.notices == [REFUSALS[code]]
    assert newest_event(address) == newest


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1.evil.example", "null"])
def test_a_page_of_another_site_opens_no_session(address: str, origin: str) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        see(address, origin=origin)


@pytest.mark.parametrize("rewritten", [False, True], ids=["as it came", "with the server's own host"])
def test_nothing_is_saved_through_a_relay_that_does_not_tell(address: str, *, rewritten: bool) -> None:
    with relay(address, urlsplit(address).netloc.encode() if rewritten else None) as relayed:
        seen = see(relayed)
    assert seen.notices == [REFUSALS["other_origin" if rewritten else "other_host"]]
    assert undo_of(seen) == []


def test_a_server_that_others_can_reach_reads_only_unless_its_owner_opens_it(own_store_file: Path) -> None:
    path = with_an_import(own_store_file)
    with running(path, address="0.0.0.0") as address:
        newest = newest_event(address)
        seen = see(address)
        assert seen.notices == [REFUSALS["reachable_by_others"]]
        assert undo_of(seen) == []
    with running(path, address="0.0.0.0", variables={OPEN: "1"}) as address:
        seen = see(address, host="kompass.example:8501", headers=(("X-Forwarded-For", "203.0.113.9"),))
        assert not seen.notices
        assert undo_of(seen) == [f"Angre import {newest}"]


# Whom it listens to, and what it answers ----------------------------------------------------------


def test_without_an_address_it_listens_to_its_own_machine_alone(own_store_file: Path) -> None:
    with running(own_store_file, address=None) as address:
        port = urlsplit(address).port
        assert asked(f"http://127.0.0.1:{port}/_stcore/health")[0] == 200
        # Every address of 127.0.0.0/8 is this machine; a server that listens everywhere answers there too.
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=5).close()
        assert not see(address).notices


ANSWERED = (
    *("/", "/kommune", "/last-opp", "/no-such-page", "/healthz", "/browser.js", "/fil/kommune/no.csv", "/favicon.png"),
    *("/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/fil/metode/logg-tabell.csv", "/media/no.png"),
)


@pytest.mark.parametrize("path", ANSWERED)
def test_every_answer_of_the_server_has_the_security_headers(address: str, path: str) -> None:
    request = urllib.request.Request(address + path, headers={"Accept": "text/html"})
    try:
        answer = urllib.request.urlopen(request, timeout=20)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [HEADERS[name]] for name in HEADERS}


def test_what_streamlit_measures_is_not_told(address: str) -> None:
    assert asked(f"{address}/_stcore/metrics")[0] == 404
    assert asked(f"{address}/_stcore/metrics?families=cache_memory_bytes")[0] == 404


@pytest.mark.parametrize("with_headers", [True, False])
def test_no_page_shows_ours_in_a_frame(browser: Browser, address: str, *, with_headers: bool) -> None:
    context = new_context(browser)
    page = context.new_page()
    ours, outside = f"{address}/last-opp", f"http://127.0.0.1:{free_port()}/"
    page.route(outside, lambda route: route.fulfill(body=f'<iframe src="{ours}"></iframe>', content_type="text/html"))
    if not with_headers:  # that the frame would be there without them shows that this test can fail
        page.route(ours, lambda route: route.fulfill(body=route.fetch().text(), content_type="text/html"))
    page.goto(outside)
    page.wait_for_timeout(1_000)
    shown = [frame.url.partition("?")[0] for frame in page.frames[1:]]
    assert shown == ["chrome-error://chromewebdata/" if with_headers else ours]
    context.close()
