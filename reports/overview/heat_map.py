"""Heat map of municipality and area: the points in each cell, tinted by their share of the maximum."""

from dataclasses import dataclass
from functools import partial

import polars as pl

from data.language import _, counted, joined
from queries.area_ranking import (
    AREAS,
    MOST_SHOWN,
    Landscape,
    all_with_areas,
    area_column,
    first_with_areas,
    one_with_areas,
)
from queries.caching import cached
from queries.profile import area_shorts
from queries.snapshot import Snapshot, cached_query
from reports.columns import municipality_column
from reports.content import Fold, Heading, Section, section
from reports.origin import origin
from reports.overview.totals import Totals
from reports.table import Column, Row, Table
from reports.view import View

FIRST = 15
"""Rows on the first screen; the fold has a hundred, and the file all of them."""
BY_TOTAL, BY_NAME = "total", "navn"
HIGHEST_TOTAL, HIGHEST_AREA = 800, 100


@dataclass(frozen=True)
class Order:
    """How the rows are sorted: `total`, `navn`, or the number of an area as text."""

    code: str = BY_TOTAL

    def of(self, chosen: Totals) -> Landscape:
        """Return the municipalities of some totals in this order."""
        area = int(self.code) if self.code.isdecimal() else None
        return Landscape(chosen.family, chosen.year, chosen.country, area, self.code == BY_NAME)


TOTAL_FIRST = Order()


def order_labels(snapshot: Snapshot, family: int) -> dict[str, str]:
    """Return what the rows can be sorted by, by code: total, name, and each area of a family."""
    shorts = _shorts(snapshot, family)
    areas = {str(area): _("{area} {short}", area=area, short=short) for area, short in shorts.items()}
    return {BY_TOTAL: _("total"), BY_NAME: _("navn"), **areas}


def _shorts(snapshot: Snapshot, family: int) -> dict[int, str]:
    """Return the short names of the areas, by the newest version of a family."""
    versions = cached_query(snapshot, "instrument_areas").filter(pl.col("family") == family)["version"]
    return area_shorts(snapshot, max(versions, default="2.1"))


@cached
def heat_map(view: View, chosen: Totals, order: Order) -> Section:
    """Return the heat map; an empty section where no area of anybody is known."""
    landscape = order.of(chosen)
    rows = first_with_areas(view.snapshot, landscape)
    if rows.is_empty():
        return section("varmekart")
    n = rows["n"][0]
    title = counted(
        "Poeng per område: den ene kommunen vi har områder for",
        "Poeng per område: de {n} kommunene vi har områder for",
        n,
    )
    about = origin(None, _("{title}, siste evaluering til og med {year}.", title=title, year=chosen.year))
    tint = _("Jo sterkere blå, jo større del av maksimum: 100 poeng for et område, 800 for totalen.")

    def table(key: str, most: int, caption: str = "") -> Table:
        shown = _with_own(view, landscape, rows.head(most), chosen.own)
        rest = _("De {most} første av {n:number} vises; filen har alle.", most=most, n=n)
        notes = [tint] if shown.height == n else [joined(tint, rest)]
        columns = _columns(_shorts(view.snapshot, chosen.family))
        every = partial(all_with_areas, view.snapshot, landscape)
        return Table(key, title, columns, shown, caption, {"number": chosen.own}, notes, about, more=every)

    first = table("varmekart-tabell", FIRST)
    if first.rows.height == n:
        return section("varmekart", Heading(_("Område for område"), 3), first)
    more = _("Poeng per område, flere kommuner")
    fold = Fold("varmekart-fold", _("Flere kommuner"), (table("varmekart-alle", MOST_SHOWN, more),))
    return section("varmekart", Heading(_("Område for område"), 3), first, fold)


def _with_own(view: View, landscape: Landscape, rows: pl.DataFrame, own: str) -> pl.DataFrame:
    """Return the rows, and the own municipality after them where it is not among them."""
    if not own or own in rows["number"]:
        return rows
    return pl.concat([rows, one_with_areas(view.snapshot, landscape, own)], how="diagonal")


def _columns(shorts: dict[int, str]) -> list[Column]:
    return [
        municipality_column(),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Total"), "total", "number", shade=lambda row: _share(row, "total", HIGHEST_TOTAL)),
        *(_area_column(area, shorts.get(area, "")) for area in AREAS),
    ]


def _area_column(area: int, short: str) -> Column:
    points = area_column(area)
    heading = _("{area} {short}", area=area, short=short)
    return Column(heading, points, "number", shade=lambda row: _share(row, points, HIGHEST_AREA))


def _share(row: Row, column: str, highest: int) -> float | None:
    return None if row[column] is None else row[column] / highest
