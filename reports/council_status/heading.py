"""The head of the page: what the year came to in one sentence, the years on offer, and whether it is frozen."""

from data.language import Sentence, _, counted, joined
from data.plans.words import STATUS_NAMES
from queries.caching import cached_log
from queries.plans import plans
from reports.content import Heading, Option, Options, Paragraph, Section, section
from reports.council_status.choice import Choice
from reports.council_status.late import late_measures
from reports.council_status.measures import measures_in
from reports.council_status.workbook import workbook
from reports.links import link
from reports.plan_words import period
from reports.view import View


@cached_log
def nothing_here(_view: View, choice: Choice) -> Section:
    """Return the title of a municipality without a programme, and that there is nothing to tell."""
    title = _("{name} har ikke noe program å gi status for", name=choice.name)
    lead = _("Et program med tiltak lages på siden Tiltak. Da kan statusen skrives ut her.")
    return section("hode", Heading(title, 1), Paragraph(lead, "lead", link("tiltak", kommune=choice.municipality)))


@cached_log
def heading(view: View, choice: Choice) -> Section:
    """Return the finding, facts of the programme, the years on offer, how it stands, and what it is as of."""
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    values = {"municipality": choice.name, "programme": programme.name or _("program uten navn")}
    span = period(programme.starts, programme.ends)
    about = _("{municipality}: {programme}.", **values)
    if span:
        about = _("{municipality}: {programme}, {span}.", **values, span=span)
    years = tuple(Option(str(year), choice.link(aar=str(year)), is_chosen=year == choice.year) for year in choice.years)
    return section(
        "hode",
        Heading(title(view, choice), 1),
        Paragraph(joined(about, _standing(view, choice)), "lead"),
        Options(_("År"), years) if len(years) > 1 else None,
        Paragraph(as_of(view, choice), "caption"),
        None if choice.frozen else Paragraph(
            _("Frys denne siden slik den er etter hendelse {event}", event=view.snapshot.as_of),
            "next", choice.link(stand=str(view.snapshot.as_of)),
        ),
        workbook(view, choice, title(view, choice), about, as_of(view, choice)),
    )  # fmt: skip


def title(view: View, choice: Choice) -> Sentence:
    """Return the finding: how many are late, else how many are done, else that the plan does not say."""
    own = measures_in(view, choice)
    behind = len(late_measures(view, choice))
    finished = sum(one.status == "done" for one in own)
    if behind:
        return counted(
            "Status {year}: {n} tiltak er forsinket", "Status {year}: {n} tiltak er forsinket", behind, year=choice.year
        )
    if finished:
        return _("Status {year}: {done} av {n} tiltak er gjennomført", year=choice.year, done=finished, n=len(own))
    under_way = sum(one.status == "started" for one in own)
    if under_way:
        return _("Status {year}: {started} av {n} tiltak er i gang", year=choice.year, started=under_way, n=len(own))
    if any(one.status for one in own):
        return _("Status {year}: ingen tiltak er i gang", year=choice.year)
    return _("Status {year}: det er ikke oppgitt hvor langt arbeidet er kommet", year=choice.year)


def as_of(view: View, choice: Choice) -> Sentence:
    """Return which event and day the page is as of."""
    values = {"event": choice.frozen or view.snapshot.as_of, "until": choice.until()}
    if choice.frozen:
        return _("Frosset slik planen var etter hendelse {event}. Forsinket er regnet per {until:day}.", **values)
    if choice.year < choice.day.year:
        return _(
            "Slik planen er nå, etter hendelse {event}: statusen er den tiltakene har nå, ikke den de hadde i {year}. "
            "Forsinket er regnet per {until:day}.",
            **values,
            year=choice.year,
        )
    return _("Slik planen er nå, etter hendelse {event}. Forsinket er regnet per {until:day}.", **values)


def _standing(view: View, choice: Choice) -> Sentence:
    """Return how many measures are taken up, and how many have each status."""
    own = measures_in(view, choice)
    if not own:
        return _("Ingen enkelttiltak er oppgitt.")
    counts = {code: sum(one.status == code for one in own) for code in STATUS_NAMES}
    told = [_("{n} {status}", n=n, status=_(STATUS_NAMES[code])) for code, n in counts.items() if n]
    if unknown := len(own) - sum(counts.values()):
        told.append(_("{n} uten oppgitt status", n=unknown))
    return counted("{n} tiltak: {told}.", "{n} tiltak: {told}.", len(own), told=told)
