"""Makes findings on one programme or measure, and the ones about dates that all rows share."""

from collections.abc import Iterator

from data.language import Sentence, _
from data.plans.dates import first_day, last_day
from data.plans.findings import PlanFinding
from data.plans.rows import Measure, Programme


def finding(plan: Programme | Measure, code: str, field: str, sentence: Sentence, remedy: Sentence) -> PlanFinding:
    """Return a finding on a field of a programme or measure."""
    identifier = plan.measure if isinstance(plan, Measure) else plan.programme
    return PlanFinding(code, identifier, field, sentence, remedy)


def is_blank(text: str | None) -> bool:
    """Return whether a text says nothing."""
    return not (text or "").strip()


def span(plan: Programme | Measure, starts: str | None, ends: str | None, place: str = "") -> Iterator[PlanFinding]:
    """Yield what is wrong with a begin and an end, whose fields begin with `place`."""
    for field, known in (("starts", starts), ("ends", ends)):
        if known is not None and first_day(known) is None:
            yield not_a_date(plan, f"{place}{field}", known)
    first, last = first_day(starts or ""), last_day(ends or "")
    if first and last and last < first:
        sentence = _("Slutten {ends} er før starten {starts}.", ends=ends, starts=starts)
        yield finding(plan, "ends_before_start", f"{place}ends", sentence, _("Rett en av datoene."))


def not_a_date(plan: Programme | Measure, field: str, text: str) -> PlanFinding:
    """Return the finding that a text is not a date."""
    sentence = _("«{text}» er ikke en dato.", text=text)
    return finding(plan, "not_a_date", field, sentence, _("Skriv året, eller år og måned som 2026-03."))
