"""The heat map of municipality and area: every figure stands in its cell, the tint says its share of the maximum."""

import csv
from pathlib import Path

import pytest

from queries.snapshot import Snapshot
from reports.content import Heading, Paragraph
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import Made, made
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


def numbered(n: int) -> list[Made]:
    """Return n municipalities with falling totals, 700 for the first."""
    return [made(str(100_000 + place), total=700 - place, areas={1: place % 100}) for place in range(n)]


def test_sixty_are_shown_and_the_own_one_wherever_it_is_until_somebody_asks_for_all(landscape: Landscape) -> None:
    snapshot = landscape(*numbered(70))
    table = table_of("oversikt", snapshot, "varmekart-tabell", kommune="100066")
    assert table.rows["number"].to_list() == [*(str(100_000 + place) for place in range(60)), "100066"]
    assert table.rows["rank"][-1] == 67
    assert "61 av 70 vises; filen har alle." in table.notes[0]
    assert len(csv_rows(snapshot, table)) == 1 + 70
    assert link_below(snapshot, kommune="100066") == ("Vis alle 70", "alle")
    every = table_of("oversikt", snapshot, "varmekart-tabell", kommune="100066", vis="alle")
    assert every.rows.height == 70
    assert "vises" not in every.notes[0]
    assert link_below(snapshot, kommune="100066", vis="alle") == ("Vis de 60 første", None)


def link_below(snapshot: Snapshot, **words: str) -> tuple[str, str | None]:
    [below] = [one for one in built("oversikt", snapshot, "varmekart", **words) if isinstance(one, Paragraph)]
    assert below.link
    return below.text, dict(below.link.choices).get("vis")


def test_sixty_are_not_too_many(landscape: Landscape, example: Snapshot) -> None:
    for snapshot in (landscape(*numbered(60)), example):
        assert [type(one) for one in built("oversikt", snapshot, "varmekart")] == [Heading, Table]


def test_an_unknown_number_of_rows_is_told(example: Snapshot) -> None:
    choice, notices = chosen("oversikt", example, vis="ingen")
    assert not choice.all_rows
    assert notices == ["«ingen» finnes ikke som vis. Her vises «de første»."]


@pytest.mark.parametrize(("order", "column"), [("3", "3 Styring"), ("total", "Total")])
def test_it_is_sorted_by_the_column_chosen_highest_first(example: Snapshot, order: str, column: str) -> None:
    table = table_of("oversikt", example, "varmekart-tabell", sorter=order)
    figures = [int(figure) for (figure,) in on_screen(table, column)]
    assert len(figures) == 55
    assert figures == sorted(figures, reverse=True)
    assert [each.heading for each in table.columns if each.sorted] == [column]


def test_the_place_is_that_of_the_figure_it_is_sorted_by(example: Snapshot, real: Snapshot) -> None:
    areas = {number: _rounded_sums(figures)[2] for number, figures in latest_areas().items()}
    table = table_of("oversikt", example, "varmekart-tabell", sorter="3")
    expected = [1 + sum(points > areas[number] for points in areas.values()) for number in table.rows["number"]]
    assert [int(place) for (place,) in on_screen(table, "Plass")] == expected
    # Only two have area 3 in print: no place among fewer than five.
    assert {place for (place,) in on_screen(table_of("oversikt", real, "varmekart-tabell", sorter="3"), "Plass")} == {
        ".."
    }


def test_it_is_sorted_by_name_too(example: Snapshot) -> None:
    table = table_of("oversikt", example, "varmekart-tabell", sorter="navn")
    names = table.rows["name"].to_list()
    assert names == sorted(names)
    assert [(each.heading, each.sorted) for each in table.columns if each.sorted] == [("Kommune", "ascending")]


def test_each_heading_leads_to_its_order_and_keeps_everything_else(example: Snapshot) -> None:
    words = {"kommune": "1613", "familie": "2", "referanse": "2018", "vis": "alle"}
    table = table_of("oversikt", example, "varmekart-tabell", sorter="5", **words)
    led = {column.heading: dict(column.sort.choices) for column in table.columns if column.sort}
    assert list(led) == ["Kommune", "Total", *AREAS]
    assert led["Kommune"] == words | {"sorter": "navn"}
    assert led["Total"] == words
    for number, area in enumerate(AREAS, 1):
        assert led[area] == words | {"sorter": str(number)}
        assert chosen("oversikt", example, **led[area])[0].order.code == str(number)


def test_an_unknown_order_is_told_and_the_total_used(example: Snapshot) -> None:
    choice, notices = chosen("oversikt", example, sorter="9")
    assert choice.order.code == "total"
    assert notices == ["«9» finnes ikke som sorter. Her vises «total»."]


def test_the_order_stands_in_the_address_of_files(example: Snapshot) -> None:
    assert chosen("oversikt", example, sorter="3")[0].parameters()["sorter"] == "3"
    assert "sorter" not in chosen("oversikt", example)[0].parameters()


def test_everybody_with_a_total_is_in_it_and_what_is_not_known_says_so(real: Snapshot) -> None:
    # By hand from print: of those measured with 2.0 or 2.1 Ulstein has one area, Hemne and Hareid have all eight.
    table = table_of("oversikt", real, "varmekart-tabell")
    assert on_screen(table, "Kommune", "Plass", "Total", "1 Demokrati", "8 Samfunn") == [
        ("Lom", "1", "550", "..", ".."),
        ("Bærum", "2", "535", "..", ".."),
        ("Ulstein", "3", "534", "72", ".."),
        ("Kristiansund", "4", "523", "..", ".."),
        ("Hemne", "5", "433", "39", "63"),
        ("Øvre Eiker", "6", "378", "..", ".."),
        ("Hareid", "7", "324", "35", "44"),
    ]
    assert "To prikker står der bare totalen er kjent, eller området mangler." in table.notes[0]


def test_a_tint_is_the_share_of_the_maximum(landscape: Landscape) -> None:
    snapshot = landscape(made("1612", total=400, areas={1: 100, 2: 0, 3: 55}))
    table = table_of("oversikt", snapshot, "varmekart-tabell")
    [row] = table.rows.to_dicts()
    shades = {column.heading: column.shade(row) for column in table.columns if column.shade}
    assert shades["Total"] == 0.5
    assert (shades["1 Demokrati"], shades["2 Brukere"], shades["3 Styring"]) == (1.0, 0.0, 0.55)
    assert shades["4 Lederskap"] is None


def test_where_nobody_has_an_area_nothing_is_said_of_areas(landscape: Landscape) -> None:
    table = table_of("oversikt", landscape(made("1612", total=433)), "varmekart-tabell")
    assert table.notes == ["Jo sterkere blå, jo større del av maksimum: 100 poeng for et område, 800 for totalen."]


def title_of(snapshot: Snapshot, **words: str) -> str:
    [title] = [one.text for one in built("oversikt", snapshot, "varmekart", **words) if isinstance(one, Heading)]
    return title


def plain_title(figures: dict[str, tuple[str, float]], own: str) -> str:
    """Return the title of some figures by number, with the name of each, computed here alone."""
    highest = max(points for _name, points in figures.values())
    first = sorted(name for name, points in figures.values() if points == highest)
    higher = sum(points > figures[own][1] for _name, points in figures.values())
    title = f"{' og '.join(first)} er høyest av {len(figures)}"
    return f"{title}, {figures[own][0]} er nummer {higher + 1}" if higher else title


def test_the_title_says_who_is_highest_and_which_place_the_own_one_has(example: Snapshot) -> None:
    names = {row["municipality_number"]: row["municipality"] for row in rows("evaluations")}
    sums = {number: _rounded_sums(figures) for number, figures in latest_areas().items()}
    stated = {number: figures.get("0") for number, figures in latest_areas().items()}
    totals = {number: (names[number], stated[number] or sum(areas)) for number, areas in sums.items()}
    assert title_of(example, kommune="1612") == "Einerdal er høyest av 55, Hemne er nummer 9"
    for own in totals:
        assert title_of(example, kommune=own) == plain_title(totals, own)
    for place, area in enumerate(AREAS):
        figures = {number: (names[number], areas[place]) for number, areas in sums.items()}
        told = title_of(example, kommune="1612", sorter=str(place + 1))
        assert told == f"{area}: {plain_title(figures, '1612')}"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ({}, "Lom er høyest av de 7 vi har tall for"),
        ({"kommune": "1612"}, "Lom er høyest av de 7 vi har tall for, Hemne er nummer 5"),
        ({"kommune": "0514"}, "Lom er høyest av de 7 vi har tall for"),
        ({"kommune": "1612", "sorter": "navn"}, "Lom er høyest av de 7 vi har tall for, Hemne er nummer 5"),
        # Two have area 3: no place is told among fewer than five.
        ({"kommune": "1517", "sorter": "3"}, "3 Styring: Hemne er høyest av de 2 vi har tall for"),
        ({"kommune": "1612", "referanse": "2011"}, "Hemne er den ene kommunen vi har tall for"),
        ({"kommune": "1612", "familie": "3"}, "Røros er den ene kommunen vi har tall for"),
    ],
)
def test_of_thin_figures_the_title_says_no_more_than_they_do(real: Snapshot, words: dict[str, str], title: str) -> None:
    assert title_of(real, **words) == title


def test_those_who_share_the_first_place_are_all_named(landscape: Landscape) -> None:
    totals = {"1": 500, "2": 500, "3": 400, "4": 400, "5": 300, "6": 200}
    snapshot = landscape(*(made(number, total=total) for number, total in totals.items()))
    assert title_of(snapshot, kommune="4") == "Kommune 1 og Kommune 2 er høyest av 6, Kommune 4 er nummer 3"
    assert title_of(snapshot, kommune="2") == "Kommune 1 og Kommune 2 er høyest av 6"


def test_where_nobody_has_the_area_the_title_says_so(landscape: Landscape) -> None:
    assert title_of(landscape(made("1612", total=433)), sorter="3") == "3 Styring: Ingen kommuner har dette tallet"
