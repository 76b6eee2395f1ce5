"""What the address asks for is shown, or a sentence says why not."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from data.imports import undo_import
from data.opening import open_store
from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, text, visit, warnings

IN_VAIN = [
    ("municipality", {"kommune": "9999"}, ["«9999»", "Her vises Hemne"]),
    ("municipality", {"kommune": "5055"}, ["Heim (5055) har ingen evaluering", "Her vises Hemne"]),
    ("trend", {"kommune": "9999"}, ["«9999»", "Her vises Hemne"]),
    ("size_groups", {"kommune": "9999"}, ["«9999»", "Her vises Hemne"]),
    ("municipality", {"kommune": "1612", "aar": "1999"}, ["Hemne er ikke evaluert i 1999", "Her vises 2018"]),
    ("municipality", {"kommune": "1612", "aar": "tull"}, ["«tull»", "aar"]),
    ("municipality", {"datasett": "tull"}, ["«tull»", "Her vises de virkelige tallene"]),
    ("overview", {"datasett": "tull"}, ["«tull»", "Her vises de virkelige tallene"]),
    ("method", {"stand": "99"}, ["«99»", "fra 1 til", "Her vises de nyeste tallene"]),
    ("municipality", {"stand": "0"}, ["«0»", "Her vises de nyeste tallene"]),
    ("municipality", {"stand": "tull"}, ["«tull»", "Her vises de nyeste tallene"]),
    ("municipality", {"gruppe": "tull"}, ["«tull»", "gruppe", "Her vises"]),
    ("municipality", {"gruppe": "utvalg", "utvalg": "1516,9999"}, ["9999"]),
    ("municipality", {"referanse": "tull"}, ["«tull»", "referanse"]),
    ("municipality", {"vindu": "tull"}, ["«tull»", "vindu"]),
    ("municipality", {"omrade": "12"}, ["Område 12 finnes ikke", "Her vises alle"]),
    ("size_groups", {"omrade": "12"}, ["Område 12 finnes ikke", "Her vises totalen"]),
    ("overview", {"familie": "7"}, ["familie 7 finnes ikke", "Her vises versjon 2.0 og 2.1"]),
    ("trend", {"kommuner": "1516,9999"}, ["9999", "resten vises"]),
]


@pytest.mark.parametrize(("page", "address", "words"), IN_VAIN, ids=[f"{page}-{asked}" for page, asked, _ in IN_VAIN])
def test_an_unknown_word_falls_back_with_a_sentence(
    page_seen: Visit, page: str, address: dict[str, str], words: list[str]
) -> None:
    seen = page_seen(page, **address)
    assert not seen.exception
    assert not seen.error
    [sentence] = warnings(seen)
    assert [word for word in words if word not in sentence] == []


def test_several_unknown_words_are_all_said(page_seen: Visit) -> None:
    asked = {"kommune": "9999", "datasett": "tull", "stand": "99", "gruppe": "zz", "omrade": "12"}
    seen = page_seen("municipality", **asked)
    assert len(warnings(seen)) == len(asked)
    assert headings(seen, 1)[0] == "Hemne 2018"


def test_an_earlier_event_is_shown_as_it_was_with_a_sentence(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    assert (
        undo_import(open_store(), 2, datetime.now(UTC), also_shipped=True) == 6
    )  # the example dataset came as event 2
    now = visit("municipality", kommune="1612", datasett="example")
    then = visit("municipality", kommune="1612", datasett="example", stand="2")
    assert "ingen evalueringer i dette datasettet" in text(now)
    assert "433 av 800 poeng" in text(then)
    assert "etter hendelse 2" in " ".join(html(then))
    assert "etter hendelse" not in text(now)


def test_no_page_fails_where_the_dataset_is_empty(page_seen: Visit) -> None:
    for page in ("overview", "municipality", "size_groups", "trend", "method"):
        seen = page_seen(page, datasett="example", stand="1")
        assert not seen.exception
        assert not seen.error, page


def linked(page_seen: Visit, **address: str) -> set[str]:
    """Return the addresses that the names in the table of the newest evaluations lead to."""
    [newest] = [piece for piece in html(page_seen("overview", **address)) if "De nyeste evalueringene" in piece]
    return {unescape(address) for address in re.findall(r'href="([^"]+)"', newest)}


def test_a_link_keeps_the_dataset_and_the_event_and_nothing_else(page_seen: Visit) -> None:
    assert "kommune?kommune=1640&aar=2021&datasett=real&spraak=nb" in linked(page_seen)
    assert "kommune?kommune=9001&aar=2018&datasett=example&spraak=nb" in linked(page_seen, datasett="example")
    pinned = linked(page_seen, gruppe="fylke", stand="1", datasett="real")
    assert "kommune?kommune=1640&aar=2021&datasett=real&spraak=nb&stand=1" in pinned


def test_a_link_cannot_be_given_words_of_its_own_through_the_address(page_seen: Visit) -> None:
    assert linked(page_seen, datasett="real&kommune=9999") == linked(page_seen, datasett="real")


def test_a_new_choice_is_written_in_the_address_with_its_newest_year() -> None:
    seen = visit("municipality", kommune="1612", aar="2011", datasett="real", referanse="2011")
    seen.selectbox(key="choice kommune").select("1517").run()
    assert headings(seen, 1)[0] == "Hareid 2019"
    assert seen.query_params == {"kommune": "1517", "aar": "2019", "datasett": "real", "spraak": "nb"}


def test_a_choice_keeps_what_else_was_chosen() -> None:
    seen = visit("municipality", kommune="1612", aar="2018", datasett="real", gruppe="storrelse")
    seen.selectbox(key="choice kommune").select("1516").run()
    assert seen.query_params["gruppe"] == "storrelse"
    assert seen.selectbox(key="choice gruppe").value == "storrelse"


def test_the_other_dataset_shows_the_same_municipality_where_it_has_it() -> None:
    seen = visit("municipality", kommune="1612", aar="2011", datasett="real")
    seen.segmented_control(key="choice datasett").select("example").run()
    assert (seen.query_params["kommune"], seen.query_params["datasett"]) == ("1612", "example")
    assert headings(seen, 1)[0].startswith("Hemne")
