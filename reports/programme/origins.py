"""Provenance of a programme and its measures, on the screen and in the files of its tables and pictures."""

from collections.abc import Iterator

from data.language import _
from data.plans.rows import Measure, Programme
from queries.plans import plans
from reports.content import Paragraph
from reports.plan_words import cited, retold
from reports.view import View


def origin_of(view: View, programme: str, *about: str) -> tuple[str, ...]:
    """Return the programme with its municipality, further sentences, and its source or that it was written here."""
    one = plans(view.snapshot).programmes[programme]
    named = _("Program: {programme}, {name}.", programme=one.name or "", name=one.municipality_name or one.municipality)
    source = cited(one.source, one.place) if one.source else _("Skrevet i Kompassrosen.")
    return (named, *about, source)


def provenance(plan: Programme | Measure) -> Iterator[Paragraph]:
    """Yield the source of a programme or measure, and what a reader must know of it, where anything is said."""
    if plan.source:
        yield Paragraph(cited(plan.source, plan.place), "caption")
    if plan.note:
        yield Paragraph(retold(plan.note), "caption")
