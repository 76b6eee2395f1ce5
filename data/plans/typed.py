"""Programmes and measures as texts in a form, and what is typed there as a programme or measure again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any, TypeVar

from data.catalogues import Written
from data.language import _
from data.numbers import shortest
from data.plans.findings import PlanFinding
from data.plans.rows import LISTS, SCORES, UNITS, Measure, Programme, Target
from data.plans.rules.finding import finding

Whole = TypeVar("Whole", Programme, Measure)
Typed = dict[str, Any]
"""A text by field, empty where nothing is known; a list of such for each list, codes as they are."""

IDENTITY = ("programme", "measure", "municipality")
"""Fields that are chosen and not typed."""
KEPT = ("remarks", "waits_for")
"""Lists whose members are chosen and not typed."""
WHOLE_NUMBERS = frozenset(
    (*SCORES, *UNITS, "target_year", "evaluation_year", "first_year", "last_year", "amount", "level")
)
LARGEST = {"amount": 10**15}
LARGEST_OF_OTHERS = 10**9
QUESTION = "question"
"""The field of a line that holds the code of a question, or the number of an area."""
WHOLE_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)
POINTS = re.compile(r"-?\d{1,6}(\.\d{1,6})?", re.ASCII)


def as_typed(plan: Programme | Measure) -> Typed:
    """Return the fields of a programme or measure as texts, and its lists as lists of such."""
    return {
        field.name: _typed_value(field.name, getattr(plan, field.name))
        for field in fields(plan)
        if field.name not in IDENTITY
    }


def from_typed(plan: Whole, typed: Mapping[str, Any]) -> tuple[Whole, list[PlanFinding]]:
    """Return the programme or measure with what is typed, and findings on what is no number where one belongs."""
    findings: list[PlanFinding] = []
    changes = {name: _read_value(plan, name, value, findings) for name, value in typed.items()}
    return replace(plan, **changes), findings


def empty_line(name: str) -> Typed:
    """Return a new line of a list, with nothing typed."""
    if name == "questions":
        return {QUESTION: "", "target_points": ""}
    _table, kind = LISTS[name]
    return {field.name: "" for field in fields(kind)}


def _typed_value(name: str, value: Any) -> Any:
    if name in KEPT:
        return list(value)
    if name in LISTS:
        return [_typed_line(line) for line in value]
    return _text(value)


def _typed_line(line: Any) -> Typed:
    if isinstance(line, Target):
        question = line.code if line.area is None else str(line.area)
        return {QUESTION: question or "", "target_points": _text(line.target_points)}
    return {field.name: _text(getattr(line, field.name)) for field in fields(line)}


def _text(value: Any) -> str:
    return "" if value is None else shortest(value) if isinstance(value, Decimal) else str(value)


def _read_value(plan: Programme | Measure, name: str, value: Any, findings: list[PlanFinding]) -> Any:
    if name in KEPT:
        return tuple(value)
    if name in LISTS:
        return tuple(_read_lines(plan, name, value, findings))
    return _read(plan, name, name, value, findings)


def _read_lines(
    plan: Programme | Measure, name: str, lines: Sequence[Typed], findings: list[PlanFinding]
) -> Iterator[Any]:
    _table, kind = LISTS[name]
    for position, line in enumerate(lines, 1):
        read = {field: _read(plan, field, f"{name}.{position}.{field}", text, findings) for field, text in line.items()}
        if name == "questions":
            question = read.pop(QUESTION)
            is_area = question is not None and "." not in question
            read |= {"area": int(question)} if is_area and question.isdecimal() else {"code": question}
        yield kind(**read)


def _read(plan: Programme | Measure, name: str, field: str, text: str, findings: list[PlanFinding]) -> Any:
    stripped = text.strip()
    if not stripped:
        return _missing(plan, name, field, findings)
    if name == "target_points":
        return _points(plan, field, stripped, findings)
    return _whole_number(plan, name, field, stripped, findings) if name in WHOLE_NUMBERS else Written(stripped)


def _missing(plan: Programme | Measure, name: str, field: str, findings: list[PlanFinding]) -> Any:
    """Return what nothing typed means; the fields of a line that cannot be empty get a finding."""
    if name == "amount":
        sentence = _("Beløpet mangler.")
        findings.append(finding(plan, "amount_missing", field, sentence, _("Skriv beløpet, eller fjern linjen.")))
        return 0
    if name == "level":
        return 0
    return "" if name in ("kind", "step", "text") else None


def _points(plan: Programme | Measure, field: str, text: str, findings: list[PlanFinding]) -> Decimal | None:
    written = text.replace(",", ".").replace("−", "-")
    if POINTS.fullmatch(written):
        return Decimal(written)
    sentence = _("«{text}» er ikke et poengtall.", text=text)
    findings.append(finding(plan, "not_points", field, sentence, _("Skriv et tall med høyst én desimal, som 12,5.")))
    return None


def _whole_number(plan: Programme | Measure, name: str, field: str, text: str, findings: list[PlanFinding]) -> int:
    written = re.sub(r"\s", "", text).replace("−", "-")
    if not WHOLE_NUMBER.fullmatch(written):
        sentence = _("«{text}» er ikke et helt tall.", text=text)
        findings.append(finding(plan, "not_a_number", field, sentence, _("Skriv bare sifre.")))
        return 0
    number = int(written)
    if abs(number) >= LARGEST.get(name, LARGEST_OF_OTHERS):
        sentence = _("{text} er et altfor stort tall.", text=text)
        findings.append(finding(plan, "number_too_large", field, sentence, _("Skriv et mindre tall.")))
        return 0
    return number
