"""Checks within one evaluation: sums against parts, missing points, and irregularities of the instrument."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from data.language import Sentence, _
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import UNREADABLE_POINTS
from data.score_sheets.reading.headings import FIELDS, SHEETS
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import SubmittedEvaluation

HALF, TENTH = Decimal("0.5"), Decimal("0.05")
"""Half the last digit of whole points and of points with one decimal: tolerance is that of each part plus the sum."""


def check_evaluation(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    """Add findings on sums that differ from their parts, and on missing points."""
    version = submitted.version
    if version is None:
        return
    if not submitted.figures and not _has_unreadable_points(submitted.collector):
        remedy = _("Fyll inn totalen, områdene eller underspørsmålene.")
        collector, cell = _where_points_belong(submitted)
        collector.error("no_points", cell, _("Evalueringen har ingen poeng"), remedy)
    for area in map(str, reference.areas[version]):
        _compare_with_questions(submitted, area, _questions_of(reference, version, area), reference)
    _compare_with_questions(submitted, "0", tuple(reference.questions.get(version, {})), reference)
    _compare_with_areas(submitted, tuple(map(str, reference.areas[version])), reference)
    _note_missing_questions(submitted, reference)


def _where_points_belong(submitted: SubmittedEvaluation) -> tuple[FindingCollector, str | None]:
    if submitted.points_place:
        sheet, cell = submitted.points_place
        return submitted.collector.on(sheet), cell
    return submitted.collector, submitted.cell("total") or submitted.cell("area 1") or submitted.cell("number")


def _has_unreadable_points(collector: FindingCollector) -> bool:
    return any(finding.code in UNREADABLE_POINTS for finding in collector.findings)


def _questions_of(reference: ReferenceData, version: str, area: str) -> tuple[str, ...]:
    return tuple(code for code in reference.questions.get(version, {}) if code.split(".")[0] == area)


def _compare_with_questions(
    submitted: SubmittedEvaluation, code: str, questions: tuple[str, ...], reference: ReferenceData
) -> None:
    if questions and code in submitted.figures and all(question in submitted.figures for question in questions):
        parts = _sum(submitted, questions)
        if submitted.figures[code].points != parts.quantize(Decimal(1), ROUND_HALF_UP):
            found = _difference_sentence(code, submitted.figures[code].points, parts)
            _note_difference(submitted, code, found, parts, TENTH * len(questions) + HALF, reference)


def _difference_sentence(code: str, stated: Decimal, parts: Decimal) -> Sentence:
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


def _compare_with_areas(submitted: SubmittedEvaluation, areas: tuple[str, ...], reference: ReferenceData) -> None:
    if "0" in submitted.figures and all(area in submitted.figures for area in areas):
        stated, parts = submitted.figures["0"].points, _sum(submitted, areas)
        if stated != parts:
            found = _(
                "Totalen er oppgitt til {stated}, og de åtte områdene gir {parts} til sammen",
                stated=stated,
                parts=parts,
            )
            _note_difference(submitted, "0", found, parts, HALF * len(areas) + HALF, reference)


def _sum(submitted: SubmittedEvaluation, codes: Iterable[str]) -> Decimal:
    return sum((submitted.figures[code].points for code in codes), Decimal(0))


def _note_difference(
    submitted: SubmittedEvaluation,
    code: str,
    found: Sentence,
    parts: Decimal,
    tolerance: Decimal,
    reference: ReferenceData,
) -> None:
    stated, expected = submitted.figures[code], _("{parts}", parts=parts)
    on_sheet, cell = _collector_and_cell(submitted, stated.place)
    collector = on_sheet.about(reference.named(submitted.version or "", code))
    if abs(stated.points - parts) <= tolerance:
        remedy = _("Avrunding kan forklare det; begge tallene beholdes.")
        collector.information("rounding", cell, found, remedy, expected)
    else:
        remedy = _("Rett tallene, eller bekreft at kilden er slik.")
        collector.warning("sum_differs", cell, found, remedy, expected)


def _collector_and_cell(submitted: SubmittedEvaluation, place: str) -> tuple[FindingCollector, str]:
    sheet, _, cell = place.rpartition("!")
    return submitted.collector.on(sheet), cell


def _note_missing_questions(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    missing = [code for code in reference.questions.get(submitted.version or "", {}) if code not in submitted.figures]
    # An unreadable cell has its own finding and does not count as missing.
    if missing and any("." in code for code in submitted.figures) and not _has_unreadable_points(submitted.collector):
        named = tuple(reference.named(submitted.version or "", code) for code in missing)
        found = _("Underspørsmål {named:few} har ingen poeng", named=named, questions=tuple(missing))
        remedy = _("Fyll dem inn, eller bekreft at de mangler i kilden.")
        submitted.collector.on(_(SHEETS["points"])).warning("questions_without_points", None, found, remedy)


def mention_oddities(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    """Add findings, once per file, on irregularities of the instrument and on missing source, report and total."""
    version, collector = submitted.version or "", submitted.collector
    questions = reference.questions.get(version, {})
    if "2.6" in questions and "2.5" not in questions and "2.6" in submitted.figures:
        sheet = collector.on(_collector_and_cell(submitted, submitted.figures["2.6"].place)[0].sheet)
        found = _("Versjon {version} er trykt med 2.6 og uten 2.5", version=version)
        sheet.information("odd_codes_in_print", None, found, _("Det skal være slik."))
        printed_maximum = sum(maximum for code, (label, maximum) in questions.items() if code.startswith("2."))
        found = _("De trykte maksimumstallene i område 2 gir {most} til sammen, ikke 100", most=printed_maximum)
        sheet.information("odd_maxima_in_print", None, found, _("Det skal være slik."))
    for name in ("source", "report"):
        if getattr(submitted, name) is None:
            found = _("{field} er ikke oppgitt", field=_(FIELDS[name]))
            collector.information("field_not_stated", submitted.cell(name), found, _("Fyll ut om du vet det."))
    if "0" not in submitted.figures:
        remedy = _("Fyll ut om den er trykt; ellers summerer vi.")
        collector.information("total_not_stated", submitted.cell("total"), _("Oppgitt total mangler"), remedy)
