"""Checks within one evaluation: sums against parts, what is missing, and the oddities of the instrument."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from data.language import Sentence, _
from data.score_sheets.entered import Entered
from data.score_sheets.finding import Notes
from data.score_sheets.headings import FIELDS, SHEETS
from data.score_sheets.known import Known
from data.score_sheets.values import UNREADABLE_POINTS

HALF, TENTH = Decimal("0.5"), Decimal("0.05")


def check_evaluation(entered: Entered, known: Known) -> None:
    """Take down what does not add up within the evaluation, and what is missing."""
    version = entered.version
    if version is None:
        return
    if not entered.figures and not _has_unreadable_points(entered.notes):
        remedy = _("Fyll inn totalen, områdene eller underspørsmålene.")
        entered.notes.error("no_points", entered.cell("number"), _("Evalueringen har ingen poeng"), remedy)
    for area in map(str, known.areas[version]):
        _compare_with_questions(entered, area, _questions(known, version, area))
    _compare_with_questions(entered, "0", tuple(known.questions.get(version, {})))
    _compare_with_areas(entered, tuple(map(str, known.areas[version])))
    _mention_missing_questions(entered, known.questions.get(version, {}))


def _has_unreadable_points(notes: Notes) -> bool:
    return any(finding.code in UNREADABLE_POINTS for finding in notes.findings)


def _questions(known: Known, version: str, area: str) -> tuple[str, ...]:
    return tuple(code for code in known.questions.get(version, {}) if code.split(".")[0] == area)


def _compare_with_questions(entered: Entered, code: str, questions: tuple[str, ...]) -> None:
    if questions and code in entered.figures and all(question in entered.figures for question in questions):
        parts = _sum(entered, questions)
        if entered.figures[code].points != parts.quantize(Decimal(1), ROUND_HALF_UP):
            found = _differs_from_questions(code, entered.figures[code].points, parts)
            _note_difference(entered, code, found, parts, TENTH * len(questions) + HALF)


def _differs_from_questions(code: str, stated: Decimal, parts: Decimal) -> Sentence:
    if code == "0":
        return _(
            "Totalen er oppgitt til {stated}, og underspørsmålene gir {parts} til sammen", stated=stated, parts=parts
        )
    return _(
        "Område {area} er oppgitt til {stated}, og underspørsmålene gir {parts} til sammen",
        area=code,
        stated=stated,
        parts=parts,
    )


def _compare_with_areas(entered: Entered, areas: tuple[str, ...]) -> None:
    if "0" in entered.figures and all(area in entered.figures for area in areas):
        stated, parts = entered.figures["0"].points, _sum(entered, areas)
        if stated != parts:
            found = _(
                "Totalen er oppgitt til {stated}, og de åtte områdene gir {parts} til sammen",
                stated=stated,
                parts=parts,
            )
            _note_difference(entered, "0", found, parts, HALF * len(areas) + HALF)


def _sum(entered: Entered, codes: Iterable[str]) -> Decimal:
    return sum((entered.figures[code].points for code in codes), Decimal(0))


def _note_difference(entered: Entered, code: str, found: Sentence, parts: Decimal, tolerance: Decimal) -> None:
    stated, expected = entered.figures[code], _("{parts}", parts=parts)
    notes, cell = _place(entered, stated.place)
    if abs(stated.points - parts) <= tolerance:
        remedy = _("Avrunding kan forklare det; begge tallene beholdes.")
        notes.information("rounding", cell, found, remedy, expected)
    else:
        remedy = _("Rett tallene, eller bekreft at kilden er slik.")
        notes.warning("sum_differs", cell, found, remedy, expected)


def _place(entered: Entered, place: str) -> tuple[Notes, str]:
    sheet, _, cell = place.rpartition("!")
    return entered.notes.on(sheet), cell


def _mention_missing_questions(entered: Entered, questions: Iterable[str]) -> None:
    missing = [code for code in questions if code not in entered.figures]
    # A cell that cannot be read is told of where it stands; it is not missing.
    if missing and any("." in code for code in entered.figures) and not _has_unreadable_points(entered.notes):
        found = _("Underspørsmål {questions:few} har ingen poeng", questions=tuple(missing))
        remedy = _("Fyll dem inn, eller bekreft at de mangler i kilden.")
        entered.notes.on(SHEETS["points"]).warning("questions_without_points", None, found, remedy)


def mention_oddities(entered: Entered, known: Known) -> None:
    """Take down, once for a file, what is odd in the instrument itself and what of the source is not given."""
    version, notes = entered.version or "", entered.notes
    questions = known.questions.get(version, {})
    if "2.6" in questions and "2.5" not in questions and "2.6" in entered.figures:
        sheet = notes.on(_place(entered, entered.figures["2.6"].place)[0].sheet)
        found = _("Versjon {version} er trykt med 2.6 og uten 2.5", version=version)
        sheet.information("odd_codes_in_print", None, found, _("Det skal være slik."))
        most = sum(most for code, (label, most) in questions.items() if code.startswith("2."))
        found = _("De trykte maksimumstallene i område 2 gir {most} til sammen, ikke 100", most=most)
        sheet.information("odd_maxima_in_print", None, found, _("Det skal være slik."))
    for name in ("source", "report"):
        if getattr(entered, name) is None:
            found = _("{field} er ikke oppgitt", field=FIELDS[name])
            notes.information("field_not_stated", entered.cell(name), found, _("Fyll ut om du vet det."))
    if "0" not in entered.figures:
        remedy = _("Fyll ut om den er trykt; ellers summerer vi.")
        notes.information("total_not_stated", entered.cell("total"), _("Oppgitt total mangler"), remedy)
