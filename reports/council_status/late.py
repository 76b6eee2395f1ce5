"""What is late by the end of the year, or by today, and what waits for something else."""

from collections.abc import Iterator

from data.language import Sentence, _, counted
from data.plans.rows import Measure
from data.plans.words import STATUS_NAMES, WITHOUT_STATUS
from queries.caching import cached_log
from queries.plan_state import circles, is_late, waiting
from queries.plans import plans
from reports.content import Bullets, Heading, Item, Paragraph, Section, section
from reports.council_status.choice import Choice
from reports.council_status.measures import measures_in
from reports.plan_words import in_known_time, quoted
from reports.view import View


def late_measures(view: View, choice: Choice) -> list[Measure]:
    """Return the measures whose end is past, neither done nor stopped, in the order of their ends."""
    late = [one for one in measures_in(view, choice) if is_late(one, choice.until())]
    return sorted(late, key=lambda one: one.ends or "")


@cached_log
def late(view: View, choice: Choice) -> Section:
    """Return what is late and what waits; where nothing is, that nothing is, or that no ends are known."""
    behind, own = late_measures(view, choice), measures_in(view, choice)
    items = [*(Item(_late(one)) for one in behind), *(Item(text) for text in _waits(view, own))]
    if items:
        return section("aaret", Heading(_heading(len(behind), choice)), Bullets(tuple(items)))
    if any(one.ends for one in own):
        return section("aaret", Heading(_heading(0, choice)))
    return section("aaret", Heading(_("Forsinket")), Paragraph(_("Ingen tiltak har en oppgitt frist.")))


def _heading(n: int, choice: Choice) -> Sentence:
    if not n:
        return _("Ingenting er forsinket per {until:day}", until=choice.until())
    return counted("{n} tiltak er forsinket per {until:day}", "{n} tiltak er forsinket per {until:day}", n,
                   until=choice.until())  # fmt: skip


def _late(measure: Measure) -> Sentence:
    status = _(STATUS_NAMES.get(str(measure.status), WITHOUT_STATUS))
    values = {"measure": quoted(measure.title), "ends": in_known_time(measure.ends or ""), "status": status}
    if measure.owner_role:
        return _("{measure} hadde frist {ends}; status: {status}; ansvar: {owner}.", **values, owner=measure.owner_role)
    return _("{measure} hadde frist {ends}; status: {status}.", **values)


def _waits(view: View, own: list[Measure]) -> Iterator[Sentence]:
    every = plans(view.snapshot).measures
    for one in waiting(own, every):
        names = [quoted(other.title) for other in one.for_what]
        if one.gone:
            names.append(counted("{n} tiltak som ikke finnes lenger", "{n} tiltak som ikke finnes lenger", one.gone))
        yield _("{measure} venter på {names}.", measure=quoted(one.measure.title), names=names)
    for circle in circles(own, every):
        yield _("{names} venter på hverandre i ring.", names=[quoted(one.title) for one in circle])
