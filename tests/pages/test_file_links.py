"""Every file that a page offers can be had at its address."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import ROUTES
from tests.pages.conftest import Visit
from tests.pages.visiting import html

VIEWS: list[tuple[str, dict[str, str]]] = [
    *((page, {"datasett": dataset}) for dataset in ("real", "example") for page in (
        "overview", "municipality", "size_groups", "trend", "best_practice", "method",
    )),
    ("merger", {"datasett": "example"}),
    ("merger", {"datasett": "real", "kommuner": "1612,1516,1517"}),
    ("municipality", {"kommune": "1516", "aar": "2013", "datasett": "real"}),
    ("municipality", {"datasett": "example", "gruppe": "utvalg", "utvalg": "9001,9002,9005,9010,9011"}),
    ("municipality", {"datasett": "example", "gruppe": "storrelse", "vindu": "3", "omrade": "7", "stand": "2"}),
    ("overview", {"datasett": "example", "familie": "1"}),
    ("trend", {"datasett": "example", "kommuner": "1571,9001"}),
    ("merger", {"datasett": "example", "kommuner": "9001,9002,9003", "dom": "best", "omrade": "3"}),
    ("best_practice", {"datasett": "example", "sporsmal": "5.1", "omrade": "2"}),
]  # fmt: skip


@pytest.mark.parametrize(("page", "words"), VIEWS, ids=[f"{page}-{words}" for page, words in VIEWS])
def test_every_csv_and_svg_that_a_page_links_to_is_there(page_seen: Visit, page: str, words: dict[str, str]) -> None:
    links = [link for piece in html(page_seen(page, **words)) for link in re.findall(r'href="(fil/[^"]+)"', piece)]
    assert links
    with TestClient(Starlette(routes=ROUTES)) as client:
        answers = {link: client.get("/" + unescape(link)) for link in links if ".csv?" in link or ".svg?" in link}
    assert {link: answer.text[:200] for link, answer in answers.items() if answer.status_code != 200} == {}
    assert all(answer.content for answer in answers.values())
