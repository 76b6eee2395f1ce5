import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from data.language import joined
from data.score_sheets.finding import SEVERITIES, Finding
from data.score_sheets.intake import Intake, SheetFile, check_files
from data.store import Store
from tests.workbooks.broken_files import BROKEN
from tests.workbooks.broken_sheets import ERRORS, FINE, WARNINGS, cells

Builder = Callable[[bytes], bytes]


def checked(store: Store, content: bytes) -> Intake:
    before = store.newest_event()
    intake = check_files([SheetFile("fil.xlsx", content)], store, "real")
    assert store.newest_event() == before
    return intake


def said(findings: tuple[Finding, ...], *severities: str) -> list[str]:
    return [f"{SEVERITIES[one.severity]} {one.sentence()}" for one in findings if one.severity in severities]


def codes(findings: tuple[Finding, ...], *severities: str) -> list[str]:
    return [one.code for one in findings if one.severity in severities]


@pytest.mark.parametrize(("build", "code", "sentence"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_workbook_is_stopped_with_a_sentence(
    build: Builder, code: str, sentence: str, shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert codes(intake.findings, "stop") == [code]
    assert said(intake.findings, "stop") == [f"stopp fil.xlsx: {sentence}"]
    assert intake.stopped()
    assert intake.rows.evaluations.is_empty()


@pytest.mark.parametrize(("build", "code", "sentences"), ERRORS.values(), ids=list(ERRORS))
def test_an_error_is_said_word_for_word(
    build: Builder, code: str, sentences: list[str], shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert codes(intake.findings, "stop", "error") == [code]
    assert said(intake.findings, "stop", "error") == sentences
    assert intake.stopped()


@pytest.mark.parametrize(("build", "code", "sentences"), WARNINGS.values(), ids=list(WARNINGS))
def test_a_warning_is_said_word_for_word(
    build: Builder, code: str, sentences: list[str], shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert code in codes(intake.findings, "warning")
    assert set(sentences) <= set(said(intake.findings, "stop", "error", "warning"))
    assert intake.needs_confirmation()
    assert not intake.stopped()


@pytest.fixture(scope="module")
def plain(shared_store: Store, good_sheet: bytes) -> Intake:
    """Return what is read from the sheet as it is."""
    return check_files([SheetFile("fil.xlsx", good_sheet)], shared_store, "real")


@pytest.mark.parametrize("build", FINE.values(), ids=list(FINE))
def test_what_people_do_is_understood(build: Builder, plain: Intake, shared_store: Store, good_sheet: bytes) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert said(intake.findings, "stop", "error", "warning") == []
    assert intake.rows.figures.drop("place").sort("code").equals(plain.rows.figures.drop("place").sort("code"))
    assert intake.rows.evaluations.equals(plain.rows.evaluations)


def test_all_findings_come_at_once_worst_first(shared_store: Store, good_sheet: bytes) -> None:
    content = good_sheet
    for build, *_ in (WARNINGS["other maximum"], ERRORS["negative"], ERRORS["unknown income"]):
        content = build(content)
    severities = [one.severity for one in checked(shared_store, content).findings]
    assert severities == sorted(severities, key=list(SEVERITIES).index)
    assert severities.count("error") == 2


def test_every_finding_has_a_code_of_its_own_and_says_each_value_once(shared_store: Store, good_sheet: bytes) -> None:
    code_of: dict[tuple[str, str | None], str] = {}
    for build, *_ in (*BROKEN.values(), *ERRORS.values(), *WARNINGS.values()):
        for one in checked(shared_store, build(good_sheet)).findings:
            assert re.fullmatch("[a-z_]+", one.code)
            assert code_of.setdefault((one.found, one.expected), one.code) == one.code
            assert one.values == joined(*filter(None, (one.expected, one.remedy, one.found))).values
            assert isinstance(hash(one), int)


VALUES: list[tuple[Builder, str, dict[str, Any]]] = [
    (cells(Poeng_C6=31), "points_over_maximum", {"points": Decimal(31), "maximum": 30}),
    (cells(Poeng_C3=7.25), "points_with_decimals", {"points": Decimal("7.25"), "maximum": 15}),
    (cells(Poeng_C3="bra"), "text_for_points", {"said": "bra", "maximum": 15}),
    (
        cells(Poeng_A3="1.9"),
        "unknown_code",
        {"said": "1.9", "version": "2.1", "guess": "1.1", "question": "Plan for demokrati og informasjon"},
    ),
    (
        cells(Poeng_A4="1.1"),
        "code_twice",
        {"code": "1.1", "question": "1.1 Plan for demokrati og informasjon", "first": "A3"},
    ),
    (cells(Poeng_C2=60), "sum_differs", {"area": "1", "stated": Decimal(60), "parts": Decimal(50)}),
    (cells(Kommune_B12=500), "sum_differs", {"stated": Decimal(500), "parts": Decimal("392.5")}),
    (cells(Poeng_C2=51, Poeng_C3=7.9), "rounding", {"area": "1", "stated": Decimal(51), "parts": Decimal("50.4")}),
    (cells(Poeng_D3=20), "other_maximum", {"given": Decimal(20), "maximum": 15}),
    (
        cells(Poeng_C3=None, Poeng_C4=None),
        "questions_without_points",
        {
            "questions": ("1.1", "1.2"),
            "named": ("1.1 Plan for demokrati og informasjon", "1.2 Informasjon om politiske saker"),
        },
    ),
    (cells(Kommune_B3="16123"), "not_a_municipality_number", {"said": "16123", "digits": 4}),
    (cells(Kommune_B3=None), "field_empty", {"field": "Kommunenummer"}),
    (
        cells(Kommune_B13="midels"),
        "not_a_choice",
        {"said": "midels", "guess": "middels", "known": ("lav", "middels", "høy")},
    ),
    (cells(Kommune_B4="Hemne"), "other_number", {"name": "Hemne", "known": ("1612", "5011"), "number": "1899"}),
    (
        cells(Kommune_B3="1612", Kommune_B4="Lom"),
        "other_name",
        {"number": "1612", "known": ("Hemne",), "name": "Lom", "guess": ("0514", "3434")},
    ),
    (cells(Poeng_C3=None, Poeng_C6="nei"), "text_for_points", {"said": "nei", "maximum": 30}),
    (BROKEN["zip bomb"][0], "unpacked_too_large", {"most": 20}),
]


@pytest.mark.parametrize(("build", "code", "values"), VALUES)
def test_a_finding_keeps_the_values_that_its_sentences_name(
    build: Builder, code: str, values: dict[str, Any], shared_store: Store, good_sheet: bytes
) -> None:
    found = [dict(one.values) for one in checked(shared_store, build(good_sheet)).findings if one.code == code]
    assert values in found


@pytest.mark.parametrize("value", ["bra", 31, -1, 7.25, True, 1e13])
def test_points_that_cannot_be_read_are_not_missing(value: Any, shared_store: Store, good_sheet: bytes) -> None:
    intake = checked(shared_store, cells(Poeng_C3=value, Poeng_C4=None)(good_sheet))
    assert "questions_without_points" not in codes(intake.findings, "warning")


@pytest.mark.parametrize("other", [{"Kommune_B6": "bra"}, {"Kommune_B8": "bra"}, {"Poeng_C3": "#REF!"}])
def test_what_cannot_be_read_elsewhere_hides_no_missing_points(
    other: dict[str, Any], shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, cells(**other, Poeng_C4=None)(good_sheet))
    assert "questions_without_points" in codes(intake.findings, "warning")
