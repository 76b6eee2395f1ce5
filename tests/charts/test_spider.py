from charts.spider import SPIDER, point, spider_rows, spider_text

SHORTS = {
    1: "Demokrati", 2: "Brukere", 3: "Styring", 4: "Lederskap",
    5: "Resultat", 6: "Arbeidsgiver", 7: "Læring", 8: "Samfunn",
}  # fmt: skip
HEMNE = dict(zip(range(1, 9), (39, 37, 77, 61, 58, 49, 48, 63), strict=True))


def test_area_1_points_up() -> None:
    assert point(1, 39) == {"x": 0, "y": 39}


def test_area_3_points_right() -> None:
    assert point(3, 77) == {"x": 77, "y": 0}


def test_area_5_points_down_and_area_7_left() -> None:
    assert point(5, 58) == {"x": 0, "y": -58}
    assert point(7, 48) == {"x": -48, "y": 0}


def test_area_2_lies_half_way_between_up_and_right() -> None:
    assert point(2, 100) == {"x": 70.710678, "y": 70.710678}


def test_each_series_has_a_corner_per_area_and_the_first_is_our_own() -> None:
    rows = [row for row in spider_rows([("Hemne 2018", HEMNE), ("Snitt", HEMNE)], SHORTS) if row["kind"] == "series"]
    assert [row["position"] for row in rows] == [1] * 8 + [2] * 8
    assert rows[2] | {"tooltip": ""} == {
        "kind": "series", "position": 1, "series": "Hemne 2018", "area": 3, "x": 77, "y": 0, "tooltip": "",
    }  # fmt: skip


def test_the_axes_are_named_by_the_rows() -> None:
    names = [row["label"] for row in spider_rows([], SHORTS) if row["kind"] == "name"]
    assert names[0] == "1 Demokrati"
    assert names[7] == "8 Samfunn"


def test_a_series_lacking_an_area_is_named_in_the_key_but_has_no_corners() -> None:
    rows = [row for row in spider_rows([("Ulstein 2019", {1: 72})], SHORTS) if row["kind"] == "series"]
    assert rows == [{"kind": "series", "position": 1, "series": "Ulstein 2019 (mangler områder)"}]


def test_an_area_without_points_counts_as_lacking() -> None:
    assert "mangler" in spider_rows([("Ulstein 2019", {**HEMNE, 4: None})], SHORTS)[-1]["series"]


def test_the_text_holds_every_value() -> None:
    assert spider_text([("Hemne 2018", HEMNE)], SHORTS) == (
        "Hemne 2018 har disse poengene av 100: 1 Demokrati 39, 2 Brukere 37, 3 Styring 77, 4 Lederskap 61, "
        "5 Resultat 58, 6 Arbeidsgiver 49, 7 Læring 48 og 8 Samfunn 63."
    )


def test_the_text_says_who_is_left_out() -> None:
    text = spider_text([("Hemne 2018", HEMNE), ("Ulstein 2019", {1: 72}), ("Lom", {})], SHORTS)
    assert text.endswith("Uten poeng for alle åtte fokusområder kan Ulstein 2019 og Lom ikke tegnes her.")


def test_no_layer_has_an_axis() -> None:
    positions = [layer["encoding"][channel] for layer in SPIDER["layer"] for channel in ("x", "y")]
    assert len(positions) == 2 * len(SPIDER["layer"])
    assert all(position["axis"] is None for position in positions)
