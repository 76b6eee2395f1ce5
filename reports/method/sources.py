"""Source documents, and printed figures of groups of municipalities."""

from data.language import _
from queries.caching import cached
from queries.snapshot import cached_query
from reports.content import Section, section
from reports.origin import source
from reports.rank_sentences import BASIS
from reports.table import Column, Row, Table
from reports.view import View


@cached
def sources(view: View) -> Section:
    """Return the tables of documents, printed figures of groups where there are any, and official registers."""
    return section("kilder", _documents(view), _printed(view), _registers(view))


def _documents(view: View) -> Table:
    columns = [
        Column(_("Kilde"), "source"),
        Column(_("Evalueringer"), "evaluations", "number"),
        Column(_("Kommuner"), _whom),
    ]
    return Table("kilder-tabell", _("Kildene"), columns, cached_query(view.snapshot, "sources"))


def _whom(row: Row) -> str:
    """Return the municipalities in a document: the first ones, and the number of the rest."""
    more = row["municipalities"] - len(row["names"])
    names = ", ".join(row["names"])
    return _("{names} og {more:number} til", names=names, more=more) if more else names


def _printed(view: View) -> Table | None:
    printed = cached_query(view.snapshot, "references")
    if printed.is_empty():
        return None
    columns = [
        Column(_("Gruppe"), "group_label"),
        Column(_("År"), "year"),
        Column(_("Gjennomsnitt"), "value", "number"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]])),
        Column("n", "n", "number", shown=_n),
        Column(_("Grunnlag for n"), lambda row: _(BASIS[row["n_basis"]]), only="file"),
        Column(_("Sted"), lambda row: source(row["source"], row["place"])),
        Column(_("Merknad"), "note"),
    ]
    return Table("kilder-trykt", _("Trykte tall om grupper av kommuner"), columns, printed)


def _n(row: Row) -> str:
    return _("{n:number} ({basis})", n=row["n"], basis=_(BASIS[row["n_basis"]]))


def _registers(view: View) -> Table:
    columns = [
        Column(_("Liste"), "title"),
        Column(_("Eier"), "owner"),
        Column(_("Lisens"), "licence"),
        Column(_("Merknad"), "note"),
    ]
    title = _("Registrene over kommuner, grenser, innbyggere, grupper og målform")
    return Table("kilder-registre", title, columns, cached_query(view.snapshot, "register_sources"))
