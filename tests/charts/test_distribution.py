from typing import Any

import polars as pl

from charts.distribution import DOT, distribution_rows, distribution_text

SMALL, LARGE = "under 5 000 innbyggere", "10 000 innbyggere eller flere"
NOTHING = dict.fromkeys(("mean", "minimum", "q1", "median", "q3", "maximum"))


def dot(number: str, name: str, points: float, group: int = 1) -> dict[str, Any]:
    return {
        "group": group,
        "group_label": SMALL,
        "number": number,
        "name": name,
        "year": 2018,
        "year_label": "2018",
        "points": points,
    }


POINTS = pl.DataFrame(
    [
        dot("1", "Lom", 550.0),
        dot("1612", "Hemne", 433.0),
        dot("2", "Halsa", 240.0),
        dot("3", "Rindal", 248.0),
        dot("4", "Frosta", 320.0),
    ]
)
STATISTICS = pl.DataFrame(
    [
        {"group": 1, "group_label": SMALL, "n": 5, "mean": 358.2, "minimum": 240.0, "q1": 248.0,
         "median": 320.0, "q3": 433.0, "maximum": 550.0},
        {"group": 3, "group_label": LARGE, "n": None, **NOTHING},
    ]
)  # fmt: skip


def rows_of(kind: str, points: pl.DataFrame = POINTS) -> list[dict[str, Any]]:
    return [row for row in distribution_rows(points, STATISTICS, "1612") if row["kind"] == kind]


def test_a_group_is_named_with_its_number_and_placed_in_per_cent_of_the_maximum() -> None:
    small, large = rows_of("group")
    assert (small["label"], small["q1"], small["median"]) == ("Under 5 000 innbyggere (n = 5)", 31.0, 40.0)
    assert (large["label"], large["mean"]) == ("10 000 innbyggere eller flere (n = 0)", None)


def test_our_own_municipality_is_marked_and_of_few_everyone_is_named() -> None:
    assert [row["label"] for row in rows_of("dot") if row["own"]] == ["Hemne 433"]
    assert {row["label"] for row in rows_of("dot") if not row["own"]} == {
        "Halsa 240", "Rindal 248", "Frosta 320", "Lom 550",
    }  # fmt: skip


def test_dots_that_would_touch_are_stacked() -> None:
    levels = {row["tooltip"][:5]: row["level"] for row in rows_of("dot")}
    assert DOT > (248 - 240) / 8
    # Named, since they are few: 240, 248 and 320 of 800 are closer than a name is wide.
    assert (levels["Halsa"], levels["Rinda"], levels["Frost"]) == (0, 1, 2)


def test_many_dots_have_no_names_and_stand_closer() -> None:
    many = pl.concat([POINTS, pl.DataFrame([dot(str(i), f"Kommune {i}", 700.0) for i in range(20, 28)])])
    levels = {row["tooltip"][:5]: row["level"] for row in rows_of("dot", many)}
    assert (levels["Halsa"], levels["Frost"]) == (0, 0)
    assert {row["label"] for row in rows_of("dot", many)} == {"", "Hemne 433"}


def test_many_equal_dots_stay_inside_their_group() -> None:
    equal = pl.DataFrame([dot(str(i), f"Kommune {i}", 300.0) for i in range(40)])
    assert max(row["level"] for row in rows_of("dot", equal)) == 4


def test_the_grid_is_labelled_in_points() -> None:
    assert [row["label"] for row in rows_of("grid")] == ["0", "200", "400", "600", "800"]


def test_a_municipality_without_a_size_group_is_not_drawn() -> None:
    unknown = pl.concat([POINTS, pl.DataFrame([{**dot("9", "Ukjent", 1.0), "group": None}], POINTS.schema)])
    assert len(rows_of("dot", unknown)) == 5


def test_the_text_holds_every_value_and_names_our_own_first() -> None:
    assert distribution_text(POINTS, STATISTICS, "1612") == (
        "Poengene er av 800. I gruppen under 5 000 innbyggere er gjennomsnittet 358,2, medianen 320, "
        "kvartilene 248 og 433, laveste 240 og høyeste 550 (n = 5): Hemne 433, Lom 550, Frosta 320, "
        "Rindal 248 og Halsa 240. "
        "I gruppen 10 000 innbyggere eller flere er det for få kommuner til å regne "
        "gjennomsnitt og kvartiler (n = 0)."
    )


def test_of_a_group_too_large_to_draw_one_by_one_only_ours_is_drawn_and_the_text_says_so() -> None:
    many = pl.DataFrame([dot(str(i), f"Kommune {i}", 300.0) for i in range(200)])
    ours = POINTS.filter(pl.col("number") == "1612")
    assert len(rows_of("dot", many)) == 200
    assert [row["label"] for row in rows_of("dot", pl.concat([many, ours]))] == ["Hemne 433"]
    text = distribution_text(pl.concat([many, ours]), STATISTICS, "1612")
    assert "(n = 5): Hemne 433. De andre er for mange til å tegnes én for én." in text
    assert "Kommune 7" not in text
    others = distribution_text(pl.concat([many, ours]), STATISTICS, None)
    assert "(n = 5). Kommunene der er for mange til å tegnes én for én." in others
