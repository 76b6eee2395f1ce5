"""What there is to say of change: by hand from print, and of made-up municipalities."""

from typing import Any

import pytest

from queries.snapshot import Snapshot
from reports.content import Beside, Bullets, Filed, Fold, Heading, Item, Notice, Paragraph, Picture, files_of
from reports.table import Table
from reports.trend.across_years import BREAK
from reports.trend.changes import versions_apart
from reports.values import shown
from reports.view import View
from tests.conftest import Landscape
from tests.landscapes import made
from tests.reports.reading_reports import built, chosen, every_format, on_screen, one_file, rows_of, taken_away

MINUS = "\N{MINUS SIGN}"
HAREID = {"kommune": "1517", "aar": "2019"}
SEVERAL = {"kommune": "1612", "aar": "2018", "kommuner": "1516,1517"}
HEADINGS = [
    "Kommune", "Tall", "Evaluert", "Versjon", "Poeng", "Endring", "Stor nok til å tillegges vekt", "Grunnlag",
    "Merknad", "Kilde", "Sted",
]  # fmt: skip


def section(snapshot: Snapshot, key: str, **words: str) -> tuple[Any, ...]:
    return built("utvikling", snapshot, key, **words)


def columns(picture: Picture) -> list[tuple[str, str]]:
    return [(row["label"], row["value"]) for row in picture.points.to_pylist() if row["kind"] == "year"]


def test_the_totals_of_hemne_are_drawn_under_what_they_are(real: Snapshot) -> None:
    heading, picture = section(real, "totalt", kommune="1612")
    assert heading == Heading("Totalen: 440 i 2011, 433 i 2018")
    assert columns(picture) == [("2011", "440"), ("2018", "433")]
    assert picture.title == "Hemne: total per evaluering"


def test_a_total_known_once_or_with_versions_apart_is_told_with_its_year(real: Snapshot, landscape: Landscape) -> None:
    assert section(real, "totalt", kommune="1640")[0] == Heading("Totalen: 593 i 2021")
    snapshot = landscape(made("9001", 2009, "1.0", total=400), made("9001", 2018, total=410))
    assert section(snapshot, "totalt", kommune="9001")[0] == Heading("Totalen: 400 i 2009, 410 i 2018")


def test_the_change_that_the_page_begins_with_is_not_noted_once_more(example: Snapshot, real: Snapshot) -> None:
    [_heading, _picture, said] = section(example, "totalt", kommune="1612")
    told = "Versjon 2.0 kan ikke sammenlignes med versjon 1.0. Derfor vises ingen endring fra forrige evaluering."
    assert said == Bullets((Item(told, "2011:"),))
    notes = section(real, "totalt", kommune="1516")[-1]
    assert [item.label for item in notes.items] == ["2015:", "2017:", "2019:"]


def test_a_picture_says_what_it_never_crosses_and_its_sources(real: Snapshot) -> None:
    [picture] = files_of(section(real, "totalt", kommune="1612")).values()
    assert isinstance(picture, Picture)
    assert picture.origin == (
        "Figurer og endringer går aldri på tvers av versjoner som ikke kan sammenlignes.",
        "Kilder: KS-K rapport 3/2018.",
    )


def test_where_no_total_is_known_that_is_said(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", areas={3: 50}))
    told = Notice("no_total_known", "Ingen total er kjent for Kommune 9001.")
    assert section(snapshot, "totalt", kommune="9001") == (Heading("Totalt"), told)


def test_each_family_has_a_spider_and_a_twin_of_its_own(example: Snapshot) -> None:
    contents = section(example, "omrader", kommune="1612")
    headings = [one.text for one in contents if isinstance(one, Heading)]
    assert headings == ["Områdene, versjon 1.0", "Områdene, versjon 2.0 og 2.1"]
    assert [*files_of(contents)] == ["omrader-spindel-1", "omrader-soyler-1", "omrader-spindel-2", "omrader-soyler-2"]
    assert files_of(contents)["omrader-soyler-2"].title == (
        "Eksempeldata: Hemne: områdene med versjon 2.0 og 2.1, år for år"
    )


def test_one_area_has_no_spider_and_none_has_nothing(real: Snapshot) -> None:
    assert [*files_of(section(real, "omrader", kommune="1516"))] == ["omrader-soyler-2"]
    assert section(real, "omrader", kommune="1640") == ()


def test_the_changes_of_hareid_are_those_its_own_article_prints(real: Snapshot) -> None:
    table = one_file("utvikling", real, "endringer-tabell", **HAREID)
    assert isinstance(table, Table)
    headings, *rows = rows_of(real, table)
    assert headings == HEADINGS
    newest = [row for row in rows if row[2] == "2019"]
    assert [row[5] for row in newest] == [77, 12, 11, 10, 5, 18, 3, 18, -1]
    assert [row[6] for row in newest] == ["ja"] * 8 + ["nei"]
    assert newest[0][:9] == ["Hareid", "Totalt", "2019", "2.1", 324, 77, "ja", "oppgitt", "247 → 324: +77."]


def test_a_change_too_small_to_matter_stands_in_brackets_on_the_screen(real: Snapshot) -> None:
    table = one_file("utvikling", real, "endringer-tabell", **HAREID)
    [change] = [column for column in table.columns if column.heading == "Endring"]
    rows = [row for row in table.rows.to_dicts() if row["year"] == 2019]
    assert [shown(change, row) for row in rows][-3:] == ["+3", "+18", f"({MINUS}1)"]


def test_without_others_it_is_said_how_to_see_some(real: Snapshot) -> None:
    told = "Velg én eller flere kommuner for å se dem sammen med den du ser på."
    for listed in ({}, {"kommuner": "1612"}):
        assert section(real, "flere", kommune="1612", **listed) == (Paragraph(told, "caption"),)


def test_several_stand_on_common_axes_under_their_names_and_in_one_table(real: Snapshot) -> None:
    heading, picture, axes, table = section(real, "flere", **SEVERAL)
    assert heading == Heading("Ulstein flyttet seg mest: +173 poeng fra 2013 til 2019", 3)
    assert isinstance(picture, Picture)
    drawn = picture.points.to_pylist()
    assert [row["name"] for row in drawn if row["kind"] == "panel"] == ["Hemne", "Ulstein", "Hareid"]
    assert picture.title == "Totaler over tid: Hemne, Ulstein og Hareid"
    assert picture.description.startswith(
        "Alle har samme tidsakse, fra 2011 til 2019, og samme poengakse, fra 0 til 800. Hemne 2011 (versjon 2.0): 440 "
    )
    assert "Hareid 2019 (versjon 2.1): 324 av 800 poeng, endring +77." in picture.description
    assert axes.text.startswith("Alle har samme tidsakse og samme poengakse.")
    assert picture.origin[0] == axes.text
    assert [row[:6] for row in rows_of(real, table)[1:]] == [
        ["Hemne", "2011", "2.0", 440, None, None], ["Hemne", "2018", "2.1", 433, -7, "nei"],
        ["Ulstein", "2013", "2.0", 361, None, None], ["Ulstein", "2015", "2.0", 433, 72, "ja"],
        ["Ulstein", "2017", "2.1", 467, 34, "ja"], ["Ulstein", "2019", "2.1", 534, 67, "ja"],
        ["Hareid", "2017", "2.1", 247, None, None], ["Hareid", "2019", "2.1", 324, 77, "ja"],
    ]  # fmt: skip
    assert table.marked == {"number": "1612"}


def test_whoever_has_no_total_is_named_beside_the_others(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", total=400), made("9002", areas={3: 50}), made("9003", areas={3: 50}))
    heading, told, picture, *_others = section(snapshot, "flere", kommune="9001", kommuner="9002,9003")
    assert heading == Heading("Ingen av dem har en total fra to evalueringer som kan sammenlignes", 3)
    assert told == Notice("no_total_known", "Ingen total er kjent for Kommune 9002 og Kommune 9003.")
    assert picture.title == "Totaler over tid: Kommune 9001"
    told = Notice("no_total_known", "Ingen total er kjent for Kommune 9002 og Kommune 9003.")
    assert section(snapshot, "flere", kommune="9002", kommuner="9003") == (told,)


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        (409, 391, "Ingen av totalene flyttet seg så det betyr noe"),
        (420, 405, "Kommune 9001 flyttet seg mest: +20 poeng fra 2012 til 2018"),
        (405, 380, f"Kommune 9002 flyttet seg mest: {MINUS}20 poeng fra 2012 til 2018"),
        (420, 380, f"Kommune 9001 (+20) og Kommune 9002 ({MINUS}20) flyttet seg mest"),
    ],
)
def test_of_several_the_largest_change_that_matters_is_the_finding(
    landscape: Landscape, first: int, second: int, finding: str
) -> None:
    snapshot = landscape(
        made("9001", 2012, total=400), made("9001", 2018, total=first),
        made("9002", 2012, total=400), made("9002", 2018, total=second),
    )  # fmt: skip
    assert section(snapshot, "flere", kommune="9001", kommuner="9002")[0] == Heading(finding, 3)


def both(snapshot: Snapshot, **words: str) -> tuple[Picture, Table]:
    """Return the slopes and the table beside them."""
    [beside] = [one for one in section(snapshot, "endringer", **words) if isinstance(one, Beside)]
    [picture], [table] = beside.parts
    assert isinstance(picture, Picture)
    assert isinstance(table, Table)
    return picture, table


def test_slopes_and_all_years_of_hemne_stand_beside_each_other(example: Snapshot) -> None:
    picture, table = both(example, kommune="1612")
    labels = {row["label"] for row in picture.points.to_pylist() if row["kind"] == "end"}
    assert {f"7 Læring 48 ({MINUS}16)", "3 Styring 77 (+5)", f"8 Samfunn 63 ({MINUS}2)"} <= labels
    assert len(labels) == 8
    assert on_screen(table, "Område", "2007 (1.0)", BREAK, "2011 (2.0)", "2018 (2.1)", "Endring") == [
        ("1 Demokrati", "41", BREAK, "35", "39", "+4"), ("2 Brukere", "36", BREAK, "31", "37", "+6"),
        ("3 Styring", "58", BREAK, "72", "77", "+5"), ("4 Lederskap", "55", BREAK, "68", "61", f"{MINUS}7"),
        ("5 Resultat", "44", BREAK, "60", "58", f"({MINUS}2)"), ("6 Arbeidsgiver", "47", BREAK, "45", "49", "+4"),
        ("7 Læring", "39", BREAK, "64", "48", f"{MINUS}16"), ("8 Samfunn", "52", BREAK, "65", "63", f"({MINUS}2)"),
        ("Totalt", "372", BREAK, "440", "433", f"({MINUS}7)"),
    ]  # fmt: skip
    assert table.notes == [
        "Endring fra første til siste evaluering med versjon 2.0 og 2.1.",
        "I parentes: for liten til å tillegges vekt.",
        f"{BREAK} Versjon 1.0 kan ikke sammenlignes med 2.0 og 2.1: ingen endring vises over streken.",
    ]
    assert rows_of(example, table)[0] == [
        "Kommune", "Område", "2007 (1.0)", "2011 (2.0)", "2018 (2.1)", "Endring", "Stor nok til å tillegges vekt",
    ]  # fmt: skip


def test_without_a_family_measured_twice_there_is_a_table_without_slopes(real: Snapshot) -> None:
    contents = section(real, "endringer", kommune="1612")
    assert [type(one) for one in contents] == [Heading, Table, Fold]
    assert contents[0] == Heading("Poeng for hvert område")
    assert on_screen(contents[1], "Område", "2011 (2.0)", "2018 (2.1)", "Endring")[-2:] == [
        ("8 Samfunn", "..", "63", ".."), ("Totalt", "440", "433", f"({MINUS}7)"),
    ]  # fmt: skip


def test_totals_only_leave_every_figure_in_a_fold(real: Snapshot) -> None:
    assert [type(one) for one in section(real, "endringer", kommune="1640")] == [Fold]
    assert section(real, "eldre", kommune="1640") == ()


def test_areas_of_another_order_never_stand_in_the_same_row(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", 2012, areas=[50] * 8), made("9001", 2018, areas=[60] * 8),
        made("9001", 2021, "2020", areas=[70] * 8),
    )  # fmt: skip
    _picture, table = both(snapshot, kommune="9001")
    assert [column.heading for column in table.columns if column.heading.startswith("20")] == [
        "2012 (2.1)",
        "2018 (2.1)",
    ]
    heading, apart = section(snapshot, "eldre", kommune="9001")
    assert heading == Heading("Versjon 2020", 3)
    assert on_screen(apart, "Område", "2021 (2020)")[3] == ("4 Effektivitet", "70")
    assert versions_apart(View(snapshot), chosen("utvikling", snapshot, kommune="9001")[0].focus) == ("2020",)


def test_an_older_family_measured_twice_has_slopes_of_its_own(landscape: Landscape) -> None:
    old = [made("9001", year, "1.0", areas=[points] * 8) for year, points in ((2005, 30), (2009, 40))]
    new = [made("9001", year, "2.1", areas=[points] * 8) for year, points in ((2017, 50), (2019, 55))]
    snapshot = landscape(*old, *new)
    picture, table = both(snapshot, kommune="9001")
    assert {row["label"] for row in picture.points.to_pylist() if row["kind"] == "year"} == {"2017", "2019"}
    assert on_screen(table, "2005 (1.0)", "2009 (1.0)", "2017 (2.1)", "2019 (2.1)", "Endring")[0] == (
        "30", "40", "50", "55", "+5",
    )  # fmt: skip
    heading, apart = section(snapshot, "eldre", kommune="9001")
    assert heading == Heading("Versjon 1.0", 3)
    assert [*files_of((apart,))] == ["eldre-linjer-1", "eldre-omrader-1"]
    older = one_file("utvikling", snapshot, "eldre-omrader-1", kommune="9001")
    assert on_screen(older, "Endring")[0] == ("+10",)


def test_another_stated_value_of_an_area_is_told_under_the_slopes(landscape: Landscape) -> None:
    beside = [{"area": 3, "statistic": "points", "value": "52", "source": "Prøve", "place": "s. 1"}]
    snapshot = landscape(made("9001", 2014, areas={3: 50}), made("9001", 2018, areas={3: 54}, others=beside))
    [told] = [one for one in section(snapshot, "endringer", kommune="9001") if isinstance(one, Bullets)]
    assert told == Bullets((Item("Rapporten regner også med 52: +2.", "3 Styring:"),))


def test_the_address_of_a_choice_names_each_listed_municipality_once(real: Snapshot) -> None:
    choice, said = chosen("utvikling", real, kommune="5011", kommuner="1516,9999,1516,1517")
    assert choice.parameters() == {"kommune": "1612", "aar": "2018", "kommuner": "1516,1517"}
    assert said == ["Ingen kommune her har nummer 9999; resten vises."]
    assert chosen("utvikling", real, kommune="1612")[0].parameters() == {"kommune": "1612", "aar": "2018"}


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_every_table_and_picture_can_be_taken_away(request: pytest.FixtureRequest, dataset: str) -> None:
    snapshot = request.getfixturevalue(dataset)
    words = SEVERAL if dataset == "real" else {"kommune": "1612", "aar": "2018"}
    files = taken_away("utvikling", snapshot, **words)
    assert {key.split("-")[0] for key in files} >= {"totalt", "omrader", "endringer"}
    assert all(made for one in files.values() for made in every_format(snapshot, one).values())
    assert all(one.title.startswith("Eksempeldata") == (dataset == "example") for one in pictures_of(files))


def pictures_of(files: dict[str, Filed]) -> list[Picture]:
    return [one for one in files.values() if isinstance(one, Picture)]
