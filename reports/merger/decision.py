"""What the committee has marked for its decision: the shortlist, with the sentence it adds to each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from data.language import Sentence, _, counted
from queries.caching import cached
from reports.content import Paragraph, Section, Workbook, section
from reports.links import Link
from reports.merger.choice import Choice
from reports.merger.group import Group
from reports.merger.marks import Marks
from reports.merger.plans import plan_links, plan_of
from reports.merger.shortlist import Sentences, shortlist_table
from reports.merger.workbook import sheets
from reports.table import Column, Row
from reports.view import View


@cached
def decision(view: View, group: Group, choice: Choice) -> Section:
    """Return the shortlist without sentences, as it is in files; see `shortlist` for the page."""
    return shortlist(view, group, choice, {})


def shortlist(view: View, group: Group, choice: Choice, sentences: Sentences) -> Section:
    """Return the shortlist with the sentences, or what to do where nothing is marked."""
    if not choice.marks:
        return section("vedtak", *_how_to_mark(choice))
    table = shortlist_table(view, group, choice.marks, sentences)
    remove = Column(_("Fjern"), "mark", shown=lambda _row: _("Fjern"), link=_without(choice), only="screen")
    into = plan_links(view, choice)
    plan = Column(_("Plan"), "mark", shown=lambda _row: _("Legg i plan"), link=into, only="screen")
    columns = table.columns if choice.is_meeting else [*table.columns, plan, remove]
    shown = replace(table, columns=columns, caption=_("Dette tar nemnda med til vedtak"))
    if choice.is_meeting:
        return section("vedtak", shown)
    links = {
        _("Legg alle merkene i plan"): plan_of(view, choice, choice.marks),
        _("Lenke til denne listen"): choice.link(),
        _("Fjern alle merkene"): choice.link("vedtak", marks=()),
    }
    return section("vedtak", shown, *(Paragraph(text, "next", link) for text, link in links.items()))


def _how_to_mark(choice: Choice) -> tuple[Paragraph, ...]:
    sentence = _(
        "Merk underspørsmål med «☐ Merk» og overføringer med ruten foran poengene. Merkene følger med i adressen, så "
        "en lenke til siden tar dem med."
    )
    if choice.is_meeting:
        return (Paragraph(sentence),)
    steps = {
        "best": _("Merk i «Hvem er best»"),
        "mangler": _("Merk i «Felles mangler»"),
        "overforing": _("Merk i «Overføring»"),
    }
    return (
        Paragraph(sentence),
        *(Paragraph(text, "next", choice.link(step=step, area=0, verdict="alle")) for step, text in steps.items()),
    )


def _without(choice: Choice) -> Callable[[Row], Link]:
    by_text = {mark.text: mark for mark in choice.marks}

    def remove(row: Row) -> Link:
        return choice.with_or_without(by_text[row["mark"]], "vedtak")

    return remove


def decision_workbook(view: View, group: Group, marks: Marks, sentences: Sentences) -> Workbook:
    """Return the workbook of the shortlist with its sentences, followed by the sheets of the whole page."""
    return Workbook(
        "vedtak-arbeidsbok",
        _("Til vedtak: {group}", group=group.title),
        _("Last ned arbeidsboken med vedtaksliste og setninger (Excel)"),
        _about(group, marks),
        partial(sheets, view, group, marks, tuple(sentences.items())),
    )


def _about(group: Group, marks: Marks) -> Sequence[Sentence]:
    return (
        counted("Nemnda har merket {n} punkt.", "Nemnda har merket {n} punkter.", len(marks)),
        *(Sentence(line) for line in group.origin()),
    )
