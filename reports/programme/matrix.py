"""Effect against feasibility of the measures listed."""

from collections.abc import Sequence

import polars as pl

from charts.feasibility import FEASIBILITY, Place, feasibility_rows, feasibility_text
from data.language import N_, Sentence, _, counted
from data.plans.rows import SCORES
from queries.plan_matrix import Scored, scored
from queries.plan_tree import Branch, without_areas
from queries.plans import plans
from reports.content import WRITTEN, Content, Fold, Heading, Paragraph
from reports.pictures import picture
from reports.plan_words import quoted
from reports.programme.origins import origin_of
from reports.table import Column, Table
from reports.view import View

HOW = N_(
    "Gjennomførbarhet er gjennomsnittet av liten konsekvens for ansatte, liten konsekvens for brukere og politisk "
    "aksept, hver fra 1 til 5."
)
MOST_NAMED = 6


def matrix(
    view: View, programme: str, listed: Sequence[Branch]
) -> tuple[tuple[Content, ...], tuple[Content, ...]] | None:
    """Return the picture with its finding, and what stands below; None where no measure has all four scores."""
    known = [one for branch in listed if (one := scored(branch.measure, branch.number))]
    if not known:
        return None
    places = [Place(one.number, one.measure.title or "", one.effect, one.thirds) for one in known]
    name = plans(view.snapshot).programmes[programme].name or ""
    drawn = picture(
        view,
        "tiltak-matrise",
        _("{programme}: effekt og gjennomførbarhet", programme=name),
        FEASIBILITY,
        feasibility_rows(places),
        feasibility_text(places),
        origin_of(view, programme, _(HOW)),
    )
    twin = Fold("tiltak-tallene", _("Tallene bak effekt og gjennomførbarhet"), (_table(view, programme, known),))
    return (Heading(finding(known), 3), drawn), (*_left_out(listed, known), twin)


def finding(known: Sequence[Scored]) -> Sentence:
    """Return which measures have a large effect and are easy: both above the middle of the scale."""
    first = [str(one.number) for one in known if one.is_first]
    if not first:
        return _("Ingen tiltak har både stor effekt og er lette å gjennomføre")
    if len(first) <= MOST_NAMED:
        return _("Stor effekt og lett å gjennomføre: tiltak {numbers}", numbers=first)
    return counted(
        "{n} tiltak har stor effekt og er lett å gjennomføre",
        "{n} tiltak har stor effekt og er lette å gjennomføre",
        len(first),
    )


def _left_out(listed: Sequence[Branch], known: Sequence[Scored]) -> list[Paragraph]:
    drawn = {one.measure.measure for one in known}
    others = [quoted(one.measure.title) for one in without_areas(listed) if one.measure.measure not in drawn]
    if not others:
        return []
    sentence = _("Uten alle fire vurderingene, og derfor ikke tegnet: {titles:few}.", titles=others)
    return [Paragraph(sentence, "caption")]


def _table(view: View, programme: str, known: Sequence[Scored]) -> Table:
    rows = [
        {
            "number": one.number,
            "title": one.measure.title,
            **{field: getattr(one.measure, field) for field in SCORES},
            "feasibility": one.feasibility,
        }
        for one in known
    ]
    columns = [
        Column(
            _("Tiltak"),
            "title",
            written=True,
            language=WRITTEN,
            shown=lambda row: f"{row['number']}. {row['title'] or ''}",
        ),
        Column(_("Effekt"), "effect", "number"),
        Column(_("Liten konsekvens for ansatte"), "easy_for_staff", "number"),
        Column(_("Liten konsekvens for brukere"), "easy_for_users", "number"),
        Column(_("Politisk aksept"), "acceptance", "number"),
        Column(_("Gjennomførbarhet"), "feasibility", "number", 1),
    ]
    return Table(
        "tiltak-vurderinger",
        _("Effekt og gjennomførbarhet"),
        columns,
        pl.DataFrame(rows, infer_schema_length=None),
        notes=[_(HOW)],
        origin=origin_of(view, programme),
    )
