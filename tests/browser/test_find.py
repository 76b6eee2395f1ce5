"""A visitor finds a municipality by typing what comes to mind."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import settle

LABEL = "Finn kommune (navn eller nummer)"


def typed(page: Page, text: str) -> Page:
    page.get_by_role("combobox", name=LABEL).fill(text)
    page.keyboard.press("Enter")
    return settle(page)


@pytest.mark.parametrize(
    ("text", "key"), [("5011", "1612"), ("Hemen", "1612"), ("kautokeno", "2011"), ("Kárášjohka", "2021")]
)
def test_a_number_a_slip_and_a_sami_name_lead_to_their_municipality(open_page: OpenPage, text: str, key: str) -> None:
    page = typed(open_page("/?kommune=1516&datasett=real"), text)
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["kommune"] == [key])


def test_what_may_mean_several_is_answered_with_links_to_each(open_page: OpenPage) -> None:
    page = typed(open_page("/?kommune=1516&datasett=real"), "Snilfjord")
    answer = page.get_by_role("status").filter(has_text="Mente du:")
    expect(answer).to_contain_text("Snillfjord (1613, 5012")
    answer.get_by_role("link").first.click()
    expect(page.get_by_text("Snillfjord har nummer 1613, 5012.")).to_be_visible()
    expect(page.get_by_text("Snillfjord er evaluert: rapporten finnes, men poengene er ikke her.")).to_be_visible()


def test_what_resembles_nothing_is_told_and_nothing_else_changes(open_page: OpenPage) -> None:
    page = typed(open_page("/?kommune=1516&datasett=real"), "xyzzyq")
    expect(page.get_by_role("alert")).to_contain_text("Ingen kommune heter noe som ligner «xyzzyq»")
    assert parse_qs(urlsplit(page.url).query)["kommune"] == ["1516"]


def test_the_list_offers_in_norwegian_to_search_for_what_is_typed(open_page: OpenPage) -> None:
    page = open_page("/?kommune=1516&datasett=real")
    page.get_by_role("combobox", name=LABEL).fill("Hemen")
    offered = page.get_by_role("option").first
    expect(offered).to_have_accessible_name("Søk etter det du har skrevet")
    expect(page.get_by_text("Add: Hemen")).not_to_be_visible()


def test_an_unknown_number_in_the_address_is_told(open_page: OpenPage) -> None:
    page = open_page("/?kommune=9999&datasett=real")
    expect(page.get_by_role("alert")).to_have_text("Ingen kommune vi kjenner, har nummeret «9999». Søk etter navnet.")
