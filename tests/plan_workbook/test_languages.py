"""A plan's workbook is made in the language of whoever asks, and read in any; what people wrote stays as it is."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from data.plans.reading import plans_in
from data.plans.rows import STATUSES, Measure, Money, Phase, Programme
from data.plans.workbook.checking import confirm
from data.plans.workbook.columns import SHEETS_OF_ROWS
from data.plans.workbook.names import SHEETS, sheet_name
from data.plans.workbook.writing import filled, template
from data.speaking import LANGUAGES, speaking
from data.store import Store
from tests.landscapes import NOON
from tests.plan_workbook.conftest import check, save, with_edits, written
from tests.workbooks.edits import saved

NAMED_AS_MESSAGES = (
    Programme("1612", "Tiltak", programme="t", need="Demokrati", phases=(Phase("Total"),)),
    Measure("t", "Brukere", measure="b", goal="Kilde", owner_role="lav", status="idea", note="vedtatt"),
)
"""Texts of people that are messages or names of the instrument to the letter."""


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.mark.parametrize(
    ("language", "sheets", "headings"),
    [
        (
            "nb",
            ["Veiledning", "Program", "Tiltak", "Spørsmål", "Svakheter"],
            ["Nr", "Tittel", "Status", "Programområde"],
        ),
        (
            "nn",
            ["Rettleiing", "Program", "Tiltak", "Spørsmål", "Veikskapar"],
            ["Nr", "Tittel", "Status", "Programområde"],
        ),
        (
            "en",
            ["Instructions", "Programme", "Measures", "Question", "Weaknesses"],
            ["No", "Title", "Status", "Programme area"],
        ),
    ],
)
def test_a_plan_is_made_in_the_language_spoken(
    planned: Store, language: str, sheets: list[str], headings: list[str]
) -> None:
    with speaking(language):
        made = book(filled(planned, "real", "p"))
    assert made.sheetnames[:5] == sheets
    assert [cell.value for cell in made.worksheets[2][1]][:4] == headings
    decided = {"nb": "vedtatt", "nn": "vedteke", "en": "decided"}[language]
    assert made.worksheets[2]["C3"].value == decided


@pytest.mark.parametrize("made_in", list(LANGUAGES))
@pytest.mark.parametrize("read_in", list(LANGUAGES))
def test_a_plan_of_any_language_is_understood_by_any_reader(planned: Store, made_in: str, read_in: str) -> None:
    with speaking(made_in):
        content = written(planned)
    with speaking(read_in):
        intake = check(planned, content)
    assert intake.findings == ()
    assert intake.is_empty()


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("status", STATUSES)
def test_every_status_comes_back_in_every_language(planned: Store, language: str, status: str) -> None:
    now = plans_in(planned, "real").measures["n"]
    save(planned, replace(now, status=status, goal="Mål", owner_role="rolle", ends="2027", questions=plans_in(
        planned, "real").measures["m"].questions))  # fmt: skip
    with speaking(language):
        content = filled(planned, "real", "p")
    assert check(planned, content).is_empty()


def test_an_english_plan_is_saved_by_a_reader_of_bokmaal(planned: Store) -> None:
    with speaking("en"):
        content = with_edits(
            template(planned, "real", "1612"),
            Programme_B7="Better service",
            Measures_B2="Answer in time", Measures_C2="idea",
            Phases_A2="programme", Phases_B2="Survey",
            Money_A2="1", Money_B2="saving", Money_C2="identified", Money_D2=450_000,
        )  # fmt: skip
    intake = check(planned, content)
    assert [finding.sentence() for finding in intake.findings if finding.severity != "information"] == []
    confirm(planned, intake, NOON, accept_warnings=True)
    now = plans_in(planned, "real")
    [programme] = [one for one in now.programmes.values() if one.name == "Better service"]
    [measure] = [one for one in now.measures.values() if one.programme == programme.programme]
    assert (measure.title, measure.status) == ("Answer in time", "idea")
    assert programme.phases == (Phase("Survey"),)
    assert measure.money == (Money("saving", "planned", 450_000),)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_sheets_and_headings_of_a_language_are_told_apart(language: str) -> None:
    with speaking(language):
        assert len({sheet_name(role) for role in SHEETS}) == len(SHEETS)
        assert all(len(sheet_name(role)) <= 31 for role in SHEETS)
    assert set(SHEETS_OF_ROWS) < set(SHEETS)


def test_what_people_wrote_stays_as_it_is(planned: Store) -> None:
    save(planned, *NAMED_AS_MESSAGES)
    with speaking("en"):
        content = filled(planned, "real", "t")
        intake = check(planned, content)
    assert intake.findings == ()
    assert intake.is_empty()
    texts = {cell.value for sheet in book(content) for row in sheet for cell in row}
    assert {"Tiltak", "Demokrati", "Total", "Brukere", "Kilde", "lav", "vedtatt"} <= texts


def test_a_finding_names_the_sheet_in_the_language_of_the_reader(planned: Store) -> None:
    made = book(filled(planned, "real", "p"))
    made["Faser"]["A2"].value = "99"
    with speaking("en"):
        [finding] = [one for one in check(planned, saved(made)).findings if one.severity == "error"]
        assert finding.found == "No row filled in on the sheet Measures has no. “99”"


def test_the_workbook_has_no_words_that_nobody_can_translate(planned: Store) -> None:
    with speaking("xx"):
        made = book(template(planned, "real", "1612"))
    said = {sheet.title for sheet in made} | {cell.value for sheet in made for row in sheet for cell in row}
    said |= {cell.comment.text for sheet in made for row in sheet for cell in row if cell.comment}
    said |= {rule.formula1 for sheet in made for rule in sheet.data_validations.dataValidation}
    assert [text for text in said if isinstance(text, str) and has_words_outside_brackets(text)] == []


def has_words_outside_brackets(text: str) -> bool:
    without = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    while without != text:
        text, without = without, re.sub(r"⟦[^⟦⟧]*⟧", " ", without)
    return not text.startswith("=") and bool(re.search(r"[^\W\d_]{2}", text))
