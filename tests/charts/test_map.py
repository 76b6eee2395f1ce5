"""The map: what is drawn of each municipality, and that no label lies over another."""

import json
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pytest

from charts import image
from charts.map import LABEL_HEIGHT, MAPS, PALEST, STRONGEST, apart, for_file, key_row, opacities, place_rows


def place(number: str, lat: float = 63.0, lon: float = 9.0, **facts: Any) -> dict[str, Any]:
    look = {"opacity": 0.5, "measured": True, "own": False, "label": number, "tooltip": number, "href": "./kommune?x=1"}
    return {"number": number, "lat": lat, "lon": lon, **look, **facts}


@pytest.mark.parametrize("year", MAPS)
def test_the_specification_is_valid_vega_lite(year: int) -> None:
    alt.Chart.from_dict(MAPS[year])


def test_the_classes_drawn_are_spread_evenly_from_pale_to_strong() -> None:
    assert opacities([6, 4, 6, 5]) == {4: PALEST, 5: pytest.approx((PALEST + STRONGEST) / 2), 6: STRONGEST}
    assert opacities([3]) == {3: STRONGEST}
    assert opacities([]) == {}


def test_labels_of_neighbours_are_moved_apart_and_those_alone_stay() -> None:
    hareid, ulstein, baerum, kirkenes = (6.03, 62.36), (5.86, 62.34), (10.5, 59.9), (30.0, 69.6)
    down = dict(zip("KHUB", apart([kirkenes, hareid, ulstein, baerum]), strict=True))
    assert (down["K"], down["H"], down["B"]) == (0, 0, 0)
    assert down["U"] == LABEL_HEIGHT - 1  # one pixel south of Hareid already


def test_ten_in_one_place_become_ten_lines() -> None:
    down = apart([(9.0, 63.0)] * 10)
    assert all(abs(one - other) >= LABEL_HEIGHT for one, other in combinations(down, 2))


def test_those_without_points_are_drawn_below_and_the_own_one_on_top() -> None:
    rows = place_rows([place("1", own=True), place("2"), place("3", measured=False, label="")])
    assert [row["number"] for row in rows] == ["3", "2", "1"]
    assert {row["kind"] for row in rows} == {"place"}


def test_the_specification_is_without_figures_and_names_our_own_address_alone() -> None:
    for year, specification in MAPS.items():
        text = json.dumps(specification)
        assert "http" not in text.replace(specification["$schema"], "")
        assert text.count(f"kart/{year}.topojson?v=") == 2
        assert specification["data"] == {"name": "points"}


def test_a_file_holds_the_borders_the_key_and_the_labels_and_leads_nowhere() -> None:
    rows = [
        *place_rows([place("5011", label="Hemne 433"), place("1201", 60.4, 5.3, label="")]),
        key_row(0, "Mest", 0.9),
    ]
    picture = image.svg(MAPS[2019], rows, ["n = 2"], "Kart")
    root = ElementTree.fromstring(picture)
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Hemne 433", "Mest", "Kart", "n = 2"} <= texts
    paths = list(root.iter("{http://www.w3.org/2000/svg}path"))
    assert len(paths) > 422 + 2
    assert b"href=" not in picture
    assert image.png(MAPS[2019], rows, [], "Kart").startswith(b"\x89PNG")


def test_another_picture_is_left_as_it_is() -> None:
    other = {"layer": [{"mark": "bar"}]}
    assert for_file(other) is other
