"""What somebody else changed in a programme or measure since an editor saw it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from data.language import _
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.words import STATUS_NAMES

Whole = Programme | Measure


def findings_of(changed: Iterable[Whole], seen: Plans, now: Plans) -> tuple[PlanFinding, ...]:
    """Return one finding a field of what is changed that is not as the editor saw it."""
    return tuple(finding for plan in changed for finding in _of_one(plan, seen, now))


def current(plan: Whole, plans: Plans) -> Whole | None:
    """Return the programme or measure with the identifier of this one, None if there is none."""
    return plans.measures.get(plan.measure) if isinstance(plan, Measure) else plans.programmes.get(plan.programme)


def _of_one(plan: Whole, seen: Plans, now: Plans) -> Iterator[PlanFinding]:
    before, after = current(plan, seen), current(plan, now)
    identifier = plan.measure if isinstance(plan, Measure) else plan.programme
    remedy = _("Se hva som er endret, og lagre på nytt om endringen din fortsatt skal gjelde.")
    if (before is None) != (after is None):
        sentence = (
            _("Noen andre har angret dette siden du åpnet det.")
            if after is None
            else _("Noen andre har laget dette siden du åpnet det.")
        )
        yield PlanFinding("changed_meanwhile", identifier, "", sentence, remedy)
    elif before is not None and before != after:
        for field in fields(before):
            then, since = getattr(before, field.name), getattr(after, field.name)
            if then != since:
                said = (_said(value, field.name, seen, now) for value in (then, since))
                yield PlanFinding("changed_meanwhile", identifier, field.name, _changed(*said), remedy)


def _said(value: Any, field: str, seen: Plans, now: Plans) -> Any:
    """Return a value in words where it is a code or an identifier."""
    if field == "status" and value in STATUS_NAMES:
        return _(STATUS_NAMES[value])
    area = {**seen.measures, **now.measures}.get(value) if field == "parent" and value else None
    return area.title if area else value


def _changed(then: Any, since: Any) -> Any:
    if isinstance(then, tuple):
        return _("Noen andre har endret en liste i mellomtiden, fra {before} til {after} rader.",
                 before=len(then), after=len(since))  # fmt: skip
    if then is None:
        return _("Noen andre har fylt ut feltet i mellomtiden: «{after}».", after=since)
    if since is None:
        return _("Noen andre har tømt feltet i mellomtiden; der sto «{before}».", before=then)
    return _("Noen andre har endret feltet i mellomtiden, fra «{before}» til «{after}».", before=then, after=since)
