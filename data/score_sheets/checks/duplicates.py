"""Finds evaluations that occur more than once in the files."""

from data.language import _
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import SubmittedEvaluation


def without_duplicates(all_submitted: list[SubmittedEvaluation], reference: ReferenceData) -> list[SubmittedEvaluation]:
    """Return each evaluation once: the fullest of equal ones; different figures give an error."""
    kept: dict[tuple[str, int, str], SubmittedEvaluation] = {}
    for submitted in all_submitted:
        number, year, version = submitted.key()
        key = (reference.key(submitted.country, number), year, version)
        kept[key] = _fuller(kept[key], submitted) if key in kept else submitted
    return list(kept.values())


def _fuller(first: SubmittedEvaluation, second: SubmittedEvaluation) -> SubmittedEvaluation:
    which = {"name": second.name, "year": second.year, "version": second.version, "place": _where(first)}
    different = [code for code in first.figures.keys() & second.figures.keys() if _differ(first, second, code)]
    cell = second.cell("number")
    if different:
        found = _("{name} {year} med versjon {version} står også i {place}, med andre tall", **which)
        remedy = _("Behold den som er riktig, og ta bort den andre.")
        second.collector.error("twice_with_other_figures", cell, found, remedy)
        return first
    found = _("{name} {year} med versjon {version} står også i {place}, med de samme tallene", **which)
    remedy = _("Den mest utfyllende leses inn, én gang.")
    second.collector.information("twice_with_same_figures", cell, found, remedy)
    return second if _fullness(second) > _fullness(first) else first


def _differ(first: SubmittedEvaluation, second: SubmittedEvaluation, code: str) -> bool:
    return first.figures[code].points != second.figures[code].points


def _fullness(submitted: SubmittedEvaluation) -> tuple[int, int, int]:
    return len(submitted.figures), len(submitted.remarks), len(submitted.stars)


def _where(submitted: SubmittedEvaluation) -> str:
    place = "!".join(part for part in (submitted.sheet, submitted.cell("number")) if part)
    return f"{submitted.collector.file} {place}".strip()
