"""The catalogue: evaluations known to exist whose points are not here."""

import polars as pl

from data.language import Sentence, _, counted
from queries.caching import cached
from queries.snapshot import cached_query
from reports.content import Fold, Heading, Paragraph, Section, section
from reports.known_evaluations import printed_rank
from reports.links import Link, link
from reports.origin import source
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
    table = Table("kjente-tabell", _("Evalueringer vi vet om, uten poeng her"), columns, known)
    return section(
        "kjente",
        Heading(_("Evalueringer uten poeng her")),
        Paragraph(sentence),
        Paragraph(_("Last opp skåringsark"), "next", link("last-opp")),
        Fold("kjente-alle", _listed(known), (table,)),
    )


def _listed(known: pl.DataFrame) -> Sentence:
    return _("{names:few}", names=known["name"].unique().sort().to_list())


def _municipality_link(row: Row) -> Link:
    return link("", kommune=row["number"])
