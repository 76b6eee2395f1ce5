"""The catalogue: evaluations known to exist whose points are not here."""

from collections.abc import Mapping
from typing import Any

from data.language import Sentence, _, counted
from queries.caching import cached
from queries.snapshot import cached_query
from reports.content import Heading, Paragraph, Section, section
from reports.links import Link, link
from reports.origin import source
from reports.rank_sentences import QUARTILES
from reports.table import Column, Row, Table
from reports.view import View


@cached
def known_evaluations(view: View) -> Section:
    """Return the list of evaluations whose report exists and whose points are not here; empty where there is none."""
    known = cached_query(view.snapshot, "known_evaluations", municipality=None)
    if known.is_empty():
        return section("kjente")
    sentence = counted(
        "Vi vet om {n} evaluering der rapporten finnes og poengene ikke er her. Har dere skåringsarket, kan det lastes "
        "opp.",
        "Vi vet om {n} evalueringer der rapporten finnes og poengene ikke er her. Har dere skåringsarket, kan det "
        "lastes opp.",
        known.height,
    )
    columns = [
        Column(_("Kommune"), "name", link=_municipality_link),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year"),
        Column(_("Versjon"), "version"),
        Column(_("Rapport"), "report"),
        Column(_("På trykk"), printed_rank),
        Column(_("Kilde"), lambda row: source(row["statement_source"] or row["source"], None)),
        Column(_("Merknad"), "note", only="file"),
    ]
    return section(
        "kjente",
        Heading(_("Evalueringer uten poeng her")),
        Paragraph(sentence),
        Table("kjente-tabell", _("Evalueringer vi vet om, uten poeng her"), columns, known),
        Paragraph(_("Last opp skåringsark"), "next", link("last-opp")),
    )


def _municipality_link(row: Row) -> Link:
    return link("", kommune=row["number"])


def printed_rank(row: Mapping[str, Any]) -> Sentence | None:
    """Return what is printed of the rank of an evaluation, with its n where that is printed; None where nothing is."""
    value, n = row["value"], row["of_n"]
    match row["kind"]:
        case "rank":
            return _("nr. {value} av {n}", value=value, n=n) if n else _("nr. {value} (n ikke oppgitt)", value=value)
        case "rank_share" if n:
            return _("blant de {value} % høyeste av {n}", value=value, n=n)
        case "rank_share":
            return _("blant de {value} % høyeste (n ikke oppgitt)", value=value)
        case "quartile":
            return _("{quartile} (n ikke oppgitt)", quartile=_(QUARTILES[value]))
        case "about_mean":
            return _("omtrent på gjennomsnittet (n ikke oppgitt)")
        case "above_mean":
            return _("over gjennomsnittet (n ikke oppgitt)")
        case _unprinted:
            return None
