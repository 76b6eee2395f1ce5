from collections.abc import Callable

import pytest

from data.score_sheets.finding import SEVERITIES, Finding
from data.score_sheets.intake import Intake, SheetFile, check_files
from data.store import Store
from tests.workbooks.broken_files import BROKEN
from tests.workbooks.broken_sheets import ERRORS, FINE, WARNINGS

Builder = Callable[[bytes], bytes]


def checked(store: Store, content: bytes) -> Intake:
    before = store.newest_event()
    intake = check_files([SheetFile("fil.xlsx", content)], store, "real")
    assert store.newest_event() == before
    return intake


def said(findings: tuple[Finding, ...], *severities: str) -> list[str]:
    return [f"{SEVERITIES[one.severity]} {one.sentence()}" for one in findings if one.severity in severities]


@pytest.mark.parametrize(("build", "sentence"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_workbook_is_stopped_with_a_sentence(
    build: Builder, sentence: str, shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert said(intake.findings, "stop") == [f"stopp fil.xlsx: {sentence}"]
    assert intake.stopped()
    assert intake.rows.evaluations.is_empty()


@pytest.mark.parametrize(("build", "sentences"), ERRORS.values(), ids=list(ERRORS))
def test_an_error_is_said_word_for_word(
    build: Builder, sentences: list[str], shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
    assert said(intake.findings, "stop", "error") == sentences
    assert intake.stopped()


@pytest.mark.parametrize(("build", "sentences"), WARNINGS.values(), ids=list(WARNINGS))
def test_a_warning_is_said_word_for_word(
    build: Builder, sentences: list[str], shared_store: Store, good_sheet: bytes
) -> None:
    intake = checked(shared_store, build(good_sheet))
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
    for build, _ in (WARNINGS["other maximum"], ERRORS["negative"], ERRORS["unknown income"]):
        content = build(content)
    severities = [one.severity for one in checked(shared_store, content).findings]
    assert severities == sorted(severities, key=list(SEVERITIES).index)
    assert severities.count("error") == 2
