"""The heat map of municipality and area: every figure stands in its cell, the tint says its share of the maximum."""

import csv
from pathlib import Path

import pytest

from queries.snapshot import Snapshot
from reports.content import Fold
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import made
from tests.reports.reading_reports import built, chosen, csv_rows, on_screen, table_of

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
AREAS = (
    "1 Demokrati",
    "2 Brukere",
    "3 Styring",
    "4 Lederskap",
    "5 Resultat",
    "6 Arbeidsgiver",
    "7 Læring",
    "8 Samfunn",
)


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def latest_areas() -> dict[str, dict[str, float]]:
    """Return the areas of the latest evaluation of each with family 2, from the files of the example alone."""
    points: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in rows("points"):
        key = row["municipality_number"], row["year"], row["version"]
        points.setdefault(key, {})[row["code"]] = float(row["points"])
    newest: dict[str, tuple[str, str]] = {}
    for row in rows("evaluations"):
        if row["version"] in ("2.0", "2.1"):
            number = row["municipality_number"]
            newest[number] = max(newest.get(number, ("", "")), (row["year"], row["version"]))
    return {number: points[(number, *when)] for number, when in newest.items()}


def test_every_area_of_all_55_is_the_figure_of_the_latest_evaluation(example: Snapshot) -> None:
    heading, *lines = csv_rows(example, table_of("oversikt", example, "varmekart-tabell"))
    numbers = heading.index("Kommunenummer")
    told = {line[numbers]: [float(line[heading.index(area)].replace(",", ".")) for area in AREAS] for line in lines}
    expected = latest_areas()
    assert len(told) == 55
    computed = {number: _rounded_sums(figures) for number, figures in expected.items()}
    assert told == computed


def _rounded_sums(figures: dict[str, float]) -> list[float]:
    """Return the areas as stated, else the sum of their questions rounded half up."""
    sums = {}
    for area in map(str, range(1, 9)):
        tenths = sum(round(10 * points) for code, points in figures.items() if code.startswith(f"{area}."))
        sums[area] = figures.get(area, float((tenths + 5) // 10))
    return [sums[area] for area in map(str, range(1, 9))]


def test_the_first_fifteen_are_shown_and_the_own_one_wherever_it_is(example: Snapshot) -> None:
    names = [name for (name,) in on_screen(table_of("oversikt", example, "varmekart-tabell"), "Kommune")]
    assert (len(names), names[0], names[8]) == (15, "Einerdal", "Hemne")
    table = table_of("oversikt", example, "varmekart-tabell", kommune="1613")
    assert table.rows.height == 16
    assert table.rows["name"][-1] == "Snillfjord (eksempel)"
    assert "De 15 første av 55 vises; filen har alle." in table.notes[0]


def test_the_others_stand_in_a_fold(example: Snapshot) -> None:
    [fold] = [content for content in built("oversikt", example, "varmekart") if isinstance(content, Fold)]
    [table] = fold.contents
    assert isinstance(table, Table)
    assert table.rows.height == 55


@pytest.mark.parametrize(("order", "column"), [("3", "3 Styring"), ("total", "Total")])
def test_it_is_sorted_by_the_column_chosen_highest_first(example: Snapshot, order: str, column: str) -> None:
    shown = on_screen(table_of("oversikt", example, "varmekart-alle", sorter=order), column)
    figures = [int(figure) for (figure,) in shown]
    assert figures == sorted(figures, reverse=True)


def test_it_is_sorted_by_name_too(example: Snapshot) -> None:
    names = table_of("oversikt", example, "varmekart-alle", sorter="navn").rows["name"].to_list()
    assert names == sorted(names)


def test_an_unknown_order_is_told_and_the_total_used(example: Snapshot) -> None:
    choice, notices = chosen("oversikt", example, sorter="9")
    assert choice.order.code == "total"
    assert notices == ["«9» finnes ikke som sorter. Her vises «total»."]


def test_the_order_stands_in_the_address_of_files(example: Snapshot) -> None:
    assert chosen("oversikt", example, sorter="3")[0].parameters()["sorter"] == "3"
    assert "sorter" not in chosen("oversikt", example)[0].parameters()


def test_only_those_with_an_area_are_in_it_and_what_is_not_known_says_so(real: Snapshot) -> None:
    # By hand from print: of those measured with 2.0 or 2.1 Ulstein has one area, Hemne and Hareid have all eight.
    assert on_screen(
        table_of("oversikt", real, "varmekart-tabell"), "Kommune", "Total", "1 Demokrati", "8 Samfunn"
    ) == [
        ("Ulstein", "534", "72", ".."),
        ("Hemne", "433", "39", "63"),
        ("Hareid", "324", "35", "44"),
    ]


def test_a_tint_is_the_share_of_the_maximum(landscape: Landscape) -> None:
    snapshot = landscape(made("1612", total=400, areas={1: 100, 2: 0, 3: 55}))
    table = table_of("oversikt", snapshot, "varmekart-tabell")
    [row] = table.rows.to_dicts()
    shades = {column.heading: column.shade(row) for column in table.columns if column.shade}
    assert shades["Total"] == 0.5
    assert (shades["1 Demokrati"], shades["2 Brukere"], shades["3 Styring"]) == (1.0, 0.0, 0.55)
    assert shades["4 Lederskap"] is None


def test_where_nobody_has_an_area_there_is_no_heat_map(landscape: Landscape) -> None:
    assert built("oversikt", landscape(made("1612", total=433)), "varmekart") == ()
