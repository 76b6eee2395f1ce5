"""What the next year holds: phases, measures that begin or end, and the money planned for it."""

from collections.abc import Iterator

from data.language import Sentence, _, counted
from data.plans.rows import Phase
from data.plans.words import STEP_NAMES
from queries.caching import cached_log
from queries.plan_state import CLOSED
from queries.plan_tree import branches
from queries.plans import plans
from reports.content import Bullets, Heading, Item, Paragraph, Section, section
from reports.council_status.choice import Choice, falls_in, goes_on_in
from reports.council_status.measures import measures_in
from reports.council_status.money import amounts_of
from reports.plan_words import in_known_time, kroner, quoted
from reports.view import View


@cached_log
def coming(view: View, choice: Choice) -> Section:
    """Return a list of what the plan says of the next year, or that it says nothing."""
    year = choice.year + 1
    items = (*_measures(view, choice, year), *phases_in(view, choice, year), *_money(view, choice, year))
    title = Heading(_("Neste år, {year}", year=year))
    if not items:
        return section("aaret", title, Paragraph(_("Planen sier ingenting om {year}.", year=year)))
    return section("aaret", title, Bullets(tuple(Item(text) for text in items)))


def _measures(view: View, choice: Choice, year: int) -> Iterator[Sentence]:
    for one in measures_in(view, choice):
        if one.status in CLOSED:
            continue
        begins, ends = falls_in(one.starts, year), falls_in(one.ends, year)
        values = {"measure": quoted(one.title), "starts": in_known_time(one.starts or ""),
                  "ends": in_known_time(one.ends or "")}  # fmt: skip
        if begins and ends:
            yield _("{measure} begynner {starts} og skal være ferdig {ends}.", **values)
        elif begins:
            yield _("{measure} begynner {starts}.", **values)
        elif ends:
            yield _("{measure} skal være ferdig {ends}.", **values)


def phases_in(view: View, choice: Choice, year: int) -> Iterator[Sentence]:
    """Yield the phases of each part that go on, begin or end in the year, one sentence a part."""
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    parts = [(_("Programmet"), programme.phases)]
    parts += [(quoted(one.measure.title), one.measure.phases) for one in branches(view.snapshot, programme.programme)]
    for name, phases in parts:
        going_on = [quoted(one.name) for one in phases if _is_in(one, year)]
        if going_on:
            yield counted(
                "{part}: fasen {phases}.", "{part}: fasene {phases}.", len(going_on), part=name, phases=going_on
            )


def _is_in(phase: Phase, year: int) -> bool:
    begins_or_ends = falls_in(phase.starts, year) or falls_in(phase.ends, year)
    return begins_or_ends or goes_on_in(phase.starts, phase.ends, year)


def _money(view: View, choice: Choice, year: int) -> Iterator[Sentence]:
    for (kind, step, when), amount in amounts_of(view, choice).items():
        if when == year and step != "realised":
            values = {"step": _(STEP_NAMES[step]), "amount": kroner(amount)}
            if kind == "saving":
                yield _("Innsparing, {step}: {amount}.", **values)
            else:
                yield _("Kostnad, {step}: {amount}.", **values)
