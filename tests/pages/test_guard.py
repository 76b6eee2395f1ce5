"""Every answer of the server has the security headers, and what is closed is not there."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.guard import DECISION, HEADERS, Guard, failed

CLOSED = ("/_stcore/metrics", "/_stcore/metrics/", "/_stcore/%6detrics", "/under/_stcore/metrics")


async def text(_request: Request) -> Response:
    return PlainTextResponse("here")


async def own_policy(_request: Request) -> Response:
    return PlainTextResponse("here", headers={"Content-Security-Policy": "frame-ancestors *"})


async def fails(_request: Request) -> Response:
    raise RuntimeError("secret")


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers[DECISION])
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    routes = [
        Route("/own", own_policy),
        Route("/fails", fails),
        WebSocketRoute("/stream", stream),
        Route("/{rest:path}", text, methods=["GET", "POST", "OPTIONS"]),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guard)], exception_handlers={Exception: failed})
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize("path", ["/", "/fil/a/b.csv", "/healthz", "/fails", *CLOSED])
def test_every_answer_has_the_security_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_answer_with_a_policy_of_its_own_keeps_it(client: TestClient) -> None:
    assert client.get("/own").headers.get_list("Content-Security-Policy") == ["frame-ancestors *"]


def test_a_failure_is_told_without_what_failed(client: TestClient) -> None:
    answer = client.get("/fails")
    assert answer.status_code == 500
    assert answer.text.startswith("Noe gikk galt.")
    assert "secret" not in answer.text


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_what_streamlit_measures_is_not_there(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.text) == (404, "Siden finnes ikke.")


def test_a_page_of_another_site_opens_no_stream(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/stream", headers={"Origin": "http://evil.no"}):
        pass


@pytest.mark.parametrize("origin", ["http://testserver", "http://127.0.0.1:9000", "http://192.0.2.7"])
def test_what_streamlit_may_let_in_is_left_to_it(client: TestClient, origin: str) -> None:
    with client.websocket_connect("/stream", headers={"Origin": origin}) as open_stream:
        assert open_stream.receive_text() == "reachable_by_others"  # the test client comes from nowhere


def test_a_decision_somebody_sends_is_not_believed(client: TestClient) -> None:
    with client.websocket_connect("/stream", headers={"X-Kompassrosen-Writing": "allowed"}) as open_stream:
        assert open_stream.receive_text() != "allowed"
