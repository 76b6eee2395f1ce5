"""Checks within one evaluation: sums against parts, what is missing, and the oddities of the instrument."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from data.norwegian import listed, shortest
from data.score_sheets.entered import Entered
from data.score_sheets.finding import Notes
from data.score_sheets.headings import FIELDS
from data.score_sheets.known import Known

HALF, TENTH = Decimal("0.5"), Decimal("0.05")
NAMED = 6


def check_evaluation(entered: Entered, known: Known) -> None:
    """Take down what does not add up within the evaluation, and what is missing."""
    version = entered.version
    if version is None:
        return
    if not entered.figures and not _has_unreadable_points(entered.notes):
        entered.notes.error(
            entered.cell("number"), "Evalueringen har ingen poeng", "Fyll inn totalen, områdene eller underspørsmålene."
        )
    for area in map(str, known.areas[version]):
        _compare_with_questions(entered, area, _questions(known, version, area))
    _compare_with_questions(entered, "0", tuple(known.questions.get(version, {})))
    _compare_with_areas(entered, tuple(map(str, known.areas[version])))
    _mention_missing_questions(entered, known.questions.get(version, {}))


def _has_unreadable_points(notes: Notes) -> bool:
    return any(finding.expected and "poeng" in finding.expected for finding in notes.findings)


def _questions(known: Known, version: str, area: str) -> tuple[str, ...]:
    return tuple(code for code in known.questions.get(version, {}) if code.split(".")[0] == area)


def _compare_with_questions(entered: Entered, code: str, questions: tuple[str, ...]) -> None:
    if questions and code in entered.figures and all(question in entered.figures for question in questions):
        tolerance = TENTH * len(questions) + HALF
        _compare(entered, code, _sum(entered, questions), tolerance, "underspørsmålene", rounds_to=True)


def _compare_with_areas(entered: Entered, areas: tuple[str, ...]) -> None:
    if "0" in entered.figures and all(area in entered.figures for area in areas):
        _compare(entered, "0", _sum(entered, areas), HALF * len(areas) + HALF, "de åtte områdene", rounds_to=False)


def _sum(entered: Entered, codes: Iterable[str]) -> Decimal:
    return sum((entered.figures[code].points for code in codes), Decimal(0))


def _compare(entered: Entered, code: str, parts: Decimal, tolerance: Decimal, of: str, *, rounds_to: bool) -> None:
    stated = entered.figures[code]
    expected = parts.quantize(Decimal(1), ROUND_HALF_UP) if rounds_to else parts
    if stated.points == expected:
        return
    what = "Totalen" if code == "0" else f"Område {code}"
    found = f"{what} er oppgitt til {shortest(stated.points)}, og {of} gir {shortest(parts)} til sammen"
    place = _place(entered, stated.place)
    if abs(stated.points - parts) <= tolerance:
        place[0].information(place[1], found, "Avrunding kan forklare det; begge tallene beholdes.", shortest(parts))
    else:
        place[0].warning(place[1], found, "Rett tallene, eller bekreft at kilden er slik.", shortest(parts))


def _place(entered: Entered, place: str) -> tuple[Notes, str]:
    sheet, _, cell = place.rpartition("!")
    return entered.notes.on(sheet), cell


def _mention_missing_questions(entered: Entered, questions: Iterable[str]) -> None:
    missing = [code for code in questions if code not in entered.figures]
    # A cell that cannot be read is told of where it stands; it is not missing.
    if missing and any("." in code for code in entered.figures) and not _has_unreadable_points(entered.notes):
        named = listed([*missing[:NAMED], *([f"{len(missing) - NAMED} til"] if len(missing) > NAMED else [])])
        found = f"Underspørsmål {named} har ingen poeng"
        entered.notes.on("Poeng").warning(None, found, "Fyll dem inn, eller bekreft at de mangler i kilden.")


def mention_oddities(entered: Entered, known: Known) -> None:
    """Take down, once for a file, what is odd in the instrument itself and what of the source is not given."""
    version, notes = entered.version or "", entered.notes
    questions = known.questions.get(version, {})
    if "2.6" in questions and "2.5" not in questions and "2.6" in entered.figures:
        sheet = notes.on(_place(entered, entered.figures["2.6"].place)[0].sheet)
        sheet.information(None, f"Versjon {version} er trykt med 2.6 og uten 2.5", "Det skal være slik.")
        most = sum(most for code, (_, most) in questions.items() if code.startswith("2."))
        sheet.information(
            None, f"De trykte maksimumstallene i område 2 gir {most} til sammen, ikke 100", "Det skal være slik."
        )
    for name in ("source", "report"):
        if getattr(entered, name) is None:
            notes.information(entered.cell(name), f"{FIELDS[name]} er ikke oppgitt", "Fyll ut om du vet det.")
    if "0" not in entered.figures:
        notes.information(
            entered.cell("total"), "Oppgitt total mangler", "Fyll ut om den er trykt; ellers summerer vi."
        )
