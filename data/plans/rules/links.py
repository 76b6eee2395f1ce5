"""Rules of what a measure belongs to and waits for."""

from collections.abc import Iterator

from data.language import _
from data.plans.circles import circle_through
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure
from data.plans.rules.finding import finding


def findings(measure: Measure, after: Plans) -> Iterator[PlanFinding]:
    """Yield what is wrong with the programme, the area and the measures waited for."""
    if measure.programme not in after.programmes:
        sentence = _("Programmet tiltaket hører til, finnes ikke.")
        yield finding(measure, "unknown_programme", "programme", sentence, _("Velg et program som finnes."))
    yield from _area(measure, after)
    for position, other in enumerate(measure.waits_for, 1):
        if other not in after.measures:
            sentence = _("Tiltaket det ventes på, finnes ikke.")
            field = f"waits_for.{position}"
            yield finding(measure, "unknown_dependency", field, sentence, _("Velg et tiltak som finnes."))
    circle = circle_through(measure.measure, {name: other.waits_for for name, other in after.measures.items()})
    if circle:
        titles = [after.measures[name].title or "" for name in circle]
        sentence = _("Tiltakene venter på hverandre i ring: {titles:commas}.", titles=[*titles, titles[0]])
        yield finding(measure, "circle", "waits_for", sentence, _("Ta bort ett av dem det ventes på."))


def _area(measure: Measure, after: Plans) -> Iterator[PlanFinding]:
    if measure.parent is None:
        return
    area, remedy = after.measures.get(measure.parent), _("Velg et område i samme program, eller ingen.")
    if area is None or area.programme != measure.programme:
        sentence = _("Området tiltaket hører til, finnes ikke i programmet.")
        yield finding(measure, "unknown_area", "parent", sentence, remedy)
    elif area.parent is not None or area.measure == measure.measure:
        sentence = _("«{title}» er selv et tiltak i et område og kan ikke være område for andre.", title=area.title)
        yield finding(measure, "area_is_no_area", "parent", sentence, remedy)
    elif any(other.parent == measure.measure for other in after.measures.values()):
        sentence = _("Andre tiltak hører til dette, så det kan ikke selv høre til et område.")
        yield finding(measure, "area_is_no_area", "parent", sentence, _("La området stå tomt."))
