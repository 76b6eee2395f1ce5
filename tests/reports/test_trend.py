"""What there is to say of change: by hand from print, and of made-up municipalities."""

from typing import Any

import pytest

from queries.snapshot import Snapshot
from reports.content import Bullets, Filed, Heading, Item, Notice, Paragraph, Picture, files_of
from reports.table import Table
from reports.values import shown
from tests.conftest import Landscape
from tests.landscapes import made
from tests.reports.reading_reports import built, chosen, every_format, one_file, rows_of, taken_away

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


def test_the_totals_of_hemne_are_drawn_with_what_must_be_said_of_the_change(real: Snapshot) -> None:
    heading, picture, said = section(real, "totalt", kommune="1612")
    assert heading == Heading("Hemne: totalt")
    assert columns(picture) == [("2011", "440"), ("2018", "433")]
    assert picture.title == "Hemne: total per evaluering"
    note = (
        f"440 → 433: {MINUS}7, for lite til å tillegges vekt. Rapporten regner også med 426: {MINUS}14. Versjon 2.1 "
        "stiller noe strengere krav enn 2.0: en kommune som gjør akkurat det samme, får litt lavere poengsum etter "
        "revisjonen."
    )
    assert said == Bullets((Item(note, "2018:"),))


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
    assert section(snapshot, "totalt", kommune="9001") == (Heading("Kommune 9001: totalt"), told)


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
    picture, axes, table = section(real, "flere", **SEVERAL)
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
    told, picture, *_others = section(snapshot, "flere", kommune="9001", kommuner="9002,9003")
    assert told == Notice("no_total_known", "Ingen total er kjent for Kommune 9002 og Kommune 9003.")
    assert picture.title == "Totaler over tid: Kommune 9001"
    told = Notice("no_total_known", "Ingen total er kjent for Kommune 9002 og Kommune 9003.")
    assert section(snapshot, "flere", kommune="9002", kommuner="9003") == (told,)


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
