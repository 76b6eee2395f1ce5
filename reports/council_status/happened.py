"""What was decided and what happened in the year: changes made here, dates given, evidence and results."""

from collections.abc import Iterator
from datetime import date

from data.language import Sentence, _
from data.plans.dates import first_day, last_day
from data.plans.rows import Measure
from data.plans.words import LEVEL_NAMES, STATUS_NAMES, WITHOUT_STATUS
from queries.caching import cached_log
from queries.plan_history import Change, histories
from queries.plans import plans
from queries.snapshot import shipped
from reports.content import Bullets, Heading, Item, Paragraph, Section, section
from reports.council_status.choice import Choice, day_of, falls_in
from reports.council_status.coming import phases_in
from reports.council_status.measures import measures_in
from reports.plan_words import known_date, quoted, retold
from reports.view import View

Dated = tuple[date, str, Sentence]
"""Sorting day, the date as it is told, and what happened."""


@cached_log
def happened(view: View, choice: Choice) -> Section:
    """Return two lists, what was decided and what else happened, in the order of time."""
    decided, else_happened = [*_decided(view, choice)], [*_happened(view, choice)]
    nothing = _("Ingen vedtak er datert i {year}. Bare endringer gjort i Kompassrosen får en dato.", year=choice.year)
    contents = [
        Heading(_("Vedtatt i {year}", year=choice.year)),
        _list(decided, nothing),
        _standing(view, choice),
        Heading(_("Hendt i {year}", year=choice.year)),
        _list(else_happened, _("Ingenting er datert i {year}.", year=choice.year)),
    ]
    phases = tuple(Item(text) for text in phases_in(view, choice, choice.year))
    return section("aaret", *contents, Bullets(phases, _("Faser i {year}", year=choice.year)) if phases else None)


def _standing(view: View, choice: Choice) -> Paragraph | None:
    """Return which measures are decided and not begun, whenever that was."""
    names = [quoted(one.title) for one in measures_in(view, choice) if one.status == "decided"]
    return Paragraph(_("Vedtatt og ikke satt i gang: {names}.", names=names)) if names else None


def _list(dated: list[Dated], nothing: Sentence) -> Bullets | Paragraph:
    items = tuple(Item(text, _("{when}:", when=when)) for _day, when, text in sorted(dated, key=lambda one: one[:2]))
    return Bullets(items) if items else Paragraph(nothing)


def _decided(view: View, choice: Choice) -> Iterator[Dated]:
    for measure, status, change in _changes(view, choice):
        if status == "decided":
            yield _dated(change, _("{measure}.", measure=quoted(measure.title)))


def _happened(view: View, choice: Choice) -> Iterator[Dated]:
    for measure, status, change in _changes(view, choice):
        if status == "decided":
            continue
        name = quoted(measure.title)
        if change.field:
            words = {"before": _status(change.before), "after": _status(status)}
            yield _dated(change, _("{measure} gikk fra {before} til {after}.", measure=name, **words))
        else:
            yield _dated(change, _("{measure} ble lagt inn.", measure=name))
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    if programme.starts and falls_in(programme.starts, choice.year):
        yield _known(programme.starts, _("Programmets start er satt til {date}.", date=known_date(programme.starts)))
    if programme.ends and falls_in(programme.ends, choice.year):
        yield _known(programme.ends, _("Programmets slutt er satt til {date}.", date=known_date(programme.ends)))
    for measure in measures_in(view, choice):
        yield from _by_dates(measure, choice)


def _status(status: str | None) -> str:
    return _(STATUS_NAMES.get(str(status), WITHOUT_STATUS))


def _changes(view: View, choice: Choice) -> Iterator[tuple[Measure, str | None, Change]]:
    """Yield what made a measure or changed its status within the year, with the status it then had."""
    own = {one.measure: one for one in measures_in(view, choice)}
    came_with_the_program = shipped(view.snapshot)
    for name, changes in histories(view.snapshot, str(choice.programme)).items():
        if name not in own:
            continue
        status = own[name].status
        for change in changes:  # the newest first: before it the status was another
            if change.field == "status":
                after, status = status, change.before
            elif not change.field:
                after = status
            else:
                continue
            if change.event not in came_with_the_program and day_of(change).year == choice.year:
                yield own[name], after, change


def _dated(change: Change, text: Sentence) -> Dated:
    day = day_of(change)
    return day, _("{day:day}, hendelse {event}", day=day, event=change.event), text


def _by_dates(measure: Measure, choice: Choice) -> Iterator[Dated]:
    name, until = quoted(measure.title), choice.until()

    def is_told(known: str | None) -> bool:
        first = first_day(known or "")
        return falls_in(known, choice.year) and first is not None and first <= until

    if measure.status in ("started", "done", "stopped") and measure.starts and is_told(measure.starts):
        yield _known(measure.starts, _("{measure} hadde planlagt oppstart.", measure=name))
    if measure.status == "done" and measure.ends and is_told(measure.ends):
        said = _("{measure} hadde frist og er gjennomført.", measure=name)
        yield _known(measure.ends, _with_result(said, measure.result))
    for one in measure.evidence:
        if one.date and is_told(one.date):
            level = _(LEVEL_NAMES[one.level]) if one.level in LEVEL_NAMES else str(one.level)
            values = {"measure": name, "level": level, "text": one.text}
            yield _known(one.date, _("{measure}, {level}: {text}", **values))


def _with_result(said: Sentence, result: str | None) -> Sentence:
    return _("{said} {result}", said=said, result=retold(result)) if result else said


def _known(known: str, text: Sentence) -> Dated:
    return last_day(known) or date.min, known_date(known), text
