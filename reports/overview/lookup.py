"""What is known of a municipality that was looked up and has no points here."""

import polars as pl

from data.language import Sentence, _, joined
from queries.caching import cached
from queries.merging import border_changes
from queries.municipalities import Registered, names, register
from reports.border_changes import border_sentences
from reports.content import Bullets, Content, Item, Paragraph, Section, section
from reports.known_evaluations import known_evaluations_of, listed
from reports.links import link
from reports.view import View


@cached
def lookup(view: View, key: str) -> Section:
    """Return what the register and the catalogue say of a municipality without points, and ways on from there."""
    entry = register(view.snapshot)[key]
    known = known_evaluations_of(view, key)
    return section(
        "videre",
        Paragraph(_facts(entry), "facts"),
        Paragraph(_nothing_here(entry, known)),
        listed(known),
        *_borders(view, entry),
        Paragraph(_("Last opp skåringsarket"), "next", link("last-opp")),
    )


def _facts(entry: Registered) -> Sentence:
    numbers = _("{name} har nummer {numbers:commas}.", name=entry.name, numbers=entry.numbers)
    if entry.population is None:
        return numbers
    people = _(
        "{population:number} innbyggere {date}.",
        population=entry.population,
        date=entry.population_date,
    )
    return joined(numbers, people)


def _nothing_here(entry: Registered, known: pl.DataFrame) -> Sentence:
    if known.is_empty():
        return _("Vi vet ikke om noen evaluering av {name}.", name=entry.name)
    return _("{name} er evaluert: rapporten finnes, men poengene er ikke her.", name=entry.name)


def _borders(view: View, entry: Registered) -> tuple[Content, ...]:
    """Return who became what, and links to those of them that were evaluated."""
    changes = border_changes(view.snapshot, {entry.number: entry.name})
    if changes.is_empty():
        return ()
    evaluated = names(view.snapshot)
    around = dict.fromkeys([*changes["from_number"], *changes["to_number"]])
    sentences = Bullets(tuple(Item(sentence) for sentence in border_sentences(changes)), _("Hva som ble hva"))
    links = [
        Paragraph(_("Se {name}", name=evaluated[key]), "next", link("kommune", kommune=key))
        for key in around
        if key in evaluated and key != entry.number
    ]
    return (sentences, *links)
