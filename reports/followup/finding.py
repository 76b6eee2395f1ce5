"""What the page says first: how many measures went better than the rest of the municipality."""

from collections.abc import Iterator

import polars as pl

from data.language import N_, P_, Sentence, _, counted, joined
from queries.caching import cached_log
from reports.content import Content, Heading, Option, Options, Paragraph, Section, section
from reports.followup.choice import Choice, judged, rows_of
from reports.followup.missing import reasons
from reports.followup.words import NOT_THE_CAUSE
from reports.links import link
from reports.programme.planners import programmes_of
from reports.view import View


@cached_log
def finding(view: View, choice: Choice) -> Section:
    """Return the title that states the finding, the tally, and, where nothing can be said, what is missing."""
    rows = rows_of(view, choice)
    known = judged(rows)
    return section(
        "hode",
        Heading(title(choice.name, rows, has_programme=bool(programmes_of(view.snapshot, choice.municipality))), 1),
        Paragraph(_tally(rows), "lead") if not known.is_empty() else None,
        Paragraph(_(NOT_THE_CAUSE)) if not known.is_empty() else None,
        _programmes(view, choice),
        *(_nothing(view, choice, rows) if known.is_empty() else ()),
    )


def title(name: str, rows: pl.DataFrame, *, has_programme: bool) -> Sentence:
    """Return the finding as one sentence."""
    n, better = judged(rows).height, rows.filter(pl.col("verdict") == "better_than_rest").height
    values = {"name": name, "n": n, "better": better}
    if not has_programme:
        return _("{name} har ingen programmer å følge opp her ennå", name=name)
    if rows.is_empty():
        return _("{name} har ingen tiltak å følge opp ennå", name=name)
    if not n:
        return counted(
            "{name}: det kan ikke sies om tiltaket virket",
            "{name}: det kan ikke sies om noen av de {n} tiltakene virket",
            rows.height,
            name=name,
        )
    if n == 1:
        return _of_one(name, judged(rows)["verdict"][0], is_only=rows.height == 1)
    if rows.height > n:
        if not better:
            return _("{name}: ingen av de {n} tiltakene det kan sies noe om, gikk bedre enn resten", **values)
        if better == n:
            return _("{name}: alle de {n} tiltakene det kan sies noe om, gikk bedre enn resten", **values)
        return _("{name}: {better} av de {n} tiltakene det kan sies noe om, gikk bedre enn resten", **values)
    if not better:
        return _("{name}: ingen av de {n} tiltakene gikk bedre enn resten", **values)
    if better == n:
        return _("{name}: alle de {n} tiltakene gikk bedre enn resten", **values)
    return _("{name}: {better} av {n} tiltak gikk bedre enn resten", **values)


ONLY_ONE = {
    "better_than_rest": N_("{name}: tiltaket gikk bedre enn resten"),
    "as_rest": N_("{name}: tiltaket gikk som resten"),
    "weaker_than_rest": N_("{name}: tiltaket gikk svakere enn resten"),
}
ONE_OF_SEVERAL = {
    "better_than_rest": N_("{name}: det ene tiltaket det kan sies noe om, gikk bedre enn resten"),
    "as_rest": N_("{name}: det ene tiltaket det kan sies noe om, gikk som resten"),
    "weaker_than_rest": N_("{name}: det ene tiltaket det kan sies noe om, gikk svakere enn resten"),
}


def _of_one(name: str, verdict: str, *, is_only: bool) -> Sentence:
    return _((ONLY_ONE if is_only else ONE_OF_SEVERAL)[verdict], name=name)


TALLY = {
    "better_than_rest": P_(
        "{n} tiltak gikk bedre enn resten av kommunen", "{n} tiltak gikk bedre enn resten av kommunen"
    ),
    "as_rest": P_("{n} gikk som resten", "{n} gikk som resten"),
    "weaker_than_rest": P_("{n} gikk svakere", "{n} gikk svakere"),
    "cannot_say": P_("om {n} kan det ikke sies", "om {n} kan det ikke sies"),
}
FEW_BETTER = {
    "as_rest": P_("{n} tiltak gikk som resten av kommunen", "{n} tiltak gikk som resten av kommunen"),
    "weaker_than_rest": P_(
        "{n} tiltak gikk svakere enn resten av kommunen", "{n} tiltak gikk svakere enn resten av kommunen"
    ),
}
"""How the tally begins where none went better."""


def _tally(rows: pl.DataFrame) -> Sentence:
    """Return how many measures have each verdict, and between which evaluations where they all have the same two."""
    counts = dict(rows["verdict"].value_counts().iter_rows())
    told: list[Sentence] = []
    for verdict, later in TALLY.items():
        if verdict in counts:
            told.append(counted(*(later if told else FEW_BETTER.get(verdict, later)), counts[verdict]))
    return joined(_("{told}.", told=told), _between(judged(rows)))


def _between(known: pl.DataFrame) -> Sentence | None:
    pairs = known.select("before_label", "before_version", "after_label", "after_version").unique()
    if pairs.height != 1:
        return None
    values = pairs.row(0, named=True)
    if values["before_version"] == values["after_version"]:
        return _(
            "Målt fra evalueringen i {before_label} til den i {after_label}, begge med versjon {after_version}.",
            **values,
        )
    return _(
        "Målt fra evalueringen i {before_label} med versjon {before_version} til den i {after_label} med versjon "
        "{after_version}.",
        **values,
    )


def _programmes(view: View, choice: Choice) -> Options | None:
    """Return the choice among the programmes, where there are several."""
    own = programmes_of(view.snapshot, choice.municipality)
    if len(own) < 2:
        return None
    every = Option(_("Alle programmene"), link("oppfolging", kommune=choice.municipality), choice.programme is None)
    each = [
        Option(
            one.name or _("Program uten navn"),
            link("oppfolging", kommune=choice.municipality, program=one.programme),
            choice.programme == one.programme,
        )
        for one in own
    ]
    return Options(_("Program"), (every, *each))


def _nothing(view: View, choice: Choice, rows: pl.DataFrame) -> Iterator[Content]:
    """Yield what is missing before anything can be said, and where to go."""
    parameters = choice.parameters()
    if not programmes_of(view.snapshot, choice.municipality):
        text = _(
            "Et program samler tiltakene etter en evaluering. Når tiltakene er knyttet til underspørsmål og kommunen "
            "er evaluert igjen, står det her hvordan det gikk."
        )
        yield Paragraph(text, "lead")
        yield Paragraph(_("Lag et program"), "next", link("tiltak", **parameters))
        return
    if rows.is_empty():
        yield Paragraph(_("Programmet har ingen tiltak. Legg inn det første på siden Tiltak."), "lead")
    else:
        yield reasons(view, choice, rows)
        if rows["asked_year"].is_null().all() and "no_evaluation_named" not in rows["reason"]:
            yield Paragraph(_("Programmet sier heller ikke hvilken evaluering det svarer på."))
    yield Paragraph(_("Se programmet og tiltakene"), "next", link("tiltak", **parameters))
    if rows["reason"].is_in(["no_later_evaluation", "evaluation_not_here", "no_figures"]).any():
        yield Paragraph(_("Last opp en evaluering"), "next", link("last-opp", kommune=choice.municipality))
