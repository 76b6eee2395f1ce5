"""What if some questions had more points and all else stood still."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.snapshot import Snapshot, UnknownChoice
from queries.what_if import COLUMNS, what_if
from tests.conftest import Landscape
from tests.landscapes import Made, all_questions, ask, made, maxima
from tests.queries.plain_python import (
    FEWEST,
    Plain,
    bounds,
    compared,
    example_evaluations,
    half_up,
    newest,
    published_evaluations,
    select,
)

MAXIMUM = {area: Fraction(100) for area in range(1, 9)} | {0: Fraction(800)}
Row = tuple[Any, ...]


def area_of(code: str) -> int:
    return int(code.partition(".")[0])


def raised_points(own: Plain, raised: Mapping[str, Fraction]) -> dict[int, Fraction]:
    """Return areas and total after, of an evaluation with all its questions."""
    after = {**own.questions, **raised}
    points = {}
    for area in range(9):
        codes = [code for code in own.questions if area in (0, area_of(code))]
        before, parts = own.points[str(area)], sum((own.questions[code] for code in codes), Fraction(0))
        gain = sum(after[code] for code in codes) - parts
        points[area] = before if not gain else half_up((parts if half_up(parts) == before else before) + gain)
    return points


def standing(values: list[Fraction], own: Fraction) -> tuple[int | None, int | None]:
    """Return rank and quartile of one of the values."""
    if len(values) < FEWEST:
        return None, None
    return 1 + sum(value > own for value in values), 1 + sum(own >= bound for bound in bounds(values))


def expected(evaluations: tuple[Plain, ...], own: Plain, group: str, raised: Mapping[str, Fraction]) -> list[Row]:
    others = [one for one in compared(evaluations, own, group) if one != own]
    after, rows = raised_points(own, raised), []
    for area in range(9):
        code, new = str(area), after[area]
        before = own.points[code]
        values = [one.points[code] for one in others if code in one.points]
        rank, quartile = standing([*values, before], before)
        new_rank, new_quartile = standing([*values, new], new)
        shown = float(before), float(new), float(new - before), len(values) + 1
        rows.append((area, *shown, rank, new_rank, quartile, new_quartile))
    return rows


def answered(snapshot: Snapshot, own: Plain, group: str, raised: Mapping[str, Fraction]) -> list[Row]:
    focus = find_evaluation(snapshot, own.number, own.year, own.version)
    points = {code: float(value) for code, value in raised.items()}
    rows = what_if(snapshot, focus, Comparison(group), points).to_dicts()
    return select(rows, *(name for name in COLUMNS if name not in ("name", "basis")))


def room(own: Plain) -> dict[str, Fraction]:
    return {code: int(maxima()[code]) - points for code, points in own.questions.items()}


def raises(own: Plain) -> list[dict[str, Fraction]]:
    """Return nothing; three questions at the maximum; those of area 7 up by 0.4; every other one half of the way."""
    left = room(own)
    largest = sorted(left, key=lambda code: (-left[code], code))[:3]
    some = [code for code in left if left[code] >= Fraction(4, 10)]
    half = {code: own.questions[code] + Fraction(int(left[code] * 5), 10) for code in [*left][::2]}
    return [
        {},
        {code: Fraction(maxima()[code]) for code in largest},
        {code: own.questions[code] + Fraction(4, 10) for code in some if area_of(code) == 7},
        half,
    ]


@pytest.mark.parametrize("group", ["all", "size"])
@pytest.mark.parametrize("which", range(4))
def test_every_municipality_of_the_example_comes_to_what_plain_python_finds(
    example: Snapshot, group: str, which: int
) -> None:
    for own in newest(example_evaluations()):
        raised = raises(own)[which]
        wanted = expected(example_evaluations(), own, group, raised)
        assert answered(example, own, group, raised) == wanted, own.name


@pytest.mark.parametrize("which", range(4))
def test_real_hemne_comes_to_what_plain_python_finds(real: Snapshot, which: int) -> None:
    own = next(one for one in published_evaluations() if one.questions)
    raised = raises(own)[which]
    assert answered(real, own, "all", raised) == expected(published_evaluations(), own, "all", raised)


def test_a_real_evaluation_without_questions_stands_still(real: Snapshot) -> None:
    for own in published_evaluations():
        focus = find_evaluation(real, own.number, own.year, own.version)
        rows = what_if(real, focus, Comparison(), {}).to_dicts()
        found = {row["area"]: (row["before"], row["after"]) for row in rows if row["before"] is not None}
        assert found == {int(code): (points, points) for code, points in own.points.items() if "." not in code}


def test_hemnes_1_3_and_2_1_raised_give_23_points(real: Snapshot) -> None:
    rows = ask(real, "what_if", municipality=1612, year=2018, what_if="1.3:20,2.1:12")
    assert [*rows[0]] == COLUMNS
    # 1.3 from 4.4 to 20.0 and 2.1 from 4.5 to 12.0
    assert select(rows[:4], "area", "before", "after", "change", "basis") == [
        (0, 433, 456, 23, "questions"),
        (1, 39, 55, 16, "questions"),
        (2, 37, 45, 8, "questions"),
        (3, 77, 77, 0, "questions"),
    ]
    assert {row["change"] for row in rows[3:]} == {0}


def test_halsas_1_3_at_15_gives_ten_points_as_the_method_page_says(example: Snapshot) -> None:
    rows = ask(example, "what_if", municipality=1571, year=2018, what_if="1.3:15")
    names = ("area", "before", "after", "rank_before", "rank_after", "quartile_before", "quartile_after")
    assert select(rows[:2], *names) == [(0, 333, 343, 33, 30, 2, 2), (1, 40, 50, 11, 2, 4, 4)]


# How figures are made -----------------------------------------------------------------------------


def ours(snapshot: Snapshot, raised: str) -> dict[int, Row]:
    rows = ask(snapshot, "what_if", municipality=9001, what_if=raised)
    return {row["area"]: (row["before"], row["after"], row["basis"]) for row in rows if row["before"] is not None}


def evaluated(questions: dict[str, str], **stated: Any) -> Made:
    return made("9001", questions=questions, **stated)


def test_sums_of_questions_are_rounded_half_up_after_they_are_raised(landscape: Landscape) -> None:
    snapshot = landscape(evaluated(all_questions()))
    # Area 1 has five questions of 1.0, all areas 45.
    assert ours(snapshot, "1.1:1.4")[1] == (5, 5, "questions")
    assert ours(snapshot, "1.1:1.5")[1] == (5, 6, "questions")
    assert ours(snapshot, "1.1:1.4,2.1:1.1") == ours(snapshot, "2.1:1.1,1.1:1.4")
    assert ours(snapshot, "1.1:1.4,2.1:1.1")[0] == (45, 46, "questions")


def test_a_stated_total_that_is_not_the_sum_gets_the_change_added(landscape: Landscape) -> None:
    snapshot = landscape(evaluated(all_questions(), total=48, areas={1: 5, 2: 9}))
    figures = ours(snapshot, "1.1:3.5,2.1:2.4")
    assert figures[0] == (48, 52, "stated_plus_change")  # 48 + 3.9
    assert figures[1] == (5, 8, "questions")  # 7.5
    assert figures[2] == (9, 10, "stated_plus_change")  # 9 + 1.4
    assert figures[3] == (5, 5, "questions")


def test_a_total_of_areas_follows_the_rounded_areas(landscape: Landscape) -> None:
    questions = {code: "1.0" for code in maxima() if code != "8.7"}
    areas = {**dict.fromkeys(range(1, 8), 5), 4: 6, 5: 6, 6: 6, 7: 5, 8: 10}
    whole = landscape(evaluated(questions, areas=areas))
    assert ours(whole, "1.1:1.5")[0] == (48, 49, "areas")
    assert ours(whole, "1.1:1.4")[0] == (48, 48, "areas")
    assert ours(whole, "8.1:3.6")[8] == (10, 13, "stated_plus_change")  # 10 + 2.6: 8.7 is not known


def test_a_stated_total_of_areas_that_is_not_their_sum_gets_what_they_gain(landscape: Landscape) -> None:
    questions = {code: "1.0" for code in maxima() if code != "8.7"}
    areas = {**dict.fromkeys(range(1, 8), 5), 4: 6, 5: 6, 6: 6, 7: 5, 8: 10}
    snapshot = landscape(evaluated(questions, areas=areas, total=60))
    assert ours(snapshot, "1.1:1.5,8.1:3.6")[0] == (60, 64, "stated_plus_change")


def test_a_total_with_hardly_any_parts_gets_the_change_of_the_questions(landscape: Landscape) -> None:
    assert ours(landscape(evaluated({"3.4": "1.0"}, total=60)), "3.4:5.5") == {0: (60, 65, "stated_plus_change")}


def test_an_area_does_not_go_beyond_its_maximum(landscape: Landscape) -> None:
    snapshot = landscape(evaluated(all_questions(), areas={1: 95}))
    assert ours(snapshot, "1.4:30")[1] == (95, 100, "stated_plus_change")


def test_rank_and_quartile_are_those_after_the_others_have_stood_still(landscape: Landscape) -> None:
    others = [made(str(number), total=total) for number, total in enumerate((45, 47, 47, 50), 9002)]
    snapshot = landscape(evaluated(all_questions()), *others)
    names = ("after", "n", "rank_before", "rank_after", "quartile_before", "quartile_after")

    def total(raised: str) -> Row:
        return select(ask(snapshot, "what_if", municipality=9001, what_if=raised), *names)[0]

    assert total("1.1:2.0") == (46, 5, 4, 4, 2, 2)  # q1 45, median 47
    assert total("1.1:3.0") == (47, 5, 4, 2, 2, 4)  # q3 is 47 as well
    assert total("1.1:7.0") == (51, 5, 4, 1, 2, 4)


def test_among_four_points_are_told_and_no_place(landscape: Landscape) -> None:
    others = [made(str(number), total=40) for number in (9002, 9003, 9004)]
    rows = ask(landscape(evaluated(all_questions()), *others), "what_if", municipality=9001, what_if="1.1:3.0")
    names = ("after", "n", "rank_before", "rank_after", "quartile_before", "quartile_after")
    assert select(rows, *names)[0] == (47, 4, None, None, None, None)


# Refusals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raised", "code", "values"),
    [
        ({"9.9": 1}, "unknown_question", {"code": "9.9", "version": "2.1"}),
        ({"1.1": 15.1}, "above_maximum", {"code": "1.1", "maximum": 15}),
        ({"1.1": Decimal("1E+60")}, "above_maximum", {"code": "1.1", "maximum": 15}),
        ({"1.1": 7.4}, "below_own", {"code": "1.1", "own": 7.5}),
        ({"1.1": -1}, "below_own", {"code": "1.1", "own": 7.5}),
        ({"1.1": 7.55}, "not_whole_tenths", {"code": "1.1"}),
        ({"1.1": Decimal("NaN")}, "not_whole_tenths", {"code": "1.1"}),
        ({"1.1": float("inf")}, "not_whole_tenths", {"code": "1.1"}),
    ],
)
def test_points_that_cannot_be_are_refused(
    real: Snapshot, raised: dict[str, Any], code: str, values: dict[str, Any]
) -> None:
    with pytest.raises(UnknownChoice) as refused:
        what_if(real, find_evaluation(real, "1612", 2018), Comparison(), raised)
    assert (refused.value.code, {name: refused.value.values[name] for name in values}) == (code, values)


def test_own_points_and_the_maximum_are_not_refused(real: Snapshot) -> None:
    focus = find_evaluation(real, "1612", 2018)
    assert what_if(real, focus, Comparison(), {"1.1": 7.5, "1.3": Decimal(25)})["change"][0] == 21  # 433 + 20.6


def test_a_question_without_points_is_refused(landscape: Landscape) -> None:
    with pytest.raises(UnknownChoice) as refused:
        ours(landscape(evaluated({"3.4": "1.0"}, total=60)), "3.5:5")
    assert (refused.value.code, str(refused.value)) == (
        "own_points_unknown", "3.5 har ingen poeng i denne evalueringen.",
    )  # fmt: skip


def test_a_version_without_printed_questions_is_refused(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice) as refused:
        ask(real, "what_if", municipality=1612, year=2011, what_if="1.3:20")
    assert refused.value.code == "questions_not_published"


@pytest.mark.parametrize("text", ["1.3", "1.3:", "1.3:x", "1.3:20,5:", "1.3=20", "1.3:-1", "1.3:1e3", "1.3:NaN"])
def test_what_is_no_question_with_points_is_refused(real: Snapshot, text: str) -> None:
    with pytest.raises(UnknownChoice) as refused:
        ask(real, "what_if", municipality=1612, year=2018, what_if=text)
    assert refused.value.code == "not_question_points"
    assert "1.3:20,2.1:12.5" in str(refused.value)
