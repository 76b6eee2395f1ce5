"""What nobody has written down, so that an empty place is not read as good news."""

from collections.abc import Iterator

from data.language import Sentence, _, counted
from queries.caching import cached_log
from queries.plans import plans
from reports.content import Bullets, Heading, Item, Paragraph, Section, section
from reports.council_status.choice import Choice
from reports.council_status.measures import measures_in
from reports.plan_words import cited
from reports.view import View


@cached_log
def unknown(view: View, choice: Choice) -> Section:
    """Return what is not known of the programme and its measures; an empty section where all is."""
    items = tuple(Item(text) for text in _unknown(view, choice))
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    source = Paragraph(cited(programme.source, programme.place), "caption") if programme.source else None
    if not items:
        return section("ukjent", source)
    return section("ukjent", Heading(_("Dette er ikke kjent")), Bullets(items), source)


def _unknown(view: View, choice: Choice) -> Iterator[Sentence]:
    programme, own = plans(view.snapshot).programmes[str(choice.programme)], measures_in(view, choice)
    if not (programme.starts or programme.ends):
        yield _("Når programmet begynner og slutter.")
    if programme.evaluation_year is None:
        yield _("Om programmet svarer på en evaluering.")
    if without := sum(one.status is None for one in own):
        yield counted("Hvor langt {n} tiltak er kommet.", "Hvor langt {n} tiltak er kommet.", without)
    open_ones = [one for one in own if one.status not in ("idea", "investigated", "stopped")]
    if without := sum(one.ends is None for one in open_ones):
        yield counted("Når {n} tiltak skal være ferdig.", "Når {n} tiltak skal være ferdige.", without)
    if without := sum(one.owner_role is None for one in open_ones):
        yield counted("Hvem som har ansvaret for {n} tiltak.", "Hvem som har ansvaret for {n} tiltak.", without)
