"""Each rule of plans stops a change with a finding: code, field, sentence and remedy."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from data.plans.findings import PlanFinding, PlanRefused
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from tests.landscapes import NOON, add, made

PROGRAMME = Programme("1612", "Etter målingen", programme="p", evaluation_year=2018, evaluation_version="2.1")
DECIDED = Measure(
    "p",
    "Svar på nett",
    measure="m",
    goal="Raskere svar",
    owner_role="kommunalsjef",
    ends="2027",
    status="decided",
    questions=(Target("1.3", target_points=Decimal("12.5")),),
)
Save = Callable[..., int]


@pytest.fixture
def save(made_store: Store) -> Save:
    """Return a function that saves beside a programme of Hemne, which had 5.0 of 25 on 1.3 and 40 in area 2."""
    add(made_store, made("1612", 2018, areas={2: 40}, questions={"1.3": "5.0"}))

    def saved(*plans: Programme | Measure, dataset: str = "real") -> int:
        return save_plan(made_store, PlanChange(dataset, plans, made_store.newest_event()), NOON).event

    saved(PROGRAMME)
    return saved


def findings(save: Save, *plans: Programme | Measure, dataset: str = "real") -> list[PlanFinding]:
    with pytest.raises(PlanRefused) as refused:
        save(*plans, dataset=dataset)
    assert refused.value.code == "rules_broken"
    for finding in refused.value.findings:
        assert finding.sentence in str(refused.value)
        assert finding.remedy in str(refused.value)
    return [*refused.value.findings]


def told(found: list[PlanFinding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.field) for finding in found]


def test_a_decided_measure_with_all_it_needs_is_saved(save: Save) -> None:
    assert save(DECIDED) == 3


def target(points: str | None, code: str | None = "1.3", area: int | None = None) -> dict[str, Any]:
    return {"questions": (Target(code, area, None if points is None else Decimal(points)),)}


BROKEN: list[tuple[dict[str, Any], str, str]] = [
    ({"title": " "}, "title_missing", "title"),
    ({"goal": None}, "decided_without_goal", "goal"),
    ({"questions": ()}, "decided_without_question", "questions"),
    ({"owner_role": ""}, "decided_without_owner", "owner_role"),
    ({"ends": None}, "decided_without_end", "ends"),
    ({"status": "started", "goal": None}, "decided_without_goal", "goal"),
    ({"status": "done", "ends": None}, "decided_without_end", "ends"),
    ({"status": "later"}, "unknown_status", "status"),
    ({"starts": "neste år"}, "not_a_date", "starts"),
    ({"ends": "2027-02-30"}, "not_a_date", "ends"),
    ({"starts": "2027-04", "ends": "2027-03"}, "ends_before_start", "ends"),
    ({"effect": 6}, "score_out_of_range", "effect"),
    ({"easy_for_staff": 0}, "score_out_of_range", "easy_for_staff"),
    ({"easy_for_users": -1}, "score_out_of_range", "easy_for_users"),
    ({"acceptance": 10}, "score_out_of_range", "acceptance"),
    ({"units_done": -1}, "units_negative", "units_done"),
    ({"units_total": 89, "units_answered": 90}, "answered_above_total", "units_answered"),
    ({"units_answered": 84, "units_planning": 85}, "planning_above_answered", "units_planning"),
    ({"units_total": 84, "units_planning": 85}, "units_above_total", "units_planning"),
    ({"units_total": 3, "units_done": 4}, "units_above_total", "units_done"),
    (target("25.1"), "target_above_maximum", "questions.1.target_points"),
    (target("5.0"), "target_not_above_baseline", "questions.1.target_points"),
    (target("4.9"), "target_not_above_baseline", "questions.1.target_points"),
    (target("101", None, 2), "target_above_maximum", "questions.1.target_points"),
    (target("40", None, 2), "target_not_above_baseline", "questions.1.target_points"),
    (target("7.25"), "not_points", "questions.1.target_points"),
    (target("-1", None, 4), "not_points", "questions.1.target_points"),
    (target("5.0", "9.9"), "unknown_question", "questions.1"),
    (target("5.0", None, 9), "unknown_question", "questions.1"),
    (target("5.0", "1.3", 1), "unknown_question", "questions.1"),
    (target(None, None), "unknown_question", "questions.1"),
    ({"questions": (Target("1.3"), Target("1.3"))}, "question_twice", "questions.2"),
    ({"programme": "another"}, "unknown_programme", "programme"),
    ({"parent": "nobody"}, "unknown_area", "parent"),
    ({"parent": "m"}, "area_is_no_area", "parent"),
    ({"waits_for": ("nobody",)}, "unknown_dependency", "waits_for.1"),
    ({"waits_for": ("m",)}, "circle", "waits_for"),
    ({"phases": (Phase("Forstudie"), Phase(" "))}, "phase_without_name", "phases.2.name"),
    ({"phases": (Phase("Forstudie", "2026-13"),)}, "not_a_date", "phases.1.starts"),
    ({"phases": (Phase("Forstudie", "2026", "2025"),)}, "ends_before_start", "phases.1.ends"),
    ({"money": (Money("gift", "planned", 1),)}, "unknown_amount", "money.1"),
    ({"money": (Money("cost", "hoped", 1),)}, "unknown_amount", "money.1"),
    ({"money": (Money("cost", "planned", -1),)}, "amount_negative", "money.1.amount"),
    ({"money": (Money("cost", "planned", 1, 2026, 2025),)}, "years_of_amount", "money.1.last_year"),
    ({"money": (Money("cost", "planned", 1, 2026),)}, "years_of_amount", "money.1.last_year"),
    ({"remarks": (Answered(3, "strength", "Alt er bra"),)}, "unknown_remark", "remarks.1"),
    ({"evidence": (Evidence(5, "Sett"),)}, "unknown_level", "evidence.1.level"),
    ({"evidence": (Evidence(0, "Sett"),)}, "unknown_level", "evidence.1.level"),
    ({"evidence": (Evidence(1, ""),)}, "evidence_without_text", "evidence.1.text"),
    ({"evidence": (Evidence(1, "Sett", "i går"),)}, "not_a_date", "evidence.1.date"),
]


@pytest.mark.parametrize(("given", "code", "field"), BROKEN, ids=[f"{code} {field}" for _, code, field in BROKEN])
def test_a_measure_that_breaks_a_rule_is_refused_at_its_field(
    save: Save, made_store: Store, given: dict[str, Any], code: str, field: str
) -> None:
    assert (code, field) in told(findings(save, replace(DECIDED, **given)))
    assert made_store.newest_event() == 2
    assert made_store.read("from measure").is_empty()


@pytest.mark.parametrize(
    "given",
    [
        {"status": "idea", "goal": None, "questions": (), "owner_role": None, "ends": None},
        {"status": "stopped", "goal": None, "questions": (), "owner_role": None, "ends": None},
        {"status": None, "goal": None, "questions": (), "owner_role": None, "ends": None},
        {"effect": 1, "easy_for_staff": 5, "easy_for_users": 1, "acceptance": 5},
        {"units_total": 90, "units_answered": 90, "units_planning": 90, "units_done": 90},
        {"units_answered": 90, "units_planning": 85},
        target("25"), target("5.1"), target("100", None, 2), target("40.1", None, 2), target(None),
        target("0.1", "4.6"),  # nothing is known of 4.6 in the evaluation
        {"starts": "2027", "ends": "2027"},
        {"starts": "2027-03-01", "ends": "2027-03"},
        {"starts": "2024-02-29"},
        {"money": (Money("saving", "realised", 0, 2026, 2026), Money("cost", "goal", 1))},
        {"evidence": (Evidence(1, "Sett"), Evidence(4, "Målt", "2026-05-02"))},
    ],
)  # fmt: skip
def test_at_the_edge_of_a_rule_a_measure_is_saved(save: Save, given: dict[str, Any]) -> None:
    assert save(replace(DECIDED, **given)) == 3


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, "name_missing", "name"),
        ({"starts": "20"}, "not_a_date", "starts"),
        ({"starts": "2026", "ends": "2025-12"}, "ends_before_start", "ends"),
        ({"evaluation_year": None}, "evaluation_incomplete", "evaluation_year"),
        ({"evaluation_version": None}, "evaluation_incomplete", "evaluation_version"),
        ({"evaluation_version": "3.0"}, "unknown_version", "evaluation_version"),
        ({"municipality": "9999"}, "unknown_municipality", "municipality"),
        ({"phases": (Phase(None),)}, "phase_without_name", "phases.1.name"),
        ({"money": (Money("cost", "planned", -1),)}, "amount_negative", "money.1.amount"),
    ],
)
def test_a_programme_that_breaks_a_rule_is_refused_at_its_field(
    save: Save, given: dict[str, Any], code: str, field: str
) -> None:
    assert told(findings(save, replace(PROGRAMME, **given))) == [(code, field)]


def test_a_municipality_of_the_example_need_not_be_registered(save: Save) -> None:
    assert save(replace(PROGRAMME, municipality="9999", programme="q"), dataset="example") == 3


def test_all_that_is_wrong_is_said_at_once(save: Save) -> None:
    bare = Measure("p", "Svar", measure="m", status="decided", effect=9)
    assert told(findings(save, bare)) == [
        ("decided_without_goal", "goal"),
        ("decided_without_question", "questions"),
        ("decided_without_owner", "owner_role"),
        ("decided_without_end", "ends"),
        ("score_out_of_range", "effect"),
    ]


def test_a_finding_is_said_in_bokmaal_with_its_figures(save: Save) -> None:
    [finding] = findings(save, replace(DECIDED, **target("26.5")))
    assert finding.sentence == "Målet på 26,5 poeng er over maksimum 25."
    assert finding.remedy == "Sett et mål som er høyst maksimum."
    assert finding.plan == "m"


def test_a_circle_over_several_is_refused_and_names_them(save: Save) -> None:
    one, two, three = (Measure("p", title, measure=title) for title in ("A", "B", "C"))
    save(one, replace(two, waits_for=("A",)), replace(three, waits_for=("A", "B")))
    [finding] = findings(save, replace(one, waits_for=("C",)))
    assert finding.code == "circle"
    assert finding.sentence.startswith("Tiltakene venter på hverandre i ring: A, C, ")
    assert finding.sentence.endswith(", A.")


def test_a_way_that_splits_and_meets_again_is_no_circle(save: Save) -> None:
    one, two, three, four = (Measure("p", title, measure=title) for title in "ABCD")
    changed = (one, replace(two, waits_for=("A",)), replace(three, waits_for=("A",)))
    assert save(*changed, replace(four, waits_for=("B", "C"))) == 3


def test_what_belongs_to_an_area_is_no_area_itself(save: Save) -> None:
    save(Measure("p", "Område", measure="a"), Measure("p", "Tiltak", measure="b", parent="a"))
    assert told(findings(save, Measure("p", "Under", measure="c", parent="b"))) == [("area_is_no_area", "parent")]
    save(Measure("p", "Annet område", measure="d"))
    assert told(findings(save, Measure("p", "Område", measure="a", parent="d"))) == [("area_is_no_area", "parent")]


def test_an_area_of_another_programme_is_not_there(save: Save) -> None:
    save(Programme("1612", "Et annet", programme="q"), Measure("q", "Område", measure="a"))
    assert told(findings(save, replace(DECIDED, parent="a"))) == [("unknown_area", "parent")]


def test_a_programme_that_answers_another_evaluation_must_leave_the_targets_of_its_measures_sound(
    save: Save, made_store: Store
) -> None:
    save(DECIDED)
    add(made_store, made("1612", 2020, questions={"1.3": "12.5"}))
    [finding] = findings(save, replace(PROGRAMME, evaluation_year=2020))
    assert (finding.code, finding.plan, finding.field) == (
        "target_not_above_baseline", "m", "questions.1.target_points",
    )  # fmt: skip
