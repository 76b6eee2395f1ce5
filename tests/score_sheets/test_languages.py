"""A score sheet is made in the language of whoever asks, and read in any."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from data.score_sheets.checks.changes import lost_phrases
from data.score_sheets.intake import SheetFile, check_files
from data.score_sheets.reading.cell_values import year
from data.score_sheets.writing.template import filled, history_template
from data.speaking import LANGUAGES, speaking
from data.store import Store

HEMNE = ("1612", 2018, "2.1")


def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.mark.parametrize(
    ("language", "sheets", "headings"),
    [
        (
            "nb",
            ["Kommune", "Poeng", "Styrker og svakheter", "Lister", "Veiledning"],
            ["Kode", "Spørsmål", "Poeng", "Maksimum"],
        ),
        (
            "nn",
            ["Kommune", "Poeng", "Styrkar og veikskapar", "Lister", "Rettleiing"],
            ["Kode", "Spørsmål", "Poeng", "Maksimum"],
        ),
        (
            "en",
            ["Municipality", "Points", "Strengths and weaknesses", "Lists", "Instructions"],
            ["Code", "Question", "Points", "Maximum"],
        ),
    ],
)
def test_a_sheet_is_made_in_the_language_spoken(
    store: Store, language: str, sheets: list[str], headings: list[str]
) -> None:
    with speaking(language):
        made = book(filled(store, "example", HEMNE))
    assert made.sheetnames == sheets
    assert [cell.value for cell in made.worksheets[1][1]][:4] == headings


@pytest.mark.parametrize("made_in", list(LANGUAGES))
@pytest.mark.parametrize("read_in", list(LANGUAGES))
def test_a_sheet_of_any_language_is_understood_by_any_reader(store: Store, made_in: str, read_in: str) -> None:
    with speaking(made_in):
        content = filled(store, "example", HEMNE)
    with speaking(read_in):
        intake = check_files([SheetFile("hemne.xlsx", content)], store, "example")
    assert {finding.severity for finding in intake.findings} == {"information"}
    assert "unchanged" in {finding.code for finding in intake.findings}
    assert intake.changes.is_empty()


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_history_of_any_language_is_read(store: Store, language: str) -> None:
    with speaking(language):
        made = book(history_template(store))
    sheet = made.worksheets[0]
    latest = {"nb": "senest 2012", "nn": "seinast 2012", "en": "no later than 2012"}[language]
    row: tuple[str | int, ...] = ("NO", "1612", "Hemne", latest, "2.0", 4000, 321)
    for column, value in enumerate(row, 1):
        sheet.cell(2, column, value)
    stream = BytesIO()
    made.save(stream)
    intake = check_files([SheetFile("historikk.xlsx", stream.getvalue())], store, "real")
    assert not [finding.found for finding in intake.findings if finding.severity in ("stop", "error")]
    assert intake.changes["new"].to_list() == ["321"]


@pytest.mark.parametrize("said", ["senest 2012", "Seinast 2012", "no later than 2012", "Latest 2012"])
def test_the_latest_possible_year_is_understood_in_every_language(said: str) -> None:
    assert year(said, datetime.now().year) == (2012, "latest possible")  # noqa: DTZ005


def test_what_would_go_out_of_sight_is_counted_in_the_language_spoken() -> None:
    lost = {"total": 1, "areas": 1, "questions": 3, "gold_stars": 1, "remarks": 2}
    with speaking("en"):
        assert lost_phrases(lost) == (
            "the total", "1 area", "3 questions", "1 gold star", "2 strengths, challenges and weaknesses",
        )  # fmt: skip
