"""Any municipality is found by any of its names and numbers, also when they are spelt nearly right."""

import csv
import random
from pathlib import Path

import pytest

from pages.overview.find import MOST_SHOWN
from queries.municipalities import find, findable_names, register
from queries.snapshot import Snapshot

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("hemne", "1612"), ("HEMNE ", "1612"), ("1612", "1612"), ("5011", "1612"), ("Heim", "5055"),
        ("Trondheim", "1601"), ("Tråante", "1601"), ("5001", "1601"),
        ("Guovdageaidnu", "2011"), ("Kárášjohka", "2021"), ("karasjohka", "2021"), ("Gáivuotna", "1940"),
        ("kafjord", "1940"), ("Stïentje", "5006"), ("Porsanki", "2020"), ("Borre", "0701"),
        ("Malmö", "SE-1280"), ("malmo", "SE-1280"), ("SE-1280", "SE-1280"), ("se-0180", "SE-0180"),
        ("Hemen", "1612"), ("kautokeno", "2011"), ("trondhjem", "1601"), ("Ulsten", "1516"),
    ],
)  # fmt: skip
def test_a_name_or_number_old_or_new_finds_its_municipality_first(real: Snapshot, text: str, key: str) -> None:
    assert find(real, text)[0] == key


def test_every_norwegian_number_since_2002_finds_the_one_norwegian_municipality_with_that_number_first(
    real: Snapshot,
) -> None:
    entries = register(real)
    for row in rows("municipalities_no"):
        first, *others = find(real, row["number"])
        assert row["number"] in entries[first].numbers
        assert all(key == f"SE-{row['number']}" for key in others)


def test_every_municipality_is_found_by_its_name_among_those_of_that_name(real: Snapshot) -> None:
    for row in random.Random(20261127).sample(rows("municipalities_no") + rows("municipalities_se"), 200):
        number = row.get("number") or f"SE-{row['code']}"
        found = [register(real)[key].numbers for key in find(real, row["name"])]
        assert any(number in numbers for numbers in found), row


def test_two_of_the_same_name_are_both_found_and_told_apart(real: Snapshot) -> None:
    labels = [findable_names(real)[key] for key in find(real, "øygarden")]
    assert labels == ["Øygarden (1259, til 2019)", "Øygarden (4626)"]


@pytest.mark.parametrize(
    ("text", "inside", "meant"),
    [("Aker", "0412", "3025"), ("Fron", "0516", "0215"), ("Toke", "2011", "0833"), ("Vedal", "SE-1263", "1721")],
)
def test_a_short_name_spelt_nearly_right_is_found_after_those_that_contain_it(
    real: Snapshot, text: str, inside: str, meant: str
) -> None:
    found = find(real, text)
    assert found.index(inside) < found.index(meant) < MOST_SHOWN


def test_nothing_is_found_by_nothing_and_by_what_resembles_no_name(real: Snapshot) -> None:
    assert find(real, " ") == []
    assert find(real, "xyzzyq") == []


def test_those_with_points_come_first(real: Snapshot) -> None:
    assert find(real, "h")[:2] == ["1517", "1612"]  # Hareid and Hemne, before Hadsel


def test_the_example_landscape_knows_no_municipality_of_the_register(example: Snapshot) -> None:
    assert find(example, "Oslo") == []
    assert find(example, "Hemne") == ["1612"]
