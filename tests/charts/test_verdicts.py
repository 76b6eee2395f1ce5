import polars as pl
import pytest

from charts.learning import learning_sentence, nobody_sentence


def test_it_is_said_whom_to_learn_from() -> None:
    found = pl.DataFrame({"name": ["Rognlia"], "population": [2979], "points": [8.4], "lead": [4.0], "ahead": [2]})
    question = {"own": 4.4, "maximum_points": 25, "n": 55}
    assert learning_sentence("Hemne", question, found, 10) == (
        "Hemne har 4,4 av 25 poeng. 2 av de 54 andre i sammenligningen ligger minst 10\u00a0% av maksimum foran. "
        "Likest er Rognlia (2\u00a0979 innbyggere) med 8,4 poeng: 4,0 mer."
    )


@pytest.mark.parametrize("reason", ["own_unknown", "alone", "highest", "lead_too_small"])
def test_where_there_is_nobody_the_reason_is_said(reason: str) -> None:
    assert "Hemne" in nobody_sentence("Hemne", reason, "4,4 av 25 poeng", 10)
