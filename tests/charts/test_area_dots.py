from charts.area_dots import area_dots_rows, area_dots_text

SHORTS = {
    1: "Demokrati", 2: "Brukere", 3: "Styring", 4: "Lederskap",
    5: "Resultat", 6: "Arbeidsgiver", 7: "Læring", 8: "Samfunn",
}  # fmt: skip
HEMNE = dict(zip(range(1, 9), (39, 37, 77, 61, 58, 49, 48, 63), strict=True))
HALSA = dict(zip(range(1, 9), (30, 41, 50, 61, 40, 30, 20, 45), strict=True))
BOTH = [("Hemne", HEMNE), ("Halsa", HALSA)]


def test_there_is_a_row_per_area_and_series_with_our_own_first() -> None:
    rows = area_dots_rows(BOTH, SHORTS)
    assert len(rows) == 16
    assert [(row["label"], row["series"], row["points"]) for row in rows[4:6]] == [
        ("3 Styring", "Hemne", 77.0),
        ("", "Halsa", 50.0),
    ]


def test_an_area_that_a_series_lacks_has_no_dot() -> None:
    rows = area_dots_rows([("Hemne", HEMNE), ("Ulstein", {1: 72})], SHORTS)
    assert [row["points"] for row in rows if row["series"] == "Ulstein"] == [72.0] + [None] * 7


def test_the_text_holds_every_value_and_the_distance() -> None:
    text = area_dots_text(BOTH, SHORTS)
    assert text.startswith("Område 1 Demokrati: Hemne 39 og Halsa 30; 9 poeng skiller. Område 2 Brukere: ")
    assert "Område 3 Styring: Hemne 77 og Halsa 50; 27 poeng skiller." in text
    assert "Område 8 Samfunn: Hemne 63 og Halsa 45; 18 poeng skiller." in text


def test_a_dot_that_would_hide_another_is_moved() -> None:
    rows = area_dots_rows([("Hemne", HEMNE), ("Halsa", HALSA), ("Aure", HEMNE)], SHORTS)
    assert [row["lift"] for row in rows if row["area"] == 4] == [0, -10, 10]
    assert [row["lift"] for row in rows if row["area"] == 3] == [0, 0, -10]


def test_the_text_says_whose_points_are_missing() -> None:
    text = area_dots_text([("Hemne", HEMNE), ("Ulstein", {1: 72})], SHORTS)
    assert "Område 1 Demokrati: Hemne 39 og Ulstein 72; 33 poeng skiller." in text
    assert "Område 2 Brukere: Hemne 37; poeng mangler for Ulstein." in text


def test_the_text_says_that_nobody_has_points() -> None:
    assert "Område 2 Brukere: ingen poeng er kjent." in area_dots_text([("Ulstein", {1: 72})], SHORTS)
