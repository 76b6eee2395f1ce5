"""Historikk says how a figure and a version are known."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from data.score_sheets.intake import Intake, SheetFile, check_files, confirm
from data.score_sheets.writing.template import history_template
from data.store import Store
from tests.workbooks.edits import edited, history

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROW = ("NO", "0301", "Oslo", 2018, "2.1", None, 400, *(50,) * 8, "Rapport")


def with_bases(basis: str | None, version_is_sure: str | None) -> bytes:
    def add(book: Any) -> None:
        sheet = book["Historikk"]
        for column, words in ((17, ("Grunnlag", basis)), (18, ("Versjon sikker", version_is_sure))):
            for row, word in enumerate(words, 1):
                sheet.cell(row, column).value = word

    return edited(history(ROW), add)


def check(store: Store, *bases: str | None) -> Intake:
    return check_files([SheetFile("h.xlsx", with_bases(*bases))], store, "real")


def bases(intake: Intake) -> tuple[set[str], list[str]]:
    return set(intake.rows.figures["basis"]), intake.rows.evaluations["version_basis"].to_list()


def test_figures_are_stated_and_versions_sure_unless_the_sheet_says_otherwise(shared_store: Store) -> None:
    assert bases(check(shared_store, None, None)) == ({"stated"}, ["stated"])
    assert bases(check(shared_store, "oppgitt", "ja")) == ({"stated"}, ["stated"])
    assert bases(check(shared_store, "Avledet", "sluttet")) == ({"derived"}, ["inferred"])


def test_another_word_is_an_error(shared_store: Store) -> None:
    assert [one.place() for one in check(shared_store, "gjettet", "kanskje").findings] == [
        "Historikk!Q2",
        "Historikk!R2",
    ]


def test_what_is_said_anew_of_the_basis_is_a_change_and_reaches_the_store(store: Store) -> None:
    confirm(store, "real", check(store, None, None), "Prøve", NOW, accept_warnings=True)
    assert check(store, None, None).changes.is_empty()
    again = check(store, "avledet", "sluttet")
    assert again.changes.select("label", "old", "new").rows() == [
        ("Versjon sikker", "ja", "sluttet"),
        ("Grunnlag", "oppgitt", "avledet"),
    ]
    event = confirm(store, "real", again, "Prøve", NOW, accept_warnings=True)
    points = store.read("select distinct basis from area_points where evaluation like $key", key=f"{event}/0301/%")
    assert points["basis"].to_list() == ["derived"]
    evaluation = store.read("from evaluation where event = $event", event=event)
    assert evaluation["version_basis"].to_list() == ["inferred"]
    assert bases(check(store, None, None)) == (set(), [])  # an empty cell keeps what is known


def test_the_template_offers_both_with_drop_downs(shared_store: Store) -> None:
    sheet = load_workbook(BytesIO(history_template(shared_store)))["Historikk"]
    headings = {cell.value: cell.coordinate[:-1] for cell in sheet[1]}
    rules = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules[f"{headings['Grunnlag']}2"] == '"oppgitt,avledet"'
    assert rules[f"{headings['Versjon sikker']}2"] == '"ja,sluttet"'
