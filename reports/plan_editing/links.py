"""Links to the forms of programmes and measures."""

from collections.abc import Sequence

from data.language import _
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from reports.content import Content, Fold, Paragraph, Section, section
from reports.links import Link, link

NEW_MEASURE = "tiltak"
NEW_PROGRAMME = "program"


def plan_link(municipality: str, *codes: str, **more: str | int) -> Link:
    """Return the link to the form of a new measure that is to lift these questions or areas."""
    return link("tiltak", None, kommune=municipality, **more, nytt=",".join(codes))


def edit_links(plans: Plans, municipality: str, programme: str | None, measure: str | None) -> Section:
    """Return the links to the forms for a municipality: new ones, and those of its programmes and measures.

    With a programme or measure in the address only that one is offered at first sight.
    """
    own = [plan for plan in plans.programmes.values() if plan.municipality == municipality]
    shown = [plan for plan in own if plan.programme == programme] or own
    measures = [plan for plan in plans.measures.values() if plan.programme in {one.programme for one in shown}]
    opened = [plan for plan in measures if plan.measure == measure]
    chosen = {"program": shown[0].programme} if len(shown) == 1 else {}
    return section(
        "rediger",
        Paragraph(_("Nytt tiltak"), "next", link("tiltak", kommune=municipality, **chosen, nytt=NEW_MEASURE)),
        Paragraph(_("Nytt program"), "next", link("tiltak", kommune=municipality, nytt=NEW_PROGRAMME)),
        *(_edit_programme(plan) for plan in shown),
        *(_edit_measure(municipality, plan) for plan in opened),
        _others(municipality, [plan for plan in measures if plan not in opened]),
    )


def _edit_programme(plan: Programme) -> Paragraph:
    to = link("tiltak", kommune=plan.municipality, program=plan.programme, endre="program")
    return Paragraph(_("Endre programmet «{name}»", name=plan.name or ""), "next", to)


def _edit_measure(municipality: str, plan: Measure) -> Paragraph:
    to = link("tiltak", kommune=municipality, program=plan.programme, tiltak=plan.measure, endre="tiltak")
    return Paragraph(_("Endre tiltaket «{title}»", title=plan.title or ""), "next", to)


def _others(municipality: str, measures: Sequence[Measure]) -> Content | None:
    if not measures:
        return None
    in_order = sorted(measures, key=lambda plan: (plan.title or "", plan.measure))
    return Fold("rediger-tiltak", _("Endre et tiltak"), tuple(_edit_measure(municipality, plan) for plan in in_order))
