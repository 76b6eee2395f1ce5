"""What the browser does beside Streamlit: links without a new start, folds that stay open, and where the reader was."""

import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NewTab
from tests.browser.serving import new_context, opened_as_new, settle

HEMNE = "/kommune?kommune=1612&aar=2018&datasett=example"
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
TITLES = {code: f"gjør det klart bedre enn Hemne på {code}" for code in ("7.4", "7.5")}
"""What the page on best practice is titled, by the question that a link leads to."""
SAME = "() => window.stillTheSamePage === true"


@pytest.fixture
def page(new_tab: NewTab, server: str) -> Page:
    opened = opened_as_new(new_tab(), server + HEMNE)
    opened.evaluate("window.stillTheSamePage = true")
    return opened


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()


def test_a_link_in_a_table_opens_its_page_without_loading_the_application_anew(page: Page) -> None:
    follow(page, "7.5 Kreativitet og forbedringsforslag")
    page.get_by_role("heading", name=TITLES["7.5"], level=1).wait_for()
    assert "/beste-praksis?" in page.url
    assert "sporsmal=7.5" in page.url
    assert page.evaluate(SAME)


def test_a_new_page_begins_at_its_heading_which_has_the_focus(page: Page) -> None:
    follow(page, "7.4 Systematisk kvalitetsforbedring")
    page.get_by_role("heading", name=TITLES["7.4"], level=1).wait_for()
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate(SCROLLED) == 0


def test_back_returns_to_where_the_reader_was_and_forward_to_the_page_again(page: Page) -> None:
    page.locator("#omrade-7 > summary").click()
    link = page.locator("#omrade-7").get_by_role("link", name="7.4 Systematisk kvalitetsforbedring")
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    before = page.evaluate(SCROLLED)
    assert before > 300
    link.click()
    page.get_by_role("heading", name=TITLES["7.4"], level=1).wait_for()
    settle(page)
    page.go_back()
    page.get_by_role("heading", name="Hemne 2018", level=1).wait_for()
    page.wait_for_function(f"() => Math.abs(({SCROLLED})() - {before}) < 80", timeout=10_000)
    assert page.evaluate(SAME)
    page.go_forward()
    page.get_by_role("heading", name=TITLES["7.4"], level=1).wait_for()
    assert page.evaluate(SAME)


def test_an_open_fold_stays_open_for_another_municipality_with_its_own_words(page: Page) -> None:
    fold = page.locator("#igjen-alle")
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 0)")
    page.wait_for_timeout(400)  # scrolling closes the list of a choice
    page.get_by_role("combobox", name="Kommune", exact=True).fill("Einerdal")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Einerdal 2017", level=1).wait_for()
    settle(page)
    expect(page.locator("#igjen-alle")).to_have_attribute("open", "")
    expect(page.locator("#igjen-alle")).to_contain_text("Einerdal 2017: underspørsmål med flest poeng igjen")
    expect(page.locator("#kilder-tall")).not_to_have_attribute("open", "")


def test_a_fold_that_was_closed_stays_closed(page: Page) -> None:
    fold = page.locator("#igjen-alle summary")
    fold.click()
    fold.click()
    page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTo(0, 0)")
    page.wait_for_timeout(400)  # scrolling closes the list of a choice
    page.get_by_role("combobox", name="Kommune", exact=True).fill("Einerdal")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Einerdal 2017", level=1).wait_for()
    settle(page)
    expect(page.locator("#igjen-alle")).not_to_have_attribute("open", "")


def test_a_link_with_a_key_held_opens_beside_and_leaves_the_page(page: Page) -> None:
    with page.context.expect_page() as beside:
        page.get_by_role("link", name="7.5 Kreativitet og forbedringsforslag").first.click(modifiers=["Control"])
    beside.value.get_by_role("heading", name=TITLES["7.5"], level=1).wait_for()
    assert page.url.endswith(f"{HEMNE}&spraak=nb")


def test_a_link_is_followed_with_the_keyboard(page: Page) -> None:
    page.get_by_role("link", name="7.5 Kreativitet og forbedringsforslag").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=TITLES["7.5"], level=1).wait_for()
    assert page.evaluate(SAME)


def test_without_the_script_a_link_is_an_ordinary_one(browser: Browser, server: str) -> None:
    context = new_context(browser)
    context.route("**/browser.js", lambda route: route.abort())
    opened = context.new_page()
    opened.goto(f"{server}{HEMNE}&spraak=nb")
    settle(opened).evaluate("window.stillTheSamePage = true")
    follow(opened, "7.5 Kreativitet og forbedringsforslag")
    opened.get_by_role("heading", name=TITLES["7.5"], level=1).wait_for()
    assert not opened.evaluate(SAME)
    context.close()


def delayed(source: socket.socket, target: socket.socket, seconds: float) -> None:
    """Pass on what one side sends, each piece so much later."""
    waiting: queue.Queue[tuple[float, bytes]] = queue.Queue()

    def read() -> None:
        with suppress(OSError):
            while piece := source.recv(65_536):
                waiting.put((time.monotonic() + seconds, piece))
        waiting.put((0, b""))

    threading.Thread(target=read, daemon=True).start()
    with suppress(OSError):
        while (due := waiting.get())[1]:
            time.sleep(max(0, due[0] - time.monotonic()))
            target.sendall(due[1])
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def slow_server(server: str) -> Iterator[str]:
    """Return the address of the server over a line with a tenth of a second each way."""
    there = ("127.0.0.1", urlsplit(server).port or 0)
    listening = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        with suppress(OSError):
            while True:
                visitor, _address = listening.accept()
                ours = socket.create_connection(there)
                for pair in ((visitor, ours), (ours, visitor)):
                    threading.Thread(target=delayed, args=(*pair, 0.1), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    listening.close()


def test_on_a_slow_line_focus_and_scroll_wait_for_the_new_page(browser: Browser, slow_server: str) -> None:
    context = new_context(browser)
    page = context.new_page()
    page.goto(slow_server + HEMNE)
    settle(page)
    page.get_by_role("link", name="7.4 Systematisk kvalitetsforbedring").first.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    before = page.evaluate(SCROLLED)
    follow(page, "7.4 Systematisk kvalitetsforbedring")
    page.get_by_role("heading", name=TITLES["7.4"], level=1).wait_for()
    expect(page.locator("h1")).to_be_focused()
    settle(page)
    page.go_back()
    page.get_by_role("heading", name="Hemne 2018", level=1).wait_for()
    page.wait_for_function(f"() => Math.abs(({SCROLLED})() - {before}) < 80", timeout=10_000)
    context.close()


def test_without_a_connection_a_link_is_an_ordinary_one(page: Page) -> None:
    page.evaluate("document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState = 'PINGING_SERVER'")
    follow(page, "7.5 Kreativitet og forbedringsforslag")
    page.get_by_role("heading", name=TITLES["7.5"], level=1).wait_for()
    assert not page.evaluate(SAME)
