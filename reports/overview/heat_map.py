"""Heat map of municipality and area: the points in each cell, tinted by their share of the maximum."""

from dataclasses import dataclass
from functools import partial

import polars as pl

from data.language import Sentence, _, counted, joined
from queries.area_ranking import AREAS, Landscape, all_with_areas, area_column, first_with_areas
from queries.caching import cached
from queries.profile import area_shorts
from queries.settings import settings
from queries.snapshot import Snapshot, cached_query
from reports.columns import municipality_column
from reports.content import Heading, Notice, Paragraph, Section, section
from reports.links import Link, link
from reports.many import MOST_ROWS
from reports.origin import origin
from reports.overview.finding import finding
from reports.overview.totals import Totals
from reports.table import Column, Direction, Row, Table
from reports.view import View

FIRST = 60
"""Rows shown before somebody asks for all of them."""
BY_TOTAL, BY_NAME = "total", "navn"
HIGHEST_TOTAL, HIGHEST_AREA = 800, 100


@dataclass(frozen=True)
class Order:
    """How the rows are sorted: `total`, `navn`, or the number of an area as text."""

    code: str = BY_TOTAL

    @property
    def area(self) -> int | None:
        """Return the number of the area the rows are sorted by, None for another order."""
        return int(self.code) if self.code.isdecimal() else None

    def of(self, chosen: Totals) -> Landscape:
        """Return the municipalities of some totals in this order."""
        return Landscape(chosen.family, chosen.year, chosen.country, self.area, self.code == BY_NAME)


TOTAL_FIRST = Order()


@dataclass(frozen=True)
class Rows:
    """What is shown of the heat map: the order, the first rows or all of them, and the other words of the address."""

    order: Order = TOTAL_FIRST
    all: bool = False
    along: tuple[tuple[str, str], ...] = ()

    def link(self, order: Order, *, everyone: bool) -> Link:
        """Return the link to the same page with another order, or with more or fewer rows."""
        return link("", **dict(self.along), **row_parameters(order, everyone=everyone))


def row_parameters(order: Order, *, everyone: bool) -> dict[str, str]:
    """Return the query parameters of an order, and of all rows."""
    sorted_by = {"sorter": order.code} if order != TOTAL_FIRST else {}
    return sorted_by | ({"vis": "alle"} if everyone else {})


def order_labels(snapshot: Snapshot, family: int) -> dict[str, str]:
    """Return what the rows can be sorted by, by code: total, name, and each area of a family."""
    return {BY_TOTAL: _("total"), BY_NAME: _("navn"), **{str(area): name for area, name in _names(snapshot, family)}}


def _names(snapshot: Snapshot, family: int) -> list[tuple[int, str]]:
    """Return number and short name of the areas, by the newest version of a family."""
    versions = cached_query(snapshot, "instrument_areas").filter(pl.col("family") == family)["version"]
    shorts = area_shorts(snapshot, max(versions, default="2.1"))
    return [(area, _("{area} {short}", area=area, short=short)) for area, short in shorts.items()]


@cached
def heat_map(view: View, chosen: Totals, shown: Rows) -> Section:
    """Return the heat map under the heading that says who is highest; a notice where nobody has a total."""
    landscape = shown.order.of(chosen)
    rows = first_with_areas(view.snapshot, landscape, MOST_ROWS if shown.all else FIRST, chosen.own)
    if rows.is_empty():
        return section("varmekart", Notice("no_totals", _("Ingen kommuner har en total for dette valget.")))
    names = dict(_names(view.snapshot, chosen.family))
    area = names[shown.order.area] if shown.order.area else None
    return section(
        "varmekart",
        Heading(finding(view, chosen, rows, area)),
        _table(view, chosen, shown, rows, names),
        _more(shown, rows["n"][0]),
    )


def _table(view: View, chosen: Totals, shown: Rows, rows: pl.DataFrame, names: dict[int, str]) -> Table:
    n = rows["n"][0]
    title = counted(
        "Poeng per område: den ene kommunen vi har en total for",
        "Poeng per område: de {n} kommunene vi har en total for",
        n,
    )
    about = _("{title}, siste evaluering til og med {year}.", title=title, year=chosen.year)
    return Table(
        "varmekart-tabell",
        title,
        _columns(shown, names, settings(view.snapshot)["fewest_compared"]),
        rows,
        marked={"number": chosen.own},
        notes=[_key(rows, n)],
        origin=origin(None, about),
        more=partial(all_with_areas, view.snapshot, shown.order.of(chosen)),
        look="heat",
    )


def _key(rows: pl.DataFrame, n: int) -> Sentence:
    """Return what the tint and the dots mean, and how many rows are left out."""
    known = rows.select(area_column(area) for area in AREAS).null_count().row(0)
    has_areas = min(known) < rows.height
    left_out = n - rows.height
    return joined(
        _("Jo sterkere blå, jo større del av maksimum: 100 poeng for et område, 800 for totalen."),
        _("To prikker står der bare totalen er kjent, eller området mangler.") if has_areas and any(known) else None,
        _("{shown} av {n:number} vises; filen har alle.", shown=rows.height, n=n) if left_out else None,
    )


def _more(shown: Rows, n: int) -> Paragraph | None:
    """Return the link to all rows, or back to the first ones; None where these are all."""
    if n <= FIRST:
        return None
    if shown.all:
        return Paragraph(_("Vis de {first} første", first=FIRST), "next", shown.link(shown.order, everyone=False))
    label = _("Vis alle {n:number}", n=n) if n <= MOST_ROWS else _("Vis de {most} første", most=MOST_ROWS)
    return Paragraph(label, "next", shown.link(shown.order, everyone=True))


def _columns(shown: Rows, names: dict[int, str], fewest: int) -> list[Column]:
    def by(code: str) -> tuple[Link, Direction | None]:
        order = Order(code)
        upwards: Direction = "ascending" if code == BY_NAME else "descending"
        return shown.link(order, everyone=shown.all), upwards if order == shown.order else None

    def shaded(code: str, heading: str, field: str, highest: int) -> Column:
        sort, sorted_so = by(code)
        return Column(heading, field, "number", shade=partial(_share, field, highest), sort=sort, sorted=sorted_so)

    sort, sorted_so = by(BY_NAME)
    return [
        municipality_column(sort, sorted_so),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Plass"), "rank" if shown.order.area is None else partial(_place, fewest), "number"),
        shaded(BY_TOTAL, _("Total"), "total", HIGHEST_TOTAL),
        *(shaded(str(area), name, area_column(area), HIGHEST_AREA) for area, name in names.items()),
        Column(_("Størrelse"), "size_group", minor=True),
    ]


def _place(fewest: int, row: Row) -> int | None:
    """Return the place by the area the rows are sorted by, where as many have it as are compared."""
    return row["figure_rank"] if row["with_figure"] >= fewest else None


def _share(column: str, highest: int, row: Row) -> float | None:
    return None if row[column] is None else row[column] / highest
