"""A workbook that nobody has changed changes nothing, and every change of a cell is one change of a field."""

import time
from dataclasses import fields, replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from data.imports import undo_import
from data.opening import open_store
from data.plans.reading import plans_in
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.workbook.checking import confirm
from data.plans.workbook.writing import filled, template
from data.store import Store
from tests.landscapes import NOON, add, made
from tests.plan_workbook.conftest import (
    AREA,
    MEASURE,
    OTHER,
    PROGRAMME,
    check,
    plan_with,
    said,
    save,
    with_edits,
)  # fmt: skip


def test_what_is_tested_has_every_field_filled_in() -> None:
    assert [field.name for field in fields(PROGRAMME) if not getattr(PROGRAMME, field.name)] == []
    assert [field.name for field in fields(MEASURE) if not getattr(MEASURE, field.name)] == []


def test_a_plan_taken_out_and_read_in_changes_nothing(planned: Store) -> None:
    intake = check(planned, filled(planned, "real", "p"))
    assert intake.findings == ()
    assert intake.is_empty()
    assert intake.changes.is_empty()
    assert (intake.new, intake.changed, intake.left_alone) == ((), (), ())
    assert intake.unchanged == (AREA, MEASURE, OTHER)


def test_the_shipped_plans_taken_out_and_read_in_change_nothing(store: Store) -> None:
    for programme in plans_in(store, "real").programmes:
        intake = check(store, filled(store, "real", programme))
        assert (programme, intake.findings, intake.is_empty()) == (programme, (), True)


def test_every_field_of_a_new_plan_is_saved_as_it_stands(planned: Store) -> None:
    """The same workbook without identifiers is a new plan with everything that the first one has."""

    def without_identifiers(book: Any) -> None:
        book["Program"]["B2"].value = book["Program"]["B3"].value = None
        for row in (2, 3, 4):
            book["Tiltak"][f"Y{row}"].value = None

    intake = check(planned, plan_with(planned, without_identifiers, Program_B7="Et nytt"))
    assert said(intake) == []
    programme, *measures = confirm(planned, intake, NOON, accept_warnings=False).plans
    name = {measure.title: measure.measure for measure in measures if isinstance(measure, Measure)}
    assert programme.programme not in ("", "p")
    assert programme == replace(PROGRAMME, programme=programme.programme, name="Et nytt")
    expected = replace(
        MEASURE, programme=programme.programme, measure=name["Svar på nett"], parent=name["Service"],
        waits_for=(name["Utvidet åpningstid"], name["Service"]), need="Svar tar tid",
    )  # fmt: skip
    assert measures[1] == expected


def test_a_changed_cell_is_one_changed_field_of_the_same_measure(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Tiltak_F3="Svar samme dag", Tiltak_M3=5))
    assert said(intake) == []
    assert intake.changed == (replace(MEASURE, goal="Svar samme dag", effect=5),)
    assert intake.changes.select("plan", "label", "old", "new").rows() == [
        ("m", "Mål", "Raskere svar", "Svar samme dag"),
        ("m", "Effekt", "4", "5"),
    ]
    saved = confirm(planned, intake, NOON, accept_warnings=False)
    assert plans_in(planned, "real").measures["m"] == replace(MEASURE, goal="Svar samme dag", effect=5)
    assert planned.read("select kind, title from event order by event desc limit 1").row(0) == (
        "plan", "Tiltak: Svar på nett",
    )  # fmt: skip
    undo_import(planned, saved.event, NOON)
    assert plans_in(planned, "real").measures["m"] == MEASURE


def test_an_emptied_cell_empties_its_field(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Tiltak_H3=None, Program_B10=None))
    assert intake.change
    assert intake.change.plans == (replace(PROGRAMME, result=None), replace(MEASURE, result=None))


def test_a_row_without_identifier_is_new_and_others_can_refer_to_it(planned: Store) -> None:
    intake = check(planned, plan_with(
        planned, Tiltak_B5="Opplæring", Tiltak_U4="4", Tiltak_D5=1, Spørsmål_A4=4, Spørsmål_B4="1.3",
        Faser_A5=4, Faser_B5="Plan",
        Penger_A5="programmet", Penger_B5="kostnad", Penger_C5="identifisert", Penger_D5="kr 5 000",
    ))  # fmt: skip
    assert said(intake) == []
    [new] = intake.new
    assert new == Measure(
        "p", "Opplæring", measure=new.measure, parent="a", questions=(Target("1.3"),), phases=(Phase("Plan"),)
    )
    assert intake.changed == (replace(OTHER, waits_for=(new.measure,)),)
    assert intake.programme == replace(PROGRAMME, money=(*PROGRAMME.money, Money("cost", "planned", 5000)))


def test_lines_are_added_changed_and_taken_away_in_their_lists(planned: Store) -> None:
    intake = check(planned, plan_with(
        planned, Spørsmål_F2=15, Spørsmål_A3=None, Spørsmål_B3=None, Svakheter_D2="Svarene er eldre",
        Dokumentasjon_A4=3, Dokumentasjon_B4=1, Dokumentasjon_D4="De liker det",
    ))  # fmt: skip
    assert intake.changed == (
        replace(
            MEASURE,
            questions=(Target("1.3", target_points=Decimal(15)),),
            remarks=(Answered(1, "weakness", "Svarene er eldre"), MEASURE.remarks[1]),
        ),
        replace(OTHER, evidence=(Evidence(1, "De liker det"),)),
    )
    assert intake.changes.select("label", "old", "new").rows() == [
        ("Spørsmål", "1.3 · 12,5", None),
        ("Spørsmål", "område 2", None),
        ("Spørsmål", None, "1.3 · 15,0"),
        ("Svakheter", "1 · svakhet · Svarene er gamle", None),
        ("Svakheter", None, "1 · svakhet · Svarene er eldre"),
        ("Dokumentasjon", None, "1 opplevelse · De liker det"),
    ]


def test_lines_in_another_order_are_another_order(planned: Store) -> None:
    def swapped(book: Any) -> None:
        book["Faser"].move_range("A2:E2", rows=10)
        book["Faser"].move_range("A12:E12", rows=20)

    intake = check(planned, plan_with(planned, swapped))
    assert intake.programme == replace(PROGRAMME, phases=PROGRAMME.phases[::-1])
    assert intake.changes.select("label", "old", "new").rows() == [
        ("Faser", "rekkefølgen som den var", "ny rekkefølge")
    ]


def test_a_measure_missing_from_the_workbook_is_left_alone_and_said_so(planned: Store) -> None:
    def without_other(book: Any) -> None:
        book["Tiltak"].delete_rows(4)

    intake = check(planned, plan_with(planned, without_other, Tiltak_U3="1"))
    assert said(intake) == []
    assert intake.left_alone == (OTHER,)
    assert intake.changed == (replace(MEASURE, waits_for=("a",)),)


def test_a_sheet_or_column_that_is_deleted_changes_nothing(planned: Store) -> None:
    def without(book: Any) -> None:
        del book["Faser"], book["Penger"]
        book["Tiltak"].delete_cols(8)  # Resultat
        book["Program"].delete_rows(9)  # Mål

    intake = check(planned, plan_with(planned, without))
    assert intake.is_empty()
    codes = [code for code, _sentence in said(intake, "information")]
    assert codes == ["column_left_out", "sheet_missing", "sheet_missing"]


def test_dates_are_as_exact_as_they_are_written(planned: Store) -> None:
    intake = check(
        planned, plan_with(planned, Tiltak_K4=2027, Tiltak_L4="15.03.2028", Faser_C4="3.2026", Faser_D4="2026")
    )
    assert [(plan.starts, plan.ends) for plan in intake.changed if plan.measure == "n"] == [("2027", "2028-03-15")]
    assert [plan.phases for plan in intake.changed if plan.measure == "m"] == [(Phase("Kurs", "2026-03", "2026"),)]


def test_a_date_that_excel_made_of_what_was_typed_is_mentioned(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Tiltak_K4=datetime(2026, 3, 1)))  # noqa: DTZ001
    assert [plan.starts for plan in intake.changed] == ["2026-03-01"]
    assert said(intake, "information") == [(
        "date_cell",
        "Tiltak!K4: Cellen er en dato i Excel og leses som 2026-03-01. "
        "Er bare året eller måneden kjent, skriver du 2013 eller 2013-03 som tekst.",
    )]  # fmt: skip


def test_columns_in_another_order_and_rows_sorted_change_nothing(planned: Store) -> None:
    def moved(book: Any) -> None:
        sheet = book["Tiltak"]
        sheet.insert_cols(1)
        for row in range(1, 5):
            sheet[f"A{row}"].value = sheet[f"Z{row}"].value
            sheet[f"Z{row}"].value = None
        first, third = ([cell.value for cell in sheet[row]] for row in (2, 4))
        for row, values in ((2, third), (4, first)):
            for at, value in enumerate(values, 1):
                sheet.cell(row, at).value = value

    intake = check(planned, plan_with(planned, moved))
    assert (said(intake), intake.is_empty()) == ([], True)


def test_the_empty_workbook_filled_in_is_a_new_programme(planned: Store) -> None:
    content = with_edits(template(planned, "real", "1612"), Program_B7="Bedre svar", Tiltak_B2="Kurs", Tiltak_C2="idé")
    intake = check(planned, content)
    assert (said(intake), intake.is_new) == ([], True)
    programme, measure = confirm(planned, intake, NOON, accept_warnings=False).plans
    assert programme == Programme("1612", "Bedre svar", programme=programme.programme, municipality_name="Hemne")
    assert isinstance(measure, Measure)
    assert (measure.title, measure.status, measure.programme) == ("Kurs", "idea", programme.programme)


def test_the_names_of_questions_are_looked_up_in_the_workbook_with_points_before(planned: Store) -> None:
    book = load_workbook(BytesIO(filled(planned, "real", "p")))
    rows = {row[0]: row[1:] for row in book["Lister"].iter_rows(values_only=True)}
    assert book["Lister"].sheet_state == "hidden"
    assert rows["1.3"] == ("Informasjon om resultater", 5, 25)
    assert rows["2"][1:] == (40, 100)
    assert str(book["Spørsmål"]["C2"].value).startswith("=IFERROR(")


def test_texts_longer_than_a_cell_and_with_odd_signs_stay_whole(planned: Store) -> None:
    odd = replace(OTHER, need="å" * 40_000, goal="a\x07b\r\nc \u200b d", activities="#REF!", note="_x000D_", result="-")
    save(planned, odd)
    intake = check(planned, plan_with(planned, Tiltak_J4="rådmann"))
    assert said(intake) == []
    assert intake.changed == (replace(odd, owner_role="rådmann"),)


def test_what_waits_for_something_undone_stays_as_it_is(planned: Store) -> None:
    gone = save(planned, Measure("p", "Blir angret", measure="g"))
    save(planned, replace(OTHER, waits_for=("g",), parent="g"))
    undo_import(planned, gone.event, NOON)
    intake = check(planned, filled(planned, "real", "p"))
    assert (said(intake), intake.is_empty()) == ([], True)


def test_five_hundred_measures_go_out_and_in_within_seconds(made_store: Store) -> None:
    add(made_store, made("1612", 2018, areas={2: 40}, questions={"1.3": "5.0"}))
    many = [
        replace(MEASURE, measure=f"m{number}", title=f"Tiltak {number}", parent=None,
                waits_for=(f"m{number + 1}",) if number < 499 else ())
        for number in range(500)
    ]  # fmt: skip
    save(made_store, PROGRAMME, *many)
    started = time.process_time()
    content = filled(made_store, "real", "p")
    assert check(made_store, content).is_empty()
    letters = {f"Tiltak_F{row}": "Et nytt mål" for row in range(2, 502)}
    intake = check(made_store, with_edits(content, **letters))
    assert len(intake.changed) == 500
    confirm(made_store, intake, NOON, accept_warnings=False)
    assert time.process_time() - started < 60


def test_the_workbook_of_the_programme_that_ships_opens_from_its_file(own_store_file: Any) -> None:
    store = open_store(own_store_file)
    book = load_workbook(BytesIO(filled(store, "real", "gloppen-2014")))
    assert book.sheetnames == [
        "Veiledning", "Program", "Tiltak", "Spørsmål", "Svakheter", "Faser", "Dokumentasjon", "Penger", "Lister",
    ]  # fmt: skip
    store.close()
