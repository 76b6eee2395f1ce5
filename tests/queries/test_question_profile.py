"""The questions of an evaluation against others measured with the same version."""

from typing import Any

import pytest

from queries.evaluation import find_evaluation
from queries.question_profile import COLUMNS, gaps, question_profile
from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import Made, ask, made


def measured(code: str, *points: str, version: str = "2.1", **facts: Any) -> list[Made]:
    """Return evaluations of 9001 (ours), 9002 … with these points for one question."""
    return [
        made(str(9001 + place), version=version, questions={code: point}, **facts) for place, point in enumerate(points)
    ]


def asked(snapshot: Snapshot, code: str, **words: str | int) -> dict[str, Any]:
    rows = ask(snapshot, "question_profile", **({"municipality": 9001} | words))
    return next(row for row in rows if row["code"] == code)


def test_hemne_has_all_45_questions_in_the_order_of_the_instrument_without_comparison(real: Snapshot) -> None:
    rows = ask(real, "question_profile", municipality=1612, year=2018)
    assert len(rows) == 45
    assert [row["code"] for row in rows] == sorted(row["code"] for row in rows)
    assert [*rows[0]] == COLUMNS
    assert {row["n"] for row in rows} == {1}
    assert {row["mean"] for row in rows} == {row["leaders"] for row in rows} == {None}


def test_hemnes_5_1_has_10_5_of_15_and_the_gold_star_of_page_29(real: Snapshot) -> None:
    star = asked(real, "5.1", municipality=1612, year=2018)
    assert (star["own"], star["maximum_points"], star["left"], star["gold_star"]) == (10.5, 15, 4.5, "s. 29")
    rows = ask(real, "question_profile", municipality=1612, year=2018)
    assert [row["code"] for row in rows if row["gold_star"] is not None] == ["5.1"]


def test_an_evaluation_without_questions_shows_the_instrument_alone(real: Snapshot) -> None:
    rows = ask(real, "question_profile", municipality=1517, year=2019)
    assert [(row["own"], row["left"]) for row in rows] == [(None, None)] * 45
    assert {row["n"] for row in rows} == {1}  # Hemne 2018 has questions


def test_a_version_whose_questions_are_not_published_has_no_rows(real: Snapshot) -> None:
    assert ask(real, "question_profile", municipality=1612, year=2011) == []


def test_largest_gaps_come_first_and_full_marks_are_no_gap(real: Snapshot) -> None:
    rows = gaps(question_profile(real, find_evaluation(real, "1612", 2018))).select("code", "left").rows()
    # 1.3: 25 - 4.4; 2.2: 25 - 6.3; 7.5: 20 - 1.4; 1.4: 30 - 14.0
    assert rows[:4] == [("1.3", 20.6), ("2.2", 18.7), ("7.5", 18.6), ("1.4", 16.0)]
    assert not {"3.4", "4.5", "7.2"} & {code for code, _ in rows}


@pytest.mark.parametrize(
    ("points", "difference", "matters"),
    [
        (("2.3", "1.0", "1.0", "1.1", "1.1"), 1.0, True),  # mean 1.3; 2.3 - 1.3 is below 1 as binary fractions
        (("2.3", "1.0", "1.1", "1.1", "1.1"), 0.98, False),
        (("0.3", "1.6", "1.6", "1.5", "1.5"), -1.0, True),
        (("4.1", "2.8", "2.8", "2.9", "2.9"), 1.0, True),
    ],
)
def test_a_question_matters_from_exactly_ten_percent_of_its_maximum(
    landscape: Landscape, points: tuple[str, ...], difference: float, matters: bool
) -> None:
    row = asked(landscape(*measured("1.5", *points)), "1.5")  # of 10
    assert (row["difference"], row["matters"]) == (difference, matters)


def test_ten_percent_of_15_is_one_and_a_half(landscape: Landscape) -> None:
    at = asked(landscape(*measured("1.1", "3.4", "1.5", "1.5", "1.5", "1.6")), "1.1")  # mean 1.9
    assert (at["difference"], at["matters"]) == (1.5, True)


def test_all_who_have_the_highest_points_lead(landscape: Landscape) -> None:
    snapshot = landscape(*measured("3.4", "11.0", "17.5", "12.0", "17.5", "17.4"))
    assert asked(snapshot, "3.4")["leaders"] == "Kommune 9002 og Kommune 9004"


def test_nobody_leads_among_four(landscape: Landscape) -> None:
    snapshot = landscape(*measured("3.4", "11.0", "17.5", "12.0", "17.5"))
    assert (asked(snapshot, "3.4")["n"], asked(snapshot, "3.4")["leaders"]) == (4, None)


def test_we_may_lead_ourselves(landscape: Landscape) -> None:
    row = asked(landscape(*measured("3.4", "20.0", "17.5", "12.0", "17.5", "17.4")), "3.4")
    assert (row["leaders"], row["rank"], row["left"]) == ("Kommune 9001", 1, 0)


def test_a_question_has_the_same_statistics_as_an_area(landscape: Landscape) -> None:
    row = asked(landscape(*measured("3.4", "11.0", "17.5", "12.0", "17.5", "17.4")), "3.4")
    named = ("own", "n", "mean", "minimum", "q1", "median", "q3", "maximum", "rank", "quartile", "difference")
    assert [row[name] for name in named] == [11, 5, pytest.approx(15.08), 11, 12, 17.4, 17.5, 17.5, 5, 1, -4.08]


def test_questions_are_compared_only_within_one_version(landscape: Landscape) -> None:
    ours = measured("3.4", "11.0", "12.0", "13.0", "14.0")
    snapshot = landscape(*ours, made("9005", 2018, "2.0", total=400, questions={"3.4": "20.0"}))
    assert asked(snapshot, "3.4")["n"] == 4
    assert ask(snapshot, "profile", municipality=9001)[0]["n"] == 1  # the total is compared across 2.0 and 2.1


def test_a_missing_question_lowers_n_of_that_question_only(landscape: Landscape) -> None:
    both = [made(str(9001 + place), questions={"3.4": "10.0", "3.5": "5.0"}) for place in range(5)]
    snapshot = landscape(*both, made("9006", questions={"3.5": "6.0"}))
    assert (asked(snapshot, "3.4")["n"], asked(snapshot, "3.5")["n"], asked(snapshot, "3.1")["n"]) == (5, 6, 0)


def test_a_group_narrows_the_questions_too(landscape: Landscape) -> None:
    ours = measured("3.4", *["10.0"] * 5, county="Trøndelag")
    snapshot = landscape(*ours, made("9006", questions={"3.4": "20.0"}, county="Innlandet"))
    assert asked(snapshot, "3.4", group="county")["leaders"].count("Kommune") == 5
    assert asked(snapshot, "3.4", group="all")["leaders"] == "Kommune 9006"
