"""A committee in a meeting: one thing on a projector at a time, walked through with the arrow keys."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewTab, OpenPage
from tests.browser.serving import opened_as_new, settle

MEETING = "/sammenslaing?datasett=example&kommune=1612&aar=2018&visning=mote"
AREAS = [*"12345678"]
FITS = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight <= innerHeight"
SCROLLED = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"

ON_TOP = """link => {
    const {x, y} = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(x + 5, y + 5));
}"""


@pytest.fixture
def open_on_projector(new_tab: NewTab, server: str) -> OpenPage:
    """Return a function that opens a path as a new visitor whose screen is a projector."""

    def open_path(path: str) -> Page:
        return opened_as_new(new_tab(), server + path, 1280, 720)

    return open_path


@pytest.fixture
def page(open_on_projector: OpenPage) -> Page:
    return open_on_projector(MEETING)


def place(page: Page) -> tuple[str, str]:
    """Return the step, and the area or part of it, as they stand in the address."""
    words = parse_qs(urlsplit(page.url).query)
    [step], [area] = words.get("steg", ["kort"]), words.get("omrade", ["0"])
    return step, words.get("del", [""])[0] or area.replace("0", "")


def press(page: Page, key: str) -> None:
    """Press a key, and wait until what it leads to is drawn."""
    before = page.locator(".pager span").inner_text()
    page.keyboard.press(key)
    page.wait_for_function("before => document.querySelector('.pager span')?.innerText !== before", arg=before)
    settle(page)


def test_the_arrow_keys_walk_through_everything_and_back(page: Page) -> None:
    walked = [place(page)]
    while page.locator('a[data-key="ArrowRight"]').count():
        assert page.evaluate(FITS), f"{walked[-1]} is higher than the screen"
        press(page, "ArrowRight")
        walked.append(place(page))
        expect(page.locator("h1")).to_be_focused()
    # The nine common gaps are more than a screen holds, so they too come area by area: 3 + 2 + 1 + 2 + 1.
    assert walked == [
        *(("kort", part) for part in ("", "figur", "omrader", "grenser")),
        *(("best", area) for area in ("", *AREAS)),
        *(("mangler", area) for area in "12567"),
        *(("overforing", area) for area in AREAS),
        ("vedtak", ""),
    ]
    press(page, "ArrowLeft")
    assert place(page) == ("overforing", "8")
    page.go_back()
    page.wait_for_function("() => location.search.includes('steg=vedtak')")


def test_a_key_pressed_twice_in_haste_never_loads_the_application_anew(page: Page) -> None:
    page.evaluate("window.stillTheSamePage = true")
    page.evaluate(
        "() => ['ArrowRight', 'ArrowRight'].forEach(key => "
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true})))"
    )
    page.wait_for_function("() => document.querySelector('.pager span')?.innerText.includes('2 av')")
    settle(page)
    assert place(page) == ("kort", "figur")
    assert page.evaluate("window.stillTheSamePage") is True


def test_nothing_but_the_content_is_on_the_screen_until_escape(page: Page) -> None:
    for hidden in (page.get_by_role("link", name="Metode"), page.locator(".brand"), page.locator(".files")):
        assert not any(one.is_visible() for one in hidden.all())
    assert not any(one.is_visible() for one in page.get_by_role("radio").all())
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.locator("h1")).to_have_css("font-size", "40px")
    press(page, "Escape")
    assert "visning" not in page.url
    expect(page.get_by_role("navigation", name="Steg")).to_be_visible()
    expect(page.get_by_role("combobox").first).to_be_visible()


def test_a_key_in_a_field_is_the_fields_own(open_on_projector: OpenPage) -> None:
    page = open_on_projector("/sammenslaing?datasett=example&steg=vedtak&merket=1.1")
    field = page.get_by_role("textbox", name="Om 1.1 Plan for demokrati")
    field.fill("Vi tar dette først.")
    before = page.url
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.url == before
    page.keyboard.press("Tab")
    expect(page.locator("table")).to_contain_text("Vi tar dette først.")


def test_a_mark_is_set_where_the_reader_is_and_counted_among_the_steps(open_on_projector: OpenPage) -> None:
    page = open_on_projector("/sammenslaing?datasett=example&kommune=1612&aar=2018&steg=best")
    mark = page.locator('[data-stays="merk-6.5"]')
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = page.evaluate(SCROLLED)
    assert before > 500
    mark.click()
    expect(mark).to_have_text("☑ Merket")
    settle(page)
    expect(mark).to_be_focused()
    assert abs(page.evaluate(SCROLLED) - before) < 5
    steps = page.get_by_role("navigation", name="Steg")
    expect(steps).to_be_in_viewport()
    assert steps.get_by_role("link", name="5 Til vedtak (1)").evaluate(ON_TOP), "the steps lie behind something"
    steps.get_by_role("link", name="5 Til vedtak (1)").click()
    page.get_by_role("heading", name="Til vedtak: 1 underspørsmål", level=1).wait_for()
    assert "merket=6.5" in page.url


def test_an_emptied_choice_says_what_to_do(open_on_projector: OpenPage) -> None:
    page = open_on_projector("/sammenslaing?datasett=example&kommune=1612&aar=2018")
    page.locator('[data-testid="stMultiSelect"] [aria-label="Fjern alle"]').click()
    page.get_by_text("Velg to til seks kommuner i listen over").wait_for()
    assert "kommuner=ingen" in page.url


def test_a_row_opens_in_place_and_its_figures_still_lead_to_the_municipality(open_on_projector: OpenPage) -> None:
    page = open_on_projector("/sammenslaing?datasett=example&kommune=1612&aar=2018&steg=best&omrade=3")
    row = page.locator("[id='rad-3.1']")
    expect(row.get_by_text("Halsa (eksempel) 2018:")).to_be_hidden()
    page.get_by_role("cell", name="● Hemne best, +5,6").click(force=True)
    expect(row.get_by_text("13,9 av 15, 93")).to_be_visible()
    expect(row.get_by_text("+10,2 poeng å hente")).to_be_visible()
    page.get_by_role("link", name="8,3").click()
    page.get_by_role("heading", name="Halsa (eksempel) 2018", level=1).wait_for()
    assert "omrade=3" in page.url


@pytest.mark.parametrize("place", ["steg=best", "steg=best&omrade=8", "steg=overforing&omrade=8", "steg=kort"])
def test_six_municipalities_fit_on_the_screen_too(open_on_projector: OpenPage, place: str) -> None:
    page = open_on_projector(f"{MEETING}&kommuner=1612,1571,1613,9001,9002,9003&{place}")
    assert page.evaluate(FITS)
    narrow = "() => [...document.querySelectorAll('.table')].every(one => one.scrollWidth <= one.clientWidth)"
    assert page.evaluate(narrow)
