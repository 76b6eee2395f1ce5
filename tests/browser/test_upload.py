"""From a form to Hemne's page and back again, as somebody with a workbook does it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LendTab, NewTab
from tests.browser.serving import opened_as_new, running, settle, unfold
from tests.browser.test_accessibility import TOO_WIDE, WIDTHS, at_width, violations
from tests.workbooks.edits import with_cells

HEMNE = Path(__file__).resolve().parents[2] / "data" / "sample_workbooks" / "hemne_2018.xlsx"
HEMNES_PAGE = "/kommune?kommune=1612&aar=2018&datasett=real&omrade=1"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, filled_store_file: Path) -> Iterator[str]:
    """Serve a store of our own, which the journey writes to."""
    with running(Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("upload")))) as served:
        yield served


def saved(page: Page, label: str, folder: Path) -> Path:
    settle(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name=label, exact=True).click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def upload(page: Page, *files: Path) -> None:
    asked = page.get_by_role("radiogroup", name="Hvor skal tallene leses inn?")
    dataset = asked.get_by_role("radio", name="Virkelige tall", exact=True)
    dataset.click()
    expect(dataset).to_be_checked()
    settle(page)
    page.locator('input[type="file"]').set_input_files(list(files))
    page.get_by_role("heading", name="Merknader", exact=True).wait_for()
    settle(page)


def shows(page: Page, points: str) -> None:
    """Make sure that Hemne's page shows this figure for question 1.3."""
    page.get_by_role("heading", name="Hemne 2018", exact=True, level=1).wait_for()
    settle(page)
    expect(page.get_by_role("row").filter(has_text="1.3 Informasjon om resultater").first).to_contain_text(points)


def test_a_filled_in_form_becomes_figures_on_hemnes_page_and_can_be_undone(
    new_tab: NewTab, address: str, tmp_path: Path
) -> None:
    page = opened_as_new(new_tab(), f"{address}/last-opp?kommune=1612&aar=2018&datasett=real")
    page.locator("summary").filter(has_text="Hent et ferdig utfylt ark").click()
    form = saved(page, "Utfylt skåringsark", tmp_path)
    book = openpyxl.load_workbook(form)
    assert (book["Poeng"]["A5"].value, book["Poeng"]["C5"].value) == ("1.3", 4.4)
    book["Poeng"]["C5"].value = 5.4
    book.save(form)

    upload(page, form)
    sentence = "Område 1 er oppgitt til 39, og underspørsmålene gir 39,9 til sammen"
    expect(page.get_by_role("row").filter(has_text=sentence)).to_contain_text("Poeng!C2")
    annotated = openpyxl.load_workbook(saved(page, f"{form.name} med merknader", tmp_path))
    comment = annotated["Poeng"]["C2"].comment
    assert comment
    assert comment.text.startswith(f"Advarsel: {sentence}.")
    assert annotated["Poeng"]["C5"].value == 5.4

    expect(page.get_by_role("table", name="Nytt og erstattet").get_by_role("row").nth(1)).to_contain_text("4,4")
    confirm = page.get_by_role("button", name="Les inn 1 evaluering i de virkelige tallene")
    expect(confirm).to_be_disabled()
    page.get_by_text("Jeg har lest advarslene og vil lese inn likevel").click()
    expect(confirm).to_be_enabled()
    confirm.click()
    expect(page.get_by_role("status")).to_contain_text("1 evaluering er lest inn, som import 6")

    page.get_by_role("link", name="Se Hemne 2018").click()
    shows(page, "5,4")
    page.get_by_role("link", name="Last opp", exact=True).click()
    page.get_by_role("heading", name="Last opp skåringsark", level=1).wait_for()
    settle(page)
    page.get_by_role("button", name="Angre", exact=True).click()
    page.get_by_role("button", name="Angre import 6", exact=True).click()
    expect(page.get_by_text("Angret, hendelse 7.")).to_be_visible()
    page.get_by_role("link", name="Status", exact=True).click()
    shows(page, "4,4")


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def with_findings(
    request: pytest.FixtureRequest, lend_tab: LendTab, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Show warnings, a change and its confirmation, with everything unfolded."""
    sheet = tmp_path_factory.mktemp("sheets") / "hemne_med_et_langt_navn_som_ikke_har_noe_mellomrom_i_seg_2018.xlsx"
    sheet.write_bytes(with_cells(HEMNE.read_bytes(), Poeng_C5=5.4, Kommune_B4="Hemnæ"))
    with lend_tab(dark=request.param) as tab:
        page = opened_as_new(tab, f"{address}/last-opp?kommune=1612&aar=2018&datasett=real")
        upload(page, sheet)
        unfold(page)
        page.mouse.move(0, 0)  # a pointer that rests on a button would call forth its tooltip
        yield settle(page)


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_axe_finds_nothing_to_complain_about_where_findings_are_shown(with_findings: Page, width: int) -> None:
    expect(with_findings.get_by_role("table", name="Merknader i arkene")).to_be_visible()
    expect(with_findings.get_by_role("table", name="Nytt og erstattet")).to_be_visible()
    found = violations(at_width(with_findings, width))
    assert not found, f"{len(found)}:\n" + "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS, scope="module")
def test_findings_never_make_the_page_scroll_sideways(with_findings: Page, width: int) -> None:
    assert at_width(with_findings, width).evaluate(TOO_WIDE) == []
