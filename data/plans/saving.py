"""Saves a change of programmes and measures: one event in one transaction, or a refusal with every reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

import duckdb
import polars as pl

from data.imports import AND_MORE, OF_MEASURE, OF_PROGRAMME, add_event
from data.language import Sentence, _
from data.plans.circles import in_circles
from data.plans.conflicts import current
from data.plans.conflicts import findings_of as conflicts_of
from data.plans.facts import read_facts, registered
from data.plans.findings import PlanFinding, PlanRefused, refusal_of
from data.plans.reading import Plans, Read, read_measures, read_plans
from data.plans.rows import Measure, Programme
from data.plans.rules import findings_of
from data.plans.writing import add_rows
from data.speaking import SOURCE, speaking
from data.store import Store, StoreUnavailable, log, nothing_can_be_saved

Whole = Programme | Measure


@dataclass(frozen=True)
class PlanChange:
    """Programmes and measures as an editor wants them, whole.

    Attributes:
        plans: what is new or changed; one without an identifier is new and gets one.
        seen: the newest event when the editor opened them.
    """

    dataset: str
    plans: tuple[Whole, ...]
    seen: int


@dataclass(frozen=True)
class Saved:
    """The event of a change, and what it wrote, with identifiers."""

    event: int
    plans: tuple[Whole, ...]


@dataclass(frozen=True)
class Examined:
    """What a change would do, before it is saved.

    Attributes:
        now: everything as it is before the change.
        plans: the programmes and measures with identifiers and the keys of their municipalities.
        changed: those of them that are not as they are now.
        conflicts: what somebody else changed in them since the editor opened them.
        breaches: the rules that they would break.
    """

    now: Plans
    plans: tuple[Whole, ...]
    changed: tuple[Whole, ...]
    conflicts: tuple[PlanFinding, ...]
    breaches: tuple[PlanFinding, ...]


def new_identifier() -> str:
    """Return an identifier that nothing has yet, for rows of one change that name each other."""
    return uuid4().hex


def save_plan(store: Store, change: PlanChange, at: datetime) -> Saved:
    """Save a change and return its event and what it wrote.

    Raises:
        PlanRefused: a rule is broken, somebody changed the same meanwhile, nothing is changed, or nothing can be saved.
    """
    if store.read_only:
        raise PlanRefused("store_read_only", nothing_can_be_saved(store))
    try:
        return store.write(lambda cursor: _save(cursor, change, at))
    except StoreUnavailable as error:
        raise PlanRefused(error.code, error.sentence) from error
    except duckdb.Error as error:
        log.exception("a change of plans cannot be saved")
        raise PlanRefused(
            "plan_cannot_be_saved",
            _("Endringen kunne ikke lagres; kanskje er disken full. Planene er som før. Rydd plass og prøv igjen."),
        ) from error


def _save(cursor: duckdb.DuckDBPyConnection, change: PlanChange, at: datetime) -> Saved:
    read = partial(_read, cursor)
    found = examined(read, change)
    _refuse("changed_meanwhile", found.conflicts)
    if not found.changed:
        raise PlanRefused("nothing_changed", _("Ingenting er endret, så det er ikke noe å lagre."))
    _refuse("rules_broken", found.breaches)
    event = add_event(cursor, "plan", change.dataset, None, at, _title(found.changed))
    add_rows(cursor, event, change.dataset, found.changed)
    after = read_measures(read, change.dataset, event)
    _refuse("rules_broken", _circles_brought_back(found.changed, found.now.measures, after))
    return Saved(event, found.plans)


def examined(read: Read, change: PlanChange) -> Examined:
    """Return what saving this change would do now, and every reason against it; nothing is saved."""
    newest = int(read("select coalesce(max(event), 0) as newest from event").item())
    now = read_plans(read, change.dataset, newest)
    seen = now if change.seen >= newest else read_plans(read, change.dataset, change.seen)
    plans, unknown = _prepared(read, change)
    changed = tuple(plan for plan in plans if plan != current(plan, now))
    after = _with(now, changed)
    concerned = [after.programmes[name] for name in {plan.programme for plan in changed} & after.programmes.keys()]
    facts = read_facts(read, change.dataset, newest, concerned)
    breaches = (*unknown, *findings_of(changed, after, facts))
    return Examined(now, plans, changed, conflicts_of(plans, seen, now), breaches)


def _circles_brought_back(
    changed: Sequence[Whole], before: Mapping[str, Measure], after: Mapping[str, Measure]
) -> list[PlanFinding]:
    """Return the findings on measures that waited unseen, in a programme that was undone, and come back in a circle."""
    new = in_circles(_waiting(after)) - in_circles(_waiting(before))
    if not new:
        return []
    titles = sorted(after[name].title or "" for name in new)
    sentence = _("Tiltak som kommer tilbake med dette, venter på hverandre i ring: {titles:commas}.", titles=titles)
    remedy = _("Endre først hva de andre venter på, eller lag et nytt program.")
    plan = changed[0]
    identifier = plan.measure if isinstance(plan, Measure) else plan.programme
    return [PlanFinding("circle", identifier, "waits_for" if isinstance(plan, Measure) else "name", sentence, remedy)]


def _waiting(measures: Mapping[str, Measure]) -> dict[str, tuple[str, ...]]:
    return {name: measure.waits_for for name, measure in measures.items()}


def _read(cursor: duckdb.DuckDBPyConnection, text: str, **parameters: Any) -> pl.DataFrame:
    return cursor.execute(text, parameters).pl()


def _refuse(code: str, findings: Sequence[PlanFinding]) -> None:
    if findings:
        raise refusal_of(code, findings)


def _prepared(read: Read, change: PlanChange) -> tuple[tuple[Whole, ...], list[PlanFinding]]:
    """Return the plans with identifiers and the keys of their municipalities, and findings on unknown ones."""
    prepared: list[Whole] = []
    findings: list[PlanFinding] = []
    for plan in change.plans:
        if isinstance(plan, Measure):
            prepared.append(replace(plan, measure=plan.measure or new_identifier()))
            continue
        programme = replace(plan, programme=plan.programme or new_identifier())
        known = registered(read, programme.municipality)
        if known is not None:
            key, name = known
            programme = replace(programme, municipality=key, municipality_name=programme.municipality_name or name)
        elif change.dataset == "real":
            sentence = _("Ingen kommune har nummer «{number}».", number=programme.municipality)
            remedy = _("Velg en kommune fra registeret.")
            findings.append(PlanFinding("unknown_municipality", programme.programme, "municipality", sentence, remedy))
        prepared.append(programme)
    return tuple(prepared), findings


def _with(now: Plans, changed: Sequence[Whole]) -> Plans:
    """Return the plans as they are after the change."""
    programmes = {plan.programme: plan for plan in changed if isinstance(plan, Programme)}
    measures = {plan.measure: plan for plan in changed if isinstance(plan, Measure)}
    return Plans({**now.programmes, **programmes}, {**now.measures, **measures})


@speaking(SOURCE)
def _title(changed: Sequence[Whole]) -> Sentence:
    """Return what is changed, for the log: in bokmål, whoever changes it."""
    first, *others = changed
    title = _(OF_PROGRAMME, title=first.name) if isinstance(first, Programme) else _(OF_MEASURE, title=first.title)
    return _(AND_MORE, title=title, n=len(others)) if others else title
