"""More municipalities than a list can hold: they are found by a search, and the first of many rows are drawn."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.opening import open_store
from tests.benchmarks.made_country import key_of, make_store, number_of
from tests.pages.visiting import headings, html, text, visit

MANY = 600
OURS = {"datasett": "example", "kommune": key_of(0), "aar": "2025"}
EVERY_PAGE = ("overview", "municipality", "size_groups", "trend", "best_practice", "method")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("many") / "store.duckdb"
    make_store(path, MANY, evaluations=1)
    yield path
    open_store(path).close()


@pytest.fixture(autouse=True)
def read_by_the_pages(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(many))


def options(seen: AppTest) -> list[str]:
    chosen: Any = seen.selectbox(key="choice kommune")
    return list(chosen.options)


def searched(seen: AppTest, words: str) -> AppTest:
    return seen.text_input(key="search kommune").set_value(words).run()


def test_a_list_of_all_is_not_sent_and_the_one_shown_is_in_it() -> None:
    seen = visit("municipality", opened=False, **OURS)
    assert options(seen) == ["Oppdiktet 100001 (XM-100001)"]
    assert seen.text_input(key="search kommune").label == "Søk blant 655 kommuner"


def test_the_only_match_is_opened_at_once_in_its_newest_year_and_the_search_is_empty_again() -> None:
    seen = searched(visit("municipality", opened=False, **OURS), number_of(321))
    assert (seen.query_params["kommune"], seen.query_params["aar"]) == (key_of(321), "2025")
    assert headings(seen, 1)[0] == "Oppdiktet 100322 2025"
    assert seen.text_input(key="search kommune").value == ""


def test_several_matches_are_offered_and_nothing_is_chosen_for_the_reader() -> None:
    seen = searched(visit("municipality", opened=False, **OURS), "10032")
    assert options(seen) == ["Oppdiktet 100001 (XM-100001)", *(f"Oppdiktet 10032{n} (XM-10032{n})" for n in range(10))]
    assert seen.query_params["kommune"] == key_of(0)


def test_it_is_said_where_nothing_is_found_and_where_there_is_more() -> None:
    seen = visit("municipality", opened=False, **OURS)
    assert "Ingen kommune her har et navn eller nummer med «Atlantis»." in text(searched(seen, "Atlantis"))
    assert "Listen har de 50 første treffene." in text(searched(seen, "Oppdiktet"))


def test_the_municipalities_of_a_merger_are_found_by_a_search_too() -> None:
    seen = visit("merger", opened=False, **OURS, kommuner=f"{key_of(0)},{key_of(1)}")
    seen.text_input(key="search several").set_value(number_of(7)).run()
    assert list(seen.multiselect[0].options) == [f"Oppdiktet {number_of(index)}" for index in (0, 1, 7)]


def tables(seen: AppTest) -> list[str]:
    return [table for piece in html(seen) for table in re.findall("<table>.*?</table>", piece, re.DOTALL)]


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_opens_and_draws_no_table_of_more_than_the_first_five_hundred(page: str) -> None:
    seen = visit(page, opened=True, **OURS)
    assert not seen.error
    assert max(table.count("<tr") for table in tables(seen)) <= 502  # a heading, and our own


def test_a_table_of_many_says_so_and_has_our_own_row_beyond_the_first() -> None:
    seen = visit("overview", opened=True, **OURS)
    assert "De 500 første av 600 vises; filen har alle." in text(seen)
    [totals] = [table for table in tables(seen) if "<caption>Totaler" in table]
    assert totals.count('class="marked"') == 1
