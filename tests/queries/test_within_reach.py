"""Questions worth doing first: within reach of the upper quartile, else the largest share left."""

from typing import Any

import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.snapshot import Snapshot
from queries.within_reach import COLUMNS, within_reach
from tests.conftest import Landscape
from tests.landscapes import Made, ask, made, maxima
from tests.queries.plain_python import (
    FEWEST,
    Plain,
    compared,
    example_evaluations,
    newest,
    number,
    published_evaluations,
    quartile,
    select,
)

ALL_OF_THEM = 1000
CHECKED = ("code", "own", "maximum_points", "n", "median", "q3", "reach", "share_left", "basis")


def expected(evaluations: tuple[Plain, ...], own: Plain, group: str) -> list[tuple[Any, ...]]:
    """Return the rows with CHECKED and ahead, most worth doing first."""
    others = [one for one in compared(evaluations, own, group) if one.version == own.version]
    if own.version != "2.1":
        return []
    near, far = [], []
    for code, points in own.questions.items():
        maximum = int(maxima()[code])
        values = [one.questions[code] for one in others if code in one.questions]
        ahead = sum(
            one.facts.get("size") == own.facts.get("size") and (one.questions[code] - points) * 10 >= maximum
            for one in others
            if code in one.questions
        )
        share, known = 1 - points / maximum, (code, float(points), maximum, len(values))
        if len(values) >= FEWEST:
            q3 = quartile(values, 3)
            if (q3 - points) * 10 >= maximum:
                statistics = number(quartile(values, 2)), number(q3), number(q3 - points)
                near.append((points - q3, code, (*known, *statistics, number(share), "within_reach", ahead)))
        elif share:
            far.append((-share, code, (*known, None, None, None, number(share), "share_left", ahead)))
    assert not (near and far)
    return [row for *_, row in sorted(near or far)]


def answered(snapshot: Snapshot, own: Plain, group: str, most: int = ALL_OF_THEM) -> list[dict[str, Any]]:
    focus = find_evaluation(snapshot, own.number, own.year, own.version)
    return within_reach(snapshot, focus, Comparison(group), most).to_dicts()


def rounded(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"share_left": round(row["share_left"], 9)}


@pytest.mark.parametrize("group", ["all", "size", "income", "county"])
def test_every_municipality_of_the_example_has_what_plain_python_finds(example: Snapshot, group: str) -> None:
    found = 0
    for own in newest(example_evaluations()):
        rows = [rounded(row) for row in answered(example, own, group)]
        assert select(rows, *CHECKED, "ahead") == expected(example_evaluations(), own, group), own.name
        found += len(rows)
    assert found > 100


def test_every_real_evaluation_has_what_plain_python_finds(real: Snapshot) -> None:
    for own in published_evaluations():
        rows = [rounded(row) for row in answered(real, own, "all")]
        assert select(rows, *CHECKED) == [row[:-1] for row in expected(published_evaluations(), own, "all")], own


def test_at_most_five_are_for_a_page_and_they_are_the_first(example: Snapshot) -> None:
    for own in newest(example_evaluations()):
        every = answered(example, own, "all")
        assert within_reach(example, find_evaluation(example, own.number)).to_dicts() == every[:5]


def test_hemne_has_7_4_first_as_the_method_page_says(example: Snapshot) -> None:
    rows = ask(example, "within_reach", municipality=1612, year=2018)
    assert select(rows[:1], "code", "own", "q3", "reach", "ahead") == [("7.4", 6.5, 14.25, 7.75, 12)]
    assert select(rows, "code") == [("7.4",), ("7.5",), ("4.6",), ("8.5",), ("4.3",)]


# Edges --------------------------------------------------------------------------------------------


def measured(**questions: tuple[str, ...]) -> list[Made]:
    """Return evaluations of 9001 (ours), 9002 … with these points for each question, `q1_5=("1.3", …)`."""
    by_place = zip(*questions.values(), strict=True)
    codes = [name[1:].replace("_", ".") for name in questions]
    return [
        made(str(9001 + place), questions=dict(zip(codes, points, strict=True)), population=4000)
        for place, points in enumerate(by_place)
    ]


def ours(snapshot: Snapshot, **words: str) -> list[dict[str, Any]]:
    return ask(snapshot, "within_reach", municipality="9001", **words)


@pytest.mark.parametrize(("own", "codes"), [("1.3", ["1.5"]), ("1.4", [])])
def test_two_point_three_is_exactly_ten_percent_of_ten_above_one_point_three(
    landscape: Landscape, own: str, codes: list[str]
) -> None:
    rows = ours(landscape(*measured(q1_5=(own, "1.4", "1.5", "2.3", "2.3"))))
    assert select(rows, "code", "q3", "reach") == [(code, 2.3, 1.0) for code in codes]


def test_own_at_or_above_the_upper_quartile_has_nothing_within_reach(landscape: Landscape) -> None:
    snapshot = landscape(
        *measured(q3_4=("12.0", "12.0", "12.0", "3.0", "4.0"), q3_5=("9.0", "1.0", "2.0", "3.0", "4.0"))
    )
    assert ours(snapshot) == []


def test_among_four_the_largest_share_left_comes_first_and_nothing_is_compared(landscape: Landscape) -> None:
    snapshot = landscape(
        *measured(
            q1_1=("3.0", "15.0", "15.0", "15.0"),  # 80 % left of 15
            q1_2=("5.0", "5.0", "5.0", "5.0"),  # 75 % left of 20
            q1_4=("6.0", "8.9", "9.0", "30.0"),  # 80 % left of 30
            q1_5=("10.0", "1.0", "1.0", "1.0"),
        )
    )
    rows = ours(snapshot)
    assert [*rows[0]] == COLUMNS
    assert select(rows, "code", "share_left", "n", "ahead") == [
        ("1.1", 0.8, 4, 3),
        ("1.4", 0.8, 4, 2),
        ("1.2", 0.75, 4, 0),
    ]
    assert {row["basis"] for row in rows} == {"share_left"}
    assert {row[name] for row in rows for name in ("median", "q3", "reach")} == {None}


def test_where_something_can_be_compared_the_rest_is_left_out(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", questions={"3.4": "1.0", "3.5": "0.0"}),
        *(made(str(number), questions={"3.4": "9.0"}) for number in range(9002, 9006)),
    )
    assert select(ours(snapshot), "code", "basis") == [("3.4", "within_reach")]


def test_equal_points_within_reach_come_in_the_order_of_their_codes(landscape: Landscape) -> None:
    same = ("1.0", "9.0", "9.0", "9.0", "9.0")
    snapshot = landscape(*measured(q8_1=same, q3_5=same, q1_1=("1.0", "9.5", "9.5", "9.5", "9.5")))
    assert select(ours(snapshot), "code", "reach") == [("1.1", 8.5), ("3.5", 8.0), ("8.1", 8.0)]


def test_the_upper_quartile_lies_between_two_values_and_reach_with_it(landscape: Landscape) -> None:
    rows = ours(landscape(*measured(q3_4=("1.0", "2.0", "3.0", "4.1", "5.2", "6.0"))))
    assert select(rows, "q3", "reach") == [(4.925, 3.925)]  # 4.1 + 0.75 * 1.1


def test_only_those_of_our_size_and_comparison_are_counted_as_ahead(landscape: Landscape) -> None:
    small = [
        made(str(9001 + place), questions={"3.4": points}, population=4000, county=county)
        for place, (points, county) in enumerate([("5.0", "A"), ("7.0", "A"), ("6.9", "A"), ("9.0", "B"), ("8.0", "A")])
    ]
    large = [made("9006", questions={"3.4": "20.0"}, population=20000, county="A")]
    snapshot = landscape(*small, *large)
    assert ours(snapshot)[0]["ahead"] == 3
    assert ours(snapshot, group="county")[0]["ahead"] == 2
    assert ours(snapshot, group="choice", municipalities="9003,9004,9005,9006")[0]["ahead"] == 2


def test_without_a_known_size_nobody_is_counted(landscape: Landscape) -> None:
    snapshot = landscape(*(made(str(9001 + place), questions={"3.4": f"{place}.0"}) for place in range(6)))
    assert select(ours(snapshot), "code", "ahead") == [("3.4", None)]


def test_an_evaluation_with_only_a_total_has_no_rows(landscape: Landscape) -> None:
    rows = ours(landscape(made("9001", total=400), *measured(q3_4=("1.0",) * 6)[1:]))
    assert rows == []
