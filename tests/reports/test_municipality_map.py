"""The map of the real municipalities: who is drawn, where, how strongly, and that a list says the same."""

import pytest

from queries.snapshot import Snapshot
from reports.content import Heading, Paragraph, Picture
from reports.links import Link
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import DATA, csv_rows, made
from tests.reports.reading_reports import built, on_screen, table_of, taken_away, texts
from tests.reports.reading_reports import csv_rows as file_rows

# By hand from print and from the register: the latest total of each until 2019, and its number in that year's borders.
MEASURED = {
    "0514": ("Lom", 550, "senest 2019"),
    "0219": ("Bærum", 535, "senest 2019"),
    "1516": ("Ulstein", 534, "2019"),
    "1505": ("Kristiansund", 523, "2016"),
    "5011": ("Hemne", 433, "2018"),
    "0624": ("Øvre Eiker", 378, "2015"),
    "1517": ("Hareid", 324, "2019"),
}
NUMBER_IN_2019 = {"1612": "5011", "1640": "5025", "1653": "5028", "1657": "5029", "1613": "5012"}
# 480 to 560 of 800, 400 to 480, 320 to 400: the classes are drawn from strong to pale.
TINT = {550: 0.95, 535: 0.95, 534: 0.95, 523: 0.95, 433: 0.585, 378: 0.22, 324: 0.22}


def drawn(snapshot: Snapshot, report: str = "oversikt", **words: str) -> list[dict[str, object]]:
    picture = taken_away(report, snapshot, **words)["kart-bilde"]
    assert isinstance(picture, Picture)
    rows: list[dict[str, object]] = picture.points.to_pylist()
    return rows


def places(rows: list[dict[str, object]]) -> dict[object, dict[str, object]]:
    return {row["number"]: row for row in rows if row["kind"] == "place"}


def key_of(rows: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(row["label"], row["opacity"]) for row in rows if row["kind"] == "key"]


def known_without_points(until: int, *families: str) -> dict[str, str]:
    """Return who is in the catalogue with these versions until a year, by number in the borders of 2019."""
    return {
        NUMBER_IN_2019.get(row["municipality_number"], row["municipality_number"]): row["municipality"]
        for row in csv_rows(DATA / "catalogue" / "known_evaluations.csv")
        if row["version"] in families and int(row["year"]) <= until
    }


def test_everybody_with_a_total_is_drawn_where_it_lies_and_as_strongly_as_its_share(real: Snapshot) -> None:
    seen = places(drawn(real, kommune="1612"))
    where = {row["number"]: row for row in csv_rows(DATA / "reference" / "points_no.csv") if row["year"] == "2019"}
    for number, (name, total, year) in MEASURED.items():
        row = seen[number]
        assert (row["lon"], row["lat"]) == (float(where[number]["lon"]), float(where[number]["lat"]))
        assert row["opacity"] == pytest.approx(TINT[total], abs=0.001)
        assert str(row["label"]).replace("\u00a0", " ") == f"{name} {total}"
        assert row["tooltip"] == f"{name} {year}: {total} av 800 poeng"
    assert [number for number, row in seen.items() if row["own"]] == ["5011"]


def test_those_known_without_points_are_outlined_and_the_key_says_what_that_is(real: Snapshot) -> None:
    rows = drawn(real)
    known = known_without_points(2019, "2.0", "2.1")
    expected = {number: name for number, name in known.items() if number not in MEASURED}
    outlined = {number: row for number, row in places(rows).items() if not row["measured"]}
    assert set(outlined) == set(expected)
    for number, name in expected.items():
        assert str(outlined[number]["tooltip"]).startswith(f"{name}: evaluert ")
        assert (outlined[number]["label"], outlined[number]["opacity"]) == ("", 0)
    assert key_of(rows) == [
        ("480 til under 560 poeng", 0.95),
        ("400 til under 480 poeng", 0.585),
        ("320 til under 400 poeng", 0.22),
        ("evaluert, uten poeng her", 0),
    ]


def test_the_list_has_the_same_municipalities_and_leads_where_the_map_does(real: Snapshot) -> None:
    table, seen = table_of("oversikt", real, "kart-tabell"), places(drawn(real))
    listed = on_screen(table, "Kommune", "Evaluert", "Poeng")
    assert listed[:7] == [(name, year, str(total)) for name, total, year in MEASURED.values()]
    assert {points for _name, _year, points in listed[7:]} == {".."}
    assert len(listed) == len(seen)
    for row in table.rows.iter_rows(named=True):
        assert table.columns[0].link
        to = table.columns[0].link(row)
        assert isinstance(to, Link)
        query = "&".join(f"{name}={value}" for name, value in to.choices)
        assert seen[row["place"]]["href"] == f"./{to.page}?{query}"
    assert len(file_rows(real, table)) == 1 + len(listed)


def test_the_words_have_every_value_and_the_files_name_the_owner_of_the_borders(real: Snapshot) -> None:
    picture = taken_away("oversikt", real)["kart-bilde"]
    assert isinstance(picture, Picture)
    for name, total, _year in MEASURED.values():
        assert f"{name}\u00a0{total}" in picture.description
    assert "Evaluert uten poeng her: Gausdal" in picture.description
    assert "Grensene er fra 2019. © Kartverket (CC BY 4.0), forenklet." in picture.origin


def test_the_title_counts_both(real: Snapshot) -> None:
    without = len(set(known_without_points(2019, "2.0", "2.1")) - set(MEASURED))
    assert (
        texts(built("oversikt", real, "kart"))[0] == f"7 kommuner har poeng her, {without} er evaluert uten poeng her"
    )


@pytest.mark.parametrize(("year", "family", "borders"), [("2016", "2", "2019"), ("2021", "3", "2020")])
def test_the_borders_follow_the_reference_year(real: Snapshot, year: str, family: str, borders: str) -> None:
    picture = taken_away("oversikt", real, referanse=year, familie=family)["kart-bilde"]
    assert isinstance(picture, Picture)
    assert f"kart/{borders}.topojson" in str(picture.specification)


def test_who_is_no_more_in_the_borders_is_told_and_not_drawn(landscape: Landscape) -> None:
    snapshot = landscape(made("1612", total=433), made("0301", 2024, "2020", total=500), made("0219", 2024, total=600))
    contents = built("oversikt", snapshot, "kart", referanse="2024", familie="2")
    [told] = [one.text for one in contents if isinstance(one, Paragraph)]
    assert told.endswith("Ikke på kartet, siden de ikke finnes i disse grensene: Kommune 1612.")
    assert list(places(drawn(snapshot, referanse="2024", familie="2"))) == ["3201"]  # Bærum since 2024
    assert table_of("oversikt", snapshot, "kart-tabell", referanse="2024", familie="2").rows.height == 2


def test_with_as_many_as_print_has_the_classes_are_the_quartiles(landscape: Landscape) -> None:
    numbers = ("0301", "0219", "0514", "1516", "1517", "1612", "1571", "0624", "1505")
    snapshot = landscape(*(made(number, total=800 - 50 * place) for place, number in enumerate(numbers)))
    rows = drawn(snapshot)
    # Nine totals from 800 to 400: the quartiles are 500, 600 and 700.
    tint = {4: 0.95, 3: 0.707, 2: 0.463, 1: 0.22}
    quartiles = (4, 4, 4, 3, 3, 2, 2, 1, 1)
    drawn_at = places(rows)
    for number, quartile in zip(numbers, quartiles, strict=True):
        row = drawn_at[NUMBER_IN_2019.get(number, number)]
        assert row["opacity"] == pytest.approx(tint[quartile], abs=0.001)
        assert row["label"] == ""  # nine names are too many
    assert [label for label, _tint in key_of(rows)] == [
        "Øvre kvartil", "Nest øverste kvartil", "Nest nederste kvartil", "Nedre kvartil"
    ]  # fmt: skip
    assert drawn_at["0301"]["tooltip"] == "Kommune 0301 2018: 800 av 800 poeng, øvre kvartil"
    of_area = drawn(snapshot, "storrelsesgruppe", kommune="0301", aar="2018")
    assert {number: row["opacity"] for number, row in places(of_area).items()} == {
        number: row["opacity"] for number, row in drawn_at.items()
    }


def test_the_chosen_area_is_drawn_and_who_has_a_total_only_is_outlined(real: Snapshot) -> None:
    rows = places(drawn(real, "storrelsesgruppe", kommune="1612", aar="2018", omrade="3"))
    # KS-K rapport 3/2018 for Hemne; Hareid 2017. The others have no areas in print.
    assert {row["label"] for row in rows.values() if row["measured"]} >= {"Hemne\u00a077"}
    assert not rows["1516"]["measured"]
    assert rows["1516"]["href"] == "./kommune?kommune=1516&aar=2017"
    assert rows["5029"]["href"] == "./?kommune=1657"
    assert rows["5011"]["tooltip"] == "Hemne 2018: 77 av 100 poeng"


def test_invented_municipalities_and_those_of_other_countries_are_on_no_map(
    example: Snapshot, landscape: Landscape
) -> None:
    swedish = landscape(made("SE-0180", total=500, country="SE"))
    for snapshot, number in ((example, "1612"), (swedish, "SE-0180")):
        for report in ("oversikt", "storrelsesgruppe"):
            assert built(report, snapshot, "kart", kommune=number) == ()


def test_numbers_that_no_register_has_are_on_no_map(landscape: Landscape) -> None:
    snapshot = landscape(made("123456", total=500), made("0301", total=400))
    assert list(places(drawn(snapshot))) == ["0301"]
    assert built("oversikt", landscape(made("123456", total=500)), "kart", referanse="2017") == ()


def test_a_heading_a_map_and_a_list_are_all_there_is(real: Snapshot) -> None:
    contents = built("storrelsesgruppe", real, "kart", kommune="1612", aar="2018")
    assert isinstance(contents[0], Heading)
    files = taken_away("storrelsesgruppe", real, kommune="1612", aar="2018")
    assert isinstance(files["kart-bilde"], Picture)
    assert isinstance(files["kart-tabell"], Table)
