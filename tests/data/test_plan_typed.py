"""What is typed into a form becomes the same plan again, and what is no number is told where it stands."""

from dataclasses import replace
from decimal import Decimal

import pytest

from data.plans.reading import plans_in
from data.plans.rows import Measure, Money, Programme, Target
from data.plans.typed import as_typed, from_typed
from data.store import Store
from tests.data.test_plan_saving import MEASURE, PROGRAMME


def test_every_shipped_plan_comes_back_unchanged(store: Store) -> None:
    plans = plans_in(store, "real")
    assert plans.measures
    for programme in plans.programmes.values():
        assert from_typed(programme, as_typed(programme)) == (programme, [])
    for measure in plans.measures.values():
        assert from_typed(measure, as_typed(measure)) == (measure, [])


def test_a_plan_with_everything_comes_back_unchanged() -> None:
    assert from_typed(MEASURE, as_typed(MEASURE)) == (MEASURE, [])
    assert from_typed(PROGRAMME, as_typed(PROGRAMME)) == (PROGRAMME, [])


def test_blanks_are_nothing_and_spaces_around_a_text_go() -> None:
    typed = as_typed(MEASURE) | {"need": "  ", "goal": " Raskere svar \n"}
    read, _findings = from_typed(MEASURE, typed)
    assert (read.need, read.goal) == (None, "Raskere svar")


@pytest.mark.parametrize(
    ("typed", "points"), [("12,5", "12.5"), ("12.5", "12.5"), ("12", "12"), ("−3", "-3"), (" 7,25 ", "7.25")]
)
def test_points_are_read_with_comma_or_point(typed: str, points: str) -> None:
    lines = [{"question": "7.4", "target_points": typed}, {"question": "3", "target_points": ""}]
    read, findings = from_typed(Measure("p", "Svar"), {"questions": lines})
    assert read.questions == (Target("7.4", target_points=Decimal(points)), Target(area=3))
    assert findings == []


@pytest.mark.parametrize("typed", ["450000", "450 000", "450\u00a0000"])
def test_amounts_are_read_with_or_without_spaces(typed: str) -> None:
    line = {"kind": "cost", "step": "goal", "amount": typed, "first_year": "", "last_year": "", "note": ""}
    read, findings = from_typed(Programme("1612", "Program"), {"money": [line]})
    assert (read.money, findings) == ((Money("cost", "goal", 450_000),), [])


@pytest.mark.parametrize(
    ("typed", "code"), [("mange", "not_a_number"), ("1e9", "not_a_number"), ("1" * 30, "not_a_number"), ("", None)]
)
def test_what_is_no_whole_number_is_told_at_its_field(typed: str, code: str | None) -> None:
    _read, findings = from_typed(replace(MEASURE, units_total=None), {"units_total": typed})
    assert [(one.code, one.plan, one.field) for one in findings] == ([(code, "m", "units_total")] if code else [])


def test_a_number_too_large_for_the_store_is_told() -> None:
    _read, findings = from_typed(MEASURE, {"units_total": "3000000000"})
    assert [one.code for one in findings] == ["number_too_large"]
