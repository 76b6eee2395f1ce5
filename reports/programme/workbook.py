"""What an uploaded workbook of a programme would change, and what it changed."""

from collections.abc import Sequence

from data.language import P_, Sentence, _, counted, joined
from data.numbers import MISSING
from data.plans.rows import Measure
from data.plans.workbook.checking import PlanIntake
from reports.content import Bullets, Content, Heading, Item, Notice, Paragraph, Section, section
from reports.table import Column, Row, Table

SHOWN = 200
NAMED = 6


def preview(intake: PlanIntake) -> Section:
    """Return what is new, changed, the same and left alone, and a table of the first 200 values; its file has all."""
    return section("arbeidsbok-endringer", Heading(_("Dette endres"), 3), *_contents(intake))


def _contents(intake: PlanIntake) -> tuple[Content, ...]:
    items = tuple(Item(sentence) for sentence in _sentences(intake) if sentence is not None)
    return (Bullets(items), *_table(intake)) if not intake.is_empty() else (Bullets(items), Paragraph(_nothing()))


def _nothing() -> Sentence:
    return _("Ingenting er endret, så det er ikke noe å lagre.")


def _sentences(intake: PlanIntake) -> tuple[Sentence | None, ...]:
    return (
        _programme(intake),
        _measures(P_("{n} tiltak er nytt: {titles}.", "{n} tiltak er nye: {titles}."), intake.new),
        _measures(P_("{n} tiltak endres: {titles}.", "{n} tiltak endres: {titles}."), intake.changed),
        _measures(P_("{n} tiltak er som før.", "{n} tiltak er som før."), intake.unchanged),
        _measures(
            P_(
                "{n} tiltak står ikke i arbeidsboken og blir liggende som det er: {titles}.",
                "{n} tiltak står ikke i arbeidsboken og blir liggende som de er: {titles}.",
            ),
            intake.left_alone,
        ),
    )


def _programme(intake: PlanIntake) -> Sentence | None:
    if intake.programme is None:
        return None
    if intake.is_new:
        return _("Programmet «{name}» er nytt.", name=intake.programme.name or MISSING)
    is_changed = intake.change is not None and intake.programme in intake.change.plans
    changes = _("Selve programmet endres.") if is_changed else _("Selve programmet er som før.")
    return joined(_("Program: {name}.", name=intake.programme.name or MISSING), changes)


def _measures(forms: tuple[str, str], measures: Sequence[Measure]) -> Sentence | None:
    if not measures:
        return None
    titles = [_("«{title}»", title=measure.title or MISSING) for measure in measures[:NAMED]]
    if len(measures) > NAMED:
        titles.append(_("{n:number} til", n=len(measures) - NAMED))
    return counted(*forms, len(measures), titles=titles)


def _table(intake: PlanIntake) -> tuple[Content, ...]:
    shown, n = intake.changes.head(SHOWN), intake.changes.height
    title = _("Nye og endrede verdier i planen")
    table = Table("arbeidsbok-endringer-tabell", title, _columns(), shown, more=lambda: intake.changes)
    if n <= SHOWN:
        return (table,)
    first = _("De {shown} første av {n:number} endringer vises.", shown=SHOWN, n=n)
    return table, Paragraph(first, "caption")


def _columns() -> list[Column]:
    return [
        Column(_("Gjelder"), _concerned, written=True),
        Column(_("Felt"), "label"),
        Column(_("Nå"), _old, written=True),
        Column(_("Blir"), lambda row: row["new"] or _("tomt"), written=True),
    ]


def _concerned(row: Row) -> str:
    return _("Programmet") if row["kind"] == "programme" else row["title"] or MISSING


def _old(row: Row) -> str:
    return str(row["old"] or (_("nytt") if row["is_new"] else _("tomt")))


def receipt(event: int, programme: str | None, *, undone_by: int | None) -> Section:
    """Return the confirmation of what was saved, or that it is undone."""
    name = programme or MISSING
    if undone_by is not None:
        sentence = _("Endring {event} av planen «{name}» er angret. Planen er som før.", event=event, name=name)
        return section("arbeidsbok-kvittering", Notice("plan_undone", sentence))
    sentence = _("Planen «{name}» er lagret som endring {event}.", name=name, event=event)
    again = _("Hent arbeidsboken på nytt før du gjør flere endringer i den, så er nye tiltak med ID.")
    return section("arbeidsbok-kvittering", Notice("plan_saved", joined(sentence, again)))
