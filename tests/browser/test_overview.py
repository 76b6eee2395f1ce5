"""The heat map and the map as a browser shows them: sorted by links, opened by a click, a list on a phone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import settle

HEAT_MAP = ".table.heat"
# Where the mark of a municipality is, by the tooltip that stands in its row.
MARK = """(name) => {
    const mark = [...document.querySelectorAll('svg.marks path')].filter(
        (path) => path.__data__?.href && path.__data__.tooltip?.startsWith(name)).at(-1);
    mark.scrollIntoView({ block: 'center' });
    const box = mark.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""


SHAPES = "() => document.querySelectorAll('svg.marks .mark-shape path').length"


def map_drawn(page: Page) -> Page:
    """Wait until the borders have come: the picture is there before them. In those of 2019 are 422."""
    page.wait_for_function(f"{SHAPES.removeprefix('() => ')} > 422", timeout=20_000)
    return page


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def first_names(page: Page, most: int = 3) -> list[str]:
    return page.locator(f"{HEAT_MAP} tbody th").all_inner_texts()[:most]


def test_a_heading_sorts_in_the_same_session_and_back_undoes_it(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1612&datasett=example")
    page.evaluate("window.same = true")
    assert first_names(page, 1) == ["Einerdal"]
    page.get_by_role("columnheader", name="3 Styring").get_by_role("link").click()
    expect(page.get_by_role("heading", name="3 Styring: Bergsli er høyest av 55, Hemne er nummer 5")).to_be_visible()
    assert first_names(settle(page), 1) == ["Bergsli"]
    assert query(page)["sorter"] == ["3"]
    assert page.locator(f"{HEAT_MAP} [aria-sort=descending]").all_inner_texts() == ["3 Styring"]
    page.go_back()
    expect(page.get_by_role("heading", name="Einerdal er høyest av 55, Hemne er nummer 9")).to_be_visible()
    assert page.evaluate("window.same")


def test_a_row_opens_its_municipality(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1612&datasett=example")
    page.locator(HEAT_MAP).get_by_role("link", name="Langmo").click()
    page.get_by_role("heading", name="Langmo 2016", level=1).wait_for()


def click_on(page: Page, name: str) -> None:
    page.mouse.click(*map_drawn(page).evaluate(MARK, name))


def test_a_click_on_the_map_opens_the_municipality_in_the_same_session_and_dataset(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1612&datasett=real&stand=2")
    page.evaluate("window.same = true")
    click_on(page, "Lom")
    page.get_by_role("heading", name="Lom", level=1).wait_for()
    assert urlsplit(page.url).path == "/kommune"
    assert (query(page)["datasett"], query(page)["stand"]) == (["real"], ["2"])
    assert page.evaluate("window.same")


def test_one_without_points_is_opened_where_it_is_told_of(open_page: OpenPage) -> None:
    page = open_page("/storrelsesgruppe?kommune=1612&aar=2018&datasett=real")
    click_on(page, "Rendalen")
    expect(page.get_by_text("Rendalen er evaluert: rapporten finnes, men poengene er ikke her.")).to_be_visible()
    assert urlsplit(page.url).path == "/"


@pytest.mark.parametrize("path", ["/", "/storrelsesgruppe?kommune=1612&aar=2018"])
def test_the_map_draws_every_municipality_and_marks_those_we_know(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path}{'&' if '?' in path else '?'}datasett=real")
    map_drawn(page)
    assert not open_page(f"{path}{'&' if '?' in path else '?'}datasett=example").evaluate(SHAPES)


def test_the_list_beside_the_map_leads_to_the_same_places(open_page: OpenPage) -> None:
    page = open_page("/storrelsesgruppe?kommune=1612&aar=2018&datasett=real")
    page.get_by_role("table", name="På kartet").get_by_role("link", name="Skaun").click()
    expect(page.get_by_text("Skaun er evaluert: rapporten finnes, men poengene er ikke her.")).to_be_visible()
    assert urlsplit(page.url).path == "/"


def test_on_a_telephone_the_heat_map_is_a_list_with_every_figure_in_sight(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1612&datasett=example", width=390)
    row = page.locator(f"{HEAT_MAP} tbody tr").filter(has=page.get_by_role("link", name="Hemne", exact=True))
    cells = row.locator("td.number[class*=shade-]")
    # The total, and the areas as they are printed in the report of 2018.
    assert cells.all_inner_texts() == ["433", "39", "37", "77", "61", "58", "49", "48", "63"]
    name = row.locator("th").bounding_box()
    boxes = [cell.bounding_box() for cell in cells.all()]
    assert name
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert all(box and name["y"] - 5 <= box["y"] < name["y"] + 60 for box in boxes)
    assert page.locator(HEAT_MAP).evaluate("(box) => box.scrollWidth - box.clientWidth") == 0
    area = cells.nth(3).evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert area == '"3 Styring"'


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_the_page_is_short(open_page: OpenPage, dataset: str) -> None:
    height = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
    assert open_page(f"/?kommune=1612&datasett={dataset}", width=1280).evaluate(height) < 3 * 900
    assert open_page(f"/?kommune=1612&datasett={dataset}", width=390).evaluate(height) < 6000
