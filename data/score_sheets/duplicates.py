"""Finds evaluations that stand more than once in the files."""

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
    where = _where(first)
    different = [code for code in first.figures.keys() & second.figures.keys() if _differ(first, second, code)]
    cell = second.cell("number")
    if different:
        found = f"{second.name} {second.year} med versjon {second.version} står også i {where}, med andre tall"
        second.notes.error(cell, found, "Behold den som er riktig, og ta bort den andre.")
        return first
    found = f"{second.name} {second.year} med versjon {second.version} står også i {where}, med de samme tallene"
    second.notes.information(cell, found, "Den mest utfyllende leses inn, én gang.")
    return second if _fullness(second) > _fullness(first) else first


def _differ(first: Entered, second: Entered, code: str) -> bool:
    return first.figures[code].points != second.figures[code].points


def _fullness(entered: Entered) -> tuple[int, int, int]:
    return len(entered.figures), len(entered.remarks), len(entered.stars)


def _where(entered: Entered) -> str:
    place = "!".join(part for part in (entered.sheet, entered.cell("number")) if part)
    return f"{entered.notes.file} {place}".strip()
