"""A printed page: every sheet says what its figures are, and paper is light whatever the screen is."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.serving import new_context, settle, unfold

HEMNE = "?kommune=1612&aar=2018&datasett="
PAGES = (
    "/",
    "/kommune",
    "/storrelsesgruppe",
    "/utvikling",
    "/sammenslaing",
    "/beste-praksis",
    "/last-opp",
    "/metode",
    "/tiltak",
    "/oppfolging",
)
SAID = "Eksempeldata: tallene er fiktive, unntatt Hemnes trykte tall"
COLOUR = re.compile(r"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b")
DARK = {".0627 .0863 .1137", ".102 .1333 .1686"}
"""The two backgrounds of the dark theme, #10161D and #1A222B, as a PDF writes them."""


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = new_context(browser)
    yield context.new_page()
    context.close()


def printed(page: Page, address: str) -> PdfReader:
    """Return the sheets that a page is printed on, with everything unfolded."""
    page.goto(address)
    return PdfReader(BytesIO(unfold(settle(page)).pdf(format="A4", print_background=True)))


def colours(paper: PdfReader) -> set[str]:
    """Return every colour that something is filled or drawn with, red, green and blue from 0 to 1."""
    contents = [sheet.get_contents() for sheet in paper.pages]
    return {colour for content in contents if content for colour in COLOUR.findall(content.get_data().decode("latin1"))}


@pytest.mark.parametrize("path", PAGES)
def test_every_sheet_says_that_its_figures_are_made_up(visitor: Page, server: str, path: str) -> None:
    sheets = [sheet.extract_text() for sheet in printed(visitor, f"{server}{path}{HEMNE}example").pages]
    assert sheets
    assert [text[:80] for text in sheets if SAID not in text] == []


@pytest.mark.parametrize("path", ["/kommune", "/metode"])
def test_no_sheet_of_real_figures_says_so(visitor: Page, server: str, path: str) -> None:
    sheets = [sheet.extract_text() for sheet in printed(visitor, f"{server}{path}{HEMNE}real").pages]
    assert [text[:80] for text in sheets if SAID in text] == []


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_the_same_colours_from_a_dark_screen_as_from_a_light_one(
    browser: Browser, server: str, path: str
) -> None:
    found = {}
    for dark in (False, True):
        context = new_context(browser, dark=dark)
        found[dark] = colours(printed(context.new_page(), f"{server}{path}{HEMNE}example"))
        context.close()
    assert found[True] == found[False]
    assert not found[True] & DARK


def test_a_dark_screen_is_dark_again_after_printing(browser: Browser, server: str) -> None:
    context = new_context(browser, dark=True)
    page = context.new_page()
    printed(page, f"{server}/kommune{HEMNE}example")
    background = "getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor"
    assert page.evaluate(background) == "rgb(16, 22, 29)"
    page.emulate_media(media="print")
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    context.close()


def test_paper_holds_what_is_folded_and_no_controls(visitor: Page, server: str) -> None:
    visitor.goto(f"{server}/kommune{HEMNE}example")
    sheets = PdfReader(BytesIO(settle(visitor).pdf(format="A4"))).pages
    text = " ".join("\n".join(sheet.extract_text() for sheet in sheets).split())
    for area in range(1, 9):
        assert f"underspørsmål i område {area}" in text
    assert "kilde til underspørsmålene" in text
    for control in ("Virkelige tall", "slik det så ut i", "Sammenslåing", "Last ned"):
        assert control not in text


def test_the_printed_overview_has_every_municipality_once(visitor: Page, server: str) -> None:
    sheets = [sheet.extract_text() for sheet in printed(visitor, f"{server}/{HEMNE}example").pages]
    assert " ".join(sheets).count("Havneset") == 1
    assert len(sheets) <= 3


def test_a_printed_programme_leaves_out_what_is_only_of_use_on_a_screen(browser: Browser, server: str) -> None:
    context = new_context(browser)
    try:
        [*sheets] = printed(context.new_page(), f"{server}/tiltak?kommune=1259&datasett=real&spraak=nb").pages
        text = " ".join(sheet.extract_text() for sheet in sheets)
        assert "Innsparing som ikke er fordelt på enkeltår" in text
        for heading in ("Planen som arbeidsbok", "Slik gjorde andre det", "Nytt tiltak"):
            assert heading not in text
    finally:
        context.close()
