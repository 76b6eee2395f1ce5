"""What stands in a specification is told in the language of the reader: titles, constant texts, and labels of axes."""

import json
from xml.etree import ElementTree

import pytest

from charts.image import svg
from charts.question_bars import QUESTION_BARS
from charts.rest_dots import REST_DOTS, rest_dots_rows
from data.speaking import speaking
from reports.pictures import in_language

SMALL = {"title": "A", "change": 2.5, "untouched_change": -0.5, "difference": 3.0, "verdict": "as_rest"}


@pytest.mark.parametrize(
    ("language", "highest", "lowest"),
    [("nb", "+2,5\N{NO-BREAK SPACE}%", "−0,5\N{NO-BREAK SPACE}%"), ("en", "+2.5%", "−0.5%")],
    ids=["nb", "en"],
)
def test_the_ticks_of_a_picture_are_written_as_the_language_does(language: str, highest: str, lowest: str) -> None:
    with speaking(language):
        drawn = svg(in_language(REST_DOTS), rest_dots_rows([SMALL], 10), [], "A")
    words = {"".join(element.itertext()) for element in ElementTree.fromstring(drawn).iter() if element.text}
    assert {highest, lowest} <= words


def test_a_bar_of_hundred_is_written_without_a_space_in_english() -> None:
    with speaking("en"):
        told = json.dumps(in_language(QUESTION_BARS), ensure_ascii=False)
    assert "datum.value + '%'" in told
    assert "\N{NO-BREAK SPACE}%" not in told
