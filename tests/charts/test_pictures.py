from typing import Any

import altair as alt
import pytest
from vl_convert import vegalite_to_svg

from charts.area_dots import AREA_DOTS
from charts.area_range import AREA_RANGE
from charts.area_year_columns import AREA_YEAR_COLUMNS
from charts.distribution import DISTRIBUTION
from charts.dot_strip import DOT_STRIP
from charts.feasibility import FEASIBILITY
from charts.flows import FLOWS
from charts.image import VEGA_LITE
from charts.ladder import LADDER
from charts.phases import PHASES
from charts.question_bars import QUESTION_BARS
from charts.ranked_bars import RANKED_BARS
from charts.rest_dots import REST_DOTS
from charts.slopes import SLOPES
from charts.spider import SPIDER
from charts.totals_over_time import TOTALS_OVER_TIME
from charts.year_columns import YEAR_COLUMNS

PICTURES = {
    "area_dots": AREA_DOTS,
    "area_range": AREA_RANGE,
    "area_year_columns": AREA_YEAR_COLUMNS,
    "distribution": DISTRIBUTION,
    "dot_strip": DOT_STRIP,
    "feasibility": FEASIBILITY,
    "flows": FLOWS,
    "ladder": LADDER,
    "phases": PHASES,
    "question_bars": QUESTION_BARS,
    "ranked_bars": RANKED_BARS,
    "rest_dots": REST_DOTS,
    "slopes": SLOPES,
    "spider": SPIDER,
    "totals_over_time": TOTALS_OVER_TIME,
    "year_columns": YEAR_COLUMNS,
}


@pytest.fixture(params=list(PICTURES.values()), ids=list(PICTURES))
def picture(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_every_specification_is_valid_vega_lite(picture: dict[str, Any]) -> None:
    alt.Chart.from_dict(picture)


def test_every_specification_holds_no_rows_and_waits_for_those_named_points(
    picture: dict[str, Any],
) -> None:
    assert picture["data"] == {"name": "points"}
    assert "datasets" not in picture


def test_every_picture_takes_the_width_it_is_given(picture: dict[str, Any]) -> None:
    assert picture["width"] == "container"


def test_marks_are_not_read_aloud_one_by_one(picture: dict[str, Any]) -> None:
    drawn = vegalite_to_svg({**picture, "datasets": {"points": []}, "width": 300}, vl_version=VEGA_LITE)
    assert "role-mark" in drawn
    assert 'role="graphics-symbol"' not in drawn  # a symbol without a name is what axe finds in the browser


def test_own_colours_are_left_to_the_theme(picture: dict[str, Any]) -> None:
    assert "range" not in str(picture["config"])
    assert not [word for word in ("#0072B2", "#C2571A", "#56B4E9") if word in str(picture)]


def test_no_text_is_smaller_than_eleven_pixels(picture: dict[str, Any]) -> None:
    sizes = [layer["mark"]["fontSize"] for layer in picture["layer"] if layer["mark"]["type"] == "text"]
    assert min(sizes) >= 11
