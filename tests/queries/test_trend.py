"""How a municipality has moved, and what must be said beside a change."""

from typing import Any

import pytest

from queries.snapshot import Snapshot, UnknownChoice
from tests.conftest import Landscape
from tests.landscapes import Made, ask, made

DRIFT = (
    "Versjon 2.1 stiller noe strengere krav enn 2.0: en kommune som gjør akkurat det samme, får litt lavere "
    "poengsum etter revisjonen."
)
MINUS = "\N{MINUS SIGN}"


def by_year(snapshot: Snapshot, number: int = 9001, area: int = 0) -> list[dict[str, Any]]:
    return [row for row in ask(snapshot, "trend", municipality=number) if row["area"] == area]


def measured(*versions: tuple[int, str], points: tuple[float, ...] = (400, 410, 420, 430)) -> list[Made]:
    """Return evaluations of 9001 in these years and versions, with these totals."""
    return [made("9001", year, version, total=total) for (year, version), total in zip(versions, points, strict=False)]


# The published figures ----------------------------------------------------------------------------


def test_hemne_went_from_440_to_433_which_is_too_little_and_by_the_other_total_down_14(real: Snapshot) -> None:
    earlier, later = by_year(real, 1612)
    assert (earlier["year"], earlier["version"], earlier["points"], earlier["change"]) == (2011, "2.0", 440, None)
    assert (later["year"], later["version"], later["points"], later["change"]) == (2018, "2.1", 433, -7)
    assert later["matters"] is False
    assert later["note"] == (
        f"440 → 433: {MINUS}7, for lite til å tillegges vekt. Rapporten regner også med 426: {MINUS}14. {DRIFT}"
    )


def test_hemnes_areas_have_no_change_since_those_of_2011_are_not_in_print(real: Snapshot) -> None:
    rows = [row for row in ask(real, "trend", municipality=1612) if row["area"]]
    assert [row["points"] for row in rows] == [39, 37, 77, 61, 58, 49, 48, 63]
    assert {(row["change"], row["matters"], row["note"]) for row in rows} == {(None, None, None)}


def test_hareid_rose_by_77_and_per_area_as_printed(real: Snapshot) -> None:
    rows = [row for row in ask(real, "trend", municipality=1517) if row["year"] == 2019]
    assert [row["change"] for row in rows] == [77, 12, 11, 10, 5, 18, 3, 18, -1]
    assert [row["matters"] for row in rows] == [True] * 8 + [False]
    assert rows[0]["note"] == "247 → 324: +77."
    assert rows[8]["note"] == f"45 → 44: {MINUS}1, for lite til å tillegges vekt."


def test_ulstein_rose_in_every_evaluation_and_only_the_change_of_version_is_remarked(real: Snapshot) -> None:
    rows = by_year(real, 1516)
    assert [(row["year"], row["points"], row["change"]) for row in rows] == [
        (2013, 361, None), (2015, 433, 72), (2017, 467, 34), (2019, 534, 67),
    ]  # fmt: skip
    assert [DRIFT in (row["note"] or "") for row in rows] == [False, False, True, False]


def test_the_one_area_of_ulstein_has_no_earlier_figure(real: Snapshot) -> None:
    assert [(row["year"], row["points"], row["change"]) for row in by_year(real, 1516, area=1)] == [(2019, 72, None)]


def test_a_year_that_is_only_the_latest_possible_says_so(real: Snapshot) -> None:
    row = next(row for row in ask(real, "trend", municipality="0514") if row["area"] == 0)
    assert row["note"] == "Evalueringsåret er ikke oppgitt; 2019 er det seneste det kan være."


def test_the_columns_are_those_documented_in_their_order(real: Snapshot) -> None:
    columns = [*ask(real, "trend", municipality=1517)[0]]
    assert columns == ["year", "version", "area", "points", "change", "matters", "note"]


def test_an_unknown_municipality_is_refused(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match="«9999»"):
        ask(real, "trend", municipality=9999)


# Never across families ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("older", "newer"), [("1.0", "2.0"), ("1.0", "2.1"), ("2.0", "2020"), ("2.1", "2020"), ("1.0", "2020")]
)
def test_no_change_crosses_a_family_and_the_reason_is_said(landscape: Landscape, older: str, newer: str) -> None:
    first, second = by_year(landscape(*measured((2009, older), (2018, newer))))
    assert (first["change"], first["note"]) == (None, None)
    assert (second["change"], second["matters"]) == (None, None)
    assert second["note"] == (
        f"Versjon {newer} kan ikke sammenlignes med versjon {older}. Derfor vises ingen endring fra forrige evaluering."
    )


def test_back_in_a_family_the_change_is_against_the_last_one_of_that_family(landscape: Landscape) -> None:
    rows = by_year(landscape(*measured((2016, "2.1"), (2020, "2020"), (2021, "2.1"))))
    assert [row["change"] for row in rows] == [None, None, 20]
    assert rows[2]["note"] == "400 → 420: +20."


def test_areas_never_cross_a_family_either(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", 2009, "1.0", areas=[40] * 8), made("9001", 2014, "2.0", areas=[50] * 8))
    assert {row["change"] for row in ask(snapshot, "trend", municipality=9001)} == {None}


# Within family 2 ----------------------------------------------------------------------------------


def test_a_revision_carries_the_fixed_sentence_on_total_and_areas(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", 2014, "2.0", areas=[40] * 8), made("9001", 2017, "2.1", areas=[50] * 8))
    rows = [row for row in ask(snapshot, "trend", municipality=9001) if row["year"] == 2017]
    assert [row["change"] for row in rows] == [80] + [10] * 8
    assert all(row["note"].endswith(DRIFT) for row in rows)


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.1", "2020"])
def test_the_same_version_twice_has_a_change_without_that_sentence(landscape: Landscape, version: str) -> None:
    second = by_year(landscape(*measured((2014, version), (2017, version))))[1]
    assert (second["change"], second["note"]) == (10, "400 → 410: +10.")


def test_two_versions_in_one_year_stand_in_order(landscape: Landscape) -> None:
    rows = by_year(landscape(*measured((2016, "2.1"), (2016, "2.0"))))
    assert [(row["version"], row["points"], row["change"]) for row in rows] == [("2.0", 410, None), ("2.1", 400, -10)]


def test_an_area_is_held_against_the_last_evaluation_that_has_it(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", 2012, areas={3: 50}), made("9001", 2015, total=400), made("9001", 2018, total=410, areas={3: 56})
    )
    assert [(row["year"], row["change"]) for row in by_year(snapshot, area=3)] == [(2012, None), (2018, 6)]
    assert [(row["year"], row["change"]) for row in by_year(snapshot)] == [(2015, None), (2018, 10)]


def both_versions(*changes: float, other: float = 0) -> list[Made]:
    """Return municipalities measured with 2.0 and 2.1, each with such a change of its total."""
    return [
        one
        for place, change in enumerate(changes)
        for one in (
            made(str(9001 + place), 2014, "2.0", total=400),
            made(str(9001 + place), 2017, "2.1", total=400 + change),
        )
    ] + ([made("9099", 2014, "2.0", total=400 + other)] if other else [])


def test_with_five_measured_with_both_versions_their_mean_change_is_said(landscape: Landscape) -> None:
    note = by_year(landscape(*both_versions(-10, -5, 0, 4, -15)))[1]["note"]  # -26 / 5
    assert note == (
        f"400 → 390: {MINUS}10. {DRIFT} De 5 kommunene som er målt med både 2.0 og 2.1, endret seg i gjennomsnitt "
        f"{MINUS}5,2 poeng."
    )


def test_with_four_measured_with_both_versions_nothing_is_said_of_them(landscape: Landscape) -> None:
    note = by_year(landscape(*both_versions(-10, -5, 0, 4, other=50)))[1]["note"]
    assert note == f"400 → 390: {MINUS}10. {DRIFT}"


def test_of_each_the_last_with_the_older_and_the_first_after_it_with_the_newer_count(landscape: Landscape) -> None:
    more = [made("9001", 2011, "2.0", total=100), made("9001", 2019, "2.1", total=700)]
    note = by_year(landscape(*both_versions(-10, -5, 0, 4, -15), *more))[2]["note"]
    assert f"De 5 kommunene som er målt med både 2.0 og 2.1, endret seg i gjennomsnitt {MINUS}5,2 poeng." in note


def test_the_mean_change_of_an_area_is_that_of_the_area(landscape: Landscape) -> None:
    made_up = [
        one
        for place in range(5)
        for one in (
            made(str(9001 + place), 2014, "2.0", areas={7: 50}),
            made(str(9001 + place), 2017, "2.1", areas={7: 48 - place}),
        )
    ]
    note = by_year(landscape(*made_up), area=7)[1]["note"]
    assert note.endswith(f"endret seg i gjennomsnitt {MINUS}4,0 poeng.")


def test_the_mean_change_of_another_country_is_not_mixed_in(landscape: Landscape) -> None:
    abroad = [
        one
        for place in range(5)
        for one in (
            made(str(180 + place), 2014, "2.0", total=400, country="SE"),
            made(str(180 + place), 2017, "2.1", total=700, country="SE"),
        )
    ]
    note = by_year(landscape(*both_versions(-10, -5, 0, 4, -15), *abroad))[1]["note"]
    assert note.endswith(f"De 5 kommunene som er målt med både 2.0 og 2.1, endret seg i gjennomsnitt {MINUS}5,2 poeng.")


# Too small to matter ------------------------------------------------------------------------------


@pytest.mark.parametrize(("change", "matters"), [(9, False), (10, True), (-9, False), (-10, True), (0, False)])
def test_a_total_matters_from_exactly_ten_points(landscape: Landscape, change: int, matters: bool) -> None:
    row = by_year(landscape(*measured((2014, "2.1"), (2018, "2.1"), points=(400, 400 + change))))[1]
    assert (row["change"], row["matters"]) == (change, matters)
    assert ("for lite til å tillegges vekt" in row["note"]) is not matters


@pytest.mark.parametrize(
    ("before", "after", "matters"),
    [("40", "42", False), ("40", "43", True), ("43", "40", True), ("1.1", "4.1", True), ("1.2", "4.1", False)],
)
def test_an_area_matters_from_exactly_three_points(
    landscape: Landscape, before: str, after: str, matters: bool
) -> None:
    snapshot = landscape(made("9001", 2014, areas={3: before}), made("9001", 2018, areas={3: after}))
    assert by_year(snapshot, area=3)[1]["matters"] is matters


def test_another_stated_value_is_said_of_its_own_evaluation_and_area_only(landscape: Landscape) -> None:
    beside = [{"area": 3, "statistic": "points", "value": "52", "source": "Prøve", "place": "s. 1"}]
    snapshot = landscape(
        made("9001", 2014, areas={3: 50, 4: 50}),
        made("9001", 2016, areas={3: 54, 4: 54}, others=beside),
        made("9001", 2018, areas={3: 58, 4: 58}),
    )
    assert [row["note"] for row in by_year(snapshot, area=3)] == [
        None, "50 → 54: +4. Rapporten regner også med 52: +2.",
        "54 → 58: +4. Forrige evaluering er også oppgitt med 52: +6.",
    ]  # fmt: skip
    assert [row["note"] for row in by_year(snapshot, area=4)] == [None, "50 → 54: +4.", "54 → 58: +4."]
