"""Provenance of a programme's tables and pictures in files."""

from data.language import _
from queries.plans import plans
from reports.view import View


def origin_of(view: View, programme: str, *about: str) -> tuple[str, ...]:
    """Return the programme with its municipality, further sentences, and its source or that it was written here."""
    one = plans(view.snapshot).programmes[programme]
    named = _("Program: {programme}, {name}.", programme=one.name or "", name=one.municipality_name or one.municipality)
    if not one.source:
        return (named, *about, _("Skrevet i Kompassrosen."))
    values = {"source": one.source, "place": one.place}
    return (named, *about, _("Kilde: {source}; {place}.", **values) if one.place else _("Kilde: {source}.", **values))
