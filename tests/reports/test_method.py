"""The method page: settings, instruments, sources, discrepancies and the log, on the screen and in files."""

import csv
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest

from data.imports import undo_import
from data.store import Store
from queries.snapshot import Snapshot, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Content, Fold, Paragraph, files_of
from reports.method import Choice
from reports.table import Table
from reports.values import shown
from reports.view import View
from reports.writers.files import OF_TABLES, file_bytes
from tests.landscapes import NOON, add
from tests.landscapes import made as evaluated

METHOD = REPORTS["metode"]
CHOICE = Choice()
SECTIONS = METHOD.sections(CHOICE)
BOTH = ("real", "example")


@pytest.fixture
def view(request: pytest.FixtureRequest, real: Snapshot, example: Snapshot) -> View:
    return View({"real": real, "example": example}[request.param])


def contents(view: View, section: str) -> tuple[Content, ...]:
    return METHOD.section(view, CHOICE, section).contents


def table(view: View, key: str) -> Table:
    found = METHOD.content(view, Address({}), key)
    assert isinstance(found, Table)
    return found


def cells(told: Table) -> list[list[str]]:
    """Return what the cells on the screen say."""
    columns = [column for column in told.columns if column.only != "file"]
    return [[shown(column, row) for column in columns] for row in told.rows.to_dicts()]


def csv_rows(view: View, key: str) -> list[dict[str, str]]:
    text = file_bytes(view, table(view, key), "csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


@pytest.mark.parametrize("view", BOTH, indirect=True)
def test_every_table_is_found_by_its_key_and_made_in_every_format(view: View) -> None:
    found = {key: content for name in SECTIONS for key, content in files_of(contents(view, name)).items()}
    assert len(found) == (10 if view.snapshot.dataset == "real" else 9)  # print says nothing of the example's groups
    for key, content in found.items():
        assert METHOD.content(view, Address({}), key).title == content.title
        for ending in OF_TABLES:
            assert file_bytes(view, content, ending), (key, ending)


@pytest.mark.parametrize("view", BOTH, indirect=True)
def test_a_threshold_stands_with_its_unit_and_in_a_file_as_a_number(view: View) -> None:
    assert ["Færrest kommuner i en sammenligning", "5 kommuner"] in [row[:2] for row in cells(thresholds(view))]
    sheet: Any = openpyxl.load_workbook(BytesIO(file_bytes(view, thresholds(view), "xlsx")))["Tabell"]
    rows = [[cell.value for cell in row[:3]] for row in sheet.iter_rows()]
    assert rows[0] == ["Innstilling", "Grense", "Enhet"]
    assert ["Forskjell på totalen som teller", 10, "poeng"] in rows


def thresholds(view: View) -> Table:
    return table(view, "innstillinger-grenser")


@pytest.mark.parametrize("view", ["real"], indirect=True)
def test_the_questions_say_what_their_printed_maxima_add_up_to(view: View) -> None:
    questions = table(view, "versjoner-sporsmal-tabell")
    assert questions.notes == ["Sum av trykte maksimumstall: 785 av 800. Ikke 100: område 2: 85."]
    assert len(cells(questions)) == 45
    assert [row for row in cells(questions) if row[0].startswith("2.6")] == [
        ["2.6 Forventninger og klager", "15", "trykt som 2.6; det er ikke trykt noe 2.5"]
    ]


@pytest.mark.parametrize("view", ["real"], indirect=True)
def test_areas_and_questions_are_folded_away(view: View) -> None:
    folded = [content.heading for content in contents(view, "versjoner") if isinstance(content, Fold)]
    assert folded == ["Fokusområdene i hver versjon", "Underspørsmålene i versjon 2.1"]
    assert [row[0] for row in cells(table(view, "versjoner-tabell"))] == ["1.0", "2.0", "2.1", "2020"]


@pytest.mark.parametrize("view", ["real"], indirect=True)
def test_printed_figures_of_groups_say_what_they_rest_on(view: View) -> None:
    country, small = cells(table(view, "kilder-trykt"))
    assert country[:6] == ["Norge", "2018", "359", "avledet", "55 (sluttet)", "KS-K rapport 3/2018, s. 7"]
    assert small[:5] == ["under 5 000 innbyggere", "2018", "324", "oppgitt", "15 (sluttet)"]
    assert [(row["n"], row["Grunnlag for n"]) for row in csv_rows(view, "kilder-trykt")] == [
        ("55", "sluttet"), ("15", "sluttet"),
    ]  # fmt: skip


def test_of_many_municipalities_behind_a_document_the_first_twenty_are_named(example: Snapshot) -> None:
    [fictional] = [row for row in cells(table(View(example), "kilder-tabell")) if row[0] == "Eksempeldata (fiktiv)"]
    assert fictional[1] == "88"
    assert fictional[2].startswith("Almevik, Bergsli, ")
    assert fictional[2].endswith(", Indre Furefjord og 35 til")  # 55 in all


def test_the_discrepancies_of_the_printed_report_are_all_there(real: Snapshot) -> None:
    rows = cells(table(View(real), "avvik-tabell"))
    assert ["Hemne 2018", "Totalt", "avvik", "433", "annen oppgitt total", "426", "−7"] in [row[:7] for row in rows]
    assert ["Hemne 2018", "Totalt", "avrunding", "433", "summen av områdene", "432", "−1"] in [row[:7] for row in rows]


def test_a_dataset_without_anything_says_so(made_store: Store) -> None:
    add(made_store, evaluated("1612", total=433), dataset="real")
    empty = View(snapshot_of(made_store, "example"))
    [_heading, none] = contents(empty, "avvik")
    assert none == Paragraph("Ingen avvik eller avrundinger er funnet.")
    assert list(files_of(contents(empty, "kilder"))) == ["kilder-tabell", "kilder-registre"]
    assert cells(table(empty, "kilder-tabell")) == []


def test_the_log_tells_imports_undos_and_redos_newest_first(made_store: Store) -> None:
    first = add(made_store, evaluated("1612", total=433), dataset="real")
    before = View(snapshot_of(made_store))
    assert [row[:5] for row in cells(table(before, "logg-tabell"))] == [["1", "02.01.2024", "import", "Prøve", "1"]]
    undo_import(made_store, first, NOON)
    after = View(snapshot_of(made_store))
    assert cells(table(after, "logg-tabell")) == [
        ["2", "02.01.2024", "angret", "Angret import 1: Prøve", "0", ""],
        ["1", "02.01.2024", "import", "Prøve", "1", "2"],
    ]
    assert csv_rows(after, "logg-tabell")[1]["Angret av"] == "2"
    undo_import(made_store, 2, NOON)
    assert cells(table(View(snapshot_of(made_store)), "logg-tabell")) == [
        ["3", "02.01.2024", "tatt fram igjen", "Tok fram igjen import 1: Prøve", "0", ""],
        ["2", "02.01.2024", "angret", "Angret import 1: Prøve", "0", ""],
        ["1", "02.01.2024", "import", "Prøve", "1", ""],
    ]


def test_the_log_is_told_anew_after_any_event_of_its_dataset_and_the_rest_only_after_imports(made_store: Store) -> None:
    add(made_store, evaluated("1612", total=433), dataset="real")
    view = View(snapshot_of(made_store))
    told = {name: METHOD.section(view, CHOICE, name) for name in SECTIONS if name != "hode"}
    with made_store.transaction() as cursor:
        cursor.execute("insert into event values (2, 'plan', 'real', null, now(), 'Et tiltak')")
    later = View(snapshot_of(made_store))
    assert [name for name in told if METHOD.section(later, CHOICE, name) is not told[name]] == ["logg"]
    assert [name for name in SECTIONS if METHOD.depends_on(name) != METHOD.depends_on("hode")] == ["logg"]
    assert cells(table(later, "logg-tabell"))[0][2:4] == ["tiltaksplan", "Et tiltak"]
