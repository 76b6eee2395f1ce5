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
    routes = [
        Route("/kommune", page),
        Route("/finnes-ikke", page),
        Route("/kommune/tull", page),
        Route("/fil/a/b.csv", file),
        Route("/other.txt", file),
    ]
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


def test_the_tab_has_our_name_before_the_page_has_its_own(client: TestClient) -> None:
    assert "<title>Kompassrosen</title>" in client.get("/kommune", headers=BROWSER).text


@pytest.mark.parametrize(("path", "first"), [("/finnes-ikke", "./"), ("/kommune/tull", "./../")])
@pytest.mark.parametrize(
    ("language", "title", "onward"),
    [
        ("nb", "Siden finnes ikke", "Gå til oversikten"),
        ("nn", "Sida finst ikkje", "Gå til oversikta"),
        ("en", "The page does not exist", "Go to the overview"),
    ],
)
def test_an_address_without_a_page_says_so_in_the_language_and_leads_to_the_overview(
    client: TestClient, path: str, first: str, language: str, title: str, onward: str
) -> None:
    answer = client.get(f"{path}?spraak={language}", headers=BROWSER)
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.text
    assert f"<title>{title} – Kompassrosen</title>" in answer.text
    assert f'<h1>{title}</h1><p><a href="{first}?spraak={language}">{onward}</a></p>' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "Streamlit" not in answer.text


def test_who_asks_for_no_page_gets_what_is_served(client: TestClient) -> None:
    assert client.get("/kommune", headers={"Accept": "*/*"}).text == PAGE
