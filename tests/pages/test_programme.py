"""The page of a programme as a visitor sees it: the four from documents, and one with everything."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.opening import open_store
from data.store import Store
from tests.landscapes import NOON
from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, notices, pictures, text, visit, warnings
from tests.plans_made import METHOD, PROGRAMME, save, save_everything

FOUR = {
    "1445": "Utviklingsprosjekt i Gloppen",
    "1259": "Driftstilpasning 2013",
    "1601": "Helhetlig ledelse",
    "1247": "Askøy 2020",
}


@pytest.fixture
def own_store(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return a filled store of the test's own, which the pages open, with a programme that has everything."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    store = open_store()
    save_everything(store)
    return store


@pytest.mark.parametrize("number", FOUR)
def test_each_programme_from_a_document_opens_and_lists_the_others(page_seen: Visit, number: str) -> None:
    seen = page_seen("programme", kommune=number, datasett="real")
    assert headings(seen, 1) == [FOUR[number]]
    assert not seen.exception
    assert (warnings(seen), notices(seen)) == ([], [])
    whole = text(seen)
    assert [name for key, name in FOUR.items() if key != number and f": {name}" not in whole] == []
    assert ".." not in whole.replace("...", "")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("nn", "Visjonar og mål kan rekke lenger enn 2020, som er året resultata blir målte mot."),
        ("en", "Visions and goals may reach beyond 2020, which is the year that the results are measured against."),
    ],
)
def test_what_came_with_the_program_is_told_without_saying_that_it_is_in_another_language(
    page_seen: Visit, language: str, note: str
) -> None:
    written = " ".join(html(page_seen("programme", kommune="1247", datasett="real", spraak=language)))
    assert f'<p class="caption">{note}</p>' in written


@pytest.mark.usefixtures("own_store")
def test_what_people_typed_says_its_language_on_a_page_in_another() -> None:
    written = " ".join(html(visit("programme", kommune="1612", datasett="example", program="p", spraak="en")))
    assert '<p class="caption"><span lang="no">Prøve.</span></p>' in written
    assert '<p class="caption"><span lang="no">Et notat.</span></p>' in written
    assert '<strong>3 behaviour:</strong> <span lang="no">Møtene er endret</span>' in written


def test_a_municipality_without_a_programme_says_so(page_seen: Visit) -> None:
    seen = page_seen("programme", kommune="1612", datasett="real")
    assert headings(seen, 1) == ["Hemne har ingen programmer her ennå"]
    assert headings(seen, 2) == ["Planen som arbeidsbok", "Slik gjorde andre det"]


def test_an_unknown_municipality_is_told_and_the_default_shown(page_seen: Visit) -> None:
    seen = page_seen("programme", kommune="9999", datasett="real")
    assert warnings(seen) == ["Ingen kommune her har nummer «9999». Her vises Hemne."]


def test_the_choice_offers_those_with_a_programme_first(page_seen: Visit) -> None:
    [choice] = [
        box for box in page_seen("programme", kommune="1259", datasett="real").selectbox if box.label == "Kommune"
    ]
    assert [option.split(",")[0] for option in choice.options[:4]] == ["Askøy", "Gloppen", "Trondheim", "Øygarden"]
    assert all(option.endswith("har program") for option in choice.options[:4])
    assert "Hemne (1612, 5011)" in choice.options


@pytest.mark.usefixtures("own_store")
def test_a_programme_with_everything_is_drawn_whole_and_marked_as_fictional() -> None:
    seen = visit("programme", kommune="1612", datasett="example", program="p", tiltak="method")
    assert not seen.exception
    assert [name.split(". Se")[0] for name in pictures(seen)] == [
        "Eksempeldata: Læring og ledelse 2018–2020: effekt og gjennomførbarhet",
        "Eksempeldata: Læring og ledelse 2018–2020: faser",
        "Eksempeldata: Læring og ledelse 2018–2020: innsparing per år",
    ]
    opened = "".join(html(seen)).count(" open>")
    assert opened == 1
    assert "Status fra «i gang» til «vedtatt»" in text(seen)


@pytest.mark.usefixtures("own_store")
def test_another_dataset_is_not_asked_for_the_programme_of_this_one() -> None:
    seen = visit("programme", kommune="1612", datasett="example", program="p", tiltak="method", status="started")
    seen.segmented_control(key="choice datasett").select("real").run()
    assert headings(seen, 1) == ["Hemne har ingen programmer her ennå"]
    assert warnings(seen) == []


@pytest.mark.usefixtures("own_store")
def test_a_filter_in_the_address_lists_those_measures_alone() -> None:
    whole = text(visit("programme", kommune="1612", datasett="example", program="p", status="idea"))
    assert "Plan for mangfold" in whole
    assert "Mer om «Felles metode" not in whole


def test_a_change_is_on_the_page_at_once_and_an_older_state_is_without_it(own_store: Store) -> None:
    newest = own_store.newest_event()
    address: dict[str, Any] = {"kommune": "1612", "datasett": "example", "program": "p"}
    assert "6,5 → 13" in text(visit("programme", **address))
    assert "6,5 → 12" in text(visit("programme", **address, stand=str(newest - 1)))
    before = visit("programme", **address, stand=str(newest - 3))
    assert warnings(before) == ["Hemne har ikke programmet «p» her."]
    assert NOON.strftime("%d.%m.%Y") in text(visit("programme", **address))


def test_what_people_write_is_text_and_never_markup(own_store: Store) -> None:
    bold = "<b>fet</b> & [lenke](https://eksempel.no)"
    save(own_store, replace(PROGRAMME, name=bold, need=bold), replace(METHOD, title=bold, owner_role=bold))
    seen = visit("programme", kommune="1612", datasett="example", program="p")
    assert headings(seen, 1) == [bold]
    assert bold in text(seen)
    assert [piece for piece in html(seen) if "<b>" in piece] == []


@pytest.mark.parametrize("page", ["overview", "best_practice"])
def test_other_pages_lead_to_how_others_did_it(page_seen: Visit, page: str) -> None:
    seen = page_seen(page, kommune="1612", datasett="real")
    assert "Slik gjorde andre det" in headings(seen, 2)
    assert sum("tiltak?kommune=1259&amp;program=oygarden-2013" in piece for piece in html(seen)) == 1
