"""The head of the page: what the programme is, its five headings side by side, and what is late or waits."""

from collections.abc import Iterator

from data.language import Sentence, _, counted, joined
from data.numbers import first_upper
from data.plans.rows import STATUSES, Programme
from data.plans.words import STATUS_NAMES
from queries.caching import cached_log
from queries.evaluation import evaluations_of
from queries.plan_state import circles, is_late, waiting
from queries.plan_tree import Branch, branches, without_areas
from queries.plans import plans
from queries.snapshot import UnknownChoice
from reports.content import Beside, Bullets, Content, Heading, Item, Paragraph, Section, section
from reports.links import link
from reports.plan_words import in_known_time, period, quoted, retold
from reports.programme.choice import Choice
from reports.programme.origins import provenance
from reports.view import View

MOST_SENTENCES = 8
"""Sentences on what is late or waits before the rest is counted."""


@cached_log
def nothing_here(_view: View, choice: Choice) -> Section:
    """Return the title of a municipality without a programme, and that it has none."""
    title = _("{name} har ingen programmer her ennå", name=choice.name)
    lead = _(
        "Et program samler tiltakene etter en evaluering: hvorfor de trengs, hva de skal føre til, hvem som står bak, "
        "og hva de ga."
    )
    return section("hode", Heading(title, 1), Paragraph(lead, "lead"))


@cached_log
def heading(view: View, choice: Choice) -> Section:
    """Return name, facts and source, the five headings that are filled in, and what is late or waits for what."""
    programme = plans(view.snapshot).programmes[str(choice.programme)]
    own = branches(view.snapshot, programme.programme)
    return section(
        "hode",
        Heading(choice.title, 1),
        Paragraph(_facts(choice, programme), "facts"),
        *provenance(programme),
        _inferred(programme),
        _headings(programme, own),
        _state(view, choice, own),
        *_onward(view, choice, programme),
    )


def _facts(choice: Choice, programme: Programme) -> Sentence:
    """Return municipality, period, target year, and the evaluation that is answered."""
    when = period(programme.starts, programme.ends)
    values = {"name": programme.municipality_name or choice.name}
    return joined(
        _("{name}, {period}.", **values, period=when) if when else _("{name}.", **values),
        _("Målår: {year}.", year=programme.target_year) if programme.target_year else None,
        _(
            "Svarer på evalueringen i {evaluation} med versjon {version}.",
            evaluation=programme.evaluation_year,
            version=programme.evaluation_version,
        )
        if programme.evaluation_year
        else None,
    )


def _inferred(programme: Programme) -> Paragraph | None:
    if programme.municipality_basis != "inferred" or programme.note:
        return None
    return Paragraph(_("Kilden nevner ikke kommunen; den er sluttet av sammenhengen."), "caption")


def _headings(programme: Programme, own: tuple[Branch, ...]) -> Beside:
    """Return the five headings side by side, of the measures how many and how far.

    What a source does not say is said so; what people here have not filled in is left out.
    """
    silent = _("Kilden sier ikke noe om dette.") if programme.source else None
    texts = (
        (_("Behov"), _retold(programme.need)),
        (_("Mål"), _retold(programme.goal)),
        (_("Tiltak"), _how_far(without_areas(own))),
        (_("Resultat"), _retold(programme.result)),
        (_("Forankring"), _retold(programme.anchoring)),
    )
    return Beside(tuple((Heading(title), Paragraph(said)) for title, text in texts if (said := text or silent)))


def _retold(text: str | None) -> str | None:
    return retold(text) if text else None


def _how_far(own: tuple[Branch, ...]) -> Sentence:
    """Return how many measures there are, and how many have each status."""
    if not own:
        return _("Ingen enkelttiltak er oppgitt.")
    counts = {code: sum(branch.measure.status == code for branch in own) for code in STATUSES}
    said = [_("{n} {status}", n=n, status=_(STATUS_NAMES[code])) for code, n in counts.items() if n]
    unknown = len(own) - sum(counts.values())
    if not said:
        return counted(
            "{n} tiltak; kilden sier ikke hvor langt det er kommet.",
            "{n} tiltak; det er ikke sagt hvor langt de er kommet.",
            len(own),
        )
    if unknown:
        said.append(_("{n} uten oppgitt status", n=unknown))
    return counted("{n} tiltak: {statuses}.", "{n} tiltak: {statuses}.", len(own), statuses=said)


def _state(view: View, choice: Choice, own: tuple[Branch, ...]) -> Content | None:
    """Return what is late, what waits for what and what waits in a circle, each as a sentence."""
    measures, every = [branch.measure for branch in own], plans(view.snapshot).measures
    late = [
        _("{title} skulle vært ferdig {date}.", title=first_upper(quoted(one.title)), date=in_known_time(str(one.ends)))
        for one in measures
        if is_late(one, choice.today)
    ]
    in_circles = [
        _(
            "Tiltakene venter på hverandre i ring: {titles:commas}.",
            titles=[quoted(one.title) for one in (*ring, ring[0])],
        )
        for ring in circles(measures, every)
    ]
    waits = []
    for one in waiting(measures, every):
        title = first_upper(quoted(one.measure.title))
        if one.for_what:
            others = [quoted(other.title) for other in one.for_what]
            waits.append(_("{title} venter på {others:few}.", title=title, others=others))
        if one.gone:
            waits.append(
                counted(
                    "{title} venter på et tiltak som ikke finnes lenger.",
                    "{title} venter på {n} tiltak som ikke finnes lenger.",
                    one.gone,
                    title=title,
                )
            )
    lists = (
        _listed(counted("{n} tiltak er forsinket", "{n} tiltak er forsinket", len(late)), late),
        _listed(_("Venter"), [*in_circles, *waits]),
    )
    parts = tuple((one,) for one in lists if one)
    return Beside(parts) if parts else None


def _listed(title: Sentence, sentences: list[Sentence]) -> Bullets | None:
    if not sentences:
        return None
    shown = [Item(sentence) for sentence in sentences[:MOST_SENTENCES]]
    more = len(sentences) - len(shown)
    if more:
        shown.append(Item(counted("Og {n} til, se tabellen.", "Og {n} til, se tabellen.", more)))
    return Bullets(tuple(shown), title)


def _onward(view: View, choice: Choice, programme: Programme) -> Iterator[Paragraph]:
    """Yield links to the evaluation that is answered, where it is here, to what came of it, and to the council."""
    chosen = {"kommune": choice.municipality, "program": programme.programme}
    if programme.evaluation_year and _is_held(view, choice.municipality, programme.evaluation_year):
        text = _("Se evalueringen i {year}", year=programme.evaluation_year)
        yield Paragraph(text, "next", link("kommune", kommune=choice.municipality, aar=programme.evaluation_year))
    if programme.evaluation_year:
        yield Paragraph(_("Virket det?"), "next", link("oppfolging", **chosen))
    yield Paragraph(_("Status til kommunestyret"), "next", link("kommunestyret", **chosen))


def _is_held(view: View, key: str, year: int) -> bool:
    try:
        return any(one.year == year for one in evaluations_of(view.snapshot, key))
    except UnknownChoice:
        return False
