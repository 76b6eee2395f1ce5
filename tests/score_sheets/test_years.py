"""Versions and municipalities held against the year of the evaluation, and what the register knows."""

from time import perf_counter
from typing import Any

import pytest

from data.score_sheets.finding import Finding
from data.score_sheets.intake import SheetFile, check_files
from data.score_sheets.reference_data import reference_data
from data.store import Store
from tests.workbooks.edits import history

AREAS = (50,) * 8
OR_CONFIRM = "eller bekreft at kilden er slik."


def found(store: Store, country: str, number: Any, name: str, year: Any, version: Any) -> list[Finding]:
    """Return the findings on one row of Historikk."""
    row = (country, number, name, year, version, None, 400, *AREAS, "Rapport")
    return list(check_files([SheetFile("h.xlsx", history(row))], store, "real").findings)


def told(findings: list[Finding]) -> list[str]:
    return [f"{one.severity} {one.sentence()}" for one in findings]


def codes(findings: list[Finding]) -> list[str]:
    return [one.code for one in findings]


@pytest.mark.parametrize(
    ("version", "year", "in_use"),
    [
        ("2.0", 2009, "1.0"),
        ("1.0", 2010, "2.0"),
        ("2.1", 2015, "2.0"),
        ("1.0", 2016, "2.0 eller 2.1"),
        ("2.0", 2017, "2.1"),
        ("2.0", 2020, "2.1 eller 2020"),
        ("2.1", 2021, "2020"),
        ("2020", 2019, "2.1"),
    ],
)
def test_a_version_outside_its_time_is_a_warning(shared_store: Store, version: str, year: int, in_use: str) -> None:
    assert told(found(shared_store, "NO", "0301", "Oslo", year, version)) == [
        f"warning Historikk!E2: Versjon {version} var ikke i bruk i {year}; da gjaldt versjon {in_use}. "
        f"Rett versjonen eller året, {OR_CONFIRM}"
    ]


@pytest.mark.parametrize(
    ("version", "year"),
    [("1.0", 2009), ("2.0", 2010), ("2.0", 2016), ("2.1", 2016), ("2.1", 2020), ("2020", 2020), ("2.1", "senest 2023")],
)
def test_a_version_in_its_time_is_none_and_a_latest_possible_year_is_exempt(
    shared_store: Store, version: str, year: Any
) -> None:
    assert told(found(shared_store, "NO", "0301", "Oslo", year, version)) == []


@pytest.mark.parametrize(("label", "version", "year"), [("2010", "2.0", 2014), (2016, "2.1", 2018)])
def test_a_label_that_is_a_year_is_the_version_introduced_then(
    shared_store: Store, label: Any, version: str, year: int
) -> None:
    assert told(found(shared_store, "Sverige", 180, "Stockholm", year, label)) == [
        f"information Historikk!E2: Versjon «{label}» leses som versjon {version}, som kom i {label}. "
        "Mente du en annen versjon, må du rette den."
    ]


def test_2020_is_itself_a_version(shared_store: Store) -> None:
    assert told(found(shared_store, "SE", "0180", "Stockholms stad", 2021, 2020)) == []


@pytest.mark.parametrize("label", ["2012", "2021", "3.0", "20", "202", "2.9.1", "0.1", "10"])
def test_no_version_of_another_family_is_ever_proposed(shared_store: Store, label: str) -> None:
    [finding] = [one for one in found(shared_store, "NO", "0301", "Oslo", 2018, label) if one.severity == "error"]
    assert finding.code == "unknown_version"
    assert finding.values.get("guess", label[:2])[:2] == label[:2]


@pytest.mark.parametrize(
    ("number", "name", "year", "sentence"),
    [
        ("5011", "Hemne", 2021, "Hemne (5011) fantes ikke i 2021: kommunen ble en del av Heim (5055) 01.01.2020"),
        ("1612", "Hemne", 2021, "Hemne (1612) fantes ikke i 2021: kommunen ble en del av Heim (5055) 01.01.2020"),
        (
            "5012",
            "Snillfjord",
            2020,
            "Snillfjord (5012) fantes ikke i 2020: "
            "kommunen ble delt mellom Heim (5055), Hitra (5056) og Orkland (5059) 01.01.2020",
        ),
        (
            "5055",
            "Heim",
            2018,
            "Heim (5055) fantes ikke ennå i 2018: "
            "kommunen ble dannet 01.01.2020 av Halsa (1571), Hemne (5011) og en del av Snillfjord (5012)",
        ),
        (
            "5055",
            "Heim",
            2016,
            "Heim (5055) fantes ikke ennå i 2016: "
            "kommunen ble dannet 01.01.2020 av Halsa (1571), Hemne (1612) og en del av Snillfjord (1613)",
        ),
        (
            "1580",
            "Haram",
            2022,
            "Haram (1580) fantes ikke ennå i 2022: kommunen ble dannet 01.01.2024 av en del av Ålesund (1507)",
        ),
    ],
)
def test_a_municipality_outside_its_lifetime_is_a_warning_that_says_what_became_of_it(
    shared_store: Store, number: str, name: str, year: int, sentence: str
) -> None:
    version = "2.0" if year == 2016 else "2.1" if year == 2018 else "2020"
    assert told(found(shared_store, "NO", number, name, year, version)) == [
        f"warning Historikk!B2: {sentence}. Rett året eller nummeret, {OR_CONFIRM}"
    ]


@pytest.mark.parametrize(
    ("number", "name", "year", "guess"),
    [
        ("1259", "Øygarden", 2021, ("4626",)),
        ("4626", "Øygarden", 2018, ("1259",)),
        ("1507", "Ålesund", 2025, ("1508",)),
    ],
)
def test_a_namesake_that_existed_is_proposed(
    shared_store: Store, number: str, name: str, year: int, guess: tuple[str, ...]
) -> None:
    [finding] = found(shared_store, "NO", number, name, year, "2.1" if year == 2018 else "2020")
    assert finding.values["guess"] == guess


@pytest.mark.parametrize(
    ("number", "name", "year", "version"),
    [
        ("5011", "Hemne", 2014, "2.0"),  # 1612 then
        ("0104", "Moss", 2019, "2.1"),
        ("1601", "Trondheim", 2022, "2020"),  # 5001 then
        ("1612", "Hemne", "senest 2021", "2.1"),
        ("0219", "Bærum", 2021, "2020"),  # 3024 then
    ],
)
def test_another_number_of_the_same_municipality_is_fine(
    shared_store: Store, number: str, name: str, year: Any, version: str
) -> None:
    assert told(found(shared_store, "NO", number, name, year, version)) == []


def test_every_number_and_name_of_the_register_is_known(shared_store: Store) -> None:
    reference = reference_data(shared_store, "real")
    rows = shared_store.read("from municipality_number").to_dicts()
    assert len([row for row in rows if row["country"] == "NO"]) == 851
    assert len([row for row in rows if row["country"] == "SE"]) == 290
    for row in rows:
        key = reference.key(row["country"], row["number"])
        assert key == row["municipality_number"]
        assert row["number"] in reference.numbers[key]
        for name in [row["municipality"], *(row["other_names"] or "").split("; ")]:
            assert not name or reference.municipalities.is_called(key, name)


@pytest.mark.parametrize(
    ("country", "number", "name"),
    [
        ("NO", "5436", "Porsáŋgu"),
        ("NO", "5436", "PORSANGER - Porsáŋgu - Porsanki"),
        ("NO", "3419", "Våler (Innlandet)"),
        ("NO", "3419", "Våler i Solør"),
        ("NO", "5610", "Kárášjohka / Karasjok"),
        ("SE", "1480", "Göteborgs stad"),
        ("SE", "1490", "Borås kommun"),
    ],
)
def test_usual_spellings_are_names_of_the_municipality(
    shared_store: Store, country: str, number: str, name: str
) -> None:
    assert "other_name" not in codes(found(shared_store, country, number, name, 2024, "2020"))


@pytest.mark.parametrize(
    ("country", "number", "name", "sentence"),
    [
        ("NO", "3201", "Asker", "Nummer 3201 er Bærum hos oss, og arket sier «Asker». Mente du 3025 eller 3203?"),
        ("NO", "9998", "Bærum", "Vi kjenner Bærum med nummer 0219, 3024 eller 3201, ikke 9998."),
        ("SE", "0180", "Malmö", "Nummer 0180 er Stockholm hos oss, og arket sier «Malmö». Mente du 1280?"),
        ("SE", "9999", "Malmö", "Vi kjenner Malmö med nummer 1280, ikke 9999."),
        ("NO", "9998", "Lillehamer", "Kommunen 9998 Lillehamer er ny hos oss. Mente du 3405 Lillehammer?"),
        ("NO", "9998", "Xyzby", "Nummer 9998 finnes ikke i kommuneregisteret."),
    ],
)
def test_a_number_and_a_name_that_do_not_fit_are_said(
    shared_store: Store, country: str, number: str, name: str, sentence: str
) -> None:
    [finding] = found(shared_store, country, number, name, 2024, "2020")
    assert sentence in finding.sentence()


def test_a_misspelt_name_is_found_without_comparing_it_with_every_name(shared_store: Store) -> None:
    reference = reference_data(shared_store, "real").municipalities
    names = sorted(name for name, keys in reference.keys_by_name.items() if len(name) > 5 and "-" not in keys[0])
    reference.near_name("NO", "bygger registeret")
    start = perf_counter()
    near = [reference.near_name("NO", f"{name[:3]}x{name[3:]}") for name in names]
    assert perf_counter() - start < 2.5
    assert near == names
    assert len(names) > 300
