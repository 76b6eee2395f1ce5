"""What is cached for the next visitor is never shown for anything else than it was made for."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.imports import undo_import
from data.opening import open_store
from queries.caching import CACHE
from tests.landscapes import NOON, add, all_questions, made
from tests.pages.conftest import Visit
from tests.pages.visiting import html, open_all, pictures, told, visit

HEMNE = {"kommune": "1612", "aar": "2018", "datasett": "example"}
ANOTHER = [{"datasett": "real"}, {"stand": "3"}, {"kommune": "9005", "aar": "2018"}]
"""Addresses that on every page ask for something else than Hemne's: another dataset, event or municipality."""
ANOTHER_ON = {
    "overview": [{"familie": "1"}, {"referanse": "2017"}],
    "municipality": [{"aar": "2011"}, {"omrade": "3"}, {"gruppe": "storrelse"}, {"vindu": "3"}],
    "size_groups": [{"omrade": "3"}, {"referanse": "2017"}],
    "trend": [{"kommuner": "1571"}, {"kommuner": "1571,1613"}],
    "merger": [{"kommuner": "1612,1571"}, {"omrade": "3"}, {"dom": "best"}, {"omrade": "3", "dom": "delt"}],
    "best_practice": [{"sporsmal": "1.4"}, {"omrade": "3"}, {"gruppe": "storrelse"}],
    "method": [],
    "upload": [],
}
WITH_A_LOG = ("method", "upload")
LOGS_MADE_ANEW = 4
"""The log of the method page, as a query, as a section and as it is drawn, and the imports on the upload page."""
PROGRAMMES_MADE_ANEW = 5
"""The plans of the dataset, and on two pages the links to programmes, each as a section and as drawn."""
TO_THE_EXAMPLE = "kommune?kommune=1612&aar=2018&datasett=example&spraak=nb"
"""The only link that leads from one dataset into the other."""
TELLS_THE_TIME = "Denne serveren deler datalager"
"""Begins the sentence of a shared store, which is another each second."""
LINKING = ("overview", "municipality", "size_groups", "trend", "merger", "best_practice", "programme")


def shown(seen: AppTest) -> dict[str, Any]:
    """Return all there is to read, where the links lead, and what the pictures draw."""
    assert not seen.exception
    assert not seen.error
    drawn = {name: rows.rows() for name, rows in pictures(seen).items()}
    lasting = [piece for piece in told(seen) if not piece.startswith(TELLS_THE_TIME)]
    return {"told": lasting, "links": links(seen), "drawn": drawn}


def links(seen: AppTest) -> list[str]:
    addresses = [unescape(address) for piece in html(seen) for address in re.findall(r'href="([^"]+)"', piece)]
    return [address for address in addresses if not address.startswith("http")]


def one_after_the_other(page: str, views: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Let one visitor go from view to view of a page."""
    seen = visit(page, opened=True, **views[0])
    for view in views:
        seen.query_params = {"spraak": "nb", **view}
        yield shown(open_all(seen.run()))


@pytest.mark.parametrize("page", ANOTHER_ON)
def test_every_view_is_the_same_whatever_was_shown_before_it(page: str) -> None:
    views = [HEMNE, *(HEMNE | another for another in (*ANOTHER, *ANOTHER_ON[page]))]
    in_turn = list(one_after_the_other(page, views))
    for view, after_the_others in zip(views, in_turn, strict=True):
        CACHE.clear()  # as in a program that has just been started
        assert shown(visit(page, opened=True, **view)) == after_the_others, view


@pytest.mark.parametrize("page", LINKING)
def test_links_stay_in_the_dataset_and_name_the_event_only_where_the_address_does(page_seen: Visit, page: str) -> None:
    for dataset in ("example", "real"):
        along = {"kommune": "1612", "aar": "2018", "datasett": dataset, "kommuner": "1612,1517,1571"}
        now, pinned = (links(page_seen(page, opened=True, **along, **stand)) for stand in ({}, {"stand": "5"}))
        if (page, dataset) == ("overview", "real"):
            assert TO_THE_EXAMPLE in now
            now, pinned = ([link for link in all_of if link != TO_THE_EXAMPLE] for all_of in (now, pinned))
        # In an older state nothing can be changed, so no link leads to a form there.
        now = [link for link in now if page != "programme" or not re.search("[?&](nytt|endre)=", link)]
        assert now, dataset
        assert [address for address in now if f"datasett={dataset}" not in address or "stand=" in address] == []
        assert pinned == [f"{address}&stand=5" for address in now]


def test_every_page_follows_the_store_through_an_import_an_undo_and_a_redo(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    store = open_store()
    before = every_page()
    add(store, made("1612", total=500, areas=[62] * 8, questions=all_questions()), dataset="example")
    after = every_page()
    assert any(piece.startswith("500 av 800 poeng") for piece in after["municipality"]["told"])
    assert [page for page in before if after[page] == before[page]] == []
    undo_import(store, 6, NOON)
    assert [page for page, again in every_page().items() if (again == before[page]) == (page in WITH_A_LOG)] == []
    undo_import(store, 7, NOON)
    assert [page for page, again in every_page().items() if again != after[page]] == ["method"]


def every_page() -> dict[str, dict[str, Any]]:
    return {page: shown(visit(page, opened=False, **HEMNE)) for page in ANOTHER_ON}


def test_a_plan_or_an_import_of_the_other_dataset_makes_no_page_anew(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    store = open_store()
    before = every_page()
    made_until_now = CACHE.counts().misses
    add(store, made("1612", total=500), dataset="real")
    with store.transaction() as cursor:
        cursor.execute("insert into event values (7, 'plan', 'example', null, now(), 'Et tiltak')")
    again = every_page()
    assert [page for page in before if again[page] != before[page]] == list(WITH_A_LOG)
    remade = CACHE.counts().misses - made_until_now
    assert remade == LOGS_MADE_ANEW + PROGRAMMES_MADE_ANEW
