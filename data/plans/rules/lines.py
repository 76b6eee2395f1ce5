"""Rules of phases, amounts, remarks and evidence."""

from collections.abc import Iterator

from data.language import _
from data.plans.dates import first_day
from data.plans.findings import PlanFinding
from data.plans.rows import KINDS_OF_MONEY, STEPS_OF_MONEY, Evidence, Measure, Money, Programme
from data.plans.rules.finding import finding, is_blank, not_a_date, span


def findings(plan: Programme | Measure) -> Iterator[PlanFinding]:
    """Yield what is wrong with each line of the lists of a programme or measure."""
    for position, phase in enumerate(plan.phases, 1):
        if is_blank(phase.name):
            sentence, remedy = _("Fasen har ikke noe navn."), _("Skriv et navn på fasen.")
            yield finding(plan, "phase_without_name", f"phases.{position}.name", sentence, remedy)
        yield from span(plan, phase.starts, phase.ends, f"phases.{position}.")
    for position, money in enumerate(plan.money, 1):
        yield from _money(plan, money, f"money.{position}")
    if isinstance(plan, Measure):
        for position, remark in enumerate(plan.remarks, 1):
            if remark.kind not in ("challenge", "weakness") or is_blank(remark.text):
                sentence = _("Et tiltak svarer på svakheter og utfordringer.")
                remedy = _("Velg en svakhet eller utfordring fra evalueringen.")
                yield finding(plan, "unknown_remark", f"remarks.{position}", sentence, remedy)
        for position, evidence in enumerate(plan.evidence, 1):
            yield from _evidence(plan, evidence, f"evidence.{position}")


def _money(plan: Programme | Measure, money: Money, place: str) -> Iterator[PlanFinding]:
    if money.kind not in KINDS_OF_MONEY or money.step not in STEPS_OF_MONEY:
        sentence = _("Et beløp er en kostnad eller innsparing som er mål, identifisert, vedtatt eller realisert.")
        yield finding(plan, "unknown_amount", place, sentence, _("Velg slag og trinn fra listene."))
    if money.amount < 0:
        sentence = _("{amount:number} kroner er mindre enn ingenting.", amount=money.amount)
        remedy = _("Skriv beløpet uten minus, som kostnad eller som innsparing.")
        yield finding(plan, "amount_negative", f"{place}.amount", sentence, remedy)
    first, last = money.first_year, money.last_year
    if (first is None) != (last is None) or (first is not None and last is not None and last < first):
        sentence = _("Årene til et beløp går fra et år til det samme eller et senere.")
        yield finding(
            plan, "years_of_amount", f"{place}.last_year", sentence, _("Rett årene, eller la begge stå tomme.")
        )


def _evidence(plan: Measure, evidence: Evidence, place: str) -> Iterator[PlanFinding]:
    if not 1 <= evidence.level <= 4:
        # A level that is not chosen is stored as 0.
        sentence = _("Nivå {level} finnes ikke.", level=evidence.level) if evidence.level else _("Nivået mangler.")
        remedy = _("Velg 1 opplevelse, 2 læring, 3 atferd eller 4 driftsresultat.")
        yield finding(plan, "unknown_level", f"{place}.level", sentence, remedy)
    if is_blank(evidence.text):
        sentence, remedy = _("Dokumentasjonen sier ingenting."), _("Skriv hva som er sett.")
        yield finding(plan, "evidence_without_text", f"{place}.text", sentence, remedy)
    if evidence.date is not None and first_day(evidence.date) is None:
        yield not_a_date(plan, f"{place}.date", evidence.date)
