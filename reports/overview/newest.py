"""The newest evaluations."""

from data.language import _
from queries.caching import cached
from queries.snapshot import cached_query
from reports.columns import municipality_column
from reports.content import Fold, Section, section
from reports.table import Column, Table
from reports.view import View


@cached
def newest(view: View, country: str) -> Section:
    """Return the table of the newest evaluations of a country, of any version, in a fold."""
    columns = [
        municipality_column(),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Versjon"), "version"),
        Column(_("Total"), "total", "number"),
    ]
    title = _("De nyeste evalueringene, alle versjoner")
    table = Table("nyeste-tabell", title, columns, cached_query(view.snapshot, "newest", country=country))
    return section("nyeste", Fold("nyeste-alle", title, (table,)))
