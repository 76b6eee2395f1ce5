"""The points of everyone on a question, against the shipped files read in plain Python."""

from collections import Counter

import polars as pl
import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.question_points import points_by_name, points_counted, strengths
from queries.snapshot import Snapshot
from tests.landscapes import DATA, csv_rows
from tests.queries.plain_python import compared, example_evaluations, newest


@pytest.mark.parametrize("code", ["1.3", "4.6", "8.7"])
@pytest.mark.parametrize("group", ["all", "size"])
def test_everyone_is_there_once_by_name_and_counted(example: Snapshot, code: str, group: str) -> None:
    focus, comparison = find_evaluation(example, "1612", 2018), Comparison(group)
    own = next(one for one in newest(example_evaluations()) if one.number == "1612")
    points = {
        one.number: float(one.questions[code])
        for one in compared(example_evaluations(), own, group)
        if code in one.questions and one.version == "2.1"
    }
    rows = points_by_name(example, focus, code, comparison)
    assert dict(rows.select("number", "points").iter_rows()) == points
    assert rows["points"].to_list() == sorted(points.values(), reverse=True)
    counted = points_counted(example, focus, code, comparison)
    assert dict(counted.iter_rows()) == Counter(points.values())
    assert counted["points"].to_list() == sorted({*points.values()}, reverse=True)


def test_strengths_are_those_of_the_area_in_the_order_given_as_whole_sentences(real: Snapshot) -> None:
    rows = points_by_name(real, find_evaluation(real, "1612", 2018), "1.3", Comparison())
    evaluation = find_evaluation(real, "1612", 2018).evaluation
    written = strengths(real, rows.with_columns(evaluation=pl.lit(evaluation)), 1)["strengths"][0]
    theirs = [
        row["text"]
        for row in csv_rows(DATA / "published" / "remarks.csv")
        if (row["area"], row["kind"]) == ("1", "strength")
    ]
    assert written == " ".join(text if text.endswith(".") else f"{text}." for text in theirs)
