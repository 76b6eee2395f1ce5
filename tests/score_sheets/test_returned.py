"""What the returned workbook and the templates hold beside the figures."""

import re
from io import BytesIO
from math import ceil
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from data.language import _
from data.score_sheets.finding import Finding
from data.score_sheets.intake import SheetFile, check_files
from data.score_sheets.writing.annotated import annotated
from data.score_sheets.writing.template import template
from data.speaking import speaking
from data.store import Store
from tests.workbooks.edits import with_cells


def test_a_finding_names_its_question(shared_store: Store, good_sheet: bytes) -> None:
    file = SheetFile("fil.xlsx", with_cells(good_sheet, Poeng_C5=31, Poeng_C2=102))
    findings = check_files([file], shared_store, "real").findings
    assert {one.cell: one.concerns for one in findings if one.severity == "error"} == {
        "C2": "1 Offentlighet og demokrati",
        "C5": "1.3 Informasjon om resultater",
    }
    sheet = load_workbook(BytesIO(annotated(file, findings)))["Merknader"]
    assert [cell.value for cell in sheet[1]] == ["Alvor", "Sted", "Gjelder", "Merknad", "Ventet", "Hva du gjør"]
    assert sheet["C3"].value == "1.3 Informasjon om resultater"


@pytest.mark.parametrize(
    ("language", "sheet", "headings", "remark"),
    [
        (
            "nb",
            "Merknader",
            ("Alvor", "Sted", "Gjelder", "Merknad", "Ventet", "Hva du gjør"),
            ("feil", "Poeng!C5", "1.3 Informasjon om resultater", "31 poeng er over maksimum 25",
             "0–25 poeng, høyst én desimal", "Rett tallet."),
        ),
        (
            "nn",
            "Merknader",
            ("Alvor", "Stad", "Gjeld", "Merknad", "Venta", "Kva du gjer"),
            ("feil", "Poeng!C5", "1.3 Informasjon om resultat", "31 poeng er over maksimum 25",
             "0–25 poeng, høgst éin desimal", "Rett talet."),
        ),
        (
            "en",
            "Findings",
            ("Severity", "Place", "Concerns", "Note", "Expected", "What to do"),
            ("error", "Poeng!C5", "1.3 Information on results", "31 points is above the maximum 25",
             "0–25 points, at most one decimal", "Correct the number."),
        ),
    ],
    ids=["nb", "nn", "en"],
)  # fmt: skip
def test_their_own_sheets_keep_their_names_and_what_is_added_is_in_the_readers_language(
    shared_store: Store,
    good_sheet: bytes,
    language: str,
    sheet: str,
    headings: tuple[str, ...],
    remark: tuple[str, ...],
) -> None:
    file = SheetFile("fil.xlsx", with_cells(good_sheet, Poeng_C5=31))
    with speaking(language):
        returned = annotated(file, check_files([file], shared_store, "real").findings)
    theirs, book = load_workbook(BytesIO(file.content)).sheetnames, load_workbook(BytesIO(returned))
    assert book.sheetnames == [*theirs, sheet]
    assert [cell.value for cell in book["Poeng"][1]][:3] == ["Kode", "Spørsmål", "Poeng"]
    rows = list(book[sheet].iter_rows(values_only=True))
    assert rows[0] == headings
    assert remark in rows
    severity, _place, _concerns, found, _expected, remedy = remark
    comment = book["Poeng"]["C5"].comment
    assert comment is not None
    assert comment.text == f"{severity.capitalize()}: {found}. {remedy}"


def test_boxes_of_comments_are_as_high_as_their_text(good_sheet: bytes) -> None:
    file = SheetFile("fil.xlsx", good_sheet)
    for length in (20, 200, 500, 1500):
        finding = Finding("error", "odd", "fil.xlsx", "Poeng", "C3", _("a " * (length // 2)), None, _("Rett det."))
        package = ZipFile(BytesIO(annotated(file, [finding])))
        [drawing] = [package.read(name).decode() for name in package.namelist() if name.endswith(".vml")]
        width, height = (float(re.findall(rf"{side}:([0-9.]+)px", drawing)[0]) for side in ("width", "height"))
        lines = ceil((len("Feil: . Rett det.") + length) / (width / 6.5))  # a letter of Tahoma 9 takes 6,5 at most
        assert lines * 15 <= height <= lines * 30 + 60


def test_the_template_suggests_names_counties_and_groups_from_the_register(shared_store: Store) -> None:
    book = load_workbook(BytesIO(template(shared_store, "2.1")))
    assert book["Lister"].sheet_state == "hidden"
    names, counties, groups = ([cell.value for cell in column if cell.value] for column in book["Lister"].columns)
    assert {"Hemne", "Heim", "Oslo"} <= set(names)
    assert names[-1] == "Åsnes"
    assert counties[:2] == ["Agder", "Akershus"]
    assert {"Sør-Trøndelag", "Viken"} <= set(counties)
    assert {"K01", "EKG01"} <= set(groups)
    rules = {str(rule.sqref): rule for rule in book["Kommune"].data_validations.dataValidation}
    assert rules["B2"].formula1 == '"NO,SE,DK,FI,IS"'
    assert rules["B4"].formula1 == f"Lister!$A$1:$A${len(names)}"
    assert not rules["B4"].showErrorMessage
