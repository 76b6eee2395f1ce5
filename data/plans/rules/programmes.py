"""Rules of the programme itself."""

from collections.abc import Iterator

from data.language import _
from data.plans.facts import Facts
from data.plans.findings import PlanFinding
from data.plans.rows import Programme
from data.plans.rules.finding import finding, is_blank, span


def findings(programme: Programme, facts: Facts) -> Iterator[PlanFinding]:
    """Yield what is wrong with name, period and evaluation."""
    if is_blank(programme.name):
        yield finding(programme, "name_missing", "name", _("Programmet har ikke noe navn."), _("Skriv et navn."))
    yield from span(programme, programme.starts, programme.ends)
    if (programme.evaluation_year is None) != (programme.evaluation_version is None):
        field = "evaluation_version" if programme.evaluation_version is None else "evaluation_year"
        sentence = _("Evalueringen programmet svarer på, er bare halvt oppgitt.")
        remedy = _("Oppgi både år og versjon, eller ingen av dem.")
        yield finding(programme, "evaluation_incomplete", field, sentence, remedy)
    version = programme.evaluation_version
    if version is not None and version not in facts.versions:
        sentence = _("Versjon {version} av Kommunekompasset finnes ikke.", version=version)
        remedy = _("Velg {versions:or}.", versions=facts.versions)
        yield finding(programme, "unknown_version", "evaluation_version", sentence, remedy)
