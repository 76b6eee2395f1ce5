"""A printed page: every sheet says what its figures are, and paper is light whatever the screen is."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import LendTab, NewTab
from tests.browser.serving import opened_as_new, unfold

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


Printed = Callable[..., PdfReader]


def printed_as_new(tab: Page, address: str) -> PdfReader:
    """Return the sheets that a page is printed on, with everything unfolded."""
    return PdfReader(BytesIO(unfold(opened_as_new(tab, address)).pdf(format="A4", print_background=True)))


@pytest.fixture(scope="module")
def printed(lend_tab: LendTab, server: str) -> Printed:
    """Return a function that gives the sheets of a page; it prints each once from a light and a dark screen."""

    @cache
    def sheets(path: str, *, dark: bool = False) -> PdfReader:
        with lend_tab(dark=dark) as tab:
            return printed_as_new(tab, server + path)

    return sheets


def colours(paper: PdfReader) -> set[str]:
    """Return every colour that something is filled or drawn with, red, green and blue from 0 to 1."""
    contents = [sheet.get_contents() for sheet in paper.pages]
    return {colour for content in contents if content for colour in COLOUR.findall(content.get_data().decode("latin1"))}


@pytest.mark.parametrize("path", PAGES)
def test_every_sheet_says_that_its_figures_are_made_up(printed: Printed, path: str) -> None:
    sheets = [sheet.extract_text() for sheet in printed(f"{path}{HEMNE}example").pages]
    assert sheets
    assert [text[:80] for text in sheets if SAID not in text] == []


@pytest.mark.parametrize("path", ["/kommune", "/metode"])
def test_no_sheet_of_real_figures_says_so(printed: Printed, path: str) -> None:
    sheets = [sheet.extract_text() for sheet in printed(f"{path}{HEMNE}real").pages]
    assert [text[:80] for text in sheets if SAID in text] == []


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_the_same_colours_from_a_dark_screen_as_from_a_light_one(printed: Printed, path: str) -> None:
    found = {dark: colours(printed(f"{path}{HEMNE}example", dark=dark)) for dark in (False, True)}
    assert found[True] == found[False]
    assert not found[True] & DARK


def test_a_dark_screen_is_dark_again_after_printing(lend_tab: LendTab, server: str) -> None:
    background = "getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor"
    with lend_tab(dark=True) as page:
        printed_as_new(page, f"{server}/kommune{HEMNE}example")
        assert page.evaluate(background) == "rgb(16, 22, 29)"
        page.emulate_media(media="print")
        assert page.evaluate(background) == "rgb(255, 255, 255)"


def test_paper_holds_what_is_folded_and_no_controls(new_tab: NewTab, server: str) -> None:
    page = opened_as_new(new_tab(), f"{server}/kommune{HEMNE}example")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = " ".join("\n".join(sheet.extract_text() for sheet in sheets).split())
    for area in range(1, 9):
        assert f"underspørsmål i område {area}" in text
    assert "kilde til underspørsmålene" in text
    for control in ("Virkelige tall", "slik det så ut i", "Sammenslåing", "Last ned"):
        assert control not in text


def test_the_printed_overview_has_every_municipality_once(printed: Printed) -> None:
    sheets = [sheet.extract_text() for sheet in printed(f"/{HEMNE}example").pages]
    assert " ".join(sheets).count("Havneset") == 1
    assert len(sheets) <= 3


def test_a_printed_programme_leaves_out_what_is_only_of_use_on_a_screen(printed: Printed) -> None:
    sheets = printed("/tiltak?kommune=1259&datasett=real&spraak=nb").pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert "Innsparing som ikke er fordelt på enkeltår" in text
    for heading in ("Planen som arbeidsbok", "Slik gjorde andre det", "Nytt tiltak"):
        assert heading not in text
