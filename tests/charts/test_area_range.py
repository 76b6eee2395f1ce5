import polars as pl

from charts.area_range import area_range_rows, area_range_text

STATISTICS = {"mean": 54.2, "minimum": 31.0, "q1": 45.0, "median": 55.0, "q3": 66.0, "maximum": 81.0}
TOTAL = {"area": 0, "name": "Totalt", "short": "Totalt", "own": 433.0, "n": 15, **STATISTICS}
STYRING = {
    "area": 3,
    "name": "Politisk styring og kontroll",
    "short": "Styring",
    "own": 77.0,
    "n": 15,
    **STATISTICS,
}
FEW = {**STYRING, "n": 3, **dict.fromkeys(STATISTICS)}


def test_there_is_one_row_per_area_and_none_for_the_total() -> None:
    rows = area_range_rows(pl.DataFrame([STYRING, TOTAL]))
    assert [row["label"] for row in rows] == ["3 Styring"]
    assert (rows[0]["own"], rows[0]["own_label"], rows[0]["q1"], rows[0]["q3"]) == (77.0, "77", 45.0, 66.0)


def test_areas_come_in_their_order() -> None:
    rows = area_range_rows(pl.DataFrame([STYRING, {**STYRING, "area": 1}]))
    assert [row["label"] for row in rows] == ["1 Styring", "3 Styring"]


def test_with_fewer_than_five_only_our_own_dot_is_left() -> None:
    row = area_range_rows(pl.DataFrame([FEW], infer_schema_length=None))[0]
    assert row["own"] == 77.0
    assert [row[name] for name in STATISTICS] == [None] * 6


def test_the_text_holds_every_value() -> None:
    assert area_range_text(pl.DataFrame([STYRING])) == (
        "Område 3 Politisk styring og kontroll: 77 poeng; gruppens gjennomsnitt 54,2, median 55, kvartiler "
        "45–66, laveste 31 og høyeste 81 (n = 15)."
    )


def test_the_text_says_that_few_are_not_compared() -> None:
    assert area_range_text(pl.DataFrame([FEW])).endswith("77 poeng; ikke sammenlignet (n = 3).")


def test_the_text_says_that_points_are_not_known() -> None:
    text = area_range_text(pl.DataFrame([{**FEW, "own": None}]))
    assert text == "Område 3 Politisk styring og kontroll: poengene er ikke kjent; ikke sammenlignet (n = 3)."
