"""Good workbooks changed in ways nobody thought of."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from data.score_sheets.intake import Intake, SheetFile, check_files
from data.score_sheets.reading.cell_values import clean
from data.score_sheets.writing.template import template
from data.store import Store
from tests.workbooks.edits import saved, with_cells

TEXT = st.text(max_size=30).map(lambda text: ILLEGAL_CHARACTERS_RE.sub("", text))
SAID = "1,5| 7 |ja|x|2.1|1.1|eksempel|Total|..|#REF!|=1+1|senest 2019|styrke|1e5|-3|virkelig|Område 1"
WORDS = st.sampled_from(SAID.split("|"))
NUMBERS = st.one_of(st.integers(-5, 120), st.integers(), st.floats(), st.decimals(0, 100, places=1).map(float))
VALUES = st.one_of(st.none(), TEXT, WORDS, NUMBERS, st.booleans(), st.datetimes())
PLACES = st.tuples(st.sampled_from(["Kommune", "Poeng", "Styrker og svakheter"]), st.integers(1, 16), st.integers(1, 7))
CHANGES = st.lists(st.tuples(PLACES, VALUES), min_size=1, max_size=6)
BYTES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8)


@pytest.fixture(scope="module")
def small_sheet(shared_store: Store) -> bytes:
    """A good sheet with areas only, because it is opened a thousand times."""
    points = {f"Poeng_C{row}": 10 * row for row in range(2, 10)}
    sheet = with_cells(
        template(shared_store, "2.0"), Kommune_B3="1899", Kommune_B4="Prøvevik", Kommune_B8=2014, **points
    )
    book = load_workbook(BytesIO(sheet))
    book["Styrker og svakheter"].delete_rows(5, 100)
    del book["Veiledning"]
    return saved(book)


def mutated(content: bytes, changes: list[tuple[tuple[str, int, int], Any]]) -> bytes:
    book = load_workbook(BytesIO(content))
    for (sheet, row, column), value in changes:
        book[sheet].cell(row, column).value = value
    return saved(book)


def assert_figures_are_those_of_the_cells(intake: Intake, content: bytes) -> None:
    book = load_workbook(BytesIO(content), data_only=True)
    for place, points in intake.rows.figures.select("place", "points").iter_rows():
        if "!" in place:
            sheet, cell = place.split("!")
            value = book[sheet][cell].value
            said = Decimal(clean(value).replace(",", ".").replace(" ", "")) if isinstance(value, str) else value
            assert abs(float(said) - float(points)) < 1e-9


def assert_safe(store: Store, content: bytes) -> Intake:
    before = store.newest_event()
    intake = check_files([SheetFile("fil.xlsx", content)], store, "real")
    assert store.newest_event() == before
    assert all(one.sentence() for one in intake.findings)
    return intake


def survives_changed_cells(store: Store, sheet: bytes, changes: list[Any]) -> None:
    content = mutated(sheet, changes)
    assert_figures_are_those_of_the_cells(assert_safe(store, content), content)


def survives_changed_bytes(store: Store, sheet: bytes, changes: list[tuple[int, int]]) -> None:
    content = bytearray(sheet)
    for place, value in changes:
        content[place % len(content)] = value
    assert_safe(store, bytes(content))


often = settings(max_examples=70, deadline=None, suppress_health_check=list(HealthCheck))
seldom = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
very_often = settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))


@often
@given(changes=CHANGES)
def test_changed_cells_never_break_the_check(shared_store: Store, small_sheet: bytes, changes: list[Any]) -> None:
    survives_changed_cells(shared_store, small_sheet, changes)


@seldom
@given(changes=BYTES)
def test_changed_bytes_never_break_the_check(shared_store: Store, small_sheet: bytes, changes: list[Any]) -> None:
    survives_changed_bytes(shared_store, small_sheet, changes)


@pytest.mark.slow
@very_often
@given(changes=CHANGES)
def test_a_thousand_changed_workbooks(shared_store: Store, small_sheet: bytes, changes: list[Any]) -> None:
    survives_changed_cells(shared_store, small_sheet, changes)


@pytest.mark.slow
@very_often
@given(changes=BYTES)
def test_a_thousand_damaged_files(shared_store: Store, small_sheet: bytes, changes: list[Any]) -> None:
    survives_changed_bytes(shared_store, small_sheet, changes)
