"""What came of measures: by independent recomputation on random plans, and every verdict by hand."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from data.imports import undo_import
from data.opening import open_store
from data.plans.rows import STATUSES, Measure, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from queries.followup import followup, in_order
from queries.followup_verdict import decimals_apart
from queries.plans import plans
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from tests.landscapes import NOON, Made, add, all_questions, ask, made, maxima
from tests.queries.plain_followup import expected
from tests.queries.plain_python import Plain, example_evaluations, number

SAVED: dict[str, Any] = {"goal": "Mål", "owner_role": "Leder", "ends": "2018"}
"""What the rules demand of a measure that is decided."""


def measure(name: str, *links: str, status: str | None = "done", programme: str = "p", **targets: str) -> Measure:
    """Return a measure linked to questions, `3.4`, and areas, `3`, with targets, `q3_4="12"`."""
    goals = {key[1:].replace("_", "."): Decimal(points) for key, points in targets.items()}
    questions = tuple(
        Target(code, None, goals.get(code)) if "." in code else Target(None, int(code), goals.get(code))
        for code in links
    )
    return Measure(programme, name, measure=name, status=status, questions=questions, **SAVED)


def programme(year: int | None = 2016, version: str | None = "2.1", name: str = "p", number: str = "9001") -> Programme:
    return Programme(number, name, programme=name, evaluation_year=year, evaluation_version=version)


Judge = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture
def judge(made_store: Store) -> Judge:
    """Return a function that saves evaluations and plans, and returns what is said of each measure by its name."""

    def judged(evaluations: list[Made], *plans: Programme | Measure) -> dict[str, dict[str, Any]]:
        add(made_store, *evaluations, dataset="example")
        save_plan(made_store, PlanChange("example", plans, 0), NOON)
        return {row["measure"]: row for row in ask(snapshot_of(made_store, "example"), "followup")}

    return judged


def twice(before: dict[str, str], after: dict[str, str], number: str = "9001") -> list[Made]:
    """Return the two evaluations of 2016 and 2018 with all questions at 1.0 but those given."""
    return [made(number, year, questions=all_questions() | points) for year, points in ((2016, before), (2018, after))]


@pytest.fixture(scope="module")
def planned(filled_store_file: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, list[Any]]:
    """Return the example dataset with random programmes in every municipality, and the programmes and measures."""
    path = tmp_path_factory.mktemp("planned") / "store.duckdb"
    path.write_bytes(filled_store_file.read_bytes())
    store, chance = open_store(path), random.Random(20)
    undo_import(store, 5, NOON, also_shipped=True)  # the programmes that come with the example dataset
    plans: list[Any] = []
    for one in sorted(example_evaluations(), key=lambda one: (one.number, one.year)):
        names = [f"{one.number}-{one.year}-{letter}" for letter in "ab"[: chance.randint(1, 2)]]
        for name in names:
            plans.append(programme(one.year, one.version, name, one.number))
            plans.extend(random_measure(chance, one, name, place) for place in range(chance.randint(1, 4)))
    save_plan(store, PlanChange("example", tuple(plans), 0), NOON)
    return snapshot_of(store, "example"), plans


def random_measure(chance: random.Random, one: Plain, programme: str, place: int) -> Measure:
    codes = chance.sample([*maxima()], chance.randint(0, 4)) if chance.random() < 0.75 else []
    areas = chance.sample(range(1, 9), chance.randint(1, 2)) if not codes or chance.random() < 0.2 else []
    links = [Target(code, None, random_target(chance, one, code, int(maxima()[code]))) for code in codes]
    links += [Target(None, area, random_target(chance, one, str(area), 100)) for area in areas]
    status = chance.choice(STATUSES)
    return Measure(programme, "Tiltak", f"{programme}-{place}", status=status, questions=tuple(links), **SAVED)


def random_target(chance: random.Random, one: Plain, code: str, maximum: int) -> Decimal | None:
    own = one.points.get(code, Fraction(0))
    tenths = int(own * 10)
    if chance.random() < 0.3 or tenths >= maximum * 10:
        return None
    return Decimal(chance.randint(tenths + 1, maximum * 10)) / 10


def test_random_plans_are_judged_as_in_plain_python(planned: tuple[Snapshot, list[Any]]) -> None:
    snapshot, plans = planned
    programmes = {plan.programme: plan for plan in plans if isinstance(plan, Programme)}
    measures = {plan.measure: plan for plan in plans if isinstance(plan, Measure)}
    rows = ask(snapshot, "followup")
    assert {row["measure"] for row in rows} == set(measures)
    for row in rows:
        one = measures[row["measure"]]
        wanted = expected(one, programmes[one.programme], programmes.values(), measures.values(), example_evaluations())
        exact = {name: number(value) if isinstance(value, Fraction) else value for name, value in wanted.items()}
        assert {name: row[name] for name in exact} == exact, row["measure"]


def test_the_random_plans_meet_every_verdict_and_reason(planned: tuple[Snapshot, list[Any]]) -> None:
    rows = ask(planned[0], "followup")
    assert {row["verdict"] for row in rows} == {"better_than_rest", "as_rest", "weaker_than_rest", "cannot_say"}
    assert {row["reason"] for row in rows if row["status"] in ("started", "done")} >= {None, "no_later_evaluation"}
    assert {row["others_n"] for row in rows if row["tied_to"] == "questions"} >= {None, 5}
    assert {row["tied_to"] for row in rows if row["verdict"] != "cannot_say"} == {"questions", "areas"}


@pytest.mark.parametrize(
    ("after", "change", "verdict"),
    [("4.0", 20.0, "better_than_rest"), ("2.5", 10.0, "better_than_rest"), ("2.4", 28 / 3, "as_rest"),
     ("1.0", 0.0, "as_rest"), ("0.0", -20 / 3, "as_rest")],
)  # fmt: skip
def test_ten_per_cent_above_the_rest_is_better(judge: Judge, after: str, change: float, verdict: str) -> None:
    # 1.1 has 15 points, and nothing else moves: 1.5 points are 10 per cent.
    row = judge(twice({}, {"1.1": after}), programme(), measure("m", "1.1"))["m"]
    assert (row["change"], row["untouched_change"], row["verdict"]) == (pytest.approx(change), 0.0, verdict)


@pytest.mark.parametrize(("after", "verdict"), [("3.5", "weaker_than_rest"), ("3.6", "as_rest")])
def test_ten_per_cent_below_the_rest_is_weaker(judge: Judge, after: str, verdict: str) -> None:
    row = judge(twice({"1.1": "5.0"}, {"1.1": after}), programme(), measure("m", "1.1"))["m"]
    assert row["verdict"] == verdict


def test_a_difference_of_exactly_ten_that_binary_fractions_miss_is_reached(judge: Judge) -> None:
    # 1.1 and 3.1 have 15 points each: from 0.7 + 0.6 to 2.2 + 2.1 is 3.0 of 30, while the rest stands still.
    before, after = {"1.1": "0.7", "3.1": "0.6"}, {"1.1": "2.2", "3.1": "2.1"}
    row = judge(twice(before, after), programme(), measure("m", "1.1", "3.1"))["m"]
    assert (row["before"], row["after"], row["maximum"], row["change"]) == (1.3, 4.3, 30.0, 10.0)
    assert row["verdict"] == "better_than_rest"


def test_the_rest_leaves_out_what_any_begun_measure_of_the_municipality_touches(judge: Judge) -> None:
    every = [str(area) for area in range(2, 9)]
    plans = [programme(), measure("m", "1.1"), measure("other", *every, "1.2", "1.3", "1.4", status="stopped"),
             programme(name="q"), measure("idea", "1.5", status="idea", programme="q")]  # fmt: skip
    rows = judge(twice({}, {"1.1": "2.0", "1.2": "9.0", "1.5": "3.0", "8.1": "9.0"}), *plans)
    # Of area 1 only 1.5 is left, which an idea does not touch: 2.0 of 10.
    assert (rows["m"]["untouched"], rows["m"]["untouched_change"]) == (1, 20.0)
    assert rows["idea"]["change"] == 20.0
    assert (rows["idea"]["verdict"], rows["idea"]["reason"]) == ("cannot_say", "not_begun")


def test_progress_is_the_part_of_the_way_to_the_targets(judge: Judge) -> None:
    plans = [programme(), measure("m", "1.1", "3.1", q1_1="6", q3_1="6"), measure("half", "1.2", "1.3", q1_2="5")]
    rows = judge(twice({}, {"1.1": "4.0", "3.1": "3.0"}), *plans)
    assert (rows["m"]["target"], rows["m"]["progress"]) == (12.0, 0.5)  # 5 of the 10 points from 2 to 12
    assert (rows["half"]["target"], rows["half"]["progress"]) == (None, None)


def test_progress_cannot_be_computed_where_the_target_is_reached_already(judge: Judge, made_store: Store) -> None:
    judge(twice({"1.1": "2.0"}, {"1.1": "5.0"}), programme(), measure("m", "1.1", q1_1="6"))
    # A corrected score sheet lifts what was before above the target.
    add(made_store, made("9001", 2016, questions=all_questions(q1_1="6.0")), dataset="example")
    row = ask(snapshot_of(made_store, "example"), "followup")[0]
    assert (row["before"], row["target"], row["progress"]) == (6.0, 6.0, None)


CANNOT = {
    "not_begun": (programme(), measure("m", "1.1", status="decided")),
    "status_unknown": (programme(), measure("m", "1.1", status=None)),
    "nothing_linked": (programme(), Measure("p", "m", measure="m", status=None)),
    "no_evaluation_named": (programme(None, None), measure("m", "1.1")),
    "evaluation_not_here": (programme(2015), measure("m", "1.1")),
    "no_later_evaluation": (programme(2018), measure("m", "1.1")),
    "nothing_untouched": (programme(), measure("m", *map(str, range(1, 9)))),
}


@pytest.mark.parametrize("reason", [reason for reason in CANNOT if reason != "nothing_linked"])
def test_it_says_why_nothing_can_be_said(judge: Judge, reason: str) -> None:
    areas = dict.fromkeys(map(str, range(1, 9)), "10")
    evaluations = [made("9001", year, questions=all_questions() | areas) for year in (2016, 2018)]
    row = judge(evaluations, *CANNOT[reason])["m"]
    assert (row["verdict"], row["reason"]) == ("cannot_say", reason)


def test_questions_without_figures_in_both_are_not_counted(judge: Judge) -> None:
    before, after = all_questions(), all_questions(q1_1="4.0")
    del before["1.2"], after["1.3"], after["1.4"]
    evaluations = [made("9001", 2016, questions=before), made("9001", 2018, questions=after)]
    rows = judge(evaluations, programme(), measure("m", "1.1", "1.2", "1.3"), measure("none", "1.4"))
    assert (rows["m"]["linked"], rows["m"]["counted"], rows["m"]["change"]) == (3, 1, 20.0)
    assert (rows["none"]["counted"], rows["none"]["reason"]) == (0, "no_figures")


def test_questions_are_never_compared_across_versions_and_areas_only_within_a_family(judge: Judge) -> None:
    old, new = [20] * 8, [40, *[25] * 7]
    evaluations = [made("9001", 2011, "2.0", areas=old), made("9001", 2013, "1.0", areas=new),
                   made("9001", 2018, "2.1", areas=new), made("9001", 2020, "2.1", areas=old)]  # fmt: skip
    rows = judge(evaluations, programme(2011, "2.0"), measure("area", "1"), measure("question", "1.1"))
    area = rows["area"]
    assert (area["before_version"], area["after_year"], area["after_version"]) == ("2.0", 2018, "2.1")
    # Area 1 moved 20, the seven others 5 each: 15 more.
    assert (area["change"], area["untouched_change"], area["difference"]) == (20.0, 5.0, 15.0)
    assert area["verdict"] == "better_than_rest"
    assert (rows["question"]["after_year"], rows["question"]["reason"]) == (None, "no_later_evaluation")


def test_the_same_version_goes_before_another_of_the_family(judge: Judge) -> None:
    points = [[20] * 8, [30] * 8, [40] * 8]
    years = ((2011, "2.0"), (2013, "2.1"), (2014, "2.0"))
    evaluations = [made("9001", year, version, areas=of) for (year, version), of in zip(years, points, strict=True)]
    assert judge(evaluations, programme(2011, "2.0"), measure("m", "1"))["m"]["after_year"] == 2014


def test_a_question_touches_its_area_and_an_area_its_questions(judge: Judge) -> None:
    before, after = [20] * 8, [20, 20, 90, 90, 20, 20, 20, 20]
    evaluations = [
        made("9001", year, areas=of, questions=all_questions()) for year, of in ((2016, before), (2018, after))
    ]
    rows = judge(evaluations, programme(), measure("area", "1"), measure("q", "3.2"), measure("other", "4"))
    assert (rows["area"]["untouched"], rows["area"]["untouched_change"]) == (5, 0.0)
    assert rows["q"]["untouched"] == 45 - 5 - 1 - 6


@pytest.mark.parametrize(("others", "change"), [(4, None), (5, 8.0)])
def test_others_count_from_five_and_only_those_with_every_question(judge: Judge, others: int, change: float) -> None:
    # 1.1 has 15 points: the others move 1.2 of it each, which is 8 per cent.
    evaluations = [one for place in range(others) for one in twice({}, {"1.1": "2.2"}, f"91{place:02}")]
    lacking = all_questions()
    del lacking["1.1"]
    evaluations += [made("9200", 2016, questions=lacking), made("9200", 2018, questions=all_questions(q1_1="9.0"))]
    evaluations += [made("9201", 2017, questions=lacking), made("9201", 2018, questions=all_questions())]
    row = judge([*evaluations, *twice({}, {"1.1": "4.0"})], programme(), measure("m", "1.1"))["m"]
    assert (row["others_n"], row["others_change"]) == (others, change)


def test_an_undone_plan_or_evaluation_is_gone_and_an_earlier_state_still_has_it(
    judge: Judge, made_store: Store
) -> None:
    judge(twice({}, {"1.1": "4.0"}), programme(), measure("m", "1.1"))  # events 1 and 2
    undo_import(made_store, 2, NOON)
    assert ask(snapshot_of(made_store, "example"), "followup") == []
    assert [row["verdict"] for row in ask(snapshot_of(made_store, "example", 2), "followup")] == ["better_than_rest"]
    undo_import(made_store, 1, NOON)
    save_plan(made_store, PlanChange("example", (programme(), measure("m", "1.1")), 9), NOON)
    assert [row["reason"] for row in ask(snapshot_of(made_store, "example"), "followup")] == ["evaluation_not_here"]


def test_a_replaced_status_counts_from_its_event(judge: Judge, made_store: Store) -> None:
    judge(twice({}, {"1.1": "4.0"}), programme(), measure("m", "1.1"))
    save_plan(made_store, PlanChange("example", (replace(measure("m", "1.1"), status="idea"),), 2), NOON)
    said = [ask(snapshot_of(made_store, "example", as_of), "followup")[0]["verdict"] for as_of in (2, 3)]
    assert said == ["better_than_rest", "cannot_say"]


def test_of_the_real_programmes_nothing_can_be_said_and_each_says_why(real: Snapshot) -> None:
    rows = ask(real, "followup")
    assert len(rows) == 23
    assert {row["verdict"] for row in rows} == {"cannot_say"}
    assert {row["reason"] for row in rows} == {"status_unknown", "nothing_linked"}
    assert [row["title"] for row in ask(real, "followup", programme="askoy-2020")] == [
        row["title"] for row in ask(real, "measures", municipality="4627")
    ]


def test_an_unknown_programme_is_refused(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match="Mente du «gloppen-2014»"):
        ask(real, "followup", programme="gloppen")


def test_each_linked_question_is_told_by_itself(judge: Judge, made_store: Store) -> None:
    judge(twice({}, {"1.1": "4.0"}), programme(), measure("m", "1.1", "3", q1_1="7"))
    lines = followup(snapshot_of(made_store, "example"), "9001").linked.to_dicts()
    assert [line["code"] for line in lines] == ["1.1", "3.1", "3.2", "3.3", "3.4", "3.5"]
    first = lines[0]
    assert (first["before"], first["after"], first["change"], first["target"], first["progress"]) == (
        1.0,
        4.0,
        3.0,
        7.0,
        0.5,
    )


def test_five_hundred_measures_are_judged_together(judge: Judge) -> None:
    codes = [*maxima()]
    many = [measure(f"m{place:03}", codes[place % 45]) for place in range(500)]
    rows = judge(twice({}, {"1.1": "4.0"}), programme(), *many)
    assert len(rows) == 500
    assert {row["reason"] for row in rows.values()} == {"nothing_untouched"}


def test_the_worked_example_of_the_definitions_is_true(own_store_file: Any) -> None:
    store = open_store(own_store_file)
    undo_import(store, 5, NOON, also_shipped=True)  # the programmes that come with the example dataset
    example = measure("m", "5.2", "7.2", q5_2="18", q7_2="20")
    save_plan(store, PlanChange("example", (programme(number="9044"), example), 0), NOON)
    row = ask(snapshot_of(store, "example"), "followup")[0]
    assert (row["before"], row["after"], row["maximum"], row["change"]) == (14.9, 29.1, 50.0, 28.4)
    assert (row["untouched"], round(row["untouched_change"], 2)) == (43, -0.03)
    assert (round(row["difference"], 1), row["verdict"]) == (28.4, "better_than_rest")
    assert (round(row["progress"], 2), row["others_n"], row["others_change"]) == (0.61, 5, 3.16)


@pytest.mark.parametrize(
    ("difference", "decimals"),
    [(28.43, 1), (10.0, 1), (9.94, 1), (9.95, 2), (-9.96, 2), (9.999999, 6), (-10.04, 1), (9.9999999999, 9)],
)
def test_a_difference_below_the_threshold_is_shown_below_it(difference: float, decimals: int) -> None:
    assert decimals_apart(difference, 10) == decimals


# The order ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_measures_stand_in_the_order_in_which_the_database_gives_them(store: Store, dataset: str) -> None:
    snapshot = snapshot_of(store, dataset)
    known = plans(snapshot)
    planning = {programme.municipality for programme in known.programmes.values()}
    assert planning
    for key in planning:
        own = {name: one for name, one in known.programmes.items() if one.municipality == key}
        in_sql = snapshot.query("measures", municipality=key, programme=None)["measure"].to_list()
        assert [one.measure for one in in_order(known.measures, own)] == in_sql
