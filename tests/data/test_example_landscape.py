"""The statements that the example dataset holds, read from its files without the product's own code."""

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from statistics import fmean, mean

import pytest

from data.landscape.files import write

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "example"
NAMES = Path(__file__).parent / "norwegian_municipality_names.txt"
HEMNE = "1612"
REAL_PLACES = {HEMNE: "Hemne", "1571": "Halsa (eksempel)", "1613": "Snillfjord (eksempel)"}
AREAS = [str(area) for area in range(1, 9)]
FILES = ("evaluations", "points", "remarks", "gold_stars")
FICTIONAL = "Eksempeldata (fiktiv)"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def rows(name: str) -> list[dict[str, str]]:
    return read(EXAMPLE / f"{name}.csv")


@cache
def maxima() -> dict[str, Decimal]:
    instrument = read(ROOT / "data" / "reference" / "instrument_2_1_questions.csv")
    return {row["code"]: Decimal(row["max_points"]) for row in instrument}


def identity(row: dict[str, str]) -> tuple[str, str, str]:
    return row["municipality_number"], row["year"], row["version"]


@cache
def figures() -> dict[tuple[str, str, str], dict[str, Decimal]]:
    found: dict[tuple[str, str, str], dict[str, Decimal]] = defaultdict(dict)
    for row in rows("points"):
        found[identity(row)][row["code"]] = Decimal(row["points"])
    return found


@cache
def latest() -> dict[str, dict[str, str]]:
    """Return the landscape: the latest evaluation of version 2.0 or 2.1 of every municipality."""
    of_family = [row for row in rows("evaluations") if row["version"] in ("2.0", "2.1") and int(row["year"]) <= 2018]
    ordered = sorted(of_family, key=lambda row: (int(row["year"]), row["version"]))
    return {row["municipality_number"]: row for row in ordered}


def points(code: str, numbers: list[str] | None = None) -> dict[str, Decimal]:
    chosen = latest() if numbers is None else numbers
    return {number: figures()[identity(latest()[number])][code] for number in chosen}


def ranked() -> list[str]:
    totals = points("0")
    return sorted(totals, key=lambda number: -totals[number])


def size(number: str) -> str:
    inhabitants = int(latest()[number]["population"])
    return "small" if inhabitants < 5000 else "middle" if inhabitants < 10000 else "large"


def of_size(wanted: str) -> list[str]:
    return [number for number in latest() if size(number) == wanted]


def upper_quartile(values: list[Decimal]) -> Decimal:
    """Return the third quartile by linear interpolation between order statistics (type 7)."""
    ordered = sorted(values)
    place = Decimal(3 * (len(ordered) - 1)) / 4
    below = int(place)
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def above_mean(area: str, numbers: list[str] | None = None) -> Decimal:
    values = points(area, numbers)
    return values[HEMNE] - mean(values.values())


def change_since_2011(code: str) -> Decimal:
    return figures()[HEMNE, "2018", "2.1"][code] - figures()[HEMNE, "2011", "2.0"][code]


def test_there_are_55_municipalities_counting_hemne() -> None:
    assert len(latest()) == 55
    assert HEMNE in latest()


def test_the_mean_total_is_exactly_359() -> None:
    assert mean(points("0").values()) == 359


def test_fifteen_have_under_5000_inhabitants_and_their_mean_is_exactly_324() -> None:
    assert len(of_size("small")) == 15
    assert mean(points("0", of_size("small")).values()) == 324


def test_the_mean_total_rises_with_size() -> None:
    small, middle, large = (mean(points("0", of_size(group)).values()) for group in ("small", "middle", "large"))
    assert small < middle < large


def test_hemne_has_433_in_the_upper_quartile_and_among_the_best_quarter() -> None:
    totals = points("0")
    assert totals[HEMNE] == 433
    assert totals[HEMNE] >= upper_quartile(list(totals.values()))
    assert 1 + sum(total > totals[HEMNE] for total in totals.values()) <= len(totals) / 4


def test_exactly_one_small_municipality_is_above_hemne() -> None:
    assert sum(total > 433 for total in points("0", of_size("small")).values()) == 1


def test_77_on_area_3_is_fifth_among_the_latest() -> None:
    values = Counter(points("3").values())
    assert values[Decimal(77)] == 1
    assert sum(count for value, count in values.items() if value > 77) == 4


def test_77_on_area_3_is_fifth_among_all_evaluations_ever() -> None:
    values = Counter(found["3"] for found in figures().values())
    assert values[Decimal(77)] == 1
    assert sum(count for value, count in values.items() if value > 77) == 4


def test_hemne_is_above_50_on_exactly_areas_3_4_5_and_8() -> None:
    assert [area for area in AREAS if points(area)[HEMNE] > 50] == ["3", "4", "5", "8"]


def test_six_large_seven_middle_and_two_small_are_the_fifteen_highest() -> None:
    totals = points("0")
    assert Counter(size(number) for number in ranked()[:15]) == {"large": 6, "middle": 7, "small": 2}
    assert totals[ranked()[14]] > totals[ranked()[15]]


def test_ten_small_and_five_middle_are_the_fifteen_lowest() -> None:
    totals = points("0")
    assert Counter(size(number) for number in ranked()[-15:]) == {"small": 10, "middle": 5}
    assert totals[ranked()[-15]] < totals[ranked()[-16]]


def test_eight_of_the_ten_lowest_have_high_or_middle_income() -> None:
    totals = points("0")
    assert sum(latest()[number]["income_group"] in ("high", "middle") for number in ranked()[-10:]) == 8
    assert totals[ranked()[-10]] < totals[ranked()[-11]]


def test_seven_of_the_ten_highest_have_low_income() -> None:
    totals = points("0")
    assert sum(latest()[number]["income_group"] == "low" for number in ranked()[:10]) == 7
    assert totals[ranked()[9]] > totals[ranked()[10]]


@pytest.mark.parametrize("area", AREAS)
def test_hemne_is_well_above_the_country_on_areas_3_4_5_and_a_little_on_the_others(area: str) -> None:
    if area in ("3", "4", "5"):
        assert above_mean(area) >= 10
    else:
        assert 3 <= above_mean(area) < 10


@pytest.mark.parametrize("area", AREAS)
def test_hemne_is_well_above_its_own_group_and_further_than_above_the_country(area: str) -> None:
    assert above_mean(area, of_size("small")) >= 10
    assert above_mean(area, of_size("small")) > above_mean(area)


def test_hemne_had_440_in_2011_and_its_areas_add_up_to_it_within_rounding() -> None:
    found = figures()[HEMNE, "2011", "2.0"]
    assert found["0"] == 440
    assert abs(sum((found[area] for area in AREAS), Decimal(-440))) <= Decimal("4.5")


def test_since_2011_areas_1_2_3_and_6_are_a_little_up() -> None:
    assert all(3 <= change_since_2011(area) < 10 for area in ("1", "2", "3", "6"))


def test_since_2011_areas_5_and_8_changed_too_little_to_matter() -> None:
    assert all(abs(change_since_2011(area)) < 3 for area in ("5", "8"))


def test_since_2011_areas_4_and_7_are_down_at_least_one_of_them_strongly() -> None:
    assert max(change_since_2011("4"), change_since_2011("7")) <= -3
    assert min(change_since_2011("4"), change_since_2011("7")) <= -10


def test_hemne_was_measured_with_version_1_0_in_2007_with_total_and_areas() -> None:
    assert set(figures()[HEMNE, "2007", "1.0"]) == {"0", *AREAS}


def test_hemne_has_the_printed_gold_star_on_5_1() -> None:
    stars = [row for row in rows("gold_stars") if row["municipality_number"] == HEMNE]
    assert [(*identity(row), row["code"]) for row in stars] == [(HEMNE, "2018", "2.1", "5.1")]
    assert stars[0]["place"].endswith("29")
    assert FICTIONAL not in stars[0]["source"]


def test_about_ten_other_gold_stars_are_fictional_and_stand_at_a_high_share() -> None:
    others = [row for row in rows("gold_stars") if row["municipality_number"] != HEMNE]
    assert len(others) == 10
    for row in others:
        assert FICTIONAL in row["source"]
        assert figures()[identity(row)][row["code"]] >= maxima()[row["code"]] * Decimal("0.8")


def test_every_latest_evaluation_is_of_version_2_1_with_everything_filled_in() -> None:
    for row in latest().values():
        assert row["version"] == "2.1"
        assert 2016 <= int(row["year"]) <= 2018
        assert set(figures()[identity(row)]) == {"0", *AREAS, *maxima()}


def test_earlier_versions_have_total_and_areas_only() -> None:
    for (_, _, version), found in figures().items():
        assert (len(found) == 54) if version == "2.1" else (set(found) == {"0", *AREAS})


def test_there_is_history_enough_for_a_drift_within_family_2() -> None:
    versions = Counter(row["version"] for row in rows("evaluations"))
    assert 22 <= versions["2.0"] <= 28
    assert versions["2.1"] == 55 + 6
    assert versions["1.0"] == 4


def test_the_typical_change_from_2_0_to_2_1_is_slight() -> None:
    old = [row for row in rows("evaluations") if row["version"] == "2.0"]
    changes = [points("0")[row["municipality_number"]] - figures()[identity(row)]["0"] for row in old]
    assert len({row["municipality_number"] for row in old}) >= 12
    assert abs(sorted(changes)[len(changes) // 2]) < 10
    assert abs(fmean(changes)) < 15


def test_points_lie_between_zero_and_the_maximum() -> None:
    for found in figures().values():
        for code, value in found.items():
            assert 0 <= value <= maxima().get(code, Decimal(800 if code == "0" else 100))


def test_parts_add_up_exactly_everywhere_but_at_hemne_2018() -> None:
    for key, found in figures().items():
        if key == (HEMNE, "2018", "2.1"):
            continue
        assert sum(found[area] for area in AREAS) == found["0"]
        for area in AREAS if key[2] == "2.1" else []:
            assert sum(value for code, value in found.items() if code.startswith(f"{area}.")) == found[area]


def test_hemne_2018_is_as_published() -> None:
    found = figures()[HEMNE, "2018", "2.1"]
    assert [int(found[area]) for area in AREAS] == [39, 37, 77, 61, 58, 49, 48, 63]
    for row in read(ROOT / "data" / "published" / "hemne_2018_questions.csv"):
        assert found[row["code"]] == Decimal(row["points"])


def test_only_printed_figures_of_hemne_are_not_marked_as_fictional() -> None:
    for row in rows("points"):
        where, year, _ = identity(row)
        printed = where == HEMNE and (year == "2018" or (year == "2011" and row["code"] == "0"))
        assert row["basis"] == (("derived" if row["code"] == "3.4" else "stated") if printed else "fictional")
        assert (FICTIONAL in row["source"]) is not printed


def test_every_evaluation_says_what_of_it_is_fictional() -> None:
    assert all(FICTIONAL in row["source"] for row in rows("evaluations"))


def test_real_places_have_their_exact_names_and_all_others_numbers_from_9001_to_9052() -> None:
    names = {row["municipality_number"]: row["municipality"] for row in rows("evaluations")}
    assert {number: names.pop(number) for number in REAL_PLACES} == REAL_PLACES
    assert set(names) == {str(number) for number in range(9001, 9053)}
    assert len(set(names.values())) == 52


def test_no_invented_name_is_a_norwegian_municipality() -> None:
    real = {name.casefold() for name in NAMES.read_text(encoding="utf-8").splitlines()}
    invented = {row["municipality"] for row in rows("evaluations") if row["municipality_number"] not in REAL_PLACES}
    assert len(real) > 357
    assert not [name for name in invented if name.casefold() in real]


def test_no_municipality_changes_its_size_group() -> None:
    groups = defaultdict(set)
    for row in rows("evaluations"):
        groups[row["municipality_number"]].add((int(row["population"]) >= 5000, int(row["population"]) >= 10000))
    assert all(len(found) == 1 for found in groups.values())


def test_every_2_1_evaluation_has_remarks_on_every_area_without_repeating_itself() -> None:
    kinds, texts = defaultdict(set), defaultdict(list)
    for row in rows("remarks"):
        kinds[identity(row), row["area"]].add(row["kind"])
        texts[identity(row)].append(row["text"])
    assert set(texts) == {key for key in figures() if key[2] == "2.1"}
    assert len(kinds) == 61 * 8
    assert all(found <= {"strength", "challenge", "weakness"} for found in kinds.values())
    assert all(len(found) == len(set(found)) for found in texts.values())


def test_running_the_script_again_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path)
    for name in FILES:
        assert (tmp_path / "example" / f"{name}.csv").read_bytes() == (EXAMPLE / f"{name}.csv").read_bytes()
