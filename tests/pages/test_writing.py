"""Who may save from the page: at the server's own machine, by its own name, through nothing; others read."""

import ast
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.opening import open_store
from data.store import Store
from pages.guard import ALLOWED, DECISION
from pages.writing import OPEN, REFUSALS, Visit, WritingRefused, refusal_code
from tests.pages.visiting import told, visit
from tests.workbooks.edits import with_cells

HOUSE = Path(__file__).resolve().parents[2]
HEMNE = (HOUSE / "data" / "sample_workbooks" / "hemne_2018.xlsx").read_bytes()
BETTER = with_cells(HEMNE, Poeng_C5=5.4)
HOST = "127.0.0.1:8501"


def visit_with(
    host: str = HOST, origin: str | None = f"http://{HOST}", more: tuple[tuple[str, str], ...] = (), **facts: object
) -> Visit:
    """Return a visit that may save, but for what is said here."""
    headers = [("host", host), *([("origin", origin)] if origin is not None else []), *more]
    safe: dict[str, object] = {
        "address": "127.0.0.1",
        "arrived": ("127.0.0.1", 8501),
        "peer": "127.0.0.1",
        "scheme": "ws",
    }
    return Visit(**{**safe, **facts}, headers=headers)  # type: ignore[arg-type]


def named(host: str) -> Visit:
    return visit_with(host, f"http://{host}")


@pytest.mark.parametrize(
    "allowed",
    [
        visit_with(),
        visit_with(more=(("user-agent", "Firefox"), ("accept-language", "nb"))),
        visit_with(address="localhost"),
        named("localhost:8501"),
        named("LOCALHOST:8501"),
        named("127.0.0.2:8501"),
        visit_with("[::1]:8501", "http://[::1]:8501", address="::1", arrived=("::1", 8501), peer="::1"),
        visit_with("localhost", "http://localhost", arrived=("127.0.0.1", 80)),
        visit_with("localhost", "https://localhost", arrived=("127.0.0.1", 443), scheme="wss"),
    ],
    ids=range(9),
)
def test_somebody_at_the_machine_itself_may_save(allowed: Visit) -> None:
    assert refusal_code(allowed) is None


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.20", "server.example.org"])
def test_nobody_may_save_on_a_server_that_others_can_reach(address: str | None) -> None:
    assert refusal_code(visit_with(address=address)) == "reachable_by_others"


@pytest.mark.parametrize("arrived", [None, ("192.168.1.20", 8501)])
def test_the_socket_counts_too_not_the_configuration_alone(arrived: tuple[str, int] | None) -> None:
    assert refusal_code(visit_with(arrived=arrived)) == "reachable_by_others"


@pytest.mark.parametrize(
    "header",
    [
        *("forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"),
        *("x-forwarded", "x-forwarded-anything", "x-original-host", "cf-connecting-ip", "true-client-ip", "x-scheme"),
        *("client-ip", "proxy-client-ip", "wl-proxy-client-ip", "x-remote-addr", "x-varnish", "x-amzn-trace-id"),
        *("fly-client-ip", "x-azure-clientip", "ngrok-trace-id", "tailscale-user-login", "x-rewrite-url"),
    ],
)
@pytest.mark.parametrize("value", ["127.0.0.1", ""])
def test_nobody_may_save_through_a_proxy_whatever_it_says(header: str, value: str) -> None:
    assert refusal_code(visit_with(more=((header, value),))) == "behind_proxy"


@pytest.mark.parametrize("peer", [None, "", "192.168.1.30", "172.17.0.1", "2001:db8::1", "unix"])
def test_nobody_may_save_from_another_machine(peer: str | None) -> None:
    assert refusal_code(visit_with(peer=peer)) == "visitor_elsewhere"


@pytest.mark.parametrize(
    "host",
    [
        *("", "evil.example:8501", "evil.example", "127.0.0.1.evil.example:8501", "localhost.evil.example:8501"),
        *("127.0.0.1", "127.0.0.1:9000", "127.0.0.1:port", "192.168.1.20:8501", "0.0.0.0:8501", "2130706433:8501"),
        *("evil.example@127.0.0.1:8501", "127.0.0.1:8501/evil", "127.0.0.1:8501?evil", "127.0.0.1:8501#evil", "[::1"),
    ],
)
def test_nobody_may_save_under_another_name_or_port(host: str) -> None:
    assert refusal_code(named(host)) == "other_host"


def test_two_hosts_are_none() -> None:
    assert refusal_code(visit_with(more=(("host", "evil.example"),))) == "other_host"


@pytest.mark.parametrize(
    "origin",
    [
        *(None, "", "null", "http://evil.example", "http://evil.example:8501", "http://127.0.0.1:9000"),
        *("http://127.0.0.1", "http://localhost:8501", "ftp://127.0.0.1:8501", "http://127.0.0.1:8501.evil.example"),
        *("http://127.0.0.1:8501@evil.example", "file://", "127.0.0.1:8501"),
    ],
)
def test_no_other_site_may_save(origin: str | None) -> None:
    assert refusal_code(visit_with(origin=origin)) == "other_origin"


def test_two_origins_are_none() -> None:
    assert refusal_code(visit_with(more=(("origin", f"http://{HOST}"),))) == "other_origin"


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_says_in_one_sentence_what_still_works_and_why(code: str) -> None:
    refused = WritingRefused(code)
    assert refused.code == code
    assert str(refused).startswith("Her kan ark sjekkes, men ikke lagres: ")
    assert str(refused).endswith(".")
    assert str(refused).count(".") == 1


# The page -----------------------------------------------------------------------------------------


@pytest.fixture
def own(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store of the test's own, which the pages open."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with closing(open_store(own_store_file)) as store:
        yield store


def from_connection(monkeypatch: pytest.MonkeyPatch, decision: str | None) -> None:
    """Let visitors come by a connection of which this was decided; None for one that nothing was decided of."""
    monkeypatch.delenv(OPEN, raising=False)
    headers = {} if decision is None else {DECISION: decision}
    monkeypatch.setattr(type(st.context), "headers", headers)


def handed_in() -> AppTest:
    seen = visit("upload")
    seen.button_group(key="upload dataset").set_value("real")
    seen.run()
    seen.file_uploader[0].set_value([("hemne.xlsx", BETTER, "")])
    return seen.run()


def press(seen: AppTest, label: str) -> AppTest:
    [found] = [one for one in seen.button if one.label.startswith(label)]
    return found.click().run()


def read_in(seen: AppTest) -> AppTest:
    seen.checkbox[0].check()
    seen.run()
    return press(seen, "Les inn")


def refusals(seen: AppTest) -> list[str]:
    return [one.value for one in seen.info if one.value.startswith("Her kan ark sjekkes")]


@pytest.mark.parametrize("code", [*REFUSALS, None, "anything else"])
def test_where_nothing_can_be_saved_sheets_are_checked_and_neither_confirmed_nor_undone(
    own: Store, monkeypatch: pytest.MonkeyPatch, code: str | None
) -> None:
    read_in(handed_in())
    newest = own.newest_event()
    from_connection(monkeypatch, code)
    seen = handed_in()
    assert not seen.exception
    assert refusals(seen) == [REFUSALS[code if code in REFUSALS else "unknown_visit"]]
    assert "Merknader" in told(seen)
    assert [one.label for one in seen.button if one.label.startswith(("Les inn", "Angre"))] == []
    assert not seen.checkbox
    assert own.newest_event() == newest


@pytest.mark.usefixtures("own")
def test_forms_are_offered_where_nothing_can_be_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    from_connection(monkeypatch, "behind_proxy")
    assert "Tomt skåringsark" in told(visit("upload", opened=True))


def test_at_the_machine_itself_nothing_is_said_and_everything_works(
    own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_connection(monkeypatch, ALLOWED)
    before = own.newest_event()
    seen = handed_in()
    assert not refusals(seen)
    read_in(seen)
    assert own.newest_event() == before + 1
    press(seen, f"Angre import {before + 1}")
    assert own.newest_event() == before + 2


def test_a_confirmation_offered_before_is_refused_when_it_comes_by_another_connection(
    own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_connection(monkeypatch, ALLOWED)
    before = own.newest_event()
    seen = handed_in()
    seen.checkbox[0].check()
    seen.run()
    from_connection(monkeypatch, "behind_proxy")
    press(seen, "Les inn")
    assert own.newest_event() == before
    assert not seen.success
    assert refusals(seen) == [REFUSALS["behind_proxy"]]


def test_an_undo_offered_before_is_refused_when_it_comes_by_another_connection(
    own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_connection(monkeypatch, ALLOWED)
    seen = read_in(handed_in())
    newest = own.newest_event()
    from_connection(monkeypatch, "visitor_elsewhere")
    press(seen, f"Angre import {newest}")
    assert own.newest_event() == newest
    assert refusals(seen) == [REFUSALS["visitor_elsewhere"]]


@pytest.mark.parametrize("value", ["", "0", "true", "yes"])
@pytest.mark.usefixtures("own")
def test_only_a_one_opens_writing(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    from_connection(monkeypatch, "behind_proxy")
    monkeypatch.setenv(OPEN, value)
    assert refusals(visit("upload")) == [REFUSALS["behind_proxy"]]


def test_every_function_of_the_pages_that_saves_is_guarded() -> None:
    saving = {"confirm", "undo_import", "transaction", "save_plan"}
    functions = [
        node
        for file in sorted((HOUSE / "pages").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and saving & {ast.unparse(call.func).split(".")[-1] for call in ast.walk(node) if isinstance(call, ast.Call)}
    ]
    assert {node.name for node in functions} >= {"_save", "_undo"}
    assert [node.name for node in functions if "saves" not in map(ast.unparse, node.decorator_list)] == []
