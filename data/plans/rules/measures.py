"""Rules of the measure itself: status and what it asks for, scores and units."""

from collections.abc import Iterator

from data.language import _
from data.plans.findings import PlanFinding
from data.plans.rows import SCORES, STATUSES, UNITS, Measure
from data.plans.rules.finding import finding, is_blank, span

DECIDED = ("decided", "started", "done")
"""Statuses of a measure that somebody has decided."""


def findings(measure: Measure) -> Iterator[PlanFinding]:
    """Yield what is wrong with title, period, status, scores and units."""
    if is_blank(measure.title):
        yield finding(measure, "title_missing", "title", _("Tiltaket har ingen tittel."), _("Skriv en tittel."))
    yield from span(measure, measure.starts, measure.ends)
    if measure.status is not None and measure.status not in STATUSES:
        sentence = _("Statusen «{status}» finnes ikke.", status=measure.status)
        yield finding(measure, "unknown_status", "status", sentence, _("Velg en status fra listen."))
    if measure.status in DECIDED:
        yield from _decided(measure)
    yield from _scores(measure)
    yield from _units(measure)


def _decided(measure: Measure) -> Iterator[PlanFinding]:
    if is_blank(measure.goal):
        sentence = _("Et vedtatt tiltak må ha et mål.")
        yield finding(measure, "decided_without_goal", "goal", sentence, _("Skriv hva tiltaket skal føre til."))
    if not measure.questions:
        sentence = _("Et vedtatt tiltak må gjelde minst ett underspørsmål eller område.")
        remedy = _("Velg hva i evalueringen tiltaket skal løfte.")
        yield finding(measure, "decided_without_question", "questions", sentence, remedy)
    if is_blank(measure.owner_role):
        sentence = _("Et vedtatt tiltak må ha en rolle som eier det.")
        remedy = _("Skriv en rolle, ikke et navn, for eksempel kommunalsjef oppvekst.")
        yield finding(measure, "decided_without_owner", "owner_role", sentence, remedy)
    if is_blank(measure.ends):
        sentence = _("Et vedtatt tiltak må ha en frist.")
        yield finding(measure, "decided_without_end", "ends", sentence, _("Skriv når tiltaket skal være ferdig."))


def _scores(measure: Measure) -> Iterator[PlanFinding]:
    for field in SCORES:
        score = getattr(measure, field)
        if score is not None and not 1 <= score <= 5:
            sentence = _("{score} er ikke mellom 1 og 5.", score=score)
            yield finding(
                measure, "score_out_of_range", field, sentence, _("Velg 1, 2, 3, 4 eller 5, eller la stå tomt.")
            )


def _units(measure: Measure) -> Iterator[PlanFinding]:
    for field in UNITS:
        units = getattr(measure, field)
        if units is not None and units < 0:
            sentence = _("{units} enheter er færre enn ingen.", units=units)
            yield finding(measure, "units_negative", field, sentence, _("Skriv 0 eller flere."))
    if _more(measure.units_answered, measure.units_total):
        values = {"answered": measure.units_answered, "total": measure.units_total}
        sentence = _("{answered} enheter har svart, men det er bare {total} i alt.", **values)
        yield finding(measure, "answered_above_total", "units_answered", sentence, _("Rett ett av tallene."))
    if _more(measure.units_planning, measure.units_answered):
        values = {"planning": measure.units_planning, "answered": measure.units_answered}
        sentence = _("{planning} enheter planlegger det, men bare {answered} har svart.", **values)
        yield finding(measure, "planning_above_answered", "units_planning", sentence, _("Rett ett av tallene."))
    for field in ("units_planning", "units_done"):
        units = getattr(measure, field)
        if _more(units, measure.units_total):
            values = {"units": units, "total": measure.units_total}
            sentence = _("{units} enheter er flere enn de {total} det er i alt.", **values)
            yield finding(measure, "units_above_total", field, sentence, _("Rett ett av tallene."))


def _more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole
