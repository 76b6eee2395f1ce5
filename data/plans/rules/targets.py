"""Rules of the questions and areas that a measure is to lift."""

from collections.abc import Iterator
from decimal import Decimal

from data.language import _
from data.plans.facts import Facts
from data.plans.findings import PlanFinding
from data.plans.rows import Measure, Programme, Target
from data.plans.rules.finding import finding


def findings(measure: Measure, programme: Programme | None, facts: Facts) -> Iterator[PlanFinding]:
    """Yield what is wrong with each question or area and its target."""
    seen: set[str] = set()
    for position, target in enumerate(measure.questions, 1):
        place = f"questions.{position}"
        code = _code(target)
        maximum = code and facts.maximum(code, programme.evaluation_version if programme else None)
        if code is None or maximum is None:
            sentence = _("Et tiltak gjelder enten et underspørsmål eller et område som finnes.")
            yield finding(measure, "unknown_question", place, sentence, _("Velg ett av dem fra listen."))
            continue
        if code in seen:
            sentence = _("{code} står to ganger.", code=code)
            yield finding(measure, "question_twice", place, sentence, _("Ta bort den ene."))
        seen.add(code)
        if target.target_points is not None:
            baseline = facts.baselines.get((measure.programme, code))
            yield from _points(measure, f"{place}.target_points", target.target_points, Decimal(maximum), baseline)


def _code(target: Target) -> str | None:
    """Return the code of the question or area, None unless it is exactly one of them."""
    if (target.code is None) == (target.area is None):
        return None
    return target.code if target.area is None else str(target.area)


def _points(
    measure: Measure, field: str, points: Decimal, maximum: Decimal, baseline: Decimal | None
) -> Iterator[PlanFinding]:
    if points > maximum:
        sentence = _("Målet på {points} poeng er over maksimum {maximum}.", points=points, maximum=maximum)
        remedy = _("Sett et mål som er høyst maksimum.")
        yield finding(measure, "target_above_maximum", field, sentence, remedy)
    if baseline is not None and points <= baseline:
        values = {"points": points, "baseline": baseline}
        sentence = _("Målet på {points} poeng er ikke over de {baseline} poengene evalueringen ga.", **values)
        yield finding(measure, "target_not_above_baseline", field, sentence, _("Sett et høyere mål."))
    elif points < 0 or points != round(points, 1):
        sentence = _("{points:exact} er ikke et poengtall.", points=points)
        yield finding(measure, "not_points", field, sentence, _("Skriv et tall fra 0 med høyst én desimal."))
