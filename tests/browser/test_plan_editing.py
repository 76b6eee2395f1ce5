"""From a weak question to a measure and back again, as somebody plans it; and the forms read by everyone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LendTab, NewTab
from tests.browser.serving import opened_as_new, running, settle, unfold
from tests.browser.test_accessibility import TOO_WIDE, WIDTHS, at_width, violations

HEMNE = "kommune=1612&aar=2018&datasett=example"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, filled_store_file: Path) -> Iterator[str]:
    """Serve a store of our own, which the journey writes to."""
    with running(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("plans")))) as served:
        yield served


def click(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()
    settle(page)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).focus()
    page.keyboard.type(option)
    page.keyboard.press("Enter")
    settle(page)


def test_a_weak_question_becomes_a_measure_that_is_refused_corrected_saved_and_undone(
    new_tab: NewTab, address: str
) -> None:
    page = opened_as_new(new_tab(), f"{address}/kommune?{HEMNE}")
    page.get_by_role("link", name="legg i plan").first.click()
    page.get_by_role("heading", name="Nytt tiltak for Hemne").wait_for()
    settle(page)
    expect(page.get_by_text("Hemne hadde 6,5 av 20 poeng i 2018.")).to_be_visible()
    expect(page.get_by_label("Aktiviteter")).to_have_value("Besøke Lyngvåg, som har 13,0 poeng på 7.4.")

    # Typed without a pause, from field to field and on to the button: nothing may get lost on the way.
    page.get_by_label("Tittel").fill("Felles metode for kvalitet")
    page.get_by_label("Ansvar (rolle)").press_sequentially("kvalitetsleder")
    page.get_by_label("Frist").press_sequentially("2020")
    page.get_by_label("Mål i poeng").press_sequentially("21")
    page.get_by_label("Behov").press_sequentially("Ingen felles metode er tatt i bruk")
    click(page, "Lagre")
    expect(page.get_by_role("alert").filter(has_text="Ikke lagret: 1 merknad.")).to_be_visible()
    finding = page.locator(".finding").filter(has_text="Målet på 21 poeng er over maksimum 20.")
    expect(finding).to_be_visible()
    expect(page.get_by_label("Behov")).to_have_value("Ingen felles metode er tatt i bruk")

    page.get_by_label("Mål i poeng").fill("12")
    page.keyboard.press("Tab")
    settle(page)
    choose(page, "Status", "vedtatt")
    click(page, "Lagre")
    expect(page.locator(".finding").filter(has_text="Et vedtatt tiltak må ha et mål.")).to_be_visible()
    page.get_by_label("Mål", exact=True).fill("Én metode på alle enheter")
    click(page, "Lagre")
    expect(page.get_by_text("«Felles metode for kvalitet» er lagret som endring")).to_be_visible()
    assert "nytt=" not in page.url
    expect(page.get_by_role("link", name="Endre tiltaket «Felles metode for kvalitet»")).to_be_visible()

    undo = page.get_by_role("button", name="Angre endring")
    undo.click()
    settle(page)
    expect(page.get_by_text("er angret. Det som sto før den, gjelder igjen.")).to_be_visible()
    expect(page.get_by_role("link", name="Endre tiltaket «Felles metode for kvalitet»")).to_have_count(0)
    page.get_by_role("button", name="Gjenta endring").click()
    settle(page)
    page.get_by_role("link", name="Endre tiltaket «Felles metode for kvalitet»").click()
    page.get_by_role("heading", name="Endre tiltaket").wait_for()
    settle(page)
    expect(page.get_by_label("Behov")).to_have_value("Ingen felles metode er tatt i bruk")


def test_what_is_typed_just_before_another_page_is_there_on_return(new_tab: NewTab, address: str) -> None:
    page = opened_as_new(new_tab(), f"{address}/tiltak?{HEMNE}&nytt=7.5")
    page.get_by_label("Tittel").press_sequentially("Forslag belønnes")
    page.get_by_role("link", name="Status", exact=True).click()
    page.get_by_role("heading", name="Hemne 2018", level=1).wait_for()
    settle(page)
    page.go_back()
    page.get_by_role("heading", name="Nytt tiltak for Hemne").wait_for()
    settle(page)
    expect(page.get_by_label("Tittel")).to_have_value("Forslag belønnes")


def test_what_is_typed_just_before_another_language_is_there_in_it(new_tab: NewTab, address: str) -> None:
    page = opened_as_new(new_tab(), f"{address}/tiltak?{HEMNE}&nytt=7.5")
    page.get_by_label("Tittel").press_sequentially("Forslag belønnes")
    page.get_by_role("link", name="English", exact=True).click()
    page.get_by_role("heading", name="New measure for Hemne").wait_for()
    settle(page)
    expect(page.get_by_label("Title")).to_have_value("Forslag belønnes")
    expect(page.get_by_role("button", name="Open the list").first).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.go_back()
    page.get_by_role("heading", name="Nytt tiltak for Hemne").wait_for()
    page.wait_for_function("document.documentElement.lang === 'nb'")


def test_the_keyboard_alone_fills_in_and_saves_a_measure(new_tab: NewTab, address: str) -> None:
    page = opened_as_new(new_tab(), f"{address}/tiltak?{HEMNE}&nytt=2.2")
    page.get_by_label("Tittel").focus()
    page.keyboard.type("Svartider måles")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Lagre":
            break
    else:
        pytest.fail("sixty steps with Tab do not reach the button that saves")
    page.keyboard.press("Enter")
    expect(page.get_by_text("«Svartider måles» er lagret som endring")).to_be_visible(timeout=20_000)


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def refused(request: pytest.FixtureRequest, lend_tab: LendTab, address: str) -> Iterator[Page]:
    """Show a form with every part unfolded, and findings."""
    with lend_tab(dark=request.param) as tab:
        page = unfold(opened_as_new(tab, f"{address}/tiltak?{HEMNE}&nytt=7.4,3"))
        for label in ("Legg til fase", "Legg til beløp", "Legg til dokumentasjon"):
            click(page, label)
        click(page, "Lagre")
        page.mouse.move(0, 0)  # a pointer that rests on a button would call forth its tooltip
        yield unfold(page)


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_axe_finds_nothing_to_complain_about_in_a_refused_form(refused: Page, width: int) -> None:
    expect(refused.locator(".finding").first).to_be_visible()
    found = violations(at_width(refused, width))
    assert not found, f"{len(found)}:\n" + "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_forms_never_make_the_page_scroll_sideways(refused: Page, width: int) -> None:
    assert at_width(refused, width).evaluate(TOO_WIDE) == []
