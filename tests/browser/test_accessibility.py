"""Everyone can read every page: by ear, by keyboard, in the dark, on a telephone and on paper."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NeverHappened

from tests.browser.conftest import LendTab, OpenPage
from tests.browser.serving import opened_as_new, settle, unfold

PATHS = tuple(
    f"{path}{'&' if '?' in path else '?'}kommune=1612&aar=2018&datasett={dataset}"
    for path in (
        *("/", "/kommune", "/storrelsesgruppe", "/utvikling", "/metode"),
        *("/sammenslaing?kommuner=1612,1571,1613", "/beste-praksis", "/last-opp", "/tiltak", "/oppfolging"),
    )
    for dataset in ("real", "example")
) + tuple(
    f"/sammenslaing?kommuner=1612,1571,1613&kommune=1612&aar=2018&datasett=example&{step}"
    for step in ("steg=best", "steg=overforing&merket=4.4-1571", "steg=vedtak&merket=1.1", "steg=best&visning=mote")
)
PATHS += ("/tiltak?kommune=1259&datasett=real", "/tiltak?kommune=1601&datasett=real")
WIDTHS = (1440, 390)
VIOLATIONS = {"resultTypes": ["violations"]}
"""Lets axe write down every element of what is wrong, and one only of what is not."""

# What Streamlit draws itself and we cannot reach: (rule, attribute of the element, why it is harmless).
# The frame with its menu has none, light or dark, wide or narrow (Streamlit 1.67.0, axe-core 4.12.1).
STREAMLIT = (
    (
        "presentation-role-conflict",
        'data-testid="stFileUploaderDropzone"',
        "the drop area has a role of presentation and a name; the button inside it carries the same name",
    ),
)

PICTURES = '[data-testid="stVegaLiteChart"]'
EMPTY = f"""() => [...document.querySelectorAll('{PICTURES}')]
    .filter(picture => !picture.querySelector('svg.marks :is([class*="_marks"]) :is(path, text, line, rect)'))
    .map(picture => picture.outerHTML.slice(0, 200))"""
NAMES = f"() => [...document.querySelectorAll('{PICTURES}')].map(picture => picture.getAttribute('aria-label'))"
FITS = "() => [...document.querySelectorAll('svg.marks')].every(picture => picture.clientWidth <= innerWidth)"
TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
    .filter(box => box.scrollWidth > Math.min(box.clientWidth, innerWidth))
    .map(box => `${box.tagName}: ${box.scrollWidth} of ${box.clientWidth}`)"""


@pytest.fixture(scope="module", params=[(path, dark) for dark in (False, True) for path in PATHS], ids=str)
def page(request: pytest.FixtureRequest, lend_tab: LendTab, server: str) -> Iterator[Page]:
    """Open each page once in light and once in dark as a new visitor, with everything unfolded."""
    path, dark = request.param
    with lend_tab(dark=dark) as tab:
        yield unfold(opened_as_new(tab, server + path))


def at_width(page: Page, width: int) -> Page:
    if page.viewport_size == {"width": width, "height": 900}:  # as it was opened, or as the last test left it: at rest
        return page
    page.set_viewport_size({"width": width, "height": 900})
    with suppress(NeverHappened):  # pictures follow a moment later; one that never does is found by the test
        page.wait_for_function(FITS, timeout=5_000)
    return settle(page)


def is_streamlits_own(rule: str, node: dict[str, Any]) -> bool:
    # By the tag that axe saw: its selector may find another element once the page has been drawn anew.
    tag = node["html"].partition(">")[0]
    return any(rule == known and attribute in tag for known, attribute, _ in STREAMLIT)


def readable(found: dict[str, Any], node: dict[str, Any]) -> str:
    place = " ".join(map(str, node["target"]))
    return f"{found['id']} ({found['impact']}): {place}\n    {found['help']}\n    {node['html'][:160]}"


def violations(page: Page) -> list[str]:
    return [
        readable(found, node)
        for found in Axe().run(page, options=VIOLATIONS).response["violations"]
        for node in found["nodes"]
        if not is_streamlits_own(found["id"], node)
    ]


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_axe_finds_nothing_to_complain_about(page: Page, width: int) -> None:
    found = violations(at_width(page, width))
    assert not found, f"{len(found)}:\n" + "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_the_page_never_scrolls_sideways(page: Page, width: int) -> None:
    assert at_width(page, width).evaluate(TOO_WIDE) == []


def test_every_picture_is_drawn_and_has_a_name_of_its_own(page: Page) -> None:
    names = page.evaluate(NAMES)
    assert page.evaluate(EMPTY) == []
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_page_says_which_norwegian_it_is(page: Page) -> None:
    # Øygarden (1259) has decided on nynorsk, the others are neutral or invented.
    assert page.evaluate("document.documentElement.lang") == ("nn" if "kommune=1259" in page.url else "nb")


def test_nothing_says_that_something_failed(page: Page) -> None:
    assert not page.get_by_test_id("stException").count()
    assert not page.get_by_text("Noe gikk galt").count()


def test_the_keyboard_reaches_the_municipality_and_chooses_another(open_page: OpenPage) -> None:
    page = open_page("/kommune?kommune=1612&aar=2018&datasett=real")
    # The way there: skipping to the content, the brand, ten pages and three languages.
    for _ in range(18):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Kommune":
            break
    else:
        pytest.fail("eighteen steps with Tab do not reach the choice of municipality")
    page.keyboard.type("Hareid")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hareid 2019", level=1).wait_for()


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_paper_holds_the_tables_and_not_the_menu_or_the_buttons(open_page: OpenPage, dataset: str) -> None:
    page = open_page(f"/kommune?kommune=1612&aar=2018&datasett={dataset}")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Hemne 2018", level=1).is_visible()
    assert page.get_by_role("table", name="totalt og per område").is_visible()
    assert page.get_by_role("table", name="flest poeng igjen").is_visible()
    assert not page.get_by_role("link", name="Sammenlign", exact=True).is_visible()
    buttons = page.locator('[data-testid="stDownloadButton"], [data-testid="stExpander"], .files, .st-key-bar')
    assert [button for button in buttons.all() if button.is_visible()] == []
    assert bool(page.get_by_text("Eksempeldata.", exact=True).count()) == (dataset == "example")


def test_paper_holds_what_is_folded_on_the_screen(open_page: OpenPage) -> None:
    page = open_page("/storrelsesgruppe?kommune=1612&aar=2018&datasett=example")
    assert not page.get_by_role("table", name="Kommunene i gruppene").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Hvem er med").is_visible()
    assert page.get_by_role("table", name="Kommunene i gruppene").is_visible()


def test_paper_gets_the_whole_page_and_not_only_the_first_screen(open_page: OpenPage) -> None:
    paper = open_page("/kommune?kommune=1612&aar=2018&datasett=real").pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") >= 3
