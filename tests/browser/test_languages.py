"""The choice of language in a real browser: in the address, on the page, in Streamlit's own words, and for good."""

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import settle

HEMNE = "/kommune?kommune=1612&aar=2018&datasett=example"


def test_the_choice_loads_the_page_anew_in_that_language_and_links_keep_it(open_page: OpenPage) -> None:
    page = open_page(HEMNE)
    page.get_by_role("combobox", name="Sammenlign med").click()
    expect(page.get_by_label("Lukk", exact=True).first).to_be_attached()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="English", exact=True).click()
    settle(page)
    expect(page.get_by_role("heading", name="What should you do now?")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "spraak=en" in page.url
    page.get_by_role("link", name="Trend", exact=True).click()
    expect(page.get_by_role("link", name="Trend", exact=True)).to_have_attribute("aria-current", "page")
    expect(page.locator('[role="graphics-document"]').first).to_have_attribute("aria-roledescription", "picture")
    assert "spraak=en" in page.url
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize(
    ("language", "button", "limit", "refusal"),
    [
        ("nn", "Vel filer", "per fil", "Feil: Fila er for stor: ho kan vere på høgst 10.0MB."),
        ("en", "Upload", "per file", "Error: The file is too large: it may be at most 10.0MB."),
    ],
    ids=["nn", "en"],
)
def test_streamlits_own_words_follow(open_page: OpenPage, language: str, button: str, limit: str, refusal: str) -> None:
    page = open_page(f"/last-opp?kommune=1612&spraak={language}")
    expect(page.get_by_role("button", name=button, exact=True)).to_be_visible()
    expect(page.get_by_test_id("stFileUploaderDropzoneInstructions")).to_contain_text(limit)
    too_large = FilePayload(name="a.xlsx", mimeType="application/octet-stream", buffer=bytes(11_000_000))
    page.locator('input[type="file"]').set_input_files(too_large)
    expect(page.get_by_test_id("stFileUploader").get_by_role("alert")).to_have_text(refusal)


def test_a_first_visit_speaks_as_the_municipality_has_decided_else_as_the_browser(
    browser: Browser, server: str
) -> None:
    for locale, path, language in (
        ("en-GB", "/", "en"),
        ("en-GB", "/kommune?kommune=1517", "nn"),
        ("nb-NO", "/metode", "nb"),
    ):
        context = browser.new_context(locale=locale)
        page = settle_at(context.new_page(), server + path)
        assert f"spraak={language}" in page.url
        assert page.evaluate("document.documentElement.lang") == language
        context.close()


def test_the_language_of_the_address_stands_in_it_before_the_pages_own_words(browser: Browser, server: str) -> None:
    context = browser.new_context(locale="nn-NO")
    page = context.new_page()
    sockets: list[str] = []
    page.on("websocket", lambda _socket: sockets.append(page.url))
    settle_at(page, f"{server}/metode?datasett=example#versjoner")
    assert sockets
    assert all(url.endswith("/metode?datasett=example&spraak=nn#versjoner") for url in sockets)
    context.close()


def settle_at(page: Page, address: str) -> Page:
    page.goto(address)
    return settle(page)
