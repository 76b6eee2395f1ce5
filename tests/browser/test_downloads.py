"""What people take away says by itself what it is: n, version, dataset and source."""

import csv
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LendTab
from tests.browser.serving import opened_as_new

MARK = {"real": "virkelige tall, hvert med sin kilde", "example": "Eksempeldata"}
TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(scope="module", params=["real", "example"])
def dataset(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(lend_tab: LendTab, server: str, dataset: str) -> Iterator[Page]:
    with lend_tab() as tab:
        yield opened_as_new(tab, f"{server}/kommune?kommune=1612&aar=2018&datasett={dataset}")


def saved(page: Page, kind: str, folder: Path) -> Path:
    with page.expect_download() as coming:
        part = {"Excel": "tabell.xlsx", "CSV": "tabell.csv", "SVG": "spredning.svg", "PNG": "spredning.png"}[kind]
        page.locator(f'a[download][href*="/omrader-{part}"]').click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.stat().st_size > 0
    return file


def holds_its_origin(text: str, dataset: str) -> None:
    for words in ("n = ", "versjon 2.1", "KS-K rapport 3/2018", MARK[dataset]):
        assert words in text, f"«{words}» is missing in:\n{text}"
    assert ("Eksempeldata" in text) == (dataset == "example")


def test_a_workbook_holds_numbers_and_its_origin(page: Page, dataset: str, tmp_path: Path) -> None:
    file = saved(page, "Excel", tmp_path)
    table, notes = openpyxl.load_workbook(file).worksheets
    heading, total, *_ = table.iter_rows(values_only=True)
    assert dict(zip(heading, total, strict=True))["Poeng"] == 433
    holds_its_origin("\n".join(str(row[0]) for row in notes.iter_rows(values_only=True)), dataset)
    assert file.suffix == ".xlsx"
    assert file.name.startswith("eksempeldata") == (dataset == "example")


def test_a_csv_file_opens_in_norwegian_and_holds_its_origin(page: Page, dataset: str, tmp_path: Path) -> None:
    file = saved(page, "CSV", tmp_path)
    text = file.read_text(encoding="utf-8-sig")
    heading, total, *_ = csv.reader(text.splitlines(), delimiter=";")
    assert dict(zip(heading, total, strict=True))["Poeng"] == "433"
    assert file.suffix == ".csv"
    holds_its_origin(text, dataset)


def test_a_drawing_holds_its_title_and_its_origin_as_text(page: Page, dataset: str, tmp_path: Path) -> None:
    file = saved(page, "SVG", tmp_path)
    words = " ".join("".join(text.itertext()) for text in ElementTree.parse(file).iter(TEXT))
    assert file.suffix == ".svg"
    assert "Hemne 2018" in words
    holds_its_origin(words, dataset)


def test_an_image_is_a_png_wide_enough_for_print(page: Page, dataset: str, tmp_path: Path) -> None:
    file = saved(page, "PNG", tmp_path)
    picture = file.read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) >= 1200
    assert (file.suffix, "eksempeldata" in file.name) == (".png", dataset == "example")
