"""The address is the view: it opens it, follows every choice, and can be sent to somebody else."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import new_context, running, settle

HEMNE = "/kommune?kommune=1612&aar=2018&datasett=real"
MENU = (
    *("Oversikt", "Status", "Utvikling", "Sammenlign", "Lære av", "Tiltak", "Virket det?"),
    *("Sammenslåing", "Last opp", "Metode"),
)


def asked(page: Page) -> dict[str, str]:
    """Return the address without the language, which every address has."""
    parameters = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    assert parameters.pop("spraak") == "nb"
    return parameters


def headed(page: Page, title: str) -> Page:
    page.get_by_role("heading", name=title, exact=True, level=1).wait_for()
    return settle(page)


def choose(page: Page, label: str, text: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).fill(text)
    page.keyboard.press("Enter")


def open_from_menu(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def test_a_deep_link_as_the_very_first_visit_shows_menu_frame_and_figures(tmp_path: Path, open_page: OpenPage) -> None:
    with running(tmp_path / "store.duckdb") as address:
        page = open_page(f"{address}/kommune?kommune=1517&aar=2017&gruppe=storrelse")
        expect(page.get_by_role("heading", name="Hareid 2017", level=1)).to_be_visible()
        for name in MENU:
            expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
        expect(page).to_have_title("Hareid 2017 – Status – Kompassrosen")
        expect(page.get_by_role("combobox", name="Sammenlign med")).to_have_value("mot samme størrelse")
        assert asked(page) == {"kommune": "1517", "aar": "2017", "gruppe": "storrelse", "datasett": "real"}


def test_an_unknown_municipality_is_said_and_hemne_shown(open_page: OpenPage) -> None:
    page = open_page("/kommune?kommune=9999")
    expect(page.get_by_role("alert")).to_contain_text("9999")
    expect(page.get_by_role("heading", name="Hemne 2018", level=1)).to_be_visible()


def test_the_number_hemne_had_later_finds_it(open_page: OpenPage) -> None:
    page = open_page("/kommune?kommune=5011")
    expect(page.get_by_role("heading", name="Hemne 2018", level=1)).to_be_visible()
    assert not page.get_by_role("alert").count()


@pytest.mark.parametrize(
    "path",
    ["/", "/kommune", "/storrelsesgruppe", "/utvikling", "/beste-praksis", "/oppfolging", "/last-opp", "/metode"],
)
def test_municipality_year_and_dataset_are_always_written(open_page: OpenPage, path: str) -> None:
    assert asked(open_page(path)) == {"kommune": "1612", "aar": "2018", "datasett": "real"}


def test_each_choice_is_one_entry_and_back_and_forward_go_through_them_and_across_pages(open_page: OpenPage) -> None:
    page = open_page(HEMNE)
    at_first = page.evaluate("history.length")
    choose(page, "Kommune", "Hareid")
    headed(page, "Hareid 2019")
    choose(page, "Evaluert", "2017")
    headed(page, "Hareid 2017")
    assert asked(page) == {"kommune": "1517", "aar": "2017", "datasett": "real"}
    open_from_menu(page, "Utvikling")
    headed(page, "Hareid steg 18 poeng i resultat og læring fra 2017 til 2019")
    assert page.evaluate("history.length") == at_first + 3
    for title in ("Hareid 2017", "Hareid 2019", "Hemne 2018"):
        page.go_back()
        headed(page, title)
    assert page.url.endswith(f"{HEMNE}&spraak=nb")
    for title in ("Hareid 2019", "Hareid 2017", "Hareid steg 18 poeng i resultat og læring fra 2017 til 2019"):
        page.go_forward()
        headed(page, title)
    assert asked(page) == {"kommune": "1517", "aar": "2017", "datasett": "real"}


def test_back_leaves_the_application_where_the_first_address_was_incomplete(open_page: OpenPage, server: str) -> None:
    page = open_page("/metode")
    page.goto(f"{server}/healthz")
    page.goto(f"{server}/kommune?kommune=1517")
    headed(page, "Hareid 2019")
    for _ in range(2):  # the address as given, and as completed
        if not page.url.endswith("/healthz"):
            page.go_back()
            page.wait_for_timeout(1500)
    assert page.url.endswith("/healthz")


def test_the_copied_address_opens_the_same_view_for_somebody_else(open_page: OpenPage) -> None:
    page = open_page("/kommune?kommune=1612&aar=2018&datasett=example")
    choose(page, "Sammenlign med", "mot samme størrelse")
    page.get_by_text("n = 15 for totalen").first.wait_for()
    choose(page, "Hvor gamle tall", "høyst 3 år eldre")
    page.get_by_text("høyst 3 år eldre: n = ").first.wait_for()
    other = open_page(page.url)
    expect(other.get_by_role("heading", name="Hemne 2018", level=1)).to_be_visible()
    expect(other.get_by_text("høyst 3 år eldre: n = ").first).to_be_visible()
    assert asked(other) == {
        "kommune": "1612", "aar": "2018", "datasett": "example", "gruppe": "storrelse", "vindu": "3",
    }  # fmt: skip


def test_an_area_in_the_address_comes_open_and_a_row_opens_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(f"{HEMNE}&omrade=5")
    table = page.get_by_role("table", name="underspørsmål i område 5")
    expect(table).to_be_visible()
    expect(page.get_by_role("table", name="underspørsmål i område 3")).not_to_be_visible()
    page.locator("#omrade-3 > summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="underspørsmål i område 3")).to_be_visible()


def test_the_menu_keeps_municipality_and_dataset(open_page: OpenPage) -> None:
    page = open_page("/kommune?kommune=1613&aar=2018&datasett=example")
    once = "Snillfjord (eksempel): bare én evaluering her, fra 2018"
    for name, title in (("Utvikling", once), ("Metode", "Metode"), ("Status", "Snillfjord (eksempel) 2018")):
        open_from_menu(page, name)
        headed(page, title)
        assert (asked(page)["kommune"], asked(page)["datasett"]) == ("1613", "example")
        expect(page.get_by_role("note").first).to_contain_text("Eksempeldata")


def test_a_name_in_a_table_opens_its_page_in_the_same_dataset(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1612&aar=2018&datasett=real")
    page.locator("summary").filter(has_text="De nyeste evalueringene").click()
    page.get_by_role("table", name="De nyeste evalueringene").get_by_role("link", name="Røros").click()
    headed(page, "Røros 2021")
    assert asked(page) == {"kommune": "1640", "aar": "2021", "datasett": "real"}


def test_a_visitor_with_another_choice_is_not_disturbed(browser: Browser, server: str) -> None:
    contexts = [new_context(browser), new_context(browser)]
    try:
        ours, theirs = (context.new_page() for context in contexts)
        ours.goto(server + HEMNE)
        theirs.goto(f"{server}/kommune?kommune=1516&aar=2019&datasett=real")
        headed(ours, "Hemne 2018")
        headed(theirs, "Ulstein 2019")
        choose(ours, "Kommune", "Lom")
        headed(ours, "Lom senest 2019")
        theirs.reload()
        headed(theirs, "Ulstein 2019")
    finally:
        for context in contexts:
            context.close()
