"""What holds on every page, in both datasets."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit
from tests.pages.visiting import PAGES, headings, html, pictures, text, told, warnings

DATASETS = ("real", "example")
EVERY_PAGE = (*PAGES, "merger", "best_practice", "upload", "programme")
OWN_FIGURES = PAGES[:-1]  # the method page explains the words that the others may not use of a few
PRINTED = re.compile(
    r"\bs\. \d|artikkel|forord|n ikke oppgitt|på trykk"
)  # a printed statement carries its place, or what it lacks, or says that it is one
WHY_NONE = re.compile(r"vises verken|vises ingen kvartiler|for få kommuner til å regne")


@pytest.fixture(params=[(page, dataset) for page in EVERY_PAGE for dataset in DATASETS], ids=lambda one: "-".join(one))
def visited(request: pytest.FixtureRequest, page_seen: Visit) -> tuple[AppTest, str]:
    page, dataset = request.param
    return page_seen(page, opened=True, datasett=dataset), dataset


@pytest.fixture
def seen(visited: tuple[AppTest, str]) -> AppTest:
    return visited[0]


@pytest.fixture
def dataset(visited: tuple[AppTest, str]) -> str:
    return visited[1]


def test_a_page_opens_without_failing(seen: AppTest) -> None:
    assert not seen.exception
    assert not seen.error


def test_a_page_has_one_title_and_warns_of_nothing(seen: AppTest) -> None:
    assert len(headings(seen, 1)) == 1
    assert not warnings(seen)


def test_the_example_dataset_is_marked_and_the_real_one_is_not(seen: AppTest, dataset: str) -> None:
    marked = [piece for piece in html(seen) if 'class="example"' in piece and "Eksempeldata." in piece]
    assert len(marked) == (dataset == "example")


def test_municipality_year_and_dataset_are_always_in_the_address(seen: AppTest, dataset: str) -> None:
    address = seen.query_params
    assert (address["kommune"], address["aar"], address["datasett"]) == ("1612", "2018", dataset)


def test_no_picture_is_blank_and_each_has_a_name(seen: AppTest) -> None:
    drawn = pictures(seen)
    assert all(name.strip() for name in drawn)
    assert [name for name, rows in drawn.items() if rows.is_empty()] == []


def test_every_picture_of_the_example_dataset_says_so_in_its_name(seen: AppTest, dataset: str) -> None:
    names = list(pictures(seen))
    assert [name for name in names if ("Eksempeldata" in name) != (dataset == "example")] == []


@pytest.mark.parametrize("page", OWN_FIGURES)
@pytest.mark.parametrize("number", ["0219", "0514", "0624", "1505", "1516", "1517", "1612", "1640"])
def test_the_few_we_have_are_never_called_the_country_and_get_no_quartile(
    page_seen: Visit, page: str, number: str
) -> None:
    seen = page_seen(page, opened=True, kommune=number, datasett="real")
    ours = [piece for piece in told(seen) if not PRINTED.search(piece)]
    assert [piece for piece in ours if re.search(r"(?<!ikke )\blandet\b", piece)] == []
    assert [piece for piece in ours if "kvartil" in piece.lower() and not WHY_NONE.search(piece)] == []


def test_the_example_landscape_is_large_enough_for_quartiles(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, kommune="1612", aar="2018", datasett="example")
    assert "433 av 800 poeng: i øvre kvartil og blant de 25 % beste" in told(seen)


def test_the_invented_neighbours_are_never_named_as_if_they_were_real(page_seen: Visit) -> None:
    for page in OWN_FIGURES:
        for number in ("1571", "1613"):
            whole = text(page_seen(page, opened=True, kommune=number, datasett="example"))
            assert re.findall(r"\b(?:Halsa|Snillfjord)\b(?! \(eksempel\))", whole) == [], page
