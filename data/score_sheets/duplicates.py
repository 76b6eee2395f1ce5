"""Finds evaluations that stand more than once in the files."""

from data.language import _
from data.score_sheets.entered import Entered
from data.score_sheets.known import Known


def without_duplicates(all_entered: list[Entered], known: Known) -> list[Entered]:
    """Return each evaluation once, the fullest of those that agree; where they do not agree, take down errors."""
    kept: dict[tuple[str, int, str], Entered] = {}
    for entered in all_entered:
        number, year, version = entered.key()
        key = (known.key(entered.country, number), year, version)
        kept[key] = _better(kept[key], entered) if key in kept else entered
    return list(kept.values())


def _better(first: Entered, second: Entered) -> Entered:
    which = {"name": second.name, "year": second.year, "version": second.version, "place": _where(first)}
    different = [code for code in first.figures.keys() & second.figures.keys() if _differ(first, second, code)]
    cell = second.cell("number")
    if different:
        found = _("{name} {year} med versjon {version} står også i {place}, med andre tall", **which)
        remedy = _("Behold den som er riktig, og ta bort den andre.")
        second.notes.error("twice_with_other_figures", cell, found, remedy)
        return first
    found = _("{name} {year} med versjon {version} står også i {place}, med de samme tallene", **which)
    remedy = _("Den mest utfyllende leses inn, én gang.")
    second.notes.information("twice_with_same_figures", cell, found, remedy)
    return second if _fullness(second) > _fullness(first) else first


def _differ(first: Entered, second: Entered, code: str) -> bool:
    return first.figures[code].points != second.figures[code].points


def _fullness(entered: Entered) -> tuple[int, int, int]:
    return len(entered.figures), len(entered.remarks), len(entered.stars)


def _where(entered: Entered) -> str:
    place = "!".join(part for part in (entered.sheet, entered.cell("number")) if part)
    return f"{entered.notes.file} {place}".strip()
