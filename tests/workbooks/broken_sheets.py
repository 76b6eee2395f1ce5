"""Score sheets with one thing wrong, each with the code and the words of what is said of it; and some with nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from openpyxl.worksheet.formula import ArrayFormula

from tests.workbooks.edits import edited, repacked, with_cells

Builder = Callable[[bytes], bytes]


def cells(**values: Any) -> Builder:
    return lambda content: with_cells(content, **values)


def raw_number(number: bytes) -> Builder:
    """A number that Excel would not write, in the cell of question 1.1."""

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"<v>7.5</v>", b"<v>" + number + b"</v>", 1) if name.endswith("sheet2.xml") else part

    return lambda content: repacked(content, change)


def _shuffled(book: Any) -> None:
    sheet = book["Poeng"]
    rows = [[cell.value for cell in row[:7]] for row in sheet.iter_rows(min_row=2, max_row=54)]
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
        sheet.cell(number, 8).value = None


def _extra_column(book: Any) -> None:
    book["Poeng"].insert_cols(1)
    book["Poeng"]["A1"].value = "Vår egen kolonne"


def _commas(book: Any) -> None:
    for row in range(2, 55):
        cell = book["Poeng"].cell(row, 3)
        cell.value = None if cell.value is None else f" {str(cell.value).replace('.', ',')} "


def _renamed(book: Any) -> None:
    book["Poeng"]["A1"].value, book["Poeng"]["C1"].value = " kode: ", "SKÅR"
    book["Kommune"]["A3"].value, book["Kommune"]["A8"].value = "Kommunenr.", "Årstall"
    book["Poeng"].title = "poeng "


def _merged(book: Any) -> None:
    book["Poeng"].merge_cells("C3:C4")


def _hidden(book: Any) -> None:
    book["Poeng"].sheet_state = "hidden"


def _no_sheets(book: Any) -> None:
    book.create_sheet("Notater")
    for name in ("Kommune", "Poeng", "Styrker og svakheter"):
        del book[name]


def _far_away(book: Any) -> None:
    book["Poeng"].cell(1_048_576, 16_384).value = 1


def _formula(book: Any) -> None:
    book["Poeng"]["C3"].value = ArrayFormula("C3", "=SUM(D3:D3)/2")


def _formula_for_a_kind(book: Any) -> None:
    book["Styrker og svakheter"]["B2"].value = ArrayFormula("B2", '="styr"&"ke"')


def _formula_for_a_name(book: Any) -> None:
    book["Kommune"]["B4"].value = ArrayFormula("B4", '="Prøve"&"vik"')


def _formula_for_a_comment(book: Any) -> None:
    book["Poeng"]["F3"].value = ArrayFormula("F3", '="se"&"side"')


def _dated_codes(book: Any) -> None:
    book["Poeng"]["A3"].value = datetime(2026, 1, 1)  # noqa: DTZ001, what Excel makes of a typed 1.1


ONE_MISSING = (
    "advarsel Poeng: Underspørsmål 1.1 Plan for demokrati og informasjon har ingen poeng. "
    "Fyll dem inn, eller bekreft at de mangler i kilden."
)
NUMBER = "Skriv et tall."
OTHER_DIGITS = "er skrevet med andre sifre enn 0–9. Skriv det med sifrene 0–9."
NO_NUMBER = "Gjør cellen om til tall og skriv tallet på nytt."
ERRORS: dict[str, tuple[Builder, str, list[str]]] = {
    "over the maximum": (
        cells(Poeng_C6=31),
        "points_over_maximum",
        ["feil Poeng!C6: 31 poeng er over maksimum 30. Rett tallet."],
    ),
    "negative": (
        cells(Poeng_C3=-1.5),
        "points_under_zero",
        ["feil Poeng!C3: \u22121,5 poeng er under 0. Rett tallet."],
    ),
    "two decimals": (
        cells(Poeng_C3=7.25),
        "points_with_decimals",
        ["feil Poeng!C3: 7,25 har mer enn én desimal. Skriv poengene med én desimal."],
    ),
    "area with a decimal": (
        cells(Poeng_C2="50,5"),
        "points_not_whole",
        [
            "feil Poeng!C2: 50,5 er ikke et helt tall; områder og totaler har hele poeng. "
            "Skriv hele poeng, eller la cellen stå tom, så summerer vi underspørsmålene."
        ],
    ),
    "no number": (cells(Poeng_C3="bra"), "text_for_points", [f"feil Poeng!C3: «bra» er ikke et tall. {NUMBER}"]),
    "date for a number": (
        cells(Poeng_C3=datetime(2018, 5, 7)),  # noqa: DTZ001
        "date_for_points",
        [f"feil Poeng!C3: Her står datoen 07.05.2018. {NO_NUMBER}"],
    ),
    "error value": (
        cells(Poeng_C3="#REF!"),
        "error_value",
        ["feil Poeng!C3: Cellen viser feilen #REF!. Rett formelen, eller skriv verdien."],
    ),
    "formula without answer": (
        lambda content: edited(content, _formula),
        "formula_without_answer",
        [
            "feil Poeng!C3: Formelen har ikke noe lagret svar. "
            "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv tallet."
        ],
    ),
    "formula without answer for a kind": (
        lambda content: edited(content, _formula_for_a_kind),
        "formula_without_answer",
        [
            "feil Styrker og svakheter!B2: Formelen har ikke noe lagret svar. "
            "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv teksten."
        ],
    ),
    "formula without answer for a name": (
        lambda content: edited(content, _formula_for_a_name),
        "formula_without_answer",
        [
            "feil Kommune!B4: Formelen har ikke noe lagret svar. "
            "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv teksten."
        ],
    ),
    "formula without answer for a comment": (
        lambda content: edited(content, _formula_for_a_comment),
        "formula_without_answer",
        [
            "feil Poeng!F3: Formelen har ikke noe lagret svar. "
            "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv teksten."
        ],
    ),
    "number with an underscore": (
        raw_number(b"1_0"),
        "text_for_points",
        [f"feil Poeng!C3: «1_0» er ikke et tall. {NUMBER}"],
    ),
    "Arabic digits in the file": (
        raw_number("\u0667".encode()),
        "foreign_digits",
        [f"feil Poeng!C3: «\u0667» {OTHER_DIGITS}"],
    ),
    "full-width digits": (cells(Poeng_C3="\uff17"), "foreign_digits", [f"feil Poeng!C3: «\uff17» {OTHER_DIGITS}"]),
    "Arabic digits for a year": (
        cells(Kommune_B8="\u0662\u0660\u0661\u0668"),
        "foreign_digits",
        [f"feil Kommune!B8: «\u0662\u0660\u0661\u0668» {OTHER_DIGITS}"],
    ),
    "full-width digits for an area": (
        cells(Poeng_A2="\uff11", Poeng_C2=50),
        "foreign_digits",
        [f"feil Poeng!A2: «\uff11» {OTHER_DIGITS}"],
    ),
    "unknown code beside the text of a question": (
        cells(Poeng_A17="3.9"),
        "unknown_code",
        ["feil Poeng!A17: Kode «3.9» finnes ikke i versjon 2.1. Mente du «3.3» (Rapportering og tilsyn)? Rett koden."],
    ),
    "unknown code beside a text whose code is there": (
        cells(Poeng_A17="3.9", Poeng_B17="Felles rolleforståelse"),
        "unknown_code",
        ["feil Poeng!A17: Kode «3.9» finnes ikke i versjon 2.1. Rett koden."],
    ),
    "unknown code without a text": (
        cells(Poeng_A17="3.9", Poeng_B17=None),
        "unknown_code",
        ["feil Poeng!A17: Kode «3.9» finnes ikke i versjon 2.1. Mente du «3.3» (Rapportering og tilsyn)? Rett koden."],
    ),
    "version of no family": (
        cells(Kommune_B9="3.0"),
        "unknown_version",
        ["feil Kommune!B9: Versjon «3.0» finnes ikke. Velg fra listen."],
    ),
    "version 1.1": (
        cells(Kommune_B9="1.1"),
        "unknown_version",
        ["feil Kommune!B9: Versjon «1.1» finnes ikke. Mente du «1.0»? Velg fra listen."],
    ),
    "huge number": (
        raw_number(b"1e308"),
        "points_too_large",
        [f"feil Poeng!C3: Her står et altfor stort tall. {NUMBER}"],
    ),
    "huge whole number": (
        raw_number(b"9" * 400),
        "points_too_large",
        [f"feil Poeng!C3: Her står et altfor stort tall. {NUMBER}"],
    ),
    "unknown code": (
        cells(Poeng_A3="1.9"),
        "unknown_code",
        [
            "feil Poeng!A3: Kode «1.9» finnes ikke i versjon 2.1. "
            "Mente du «1.1» (Plan for demokrati og informasjon)? Rett koden."
        ],
    ),
    "2.5": (
        cells(Poeng_A12="2.5"),
        "unknown_code",
        [
            "feil Poeng!A12: Kode «2.5» finnes ikke i versjon 2.1. "
            "Instrumentet er trykt uten 2.5. Mente du «2.4» (Brukerundersøkelser)? Rett koden."
        ],
    ),
    "code twice": (
        cells(Poeng_A4="1.1"),
        "code_twice",
        ["feil Poeng!A4: 1.1 Plan for demokrati og informasjon står to ganger; først i A3. Slett den ene raden."],
    ),
    "points without code": (
        cells(Poeng_A3=None),
        "points_without_code",
        ["feil Poeng!A3: Her står poeng uten kode. Skriv koden, eller slett raden."],
    ),
    "star on an area": (
        cells(Poeng_E2="ja", Poeng_C2=50),
        "star_on_no_question",
        ["feil Poeng!E2: En gullstjerne hører til et underspørsmål. Sett den på underspørsmålet den ble gitt for."],
    ),
    "no yes": (
        cells(Poeng_E3="tja"),
        "neither_yes_nor_no",
        ["feil Poeng!E3: «tja» er verken ja eller nei. Skriv ja, eller la cellen stå tom."],
    ),
    "no number of a municipality": (
        cells(Kommune_B3=None),
        "field_empty",
        ["feil Kommune!B3: Kommunenummer er ikke fylt ut. Skriv kommunenummeret, for eksempel 1612."],
    ),
    "long number of a municipality": (
        cells(Kommune_B3="16123"),
        "not_a_municipality_number",
        ["feil Kommune!B3: «16123» er ikke et kommunenummer. Skriv kommunenummeret med 4 sifre."],
    ),
    "unknown version": (
        cells(Kommune_B9="2.2"),
        "unknown_version",
        ["feil Kommune!B9: Versjon «2.2» finnes ikke. Mente du «2.1»? Velg fra listen."],
    ),
    "year of another time": (
        cells(Kommune_B8=1889),
        "impossible_year",
        ["feil Kommune!B8: 1889 er ikke et årstall vi kan bruke. Rett årstallet."],
    ),
    "date for a year": (
        cells(Kommune_B8=datetime(2018, 6, 5)),  # noqa: DTZ001
        "date_for_year",
        ["feil Kommune!B8: Her står datoen 05.06.2018, ikke et årstall. Gjør cellen om til tall og skriv årstallet."],
    ),
    "half a person": (
        cells(Kommune_B6=99.5),
        "impossible_inhabitants",
        ["feil Kommune!B6: 99,5 kan ikke være et innbyggertall. Rett tallet."],
    ),
    "unknown income": (
        cells(Kommune_B13="midels"),
        "not_a_choice",
        ["feil Kommune!B13: «midels» er ikke et av valgene. Mente du «middels»? Velg fra listen."],
    ),
    "unknown country": (
        cells(Kommune_B2="Norgge"),
        "not_a_country",
        ["feil Kommune!B2: «Norgge» er ikke et land. Mente du «norge»? Skriv landkoden med to bokstaver."],
    ),
    "marked as example": (
        cells(Kommune_B1="eksempel"),
        "example_into_real",
        [
            "feil Kommune!B1: Arket er merket «eksempel» og kan bare leses inn i eksempeldataene. "
            "Velg eksempeldata, eller rett merket."
        ],
    ),
    "a novel": (
        lambda content: edited(
            content, lambda book: setattr(book["Styrker og svakheter"]["C2"], "value", "a" * 30_000)
        ),
        "text_too_long",
        ["feil Styrker og svakheter!C2: Teksten er på 30\u00a0000 tegn, og grensen er 2\u00a0000. Kort den ned."],
    ),
    "unknown kind": (
        cells(**{"Styrker og svakheter_B2": "styrkke"}),
        "not_a_choice",
        ["feil Styrker og svakheter!B2: «styrkke» er ikke et av valgene. Mente du «styrke»? Velg fra listen."],
    ),
    "area nine": (
        cells(**{"Styrker og svakheter_A2": 9}),
        "not_an_area",
        ["feil Styrker og svakheter!A2: «9» er ikke et område. Skriv 1–8."],
    ),
    "no sheets": (
        lambda content: edited(content, _no_sheets),
        "no_known_sheet",
        [
            "stopp fil.xlsx: Fant ingen ark som heter Kommune, Poeng eller Historikk. "
            "Bruk malen, eller gi arkene navnene fra malen."
        ],
    ),
}
WARNINGS: dict[str, tuple[Builder, str, list[str]]] = {
    "question missing": (cells(Poeng_C3=None), "questions_without_points", [ONE_MISSING]),
    "merged cells": (
        lambda content: edited(content, _merged),
        "questions_without_points",
        [ONE_MISSING.replace("1.1 Plan for demokrati og informasjon", "1.2 Informasjon om politiske saker")],
    ),
    "area far from its questions": (
        cells(Poeng_C2=60),
        "sum_differs",
        [
            "advarsel Poeng!C2: Område 1 er oppgitt til 60, og underspørsmålene gir 50 til sammen. "
            "Rett tallene, eller bekreft at kilden er slik."
        ],
    ),
    "total far from its questions": (
        cells(Kommune_B12=500),
        "sum_differs",
        [
            "advarsel Kommune!B12: Totalen er oppgitt til 500, og underspørsmålene gir 392,5 til sammen. "
            "Rett tallene, eller bekreft at kilden er slik."
        ],
    ),
    "other maximum": (
        cells(Poeng_D3=20),
        "other_maximum",
        [
            "advarsel Poeng!D3: Maksimum er 20 i arket og 15 i instrumentet. "
            "Vi bruker instrumentets. Sjekk at versjonen er riktig."
        ],
    ),
    "known number, other name": (
        cells(Kommune_B3="1612", Kommune_B8=2014),
        "other_name",
        [
            "advarsel Kommune!B4: Nummer 1612 er Hemne hos oss, og arket sier «Prøvevik». "
            "Rett nummeret eller navnet, eller bekreft at navnet er nytt."
        ],
    ),
    "known name, other number": (
        cells(Kommune_B4="Hemne"),
        "other_number",
        [
            "advarsel Kommune!B3: Vi kjenner Hemne med nummer 1612 eller 5011, ikke 1899. "
            "Rett nummeret, eller bekreft at det er en annen kommune."
        ],
    ),
    "something far away": (
        lambda content: edited(content, _far_away),
        "beyond_what_is_read",
        [
            "advarsel Poeng!XFD1048576: Det står noe utenfor de 10\u00a0000 radene og 60 kolonnene som leses. "
            "Slett det, eller bekreft at det kan utelates."
        ],
    ),
}
FINE: dict[str, Builder] = {
    "as it is": lambda content: content,
    "rows in another order": lambda content: edited(content, _shuffled),
    "a column of their own": lambda content: edited(content, _extra_column),
    "decimal commas and blanks": lambda content: edited(content, _commas),
    "renamed headings and sheets": lambda content: edited(content, _renamed),
    "hidden sheet": lambda content: edited(content, _hidden),
    "Excel made a date of the code": lambda content: edited(content, _dated_codes),
    "lost nought and words": cells(Kommune_B9="versjon 2,1", Kommune_B3=1899.0, Kommune_B2="Norge "),
    "what formulas leave behind": cells(Poeng_C3=7.500000000000001),
    "marks of direction": cells(Kommune_B4="Prøve\u202evik\u200f"),
    "signs for nothing": cells(Poeng_C2="..", Poeng_C8="–"),
}
