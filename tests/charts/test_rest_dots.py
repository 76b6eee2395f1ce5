"""The picture of measures against the rest: what is drawn, and the text that says the same."""

from typing import Any
from xml.etree import ElementTree

from charts.image import svg
from charts.rest_dots import MOST, REST_DOTS, rest_dots_rows, rest_dots_text

MINUS = "\N{MINUS SIGN}"


def measure(title: str | None, change: float, rest: float, verdict: str) -> dict[str, Any]:
    return {"title": title, "change": change, "untouched_change": rest, "difference": change - rest, "verdict": verdict}


BETTER = measure("Svartider", 28.4, -0.5, "better_than_rest")
ALIKE = measure(None, 1.0, 3.5, "as_rest")
WEAKER = measure("Mangfold", -12.0, 0.0, "weaker_than_rest")


def test_each_measure_has_both_changes_and_its_difference_in_words() -> None:
    rows = rest_dots_rows([BETTER, ALIKE, WEAKER], 10)
    assert [(row["slot"], row["change"], row["rest"], row["matters"]) for row in rows] == [
        (0, 28.4, -0.5, True), (1, 1.0, 3.5, False), (2, -12.0, 0.0, True),
    ]  # fmt: skip
    assert [row["value"] for row in rows] == ["+28,9 bedre", f"{MINUS}2,5 som resten", f"{MINUS}12,0 svakere"]
    assert [row["label"] for row in rows] == ["Svartider", "uten tittel", "Mangfold"]


def test_the_text_holds_every_value() -> None:
    assert rest_dots_text([BETTER, ALIKE, WEAKER], 10) == (
        "Endring i prosent av maksimum; forskjellen er i prosentpoeng. "
        f"«Svartider» +28,4, resten {MINUS}0,5: +28,9, bedre enn resten. "
        f"«uten tittel» +1,0, resten +3,5: {MINUS}2,5, som resten. "
        f"«Mangfold» {MINUS}12,0, resten 0,0: {MINUS}12,0, svakere enn resten."
    )


def test_of_very_many_the_first_forty_are_drawn_and_the_others_counted() -> None:
    assert len(rest_dots_rows([BETTER] * 500, 10)) == MOST
    assert rest_dots_text([BETTER] * 500, 10).endswith(" 460 tiltak til er ikke tegnet; tabellen har dem.")
    assert "ikke tegnet" not in rest_dots_text([BETTER] * MOST, 10)


def test_a_difference_just_below_the_threshold_does_not_look_as_if_it_reached_it() -> None:
    [row] = rest_dots_rows([measure("Nær", 9.996, 0.0, "as_rest")], 10)
    assert row["value"] == "+9,996 som resten"


def test_titles_and_differences_stand_in_the_picture() -> None:
    drawn = svg(REST_DOTS, rest_dots_rows([BETTER, WEAKER], 10), [], "Mot resten")
    words = {"".join(element.itertext()) for element in ElementTree.fromstring(drawn).iter() if element.text}
    assert {"Svartider", "+28,9 bedre", "Mangfold", f"{MINUS}12,0 svakere"} <= words
