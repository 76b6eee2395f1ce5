"""Workbooks of plans changed in ways nobody thought of."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.plans.findings import PlanRefused
from data.plans.reading import plans_in
from data.plans.workbook.checking import PlanIntake, confirm
from data.plans.workbook.writing import filled
from data.store import Store
from tests.landscapes import NOON, add, beside, empty, empty_store, made
from tests.plan_workbook.conftest import EVERYTHING, check, save, with_edits
from tests.score_sheets.test_properties import BYTES, NUMBERS, TEXT

SAID = "1|2; 3|a|n|programmet|2026-03|15.03.2026|vedtatt|idé|kostnad|mål|svakhet|1.3|3|#REF!|=1+1|..|2 læring|2.1|Nr|ID"
WORDS = st.sampled_from(SAID.split("|"))
VALUES = st.one_of(st.none(), TEXT, WORDS, NUMBERS, st.booleans(), st.datetimes())
SHEETS = st.sampled_from(["Program", "Tiltak", "Spørsmål", "Svakheter", "Faser", "Dokumentasjon", "Penger"])
PLACES = st.tuples(SHEETS, st.integers(1, 20), st.integers(1, 26))
CHANGES = st.lists(st.tuples(PLACES, VALUES), min_size=1, max_size=6)
often = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
very_often = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def planned_once() -> Store:
    """Return a store with the whole plan that each example leaves as it was."""
    store = empty_store()
    add(store, made("1612", 2018, areas={2: 40}, questions={"1.3": "5.0"}))
    save(store, *EVERYTHING)
    return store


@pytest.fixture(scope="module")
def small_plan(planned_once: Store) -> bytes:
    def without_empty_rows(book: Any) -> None:
        for name in ("Tiltak", "Spørsmål", "Svakheter", "Faser", "Dokumentasjon", "Penger"):
            book[name].delete_rows(8, 60)
        del book["Veiledning"]

    return with_edits(filled(planned_once, "real", "p"), without_empty_rows)


def mutated(content: bytes, changes: list[tuple[tuple[str, int, int], Any]]) -> bytes:
    def change(book: Any) -> None:
        for (sheet, row, column), value in changes:
            book[sheet].cell(row, column).value = value

    return with_edits(content, change)


def assert_safe(store: Store, content: bytes) -> PlanIntake:
    """Check a workbook, which must give sentences and never fail unexpectedly."""
    intake = check(store, content)
    assert "file_not_checked" not in [finding.code for finding in intake.findings]
    assert all(finding.sentence() for finding in intake.findings)
    return intake


def survives(store: Store, content: bytes) -> None:
    """What is confirmed is saved as it was shown, and read in once more it changes nothing."""
    intake = assert_safe(store, content)
    if intake.stopped() or intake.is_empty() or not intake.programme:
        return
    try:
        saved = confirm(store, intake, NOON, accept_warnings=True)
    except PlanRefused as refused:
        raise AssertionError(refused.code) from refused
    programme = saved.plans[0].programme
    assert plans_in(store, "real").programmes[programme].name == intake.programme.name
    again = check(store, filled(store, "real", programme))
    assert (again.stopped(), again.is_empty()) == (False, True)
    empty(store)
    add(store, made("1612", 2018, areas={2: 40}, questions={"1.3": "5.0"}))
    save(store, *EVERYTHING)


@often
@given(changes=CHANGES)
def test_changed_cells_never_break_the_check(planned_once: Store, small_plan: bytes, changes: list[Any]) -> None:
    survives(beside(planned_once), mutated(small_plan, changes))


@often
@given(changes=BYTES)
def test_changed_bytes_never_break_the_check(planned_once: Store, small_plan: bytes, changes: list[Any]) -> None:
    survives(beside(planned_once), damaged(small_plan, changes))


@pytest.mark.slow
@very_often
@given(changes=CHANGES)
def test_thousands_of_changed_workbooks(planned_once: Store, small_plan: bytes, changes: list[Any]) -> None:
    survives(beside(planned_once), mutated(small_plan, changes))


@pytest.mark.slow
@very_often
@given(changes=BYTES)
def test_thousands_of_damaged_files(planned_once: Store, small_plan: bytes, changes: list[Any]) -> None:
    survives(beside(planned_once), damaged(small_plan, changes))


def damaged(content: bytes, changes: list[tuple[int, int]]) -> bytes:
    changed = bytearray(content)
    for place, value in changes:
        changed[place % len(changed)] = value
    return bytes(changed)
