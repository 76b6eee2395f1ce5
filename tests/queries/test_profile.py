"""The total and the areas of an evaluation against its comparison set."""

import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.profile import areas, profile
from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import Made, ask, made

STATISTICS = ("mean", "minimum", "q1", "median", "q3", "maximum", "rank", "quartile", "difference", "matters")
HEMNE_AREAS = (39, 37, 77, 61, 58, 49, 48, 63)


def totals(*points: float) -> list[Made]:
    """Return evaluations of 9001 (ours), 9002 … with these totals."""
    return [made(str(9001 + place), total=total) for place, total in enumerate(points)]


# Hemne 2018 as published --------------------------------------------------------------------------


def test_hemnes_total_is_third_of_the_five_we_have_with_mean_409_6(real: Snapshot) -> None:
    # 247, 378, 433, 467 and 523: 2048 / 5 = 409.6
    assert ask(real, "profile", municipality=1612, year=2018)[0] == {
        "area": 0, "name": "Totalt", "own": 433, "n": 5, "mean": 409.6, "minimum": 247, "q1": 378, "median": 433,
        "q3": 467, "maximum": 523, "rank": 3, "quartile": 3, "difference": 23.4, "matters": True,
        "published_mean": 359, "published_n": 55, "published_difference": 74,
    }  # fmt: skip


def test_hemnes_areas_are_shown_with_n_of_two_and_without_statistics(real: Snapshot) -> None:
    rows = ask(real, "profile", municipality=1612, year=2018)[1:]
    assert [(row["area"], row["own"], row["n"]) for row in rows] == [
        (area, own, 2) for area, own in enumerate(HEMNE_AREAS, 1)
    ]
    assert all(row[name] is None for row in rows for name in (*STATISTICS, "published_mean", "published_n"))


def test_against_its_size_group_hemne_has_the_printed_mean_324_of_15(real: Snapshot) -> None:
    total = ask(real, "profile", municipality=1612, year=2018, group="size")[0]
    assert (total["published_mean"], total["published_n"], total["published_difference"]) == (324, 15, 109)
    assert (total["n"], total["mean"], total["rank"]) == (1, None, None)


@pytest.mark.parametrize("number", ["1612", "5011"])
def test_either_number_finds_hemne(real: Snapshot, number: str) -> None:
    assert ask(real, "profile", municipality=number, year=2018)[0]["own"] == 433


def test_a_printed_mean_of_2018_is_not_shown_for_another_year_group_or_dataset(
    real: Snapshot, example: Snapshot
) -> None:
    for snapshot, words in (
        (real, {"reference_year": 2019}),
        (real, {"year": 2011}),
        (real, {"group": "county"}),
        (example, {"group": "all"}),
    ):
        total = ask(snapshot, "profile", **({"municipality": 1612, "year": 2018} | words))[0]
        assert (total["published_mean"], total["published_n"], total["published_difference"]) == (None, None, None)


def test_seen_from_2019_hemne_is_fifth_of_seven(real: Snapshot) -> None:
    # 324, 378, 433, 523, 534, 535 and 550: sum 3277; q1 = (378 + 433) / 2, q3 = (534 + 535) / 2
    total = ask(real, "profile", municipality=1612, year=2018, reference_year=2019)[0]
    assert (total["n"], total["rank"], total["quartile"]) == (7, 5, 2)
    assert (total["q1"], total["median"], total["q3"]) == (405.5, 523, 534.5)
    assert total["mean"] == pytest.approx(3277 / 7)
    assert total["difference"] == pytest.approx(433 - 3277 / 7)


def test_the_year_2011_is_compared_with_what_was_known_of_2011(real: Snapshot) -> None:
    total = ask(real, "profile", municipality=1612, year=2011)[0]
    assert (total["own"], total["n"]) == (440, 1)


def test_the_rows_are_the_total_and_the_eight_areas_with_the_names_of_the_version(real: Snapshot) -> None:
    newest = ask(real, "profile", municipality=1640)
    assert [row["area"] for row in newest] == [*range(9)]
    assert (newest[0]["name"], newest[2]["name"], newest[4]["name"]) == ("Totalt", "Samfunnsutvikling", "Effektivitet")
    assert ask(real, "profile", municipality=1612)[2]["name"] == "Tilgjengelighet, innbygger- og brukerorientering"


def test_the_columns_are_those_documented_in_their_order(real: Snapshot) -> None:
    assert [*ask(real, "profile", municipality=1612)[0]] == [
        "area", "name", "own", "n", "mean", "minimum", "q1", "median", "q3", "maximum", "rank", "quartile",
        "difference", "matters", "published_mean", "published_n", "published_difference",
    ]  # fmt: skip


# How many it takes --------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_under_five_there_are_own_points_and_n_but_no_statistics(landscape: Landscape, n: int) -> None:
    total = ask(landscape(*totals(400, 300, 350, 310)[:n]), "profile", municipality=9001)[0]
    assert (total["own"], total["n"]) == (400, n)
    assert [total[name] for name in STATISTICS] == [None] * len(STATISTICS)


def test_with_five_there_are_statistics(landscape: Landscape) -> None:
    total = ask(landscape(*totals(400, 300, 350, 310, 440)), "profile", municipality=9001)[0]
    assert {name: total[name] for name in STATISTICS} == {
        "mean": 360, "minimum": 300, "q1": 310, "median": 350, "q3": 400, "maximum": 440, "rank": 2, "quartile": 4,
        "difference": 40, "matters": True,
    }  # fmt: skip


def test_quartiles_are_interpolated_between_the_order_statistics(landscape: Landscape) -> None:
    # 10, 20, 30, 41, 50, 61: positions 1.25, 2.5 and 3.75 counted from 0
    total = ask(landscape(*totals(30, 10, 20, 41, 50, 61)), "profile", municipality=9001)[0]
    assert (total["q1"], total["median"], total["q3"]) == (22.5, 35.5, 47.75)


@pytest.mark.parametrize(
    ("number", "rank", "quartile"), [(9001, 1, 4), (9002, 2, 4), (9003, 2, 4), (9004, 4, 2), (9005, 5, 1)]
)
def test_ties_share_the_best_rank(landscape: Landscape, number: int, rank: int, quartile: int) -> None:
    # 440, 420, 420, 400, 380: q1 400, median 420, q3 420
    total = ask(landscape(*totals(440, 420, 420, 400, 380)), "profile", municipality=number)[0]
    assert (total["rank"], total["quartile"]) == (rank, quartile)


def test_when_all_are_equal_all_are_first_and_in_the_upper_quartile(landscape: Landscape) -> None:
    total = ask(landscape(*totals(400, 400, 400, 400, 400)), "profile", municipality=9003)[0]
    assert (total["rank"], total["quartile"], total["difference"], total["matters"]) == (1, 4, 0, False)


@pytest.mark.parametrize(("number", "quartile"), [(9001, 1), (9002, 2), (9003, 3), (9004, 4), (9005, 4)])
def test_points_just_at_a_bound_are_in_the_higher_quartile(landscape: Landscape, number: int, quartile: int) -> None:
    # 10, 20, 30, 40, 50: the bounds are 20, 30 and 40
    assert ask(landscape(*totals(10, 20, 30, 40, 50)), "profile", municipality=number)[0]["quartile"] == quartile


# Only what is there counts ------------------------------------------------------------------------


def test_evaluations_with_only_a_total_count_for_the_total_only(landscape: Landscape) -> None:
    with_areas = [made(str(9001 + place), areas=[40 + place] * 8) for place in range(5)]
    snapshot = landscape(*with_areas, made("9006", total=500), made("9007", total=200, areas={3: 90}))
    rows = ask(snapshot, "profile", municipality=9001)
    assert [row["n"] for row in rows] == [7, 5, 5, 6, 5, 5, 5, 5, 5]
    assert (rows[0]["maximum"], rows[1]["maximum"], rows[3]["maximum"]) == (500, 44, 90)
    assert (rows[1]["rank"], rows[3]["rank"]) == (5, 6)


def test_a_total_alone_gives_no_own_areas_but_shows_the_others(landscape: Landscape) -> None:
    others = [made(str(9002 + place), areas=[40 + place] * 8) for place in range(5)]
    rows = ask(landscape(made("9001", total=300), *others), "profile", municipality=9001)
    assert (rows[0]["own"], rows[0]["n"], rows[0]["rank"]) == (300, 6, 6)
    assert {name: rows[1][name] for name in ("own", "n", "mean", "rank", "quartile", "difference", "matters")} == {
        "own": None, "n": 5, "mean": 42, "rank": None, "quartile": None, "difference": None, "matters": None,
    }  # fmt: skip


def test_an_area_nobody_has_is_there_with_n_of_nought(landscape: Landscape) -> None:
    rows = ask(landscape(*totals(400)), "profile", municipality=9001)
    assert [(row["n"], row["own"]) for row in rows] == [(1, 400)] + [(0, None)] * 8


def test_own_is_the_stated_figure_where_one_is_stated_else_the_computed_one(landscape: Landscape) -> None:
    questions = {"1.1": "10.5", "1.2": "10.0", "1.3": "10.0", "1.4": "0.0", "1.5": "0.0", "2.1": "1.0", "2.2": "1.0",
                 "2.3": "1.0", "2.4": "1.0", "2.6": "1.5"}  # fmt: skip
    rows = ask(landscape(made("9001", areas={1: 35}, questions=questions)), "profile", municipality=9001)
    assert (rows[1]["own"], rows[2]["own"]) == (35, 6)


def test_an_older_evaluation_does_not_fill_in_what_the_latest_lacks(landscape: Landscape) -> None:
    older, latest = made("9002", 2014, areas=[40] * 8), made("9002", 2017, total=400)
    snapshot = landscape(made("9001", areas=[50] * 8), older, latest)
    assert [row["n"] for row in ask(snapshot, "profile", municipality=9001)] == [2] + [1] * 8


# Too small to matter ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("others", "difference", "matters"),
    [
        ((46, 46, 46, 47), 3.0, True),  # 235 / 5 = 47
        ((46, 46, 47, 47), 2.8, False),
        ((54, 54, 54, 53), -3.0, True),
        ((54, 54, 53, 53), -2.8, False),
        ((50, 50, 50, 50), 0.0, False),
    ],
)
def test_an_area_matters_from_exactly_three_points(
    landscape: Landscape, others: tuple[int, ...], difference: float, matters: bool
) -> None:
    made_up = [made(str(9001 + place), areas={3: points}) for place, points in enumerate((50, *others))]
    area = ask(landscape(*made_up), "profile", municipality=9001)[3]
    assert (area["difference"], area["matters"]) == (difference, matters)


@pytest.mark.parametrize(
    ("others", "difference", "matters"),
    [((387, 387, 388, 388), 10.0, True), ((388, 387, 388, 388), 9.8, False), ((412, 412, 413, 413), -10.0, True)],
)
def test_a_total_matters_from_exactly_ten_points(
    landscape: Landscape, others: tuple[int, ...], difference: float, matters: bool
) -> None:
    total = ask(landscape(*totals(400, *others)), "profile", municipality=9001)[0]
    assert (total["difference"], total["matters"]) == (difference, matters)


# The frame of nine rows ---------------------------------------------------------------------------


def test_the_total_has_800_points_and_a_threshold_of_10_and_an_area_100_and_3(real: Snapshot) -> None:
    rows = areas(real, "2.1").select("area", "short", "maximum_points", "threshold").rows()
    assert rows[0] == (0, "Totalt", 800, 10)
    assert rows[8] == (8, "Samfunn", 100, 3)


def test_the_published_figure_comes_with_its_place(real: Snapshot) -> None:
    answer = profile(real, find_evaluation(real, "1612", 2018), Comparison(group="size")).to_dicts()[0]
    assert answer["published_place"] == "s. 7"
    assert answer["published_source"].startswith("KS-K rapport 3/2018")
