"""The page that Streamlit serves gets our language and script; nothing else that is served is changed."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.server import ServedPage

WITHOUT_SCRIPTS = "<noscript>\n<p>Enable it.</p>\n</noscript>"
PAGE = f'<!doctype html><html lang="en"><head><title>Streamlit</title></head><body>{WITHOUT_SCRIPTS}</body></html>'
BROWSER = {"Accept": "text/html,application/xhtml+xml"}


async def page(_request: Request) -> Response:
    return HTMLResponse(PAGE)


async def file(_request: Request) -> Response:
    return PlainTextResponse(PAGE, headers={"ETag": '"a"'})


@pytest.fixture
def client() -> TestClient:
    routes = [Route("/kommune", page), Route("/fil/a/b.csv", file), Route("/other.txt", file)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(ServedPage)]))


def test_the_page_says_its_language_loads_our_script_and_states_its_length(client: TestClient) -> None:
    answer = client.get("/kommune", headers=BROWSER)
    assert '<html lang="nb">' in answer.text
    scripts = '<head><script src="./words.js?spraak=nb"></script><script src="./browser.js" defer></script>'
    assert answer.text.count(scripts) == 1
    assert "<noscript><p>Slå på JavaScript for å se denne siden.</p></noscript>" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize("path", ["/fil/a/b.csv", "/other.txt"])
def test_a_file_that_looks_like_a_page_is_not_changed(client: TestClient, path: str) -> None:
    assert client.get(path, headers=BROWSER).text == PAGE


def test_who_asks_for_no_page_gets_what_is_served(client: TestClient) -> None:
    assert client.get("/kommune", headers={"Accept": "*/*"}).text == PAGE
