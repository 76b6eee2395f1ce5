"""What is told of score sheets: what was found, what they change, the receipt and the list of imports."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import polars as pl
import pytest

from data.imports import undo_import
from data.language import _
from data.score_sheets.finding import Finding
from data.score_sheets.intake import Intake, SheetFile, Which, check_files
from data.store import Store
from queries.snapshot import Snapshot
from reports.content import Heading, Notice, Paragraph, Section, files_of
from reports.links import link
from reports.table import Table
from reports.upload.changes import changes, named
from reports.upload.findings import findings
from reports.upload.imports import imports_made
from reports.upload.receipt import LINKED, ReadIn, receipt
from reports.values import shown
from reports.view import View
from reports.writers.files import OF_TABLES, file_bytes
from tests.landscapes import NOON, add
from tests.landscapes import made as evaluated
from tests.workbooks.edits import with_cells

HEMNE = (Path(__file__).resolve().parents[2] / "data" / "sample_workbooks" / "hemne_2018.xlsx").read_bytes()


def checked(real: Snapshot, content: bytes) -> Intake:
    return check_files([SheetFile("hemne.xlsx", content)], real.store, "real")


@pytest.fixture(scope="module")
def better(real: Snapshot) -> Intake:
    """Return Hemne's sheet with 5,4 points for 1.3, printed as 4,4."""
    return checked(real, with_cells(HEMNE, Poeng_C5=5.4))


def sentences(section: Section) -> list[str]:
    return [content.text for content in section.contents if isinstance(content, Paragraph)]


def cells(section: Section) -> list[list[str]]:
    """Return what the cells of the section's table say."""
    [told] = files_of(section.contents).values()
    assert isinstance(told, Table)
    return [[shown(column, row) for column in told.columns] for row in told.rows.to_dicts()]


def rows_in_csv(view: View, section: Section) -> list[list[str]]:
    [told] = files_of(section.contents).values()
    return list(csv.reader(StringIO(file_bytes(view, told, "csv").decode("utf-8-sig")), delimiter=";"))


def test_findings_are_counted_by_severity_and_told_worst_first(better: Intake) -> None:
    told = findings(better)
    assert told.contents[0] == Heading("Merknader")
    assert sentences(told) == ["1 advarsel og 5 opplysninger."]
    assert cells(told)[0] == [
        "Poeng!C2",
        "advarsel",
        "Område 1 er oppgitt til 39, og underspørsmålene gir 39,9 til sammen",
        "1 Offentlighet og demokrati",
        "39,9",
        "Rett tallene, eller bekreft at kilden er slik.",
        "hemne.xlsx",
    ]
    assert [row[1] for row in cells(told)] == ["advarsel", *["opplysning"] * 5]


def test_what_stops_an_import_is_to_be_corrected(real: Snapshot) -> None:
    told = findings(checked(real, with_cells(HEMNE, Poeng_C6=31)))  # of 30
    assert sentences(told) == ["1 feil og 5 opplysninger. Rett det som stopper, og lever arkene på nytt."]


def test_no_finding_at_all_is_said(better: Intake) -> None:
    assert sentences(findings(replace(better, findings=()))) == ["Ingen merknader. Alt kunne leses."]


def test_of_many_findings_the_first_are_shown_and_the_file_has_all(real: Snapshot, better: Intake) -> None:
    one = Finding("warning", "odd", "ark.xlsx", "Poeng", None, _("Noe er galt"), None, _("Rett det."))
    told = findings(replace(better, findings=tuple(replace(one, cell=f"C{row}") for row in range(201))))
    assert sentences(told) == ["201 advarsler."]
    assert len(cells(told)) == 200
    rows = rows_in_csv(View(real), told)
    assert rows[0] == ["Sted", "Alvor", "Merknad", "Gjelder", "Ventet", "Hva du gjør", "Fil", "Om tallene"]
    assert rows[-1][:7] == ["Poeng!C200", "advarsel", "Noe er galt", "", "", "Rett det.", "ark.xlsx"]
    assert len(rows) == 202


def test_old_and_new_stand_side_by_side(better: Intake) -> None:
    told = changes(better)
    assert cells(told) == [["Hemne 2018, versjon 2.1", "1.3 Informasjon om resultater", "4,4", "5,4"]]
    assert sentences(told) == []


def test_what_stands_nowhere_yet_is_new_and_what_goes_is_missing(better: Intake) -> None:
    first = better.changes.with_columns(old=pl.lit(None, pl.String))
    gone = better.changes.with_columns(new=pl.lit(None, pl.String))
    told = changes(replace(better, changes=pl.concat([first, gone])))
    assert [row[2:] for row in cells(told)] == [["nytt", "5,4"], ["4,4", ".."]]


def test_of_many_changes_the_first_are_shown_and_the_file_has_all(real: Snapshot, better: Intake) -> None:
    told = changes(replace(better, changes=pl.concat([better.changes] * 1234)))
    assert sentences(told) == ["De 200 første av 1\u00a0234 endringer vises."]
    assert len(cells(told)) == 200
    assert len(rows_in_csv(View(real), told)) == 1235


def test_what_stays_as_it_is_is_named(real: Snapshot) -> None:
    told = changes(checked(real, HEMNE))
    assert sentences(told) == ["Hemne 2018, versjon 2.1: ingen endringer.", "Det er ingenting å lese inn."]
    assert files_of(told.contents) == {}
    assert named(Which("Lom", 2020, "2020", "0514")) == "Lom 2020, versjon 2020"


def test_every_table_can_be_taken_away_in_every_format(real: Snapshot, better: Intake) -> None:
    for told in (findings(better), changes(better)):
        [content] = files_of(told.contents).values()
        assert all(file_bytes(View(real), content, ending) for ending in OF_TABLES)


def test_a_receipt_leads_to_what_was_read_in() -> None:
    told = receipt(3, "real", [ReadIn("1612", 2018, "Hemne"), ReadIn("1517", 2019, "Hareid")])
    assert told.contents == (
        Notice("imported", "2 evalueringer er lest inn, som import 3 i datasettet «Virkelige tall»."),
        Paragraph("Se Hemne 2018", link=link("kommune", "real", kommune="1612", aar=2018)),
        Paragraph("Se Hareid 2019", link=link("kommune", "real", kommune="1517", aar=2019)),
    )


def test_a_receipt_leads_to_what_came_of_the_measures_of_who_has_a_programme() -> None:
    told = receipt(3, "real", [ReadIn("1612", 2018, "Hemne"), ReadIn("1517", 2019, "Hareid")], {"1517", "1445"})
    assert told.contents[3:] == (
        Paragraph("Virket tiltakene i Hareid?", link=link("oppfolging", "real", kommune="1517")),
    )


def test_a_receipt_of_many_leads_to_the_first_of_them() -> None:
    told = receipt(4, "example", [ReadIn("9001", 2018, "Almevik")] * 30)
    assert sentences(told) == ["Se Almevik 2018"] * LINKED
    assert told.contents[0] == Notice(
        "imported", "30 evalueringer er lest inn, som import 4 i datasettet «Eksempeldata»."
    )


def test_imports_are_told_newest_first_with_what_undid_them(made_store: Store) -> None:
    add(made_store, evaluated("1612", total=433), dataset="real", title="Hemne 2018")
    add(made_store, evaluated("1571", total=300), evaluated("1613", total=280), dataset="example")
    undo_import(made_store, 1, NOON)
    told = imports_made(made_store, 3)
    assert [(one.event, one.undone_by) for one in told] == [(2, None), (1, 3)]
    assert [sentences(one.contents) for one in told] == [
        ["Import 2, 02.01.2024, Eksempeldata: Prøve (2 evalueringer)."],
        ["Import 1, 02.01.2024, Virkelige tall: Hemne 2018 (1 evaluering). Angret, hendelse 3."],
    ]


def test_what_came_with_the_program_is_not_among_the_imports(store: Store) -> None:
    assert imports_made(store, store.newest_event()) == ()
