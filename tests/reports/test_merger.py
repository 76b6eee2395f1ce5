"""The report of a merger: what its address chooses, its tables, and the files of all of it."""

import csv
from io import BytesIO

import openpyxl
import pytest

from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Beside, Bullets, Content, Heading, Notice, Paragraph, Section, files_of
from reports.merger.choice import Choice
from reports.table import Column, Table
from reports.values import in_file, shown
from reports.view import View
from reports.writers.files import file_bytes, formats_of
from tests.reports.reading_reports import empty_of

REPORT = REPORTS["sammenslaing"]
HEIM = "1612,1571,1613"
BEGINNINGS = {"png": b"\x89PNG", "svg": b"<svg", "xlsx": b"PK", "csv": b"\xef\xbb\xbf"}


def chosen(snapshot: Snapshot, **words: str) -> tuple[Choice, list[str]]:
    address = Address(words)
    return REPORT.choose(View(snapshot), address), address.notices


def section(snapshot: Snapshot, key: str, **words: str) -> Section:
    choice, _said = chosen(snapshot, **words)
    return REPORT.section(View(snapshot), choice, key)


def table(snapshot: Snapshot, key: str, **words: str) -> Table:
    found = REPORT.content(View(snapshot), Address(words), key)
    assert isinstance(found, Table)
    return found


def on_screen(table: Table) -> list[list[str]]:
    columns = [one for one in table.columns if one.only != "file"]
    return [[shown(column, row) for column in columns] for row in table.rows.to_dicts()]


def file_rows(table: Table) -> list[list[object]]:
    columns = [one for one in table.columns if one.only != "screen"]
    return [[in_file(column, row) for column in columns] for row in table.all_rows().to_dicts()]


def sentences(contents: tuple[Content, ...]) -> list[str]:
    return [one.text for one in contents if isinstance(one, Heading | Paragraph | Notice)]


def test_a_first_visit_chooses_those_who_became_heim(example: Snapshot) -> None:
    choice, said = chosen(example)
    assert (choice.parameters(), said) == (
        {"kommuner": HEIM, "referanse": "2018", "familie": "2", "omrade": "0", "dom": "alle"},
        [],
    )
    assert choice.group is not None
    assert choice.group.title == "Hemne, Halsa (eksempel) og Snillfjord (eksempel)"


def test_any_number_of_a_municipality_chooses_it_once(example: Snapshot) -> None:
    choice, said = chosen(example, kommuner="5011,1612,1571", referanse="2018")
    assert (choice.municipalities, said) == (("1612", "1571"), [])


def test_what_an_address_asks_for_in_vain_is_said(example: Snapshot) -> None:
    choice, said = chosen(example, kommuner="1612,xx,1571,yy", dom="sint", omrade="11", familie="9", referanse="ifjor")
    assert said == [
        "Ingen kommune her har nummer xx og yy; resten vises.",
        "«ifjor» er ikke et gyldig tall for referanse i adressen, og er sett bort fra.",
        "Versjonsfamilie 9 finnes ikke. Her vises versjon 2.0 og 2.1.",
        "Område 11 finnes ikke. Her vises alle.",
        "«sint» finnes ikke som dom. Her vises «Alle».",
    ]
    assert choice.parameters() == {
        "kommuner": "1612,1571",
        "referanse": "2018",
        "familie": "2",
        "omrade": "0",
        "dom": "alle",
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"kommuner": "9001"}, "too_few_or_too_many"),
        ({"kommuner": "9001,9002,9003,9004,9005,9006,9007"}, "too_few_or_too_many"),
        ({"kommuner": "1571,1613", "referanse": "1999"}, "too_few_comparable"),
    ],
)
def test_where_nobody_can_be_compared_the_reason_has_a_code(
    example: Snapshot, words: dict[str, str], code: str
) -> None:
    choice, _said = chosen(example, **words)
    assert choice.group is None
    assert list(REPORT.sections(choice)) == ["hode", "hvem", "blir"]
    notices = [one for one in section(example, "hvem", **words).contents if isinstance(one, Notice)]
    assert [notice.code for notice in notices] == [code]


def test_one_alone_is_told_what_becomes_of_the_others_and_led_to_the_example(real: Snapshot) -> None:
    missing, upload, alone, led_on = section(real, "hvem").contents
    _title, beside = section(real, "blir").contents
    assert isinstance(beside, Beside)
    [borders] = beside.parts[1]
    assert sentences((missing, upload, alone)) == [
        "Halsa og Snillfjord er evaluert: rapporten finnes, men poengene er ikke her. Last opp skåringsarket for å "
        "ta med Halsa og Snillfjord.",
        "Last opp skåringsark",
        "Bare Hemne 2018 kan vises i dette datasettet. En sammenligning trenger minst to: velg flere kommuner over.",
    ]
    assert isinstance(borders, Bullets)
    assert [item.text for item in borders.items][1] == "Hemne går inn i Heim fra 01.01.2020."
    assert isinstance(led_on, Paragraph)
    assert led_on.link is not None
    assert (led_on.link.dataset, dict(led_on.link.choices)["kommuner"]) == ("example", HEIM)


def test_a_dataset_without_evaluations_has_its_title_and_the_same_reason(example: Snapshot) -> None:
    before = snapshot_of(example.store, "example", 1)
    told = sentences(empty_of(REPORT.name, View(before)).contents)
    assert told[0] == "Sammenslåing"
    assert told[-1].startswith("Ingen av dem kan vises i dette datasettet.")


def test_another_family_and_later_years_are_left_out_by_name(real: Snapshot) -> None:
    told = sentences(section(real, "hvem", kommuner="1612,1517,1640", referanse="2018").contents)
    assert told == [
        "Røros er første gang evaluert i 2021, etter året som er valgt.",
        "Hareid er også evaluert i 2019 (versjon 2.1), etter 2018, som er valgt. "
        "Her brukes evalueringen fra 2017 (versjon 2.1).",
    ]
    told = sentences(section(real, "hvem", kommuner="1612,1517,1640").contents)
    assert told == [
        "Røros er målt med versjon 2020 (2021), som ikke kan sammenlignes med de andres, og er derfor ikke med."
    ]


def test_a_newer_evaluation_that_is_not_compared_is_told_of_with_year_and_version(
    real: Snapshot, example: Snapshot
) -> None:
    assert sentences(section(real, "hvem", kommuner="1516,1517").contents) == []
    assert sentences(section(real, "hvem", kommuner="1612,1516", referanse="2018").contents) == [
        "Ulstein er også evaluert i 2019 (versjon 2.1), etter 2018, som er valgt. "
        "Her brukes evalueringen fra 2017 (versjon 2.1)."
    ]
    assert sentences(section(example, "hvem", kommuner="1612,9041", familie="1", referanse="2012").contents) == [
        "Hemne er også evaluert i 2018 med versjon 2.1, som ikke kan sammenlignes med de andres. "
        "Her brukes evalueringen fra 2007 (versjon 1.0).",
        "Storvatn er også evaluert i 2018 med versjon 2.1, som ikke kan sammenlignes med de andres. "
        "Her brukes evalueringen fra 2005 (versjon 1.0).",
    ]


def test_the_workbook_tells_of_a_newer_evaluation_too(real: Snapshot) -> None:
    view = View(real)
    workbook = REPORT.content(view, Address({"kommuner": "1612,1516", "referanse": "2018"}), "arbeidsbok")
    summary = openpyxl.load_workbook(BytesIO(file_bytes(view, workbook, "xlsx")))["Sammendrag"]
    told = [str(cell.value) for [cell, *_others] in summary]
    assert any(line.startswith("Ulstein er også evaluert i 2019 (versjon 2.1), etter 2018") for line in told)


def test_totals_alone_are_named_with_their_years(real: Snapshot) -> None:
    _heading, told, areas = section(real, "omrader", kommuner="0514,1505").contents
    assert sentences((told,)) == [
        "Bare totalene er kjent for Lom senest 2019 og Kristiansund 2016. Områdene kan derfor ikke vises."
    ]
    assert isinstance(areas, Table)
    assert [column.heading for column in areas.columns if column.only is None] == [
        "Område", "Hvem er høyest", "Lom senest 2019", "Kristiansund 2016",
    ]  # fmt: skip
    assert on_screen(areas) == [["Totalt", "Lom", "550", "523"]]


def test_points_of_the_printed_report_stand_in_the_table_of_areas(real: Snapshot) -> None:
    areas = table(real, "omrader-tabell", kommuner="1612,1517")
    assert on_screen(areas)[0] == ["Totalt", "Hemne", "433", "324"]
    assert on_screen(areas)[3][:3] == ["3 Politisk styring og kontroll", "Hemne", "77"]
    assert file_rows(areas)[3][:4] == ["3 Politisk styring og kontroll", 100, "Hemne", 77]


def test_a_lead_that_does_not_matter_is_called_close(example: Snapshot) -> None:
    assert on_screen(table(example, "omrader-tabell"))[1] == [
        "1 Offentlighet og demokrati",
        "Halsa (eksempel), knapt",
        "39",
        "40",
        "26",
    ]


def test_a_verdict_says_more_on_the_screen_and_stands_apart_in_files(example: Snapshot) -> None:
    verdicts = table(example, "dommer-tabell")
    assert on_screen(verdicts)[0] == [
        "1.1 Plan for demokrati og informasjon", "15", "7,5", "9,5", "4,4",
        "● Halsa best, +2,0", "Hemne +2,0 · Snillfjord +5,1", "☐ Merk",
    ]  # fmt: skip
    name = "Plan for demokrati og informasjon"
    assert file_rows(verdicts)[0] == ["1.1", name, 15, 7.5, 9.5, 4.4, "én er best", "Halsa (eksempel)", 2.0]
    assert [row[0] for row in file_rows(table(example, "dommer-tabell", dom="best", omrade="4"))] == [
        "4.1",
        "4.2",
        "4.3",
        "4.5",
        "4.6",
    ]


def test_where_no_question_has_the_verdict_it_is_said_with_the_rules(example: Snapshot) -> None:
    notice, rules = section(example, "dommer", dom="uten").contents
    assert sentences((notice,)) == ["Ingen underspørsmål har denne dommen her."]
    assert "Dommen er den første som passer." in sentences((rules,))[0]


def test_transfers_are_one_matrix_on_the_screen_and_one_row_each_in_files(example: Snapshot) -> None:
    told = section(example, "overforing", omrade="4").contents
    [part] = [one for one in told if isinstance(one, Table)]
    assert [column.heading for column in part.columns if column.only != "file"] == [
        "Underspørsmål", "Maks.", "Fra", "Til Hemne", "Til Halsa", "Til Snillfjord",
    ]  # fmt: skip
    assert on_screen(part)[2:4] == [
        ["4.3 Samarbeid på tvers", "20", "Snillfjord", "☐ +8,4", "☐ +7,3", "gir"],
        ["4.4 Lederens personlige ansvar", "15", "Hemne og Snillfjord", "gir", "☐ +1,5", "gir"],
    ]
    assert part.group is not None
    assert part.group(part.rows.row(0, named=True)) == "4 Lederskap, ansvar og delegasjon"
    rows = file_rows(table(example, "overforing-tabell", omrade="4"))
    both = [row[:6] for row in rows if row[0] == "4.4"]
    name = "Lederens personlige ansvar"
    assert both == [["4.4", name, 15, giver, "Halsa (eksempel)", 1.5] for giver in ("Hemne", "Snillfjord (eksempel)")]


def test_common_gaps_name_those_outside_who_do_well(example: Snapshot) -> None:
    gaps = table(example, "mangler-tabell")
    assert on_screen(gaps)[1] == [
        "2.2 Tilgjengelighet og service",
        "16,1",
        "8,9 av 25",
        "Snillfjord (eksempel)",
        "Skarvnes (22,0), Almevik (18,3), Sørlia (16,8) og 2 til",
        "☐ Merk",
    ]
    assert file_rows(gaps)[0][:6] == ["1.3", "Informasjon om resultater", 25, 5.3, "Halsa (eksempel)", 19.7]


def test_the_best_of_all_is_a_share_of_the_maximum_too(example: Snapshot) -> None:
    best = table(example, "beste-tabell", omrade="4")
    assert on_screen(best)[0] == ["4.1 Strategi for lederskap", "13,5 av 15", "90\u00a0%", "Hemne"]
    assert file_rows(best)[0] == ["4.1", "Strategi for lederskap", 15, 13.5, 0.9, "Hemne"]


@pytest.mark.parametrize(
    ("dataset", "words"),
    [
        ("example", {}),
        ("example", {"kommuner": "1612,1571,1613,9001,9002,9005", "omrade": "3"}),
        ("real", {"kommuner": "1612,1517,1516"}),
        ("real", {"kommuner": "0514,0624,1505,1516"}),
    ],
)
def test_everything_is_a_file_in_each_of_its_formats(
    request: pytest.FixtureRequest, dataset: str, words: dict[str, str]
) -> None:
    view, address = View(request.getfixturevalue(dataset)), Address(words)
    choice = REPORT.choose(view, address)
    keys = [key for part in REPORT.sections(choice) for key in files_of(REPORT.section(view, choice, part).contents)]
    assert "arbeidsbok" in keys
    assert len(keys) == len({*keys})
    for key in keys:
        content = REPORT.content(view, address, key)
        for ending in formats_of(content):
            assert file_bytes(view, content, ending).startswith(BEGINNINGS[ending]), f"{key}.{ending}"


def test_the_workbook_holds_everything_whatever_part_is_shown(example: Snapshot) -> None:
    view = View(example)
    workbook = REPORT.content(view, Address({"omrade": "4", "dom": "delt"}), "arbeidsbok")
    book = openpyxl.load_workbook(BytesIO(file_bytes(view, workbook, "xlsx")))
    assert [sheet.title for sheet in book] == [
        "Sammendrag",
        "Dommer",
        "Overføring",
        "Felles mangler",
        "Poeng",
        "Kilder",
    ]
    assert [cell.value for cell in book["Overføring"][1]] == [
        "Kode",
        "Underspørsmål",
        "Maksimum",
        "Fra",
        "Til",
        "Poeng",
        "Styrker hos den det hentes fra, i området",
    ]
    assert book["Dommer"].max_row == 1 + 45
    points = [[cell.value for cell in row] for row in book["Poeng"].iter_rows()]
    assert points[1] == ["alle", "Totalt", 800, 433, 333, 316, 433, "Hemne"]
    assert points[2][:3] == ["1", "Offentlighet og demokrati", 100]
    assert points[10][:4] == ["1.1", "Plan for demokrati og informasjon", 15, 7.5]
    assert [cell.value for cell in book["Kilder"][2]][:5] == ["Hemne", "1612", "2018", "2.1", 4260]


def test_a_csv_file_says_with_what_each_was_measured(real: Snapshot) -> None:
    areas = table(real, "omrader-tabell", kommuner="1612,1517")
    rows = list(csv.reader(file_bytes(View(real), areas, "csv").decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[1][:3] == ["Totalt", "800", "Hemne"]
    assert "Hemne 2018, versjon 2.1. Kilde: KS-K rapport 3/2018" in rows[1][-1]


def test_without_verdicts_there_is_no_table_of_them(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match="dommer-tabell"):
        table(real, "dommer-tabell", kommuner="1612,1517")


def test_a_column_of_points_leads_to_the_area_on_the_municipalitys_own_page(example: Snapshot) -> None:
    verdicts = table(example, "dommer-tabell")
    [halsa] = [one for one in verdicts.columns if one.heading == "Halsa (eksempel) 2018"]
    assert isinstance(halsa, Column)
    assert halsa.link is not None
    found = halsa.link(verdicts.rows.row(10, named=True))
    assert found is not None
    assert (found.page, dict(found.choices)) == ("kommune", {"kommune": "1571", "aar": "2018", "omrade": "3"})
