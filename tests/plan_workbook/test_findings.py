"""What is wrong in a workbook is said with its cell, and nothing of it is saved."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from data.imports import undo_import
from data.language import joined
from data.plans.findings import PlanRefused
from data.plans.reading import plans_in
from data.plans.rows import Programme
from data.plans.workbook import checking, limits
from data.plans.workbook.checking import confirm
from data.plans.workbook.writing import NoSuchProgramme, filled, template
from data.score_sheets.sheet_file import SheetFile
from data.score_sheets.writing.annotated import annotated
from data.store import Store
from tests.landscapes import NOON
from tests.plan_workbook.conftest import MEASURE, OTHER, PROGRAMME, check, plan_with, said, save, with_edits, written
from tests.workbooks.broken_files import BROKEN
from tests.workbooks.edits import repacked, unchanged

ERRORS: list[tuple[dict[str, Any], str, str]] = [
    ({"Tiltak_B3": None}, "title_missing", "Tiltak!B3: Tiltaket har ingen tittel. Skriv en tittel."),
    ({"Tiltak_C3": "vedtat"}, "not_a_choice",
     "Tiltak!C3: «vedtat» er ikke et av valgene. Mente du «vedtatt»? Velg fra listen."),
    ({"Tiltak_F3": None}, "decided_without_goal",
     "Tiltak!F3: Et vedtatt tiltak må ha et mål. Skriv hva tiltaket skal føre til."),
    ({"Tiltak_J3": None}, "decided_without_owner",
     "Tiltak!J3: Et vedtatt tiltak må ha en rolle som eier det. "
     "Skriv en rolle, ikke et navn, for eksempel kommunalsjef oppvekst."),
    ({"Tiltak_L3": None}, "decided_without_end",
     "Tiltak!L3: Et vedtatt tiltak må ha en frist. Skriv når tiltaket skal være ferdig."),
    ({"Tiltak_L3": "2025"}, "ends_before_start",
     "Tiltak!L3: Slutten 2025 er før starten 2026-02-01. Rett en av datoene."),
    ({"Tiltak_K3": "våren"}, "not_a_date",
     "Tiltak!K3: «våren» er ikke en dato. Skriv året, eller år og måned som 2026-03."),
    ({"Tiltak_M3": 6}, "score_out_of_range",
     "Tiltak!M3: 6 er ikke mellom 1 og 5. Velg 1, 2, 3, 4 eller 5, eller la stå tomt."),
    ({"Tiltak_M3": "stor"}, "text_for_number", "Tiltak!M3: «stor» er ikke et tall. Skriv et tall."),
    ({"Tiltak_M3": 3.5}, "number_out_of_bounds",
     "Tiltak!M3: 3,5 er ikke et tall som kan stå her. Rett tallet."),
    ({"Tiltak_Q3": -1, "Tiltak_R3": None, "Tiltak_S3": None, "Tiltak_T3": None}, "units_negative",
     "Tiltak!Q3: -1 enheter er færre enn ingen. Skriv 0 eller flere."),
    ({"Tiltak_Q3": 10**12}, "number_too_large", "Tiltak!Q3: Her står et altfor stort tall. Skriv et tall."),
    ({"Tiltak_R3": 101}, "answered_above_total",
     "Tiltak!R3: 101 enheter har svart, men det er bare 100 i alt. Rett ett av tallene."),
    ({"Tiltak_D3": 9}, "unknown_reference",
     "Tiltak!D3: Ingen utfylt rad i arket Tiltak har nr «9». Skriv nummeret fra kolonnen «Nr»."),
    ({"Tiltak_D2": 2}, "area_is_no_area", "Tiltak!D2: «Svar på nett» er selv et tiltak i et område og kan ikke være "
     "område for andre. Velg et område i samme program, eller ingen."),
    ({"Tiltak_U3": "3; 44"}, "unknown_reference",
     "Tiltak!U3: Ingen utfylt rad i arket Tiltak har nr «44». Skriv nummeret fra kolonnen «Nr»."),
    ({"Tiltak_U3": 2.5}, "number_for_list",
     "Tiltak!U3: Her står tallet 2,5. Skriv tiltakenes nummer med semikolon mellom: 2; 5."),
    ({"Tiltak_U4": "2"}, "circle", "Tiltak!U4: Tiltakene venter på hverandre i ring: Utvidet åpningstid, Svar på nett, "
     "Utvidet åpningstid. Ta bort ett av dem det ventes på."),
    ({"Tiltak_A3": 1}, "number_twice", "Tiltak!A3: Nr 1 står på to tiltak. Gi det ene et annet nummer."),
    ({"Tiltak_Y3": "a"}, "identifier_twice",
     "Tiltak!Y3: ID-en står også i Y2. Er raden et nytt tiltak, skal ID-en være tom."),
    ({"Tiltak_Y4": "borte"}, "unknown_identifier",
     "Tiltak!Y4: ID-en «borte» hører ikke til noe tiltak som er lagret. Tøm cellen, så blir tiltaket nytt."),
    ({"Spørsmål_B2": "1.99"}, "unknown_question",
     "Spørsmål!B2: Et tiltak gjelder enten et underspørsmål eller et område som finnes. Velg ett av dem fra listen."),
    ({"Spørsmål_B3": "1.3"}, "question_twice", "Spørsmål!B3: 1.3 står to ganger. Ta bort den ene."),
    ({"Spørsmål_F2": 26}, "target_above_maximum",
     "Spørsmål!F2: Målet på 26 poeng er over maksimum 25. Sett et mål som er høyst maksimum."),
    ({"Spørsmål_F2": 5}, "target_not_above_baseline",
     "Spørsmål!F2: Målet på 5 poeng er ikke over de 5 poengene evalueringen ga. Sett et høyere mål."),
    ({"Spørsmål_F2": "mye"}, "text_for_number", "Spørsmål!F2: «mye» er ikke et tall. Skriv et tall."),
    ({"Spørsmål_A2": None}, "reference_missing",
     "Spørsmål!A2: Det står ikke hvilket tiltak raden gjelder. Skriv nummeret på tiltaket."),
    ({"Spørsmål_B2": None}, "field_empty", "Spørsmål!B2: Kode er ikke fylt ut. Fyll ut cellen, eller tøm raden."),
    ({"Svakheter_B2": 9}, "number_out_of_bounds",
     "Svakheter!B2: 9 er ikke et tall som kan stå her. Rett tallet."),
    ({"Svakheter_C2": "styrke"}, "not_a_choice",
     "Svakheter!C2: «styrke» er ikke et av valgene. Velg fra listen."),
    ({"Faser_B4": None}, "phase_without_name", "Faser!B4: Fasen har ikke noe navn. Skriv et navn på fasen."),
    ({"Faser_A4": None}, "reference_missing", "Faser!A4: Det står ikke hvilket tiltak raden gjelder. Skriv nummeret "
     "på tiltaket, eller «programmet» når raden gjelder hele programmet."),
    ({"Dokumentasjon_A2": "programmet"}, "unknown_reference",
     "Dokumentasjon!A2: Ingen utfylt rad i arket Tiltak har nr «programmet». Skriv nummeret fra kolonnen «Nr»."),
    ({"Dokumentasjon_B2": "5 annet"}, "not_a_choice",
     "Dokumentasjon!B2: «5 annet» er ikke et av valgene. Velg fra listen."),
    ({"Dokumentasjon_D2": None}, "evidence_without_text",
     "Dokumentasjon!D2: Dokumentasjonen sier ingenting. Skriv hva som er sett."),
    ({"Penger_D2": -5}, "amount_negative", "Penger!D2: −5 kroner er mindre enn ingenting. "
     "Skriv beløpet uten minus, som kostnad eller som innsparing."),
    ({"Penger_D2": "35 mill"}, "text_for_number", "Penger!D2: «35 mill» er ikke et tall. Skriv et tall."),
    ({"Penger_F2": 2020}, "years_of_amount", "Penger!F2: Årene til et beløp går fra et år til det samme eller et "
     "senere. Rett årene, eller la begge stå tomme."),
    ({"Program_B7": None}, "name_missing", "Program!B7: Programmet har ikke noe navn. Skriv et navn."),
    ({"Program_B4": None}, "field_empty",
     "Program!B4: Kommunenummer er ikke fylt ut. Skriv kommunenummeret, for eksempel 1612."),
    ({"Program_B4": "9999"}, "unknown_municipality",
     "Program!B4: Ingen kommune har nummer «9999». Velg en kommune fra registeret."),
    ({"Program_B4": "Hemne"}, "unknown_municipality",
     "Program!B4: Ingen kommune har nummer «Hemne». Velg en kommune fra registeret."),
    ({"Program_B15": None}, "evaluation_incomplete", "Program!B15: Evalueringen programmet svarer på, er bare halvt "
     "oppgitt. Oppgi både år og versjon, eller ingen av dem."),
    ({"Program_B14": 20288}, "number_out_of_bounds",
     "Program!B14: 20288 er ikke et tall som kan stå her. Rett tallet."),
    ({"Program_B1": "eksempel"}, "other_dataset", "Program!B1: Arbeidsboken hører til eksempeldataene. "
     "Bytt datasett øverst på siden, eller hent arbeidsboken på nytt her."),
    ({"Program_B1": "prøve"}, "unknown_dataset",
     "Program!B1: «prøve» er ikke et datasett. Skriv virkelig eller eksempel."),
    ({"Program_B2": None}, "event_missing", "Program!B2: Det står ikke hvilken hendelse arbeidsboken er hentet ved. "
     "Hent arbeidsboken på nytt, og gjør endringene i den. Ellers kan det andre har endret, gå tapt."),
    ({"Program_B2": 99}, "unknown_event", "Program!B2: Hendelse 99 finnes ikke ennå; den nyeste er 2. "
     "Arbeidsboken kan være hentet et annet sted. Hent den på nytt her."),
    ({"Program_B3": "borte"}, "unknown_programme", "Program!B3: Program-ID-en «borte» hører ikke til noe program som "
     "er lagret her. Hent arbeidsboken på nytt. Skal programmet være nytt, tømmer du cellen."),
    ({"Program_B8": "=A1"}, "formula_without_answer", "Program!B8: Formelen har ikke noe lagret svar. "
     "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv teksten."),
]  # fmt: skip


FOLLOWED = ("circle", "number_twice")
"""Errors that others follow from: all that wait in a circle, and all that refer to the number that is gone."""


@pytest.mark.parametrize(
    ("cells", "code", "sentence"), ERRORS, ids=[f"{code} {min(cells)}" for cells, code, _ in ERRORS]
)
def test_an_error_is_said_with_its_cell_and_stops_the_saving(
    cells: dict[str, Any], code: str, sentence: str, planned: Store
) -> None:
    intake = check(planned, plan_with(planned, **cells))
    assert (code, sentence) in said(intake, "error")
    assert code in FOLLOWED or len(said(intake, "error")) == 1
    assert all(
        one.values == joined(*filter(None, (one.expected, one.remedy, one.found))).values for one in intake.findings
    )
    with pytest.raises(PlanRefused, match="må rettes først"):
        confirm(planned, intake, NOON, accept_warnings=True)


def test_a_finding_names_the_measure_it_is_about(planned: Store) -> None:
    [finding] = check(planned, plan_with(planned, Faser_B4=None)).findings
    assert (finding.file, finding.concerns) == ("plan.xlsx", "Svar på nett")


def test_another_evaluation_is_checked_against_the_targets_of_measures_not_in_the_workbook(planned: Store) -> None:
    save(planned, replace(PROGRAMME, evaluation_year=None, evaluation_version=None))
    low = replace(MEASURE.questions[0], target_points=Decimal(4))
    save(planned, replace(MEASURE, questions=(low,)))

    def without(book: Any) -> None:
        book["Tiltak"].delete_rows(3)
        for name in ("Spørsmål", "Svakheter", "Dokumentasjon"):
            del book[name]
        book["Faser"].delete_rows(4)
        book["Penger"].delete_rows(3, 2)

    [finding] = check(planned, plan_with(planned, without, Program_B15=2018, Program_B16="2.1")).findings[:1]
    assert (finding.code, finding.cell) == ("target_not_above_baseline", "B16")
    assert finding.concerns == "Svar på nett"


def test_rows_merged_into_one_are_an_error_and_cells_within_a_row_are_mentioned(planned: Store) -> None:
    def merged(book: Any) -> None:
        book["Faser"].merge_cells("A2:A3")
        book["Faser"].merge_cells("D5:E5")

    intake = check(planned, plan_with(planned, merged))
    assert (
        "rows_merged",
        "Faser!A2: Cellene A2:A3 er slått sammen. Opphev sammenslåingen og fyll ut hver rad for seg.",
    ) in said(intake)
    assert [code for code, _ in said(intake, "information")] == ["merged_cells"]


def test_hidden_sheets_and_macros_are_read_and_mentioned(planned: Store) -> None:
    def hidden(book: Any) -> None:
        book["Tiltak"].sheet_state = "hidden"

    content = repacked(plan_with(planned, hidden), unchanged, xl__vbaProject=b"x")
    intake = check(planned, content)
    assert {code for code, _ in said(intake, "information")} == {"hidden_sheet", "macros"}
    assert intake.is_empty()


FILES = {name: broken for name, broken in BROKEN.items() if name != "number that is none"}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_is_stopped_with_a_sentence(name: str, planned: Store) -> None:
    build, code, _sentence = FILES[name]
    intake = check(planned, build(written(planned)))
    assert [found for found, _ in said(intake, "stop")] == [code]
    assert intake.is_empty()


def test_a_score_sheet_is_no_plan(planned: Store) -> None:
    def renamed(book: Any) -> None:
        book["Program"].title = "Kommune"

    assert said(check(planned, plan_with(planned, renamed))) == [(
        "no_known_sheet",
        "plan.xlsx: Fant ikke arket «Program». Bruk arbeidsboken som hentes på siden Tiltak. "
        "Skåringsark leses inn under «Last opp».",
    )]  # fmt: skip


def test_missing_headings_are_named(planned: Store) -> None:
    def without(book: Any) -> None:
        book["Tiltak"].delete_cols(25)
        book["Penger"].delete_cols(4)

    assert [sentence for code, sentence in said(check(planned, plan_with(planned, without)), "error")][:2] == [
        "Tiltak: Kolonnen «ID» mangler. Skriv overskriftene slik de står i malen.",
        "Penger: Kolonnen «Beløp i kroner» mangler. Skriv overskriftene slik de står i malen.",
    ]


def test_a_line_for_the_program_identifier_is_needed(planned: Store) -> None:
    def without(book: Any) -> None:
        book["Program"].delete_rows(3)

    [(code, _sentence)] = said(check(planned, plan_with(planned, without)))
    assert code == "programme_line_missing"


def test_measures_of_another_programme_are_not_taken_over(planned: Store) -> None:
    save(planned, Programme("1612", "Et annet", programme="q"))
    intake = check(planned, plan_with(planned, Program_B3="q"))
    assert [code for code, _ in said(intake, "error")][:3] == ["identifier_of_other_programme"] * 3


def test_too_many_measures_are_stopped(planned: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEASURES", 2)
    assert [code for code, _ in said(check(planned, filled(planned, "real", "p")))] == ["too_many_measures"]


def test_reading_the_same_new_rows_twice_must_be_confirmed(planned: Store) -> None:
    content = plan_with(planned, Tiltak_B5="Opplæring")
    assert confirm(planned, check(planned, content), NOON, accept_warnings=False).event == 3
    again = check(planned, content)
    assert [code for code, _ in said(again)] == ["title_twice"]
    with pytest.raises(PlanRefused, match="Advarslene må bekreftes"):
        confirm(planned, again, NOON, accept_warnings=False)
    assert confirm(planned, again, NOON, accept_warnings=True).event == 4


def test_two_new_rows_of_one_title_and_a_programme_of_a_name_that_is_there_must_be_confirmed(planned: Store) -> None:
    content = with_edits(
        template(planned, "real", "1612"), Program_B7="etter  målingen", Tiltak_B2="Kurs", Tiltak_B3="Kurs"
    )
    assert {code for code, _ in said(check(planned, content), "warning")} == {"programme_twice", "title_twice"}


def test_a_programme_that_moves_to_another_municipality_must_be_confirmed(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Program_B4="1613"))
    assert [code for code, _ in said(intake)] == ["municipality_changed"]
    assert intake.programme == replace(PROGRAMME, municipality="1613", municipality_name="Snillfjord")
    named = check(planned, plan_with(planned, Program_B4="1613", Program_B5="Orkland (Snillfjord)")).programme
    assert named == replace(PROGRAMME, municipality="1613", municipality_name="Orkland (Snillfjord)")
    assert check(planned, plan_with(planned, Program_B4=5011)).programme == replace(PROGRAMME, municipality="5011")


def test_confirming_twice_saves_once(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Tiltak_B5="Opplæring"))
    confirm(planned, intake, NOON, accept_warnings=False)
    with pytest.raises(PlanRefused, match="Noen andre har laget dette"):
        confirm(planned, intake, NOON, accept_warnings=False)


def test_nothing_changed_is_refused_with_a_sentence(planned: Store) -> None:
    with pytest.raises(PlanRefused, match="Ingenting er endret"):
        confirm(planned, check(planned, filled(planned, "real", "p")), NOON, accept_warnings=True)


def test_what_somebody_changed_since_is_a_conflict_and_not_overwritten(planned: Store) -> None:
    content = plan_with(planned, Tiltak_F3="Svar samme dag")
    save(planned, replace(MEASURE, goal="Svar på en uke", status="started", parent=None, money=()))
    intake = check(planned, content)
    remedy = "Hent arbeidsboken på nytt, og gjør endringen i den om den fortsatt skal gjelde."
    assert [sentence.removesuffix(f" {remedy}") for _, sentence in said(intake)] == [
        "Tiltak!D3: Noen andre har tømt feltet i mellomtiden; der sto «Service».",
        "Tiltak!F3: Noen andre har endret feltet i mellomtiden, fra «Raskere svar» til «Svar på en uke».",
        "Tiltak!C3: Noen andre har endret feltet i mellomtiden, fra «vedtatt» til «i gang».",
        "Penger!B3: Noen andre har endret en liste i mellomtiden, fra 2 til 0 rader.",
    ]
    assert {finding.code for finding in intake.findings} == {"changed_meanwhile"}
    assert intake.findings[-1].concerns == "Svar på nett: Penger"
    assert plans_in(planned, "real").measures["m"].goal == "Svar på en uke"


def test_what_somebody_changed_between_check_and_confirmation_is_a_conflict(planned: Store) -> None:
    intake = check(planned, plan_with(planned, Tiltak_F3="Svar samme dag"))
    save(planned, replace(MEASURE, goal="Svar på en uke"))
    with pytest.raises(PlanRefused) as refused:
        confirm(planned, intake, NOON, accept_warnings=True)
    assert refused.value.code == "changed_meanwhile"


def test_what_somebody_changed_in_a_row_that_the_workbook_leaves_as_it_was_stays(planned: Store) -> None:
    content = plan_with(planned, Tiltak_F3="Svar samme dag")
    save(planned, replace(OTHER, goal="Ti til"))
    confirm(planned, check(planned, content), NOON, accept_warnings=False)
    measures = plans_in(planned, "real").measures
    assert (measures["n"].goal, measures["m"].goal) == ("Ti til", "Svar samme dag")


def test_a_measure_undone_since_is_a_conflict(planned: Store) -> None:
    made = save(planned, replace(OTHER, measure="x", title="Enda et"))
    content = plan_with(planned, Tiltak_B2="Enda et, endret")
    undo_import(planned, made.event, NOON)
    assert [code for code, _ in said(check(planned, content))] == ["changed_meanwhile"]


def test_an_unexpected_failure_is_a_sentence(planned: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(checking, "assembled", fail)
    assert [code for code, _ in said(check(planned, filled(planned, "real", "p")))] == ["file_not_checked"]


def test_a_programme_that_is_not_there_has_no_workbook(planned: Store) -> None:
    with pytest.raises(NoSuchProgramme):
        filled(planned, "example", "p")


def test_the_annotated_copy_has_the_findings_as_comments(planned: Store) -> None:
    content = plan_with(planned, Tiltak_M3=6)
    file = SheetFile("plan.xlsx", content)
    book = load_workbook(BytesIO(annotated(file, check(planned, content).findings)))
    assert book["Tiltak"]["M3"].comment.text.startswith("Feil: 6 er ikke mellom 1 og 5.")
    assert book["Merknader"]["B2"].value == "Tiltak!M3"
