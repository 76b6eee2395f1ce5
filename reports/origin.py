"""Provenance in files: evaluation, n, version, dataset, event and sources."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from data.catalogues import named
from data.language import _
from queries.caching import EVALUATIONS
from queries.evaluation import Evaluation
from reports.view import View

MOST_SOURCES = 12
IN_BRACKETS = re.compile(r" \(.*\)")


def origin(focus: Evaluation | None, *about: str, sources: Sequence[str | None] = ()) -> tuple[str, ...]:
    """Return the provenance of a table or picture: evaluation, further sentences, and source documents."""
    if focus is None:
        return (*about, *_documents(sources))
    measured = _(
        "{name} {year}, Kommunekompasset versjon {version}.",
        name=focus.name,
        year=focus.year_label,
        version=focus.version,
    )
    return (measured, *about, _("Kilde: {source}.", source=focus.source or _("ikke oppgitt")), *_documents(sources))


def dataset_and_event(view: View) -> tuple[str, ...]:
    """Return the dataset, and the newest event that evaluations depend on."""
    dataset = (
        _("Eksempeldata: tallene er fiktive, unntatt Hemnes trykte tall.")
        if view.snapshot.dataset == "example"
        else _("Datasett: virkelige tall, hvert med sin kilde.")
    )
    event = view.narrowed(EVALUATIONS).snapshot.as_of
    return dataset, _("Stand: hendelse {event}. Laget med Kompassrosen.", event=event)


def titled(view: View, title: str) -> str:
    """Return the title, prefixed with «Eksempeldata» for the example dataset."""
    return _("Eksempeldata: {title}", title=title) if view.snapshot.dataset == "example" else title


def source(document: str | None, place: str | None) -> str:
    """Return a short citation: `KS-K rapport 3/2018, s. 7` or `ulstein.kommune.no, artikkel`."""
    name = IN_BRACKETS.sub("", named(document) if document else _("kilde ikke oppgitt"))
    if name.startswith(("http://", "https://")):
        name = (urlsplit(name).hostname or name).removeprefix("www.")
    return f"{name}, {named(place)}" if place else name


def _documents(sources: Sequence[str | None]) -> tuple[str, ...]:
    """Return one sentence with up to 12 distinct documents; empty where there are none."""
    named = sorted({source(document, None) for document in sources})
    if not named:
        return ()
    first = "; ".join(named[:MOST_SOURCES])
    if len(named) <= MOST_SOURCES:
        return (_("Kilder: {sources}.", sources=first),)
    more = len(named) - MOST_SOURCES
    return (_("Kilder: {sources}; og {more} til, se metodesiden.", sources=first, more=more),)
