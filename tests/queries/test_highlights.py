"""What stands out in an evaluation: strongest and weakest areas, and what moved most."""

from fractions import Fraction
from typing import Any

import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.highlights import COLUMNS, highlights
from queries.snapshot import Snapshot
from tests.conftest import Landscape
from tests.landscapes import ask, made
from tests.queries.plain_python import (
    FEWEST,
    Plain,
    compared,
    example_evaluations,
    number,
    published_evaluations,
    quartile,
    select,
)

CHECKED = ("kind", "area", "own", "mean", "before", "difference", "n", "basis", "years", "versions")
Row = tuple[Any, ...]


def expected(evaluations: tuple[Plain, ...], own: Plain, group: str) -> list[Row]:
    return [*standing(evaluations, own, group), *moved(evaluations, own)]


def standing(evaluations: tuple[Plain, ...], own: Plain, group: str) -> list[Row]:
    others = compared(evaluations, own, group)
    values = {area: [one.areas[area] for one in others if area in one.areas] for area in own.areas}
    means = {area: sum(points, Fraction(0)) / len(points) for area, points in values.items() if len(points) >= FEWEST}
    here = ([own.year], [own.version])
    if not means:
        middle = quartile([*own.areas.values()], 2) if own.areas else 0
        away = {area: points - middle for area, points in own.areas.items() if points != middle}
    else:
        away = {area: own.areas[area] - mean for area, mean in means.items() if abs(own.areas[area] - mean) >= 3}
    in_order = sorted(away, key=lambda area: (-abs(away[area]), area))
    return [
        (
            kind, area, float(own.areas[area]), number(means.get(area)), None,
            number(away[area]) if means else None, len(values[area]),
            "group_mean" if means else "own_points", *here,
        )
        for kind, sign in (("strongest", 1), ("weakest", -1))
        for area in [area for area in in_order if away[area] * sign > 0][:2]
    ]  # fmt: skip


def moved(evaluations: tuple[Plain, ...], own: Plain) -> list[Row]:
    earlier = [
        one
        for one in evaluations
        if one.number == own.number and one.family == own.family and (one.year, one.version) < (own.year, own.version)
    ]
    changes = []
    for area, points in own.areas.items():
        before = max((one for one in earlier if area in one.areas), key=lambda one: one.year, default=None)
        if before and abs(points - before.areas[area]) >= 3:
            change = points - before.areas[area]
            row = (
                "moved", area, float(points), None, float(before.areas[area]), float(change), None,
                "earlier_evaluation", [before.year, own.year], [before.version, own.version],
            )  # fmt: skip
            changes.append((-abs(change), area, row))
    return [row for *_, row in sorted(changes)[:2]]


def answered(snapshot: Snapshot, own: Plain, group: str) -> list[Row]:
    focus = find_evaluation(snapshot, own.number, own.year, own.version)
    return select(highlights(snapshot, focus, Comparison(group)).to_dicts(), *CHECKED)


@pytest.mark.parametrize("group", ["all", "size", "county", "kostra", "income"])
def test_every_evaluation_of_the_example_stands_out_as_plain_python_finds(example: Snapshot, group: str) -> None:
    kinds = set()
    for own in example_evaluations():
        rows = answered(example, own, group)
        assert rows == expected(example_evaluations(), own, group), (own.name, own.year)
        kinds |= {(row[0], row[7]) for row in rows}
    assert {"strongest", "weakest", "moved"} == {kind for kind, _ in kinds}


def test_every_real_evaluation_stands_out_as_plain_python_finds(real: Snapshot) -> None:
    for own in published_evaluations():
        assert answered(real, own, "all") == expected(published_evaluations(), own, "all"), (own.name, own.year)


def test_hemne_in_the_example_is_strongest_in_3_and_4_and_lost_most_in_7_and_4(example: Snapshot) -> None:
    rows = ask(example, "highlights", municipality=1612, year=2018)
    assert [*rows[0]] == COLUMNS
    assert select(rows, "kind", "area") == [("strongest", 3), ("strongest", 4), ("moved", 7), ("moved", 4)]
    assert select(rows[2:], "before", "own", "difference") == [(64, 48, -16), (68, 61, -7)]


# Edges --------------------------------------------------------------------------------------------

OTHERS = ("9002", "9003", "9004", "9005")


def ours(snapshot: Snapshot, *names: str, **words: str | int) -> list[Row]:
    return select(ask(snapshot, "highlights", municipality="9001", **words), *names)


@pytest.mark.parametrize(
    ("own", "rows"),
    [
        # Means of five: (4 * 40 + own) / 5.
        (44, [("strongest", 3.2)]),
        (43, []),  # 2.4
        (36, [("weakest", -3.2)]),
        (37, []),
    ],
)
def test_an_area_stands_out_from_the_threshold_of_three_points(landscape: Landscape, own: int, rows: list[Row]) -> None:
    snapshot = landscape(made("9001", areas={1: own}), *(made(number, areas={1: 40}) for number in OTHERS))
    assert ours(snapshot, "kind", "difference") == rows


@pytest.mark.parametrize(("highest", "rows"), [(40, [("strongest", 40, 3)]), (41, [])])
def test_exactly_three_points_is_enough(landscape: Landscape, highest: int, rows: list[Row]) -> None:
    others = zip(OTHERS, (highest, 39, 39, 39), strict=True)  # with our 43 the mean is 40, or a little above
    snapshot = landscape(made("9001", areas={1: 43}), *(made(number, areas={1: points}) for number, points in others))
    assert ours(snapshot, "kind", "mean", "difference") == rows


def test_equal_distances_come_in_the_order_of_the_areas(landscape: Landscape) -> None:
    same = [made(number, areas=[40] * 8) for number in OTHERS]
    snapshot = landscape(made("9001", areas=[40, 60, 50, 60, 60, 40, 20, 20]), *same)
    assert ours(snapshot, "kind", "area") == [("strongest", 2), ("strongest", 4), ("weakest", 7), ("weakest", 8)]


def test_with_too_few_to_compare_the_highest_and_lowest_own_points_are_told(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", areas=[10, 20, 30, 40, 50, 60, 70, 80]), *(made(number, areas=[40] * 8) for number in OTHERS[:3])
    )
    assert ours(snapshot, "kind", "area", "own", "mean", "difference", "n", "basis") == [
        ("strongest", 8, 80, None, None, 4, "own_points"),
        ("strongest", 7, 70, None, None, 4, "own_points"),
        ("weakest", 1, 10, None, None, 4, "own_points"),
        ("weakest", 2, 20, None, None, 4, "own_points"),
    ]


@pytest.mark.parametrize(
    ("areas", "rows"),
    [
        ([50] * 8, []),
        ([50] * 7 + [40], [("weakest", 8)]),
        ([60] + [50] * 7, [("strongest", 1)]),
    ],
)
def test_areas_with_equal_points_are_neither_strong_nor_weak(
    landscape: Landscape, areas: list[int], rows: list[Row]
) -> None:
    assert ours(landscape(made("9001", areas=areas)), "kind", "area") == rows


def test_nothing_moved_when_nothing_matters_or_the_family_is_another(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", 2008, "1.0", areas=[10] * 8),
        made("9001", 2015, "2.0", areas=[50] * 8),
        made("9001", 2018, areas=[50, 51, 52, 48, 49, 50, 50, 50]),
        made("9001", 2021, "2020", areas=[90] * 8),
    )
    assert [ours(snapshot, "kind", year=year).count(("moved",)) for year in (2008, 2015, 2018, 2021)] == [0] * 4


def test_what_moved_names_both_years_and_versions_and_skips_an_evaluation_without_the_area(
    landscape: Landscape,
) -> None:
    snapshot = landscape(
        made("9001", 2012, "2.0", areas={3: 40}),
        made("9001", 2015, "2.0", total=300),
        made("9001", 2018, areas={3: 43, 4: 10}),
    )
    assert ours(snapshot, "kind", "area", "before", "difference", "years", "versions")[-1] == (
        "moved", 3, 40, 3, [2012, 2018], ["2.0", "2.1"],
    )  # fmt: skip


def test_an_evaluation_with_only_a_total_has_nothing_that_stands_out(landscape: Landscape) -> None:
    assert ours(landscape(made("9001", total=400)), "kind") == []
