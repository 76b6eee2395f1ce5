"""The picture of who becomes what."""

from itertools import pairwise

import pytest

from charts.flows import FLOWS, HEIGHT, flow_rows, flow_text

HEIM = [
    ("Halsa", "Heim", 1.0),
    ("Hemne", "Heim", 1.0),
    ("Snillfjord", "Heim", 0.15),
    ("Snillfjord", "Hitra", 0.34),
    ("Snillfjord", "Orkland", 0.51),
]


def test_each_part_has_two_ends_and_each_municipality_one_name() -> None:
    rows = flow_rows(HEIM)
    assert [row["x"] for row in rows] == [0, 1] * 5
    assert [row["left"] for row in rows if row["left"]] == ["Halsa", "Hemne", "Snillfjord"]
    assert [row["right"] for row in rows if row["right"]] == ["Heim", "Hitra", "Orkland"]
    assert [row["share"] for row in rows if row["share"]] == ["15\u00a0%", "34\u00a0%", "51\u00a0%"]


def test_bands_lie_side_by_side_at_the_municipality_they_go_to() -> None:
    at_heim = [row for row in flow_rows(HEIM)[:6] if row["x"] == 1]
    edges = [(row["y"] * HEIGHT - row["width"] / 2, row["y"] * HEIGHT + row["width"] / 2) for row in at_heim]
    assert all(below[0] == pytest.approx(above[1]) for above, below in pairwise(edges))
    assert (edges[0][0] + edges[-1][1]) / 2 == pytest.approx(at_heim[0]["place"] * HEIGHT)


def test_the_text_says_the_same() -> None:
    assert flow_text(HEIM) == (
        "Hele Halsa går til Heim. Hele Hemne går til Heim. Av Snillfjord går om lag 15\u00a0% til Heim, om lag "
        "34\u00a0% til Hitra og om lag 51\u00a0% til Orkland."
    )


def test_the_specification_holds_no_rows() -> None:
    assert FLOWS["data"] == {"name": "points"}
    assert "datasets" not in FLOWS
