"""Findings of a change of plans as they are told in a form: the field by its name, codes by their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.language import Sentence, _, joined
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.typed import QUESTION, Typed, as_typed
from data.plans.words import KIND_OF_MONEY_NAMES, LEVEL_NAMES, STATUS_NAMES, STEP_NAMES
from reports.plan_editing.labels import FIELD_LABELS

WORDS: Mapping[str, Mapping[str, str]] = {
    "status": STATUS_NAMES,
    "kind": KIND_OF_MONEY_NAMES,
    "step": STEP_NAMES,
    "level": {str(level): name for level, name in LEVEL_NAMES.items()},
}


def place_name(field: str) -> Sentence:
    """Return the name of a field: `Faser, linje 2: Navn` for `phases.2.name`."""
    name, *within = field.split(".")
    label = _(FIELD_LABELS[name]) if name in FIELD_LABELS else _("Hele planen")
    if not within:
        return label
    if len(within) == 1:
        return _("{list}, linje {line}", list=label, line=within[0])
    return _("{list}, linje {line}: {field}", list=label, line=within[0], field=_(FIELD_LABELS[within[1]]))


def reason(finding: PlanFinding, plans: Plans) -> Sentence:
    """Return what is wrong and what to do; what others changed in a field of codes is told in words."""
    values = finding.sentence.values
    if finding.code != "changed_meanwhile" or finding.field not in ("status", "parent"):
        return joined(finding.sentence, finding.remedy)
    before, after = (_shown(finding.field, values.get(name) or "", plans) for name in ("before", "after"))
    told = _("Noen andre har endret feltet i mellomtiden, fra «{before}» til «{after}».", before=before, after=after)
    return joined(told, finding.remedy)


def told_of(finding: PlanFinding, plan: str, plans: Plans) -> Sentence:
    """Return a finding for the summary, with the title of the measure where it is about another than `plan`."""
    values = {"field": place_name(finding.field), "reason": reason(finding, plans)}
    other = plans.measures.get(finding.plan)
    if other is None or finding.plan == plan:
        return _("{field}: {reason}", **values)
    return _("«{title}», {field}: {reason}", title=other.title or "", **values)


def differences(before: Typed, now: Typed, own: Typed, plans: Plans) -> list[dict[str, str]]:
    """Return one row a field that others changed: its name, as it was opened, as it is now, and as typed here."""
    return [
        {
            "field": place_name(name),
            "before": _shown(name, before[name], plans),
            "now": _shown(name, now[name], plans),
            "own": _shown(name, own.get(name, before[name]), plans),
        }
        for name in before
        if before[name] != now[name]
    ]


def typed_or_nothing(plan: Programme | Measure | None, like: Typed) -> Typed:
    """Return a plan as texts; nothing in every field where it is gone."""
    return {name: type(value)() for name, value in like.items()} if plan is None else as_typed(plan)


def _shown(name: str, value: Any, plans: Plans) -> str:
    if isinstance(value, list):
        return "; ".join(_line(name, line, plans) for line in value) or _("ingenting")
    if name in ("parent", "waits_for") and value in plans.measures:
        return plans.measures[value].title or ""
    return _told(name, value) if value else _("ingenting")


def _line(name: str, line: Any, plans: Plans) -> str:
    if isinstance(line, str):
        return _shown(name, line, plans)
    if isinstance(line, dict):
        return _commas([line[QUESTION], line["target_points"]] if QUESTION in line else _words(line))
    return str(line.text)


def _words(line: Mapping[str, str]) -> Sequence[str]:
    return [_told(field, text) for field, text in line.items()]


def _told(field: str, text: str) -> str:
    """Return a code in words; what people wrote stays as it is."""
    words = WORDS.get(field, {})
    return _(words[text]) if text in words else text


def _commas(texts: Sequence[str]) -> str:
    return ", ".join(text for text in texts if text)
