"""A plan with everything filled in, saved in a store without anything else but Hemne's evaluation."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from data.plans.reading import plans_in
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.saving import PlanChange, Saved, save_plan
from data.plans.workbook.checking import PlanIntake, check_workbook
from data.plans.workbook.writing import filled
from data.score_sheets.sheet_file import SheetFile
from data.speaking import language
from data.store import Store
from tests.landscapes import NOON, add, made
from tests.workbooks.edits import saved

PROGRAMME = Programme(
    "1612", "Etter målingen", programme="p", municipality_name="Hemne", municipality_basis="stated",
    need="Svakt på svar\nog på innsyn", goal="Bedre svar", result="Ikke målt", anchoring="Kommunestyret",
    starts="2026", ends="2027-06", target_year=2028, evaluation_year=2018, evaluation_version="2.1",
    source="Sak 1/26", place="s. 2", note="=1+1",
    phases=(Phase("Forstudie", "2026-01", "2026-03", "Kartlegge"), Phase("Gjennomføring")),
    money=(Money("saving", "goal", 35_000_000, 2026, 2029, "omtrent"),),
)  # fmt: skip
AREA = Measure("p", "Service", measure="a")
MEASURE = Measure(
    "p", "Svar på nett", measure="m", parent="a", need="Svar  tar tid", goal="Raskere svar",
    activities="- kurs\n- vakt", result="Ingen ennå", anchoring="Ledergruppen", owner_role="kommunalsjef",
    starts="2026-02-01", ends="2027", status="decided", effect=4, easy_for_staff=3, easy_for_users=5, acceptance=2,
    units_total=100, units_answered=90, units_planning=85, units_done=12, waits_for=("n", "a"), source="Sak 1/26",
    place="s. 3", note="2013",
    questions=(Target("1.3", target_points=Decimal("12.5")), Target(area=2)),
    remarks=(Answered(1, "weakness", "Svarene er gamle"), Answered(2, "challenge", "Få spør")),
    phases=(Phase("Kurs", "2026-02"),),
    evidence=(Evidence(2, "De kan det", "2026-05", "Undersøkelse"), Evidence(4, "Færre\npurringer")),
    money=(Money("cost", "decided", 100_000, 2026, 2026), Money("saving", "realised", 0)),
)  # fmt: skip
OTHER = Measure("p", "Utvidet åpningstid", measure="n", status="idea")
EVERYTHING = (PROGRAMME, AREA, MEASURE, OTHER)
ROW = {"Service": 2, "Svar på nett": 3, "Utvidet åpningstid": 4, "ny": 5}
"""Rows of the measures in the sheet Tiltak, whose numbers are one less."""
Check = Callable[..., PlanIntake]
_written: dict[tuple[str, int, str], bytes] = {}


@pytest.fixture
def planned(made_store: Store) -> Store:
    """Return a store with Hemne's evaluation (5.0 of 25 on 1.3, 40 in area 2) and the whole plan."""
    add(made_store, made("1612", 2018, areas={2: 40}, questions={"1.3": "5.0"}))
    save(made_store, *EVERYTHING)
    return made_store


def save(store: Store, *plans: Programme | Measure) -> Saved:
    return save_plan(store, PlanChange("real", plans, store.newest_event()), NOON)


def check(store: Store, content: bytes, dataset: str = "real") -> PlanIntake:
    """Check a workbook, which must save nothing."""
    before = store.newest_event()
    intake = check_workbook(SheetFile("plan.xlsx", content), store, dataset)
    assert store.newest_event() == before
    return intake


def written(store: Store) -> bytes:
    """Return the workbook of the plan, written once of the same plan at the same event in the same language."""
    newest = store.newest_event()
    of = language(), newest, repr(plans_in(store, "real", newest))
    if of not in _written:
        _written[of] = filled(store, "real", "p")
    return _written[of]


def plan_with(store: Store, *edits: Callable[[Any], None], **cells: Any) -> bytes:
    """Return the workbook of the plan with other values in cells named `Tiltak_B3`, and edits of what is opened."""
    return with_edits(written(store), *edits, **cells)


def with_edits(content: bytes, *edits: Callable[[Any], None], **cells: Any) -> bytes:
    book = load_workbook(BytesIO(content))
    for place, value in cells.items():
        sheet, cell = place.split("_")
        book[sheet][cell].value = value
    for edit in edits:
        edit(book)
    return saved(book)


def column(name: str, sheet: Any) -> str:
    """Return the letter of the column with this heading."""
    return str(next(cell.column_letter for cell in sheet[1] if cell.value == name))


def said(intake: PlanIntake, *severities: str) -> list[tuple[str, str]]:
    """Return code and sentence of the findings, by default of those that are more than information."""
    wanted = severities or ("stop", "error", "warning")
    return [(finding.code, finding.sentence()) for finding in intake.findings if finding.severity in wanted]
