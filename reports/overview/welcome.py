"""Introduction for first-time visitors, and links to start from."""

from typing import Any

from data.language import N_, _, counted, joined
from queries import snapshot
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.snapshot import cached_query
from reports.content import Heading, Paragraph, Section, section
from reports.links import link
from reports.report import nothing_yet
from reports.view import View

LEAD = N_(
    "Kommunekompasset måler hvor godt en kommune styres, ledes og utvikles: åtte fokusområder med inntil 100 poeng "
    "hver, vurdert av to sertifiserte evaluerere. Her ser du hvor en kommune står, blant hvem, hvordan den har "
    "flyttet seg, og hvem den kan lære av."
)


@cached
def welcome(_view: View) -> Section:
    """Return the title and introduction."""
    return section("hode", Heading(_("Hvor står kommunen?"), 1), Paragraph(_(LEAD), "lead"))


@cached
def welcome_to_nothing(view: View) -> Section:
    """Return the introduction for a dataset without evaluations."""
    return section("hode", *welcome(view).contents, *nothing_yet(view).contents)


@cached
def onward(_view: View, newest: Evaluation) -> Section:
    """Return links to the pages of a municipality's newest evaluation."""
    chosen: dict[str, Any] = {"kommune": newest.municipality, "aar": newest.year}
    label = _("Åpne {name} {year}", name=newest.name, year=newest.year_label)
    return section(
        "videre",
        Paragraph(label, "next", link("kommune", **chosen)),
        Paragraph(_("Se utviklingen"), "next", link("utvikling", **chosen)),
    )


@cached
def in_store(view: View) -> Section:
    """Return the number of evaluations and municipalities, the versions, and the newest year."""
    counts = snapshot.in_store(view.snapshot)
    sentence = counted(
        "{evaluations} av {municipalities}, målt med versjon {versions}. Nyeste er fra {year}.",
        "{evaluations} av {municipalities}, målt med versjon {versions}. Nyeste er fra {year}.",
        len(counts["versions"]),
        evaluations=counted("{n} evaluering", "{n} evalueringer", counts["evaluations"]),
        municipalities=counted("{n} kommune", "{n} kommuner", counts["municipalities"]),
        versions=counts["versions"],
        year=counts["newest_year"],
    )
    known = cached_query(view.snapshot, "known_evaluations", municipality=None).height
    also = counted(
        "I tillegg vet vi om {n} evaluering der poengene ikke er her.",
        "I tillegg vet vi om {n} evalueringer der poengene ikke er her.",
        known,
    )
    return section("innhold", Paragraph(joined(sentence, also if known else None), "facts"))


@cached
def example_offer(view: View) -> Section:
    """Return the link to the example dataset; an empty section in that dataset itself."""
    if view.snapshot.dataset == "example":
        return section("eksempel")
    label = _("Åpne eksempeldataene: 55 oppdiktede kommuner, fullt utfylt")
    return section("eksempel", Paragraph(label, "next", link("kommune", "example", kommune="1612", aar=2018)))
