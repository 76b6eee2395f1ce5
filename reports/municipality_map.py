"""The map of the evaluated municipalities of Norway, with the list that says the same beside it."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from charts.map import MAPS
from data.borders import border_year
from data.catalogues import named
from data.language import N_, Sentence, _, counted, joined
from data.municipality_points import points
from data.numbers import first_upper
from queries.municipalities import register
from queries.snapshot import cached_query
from reports.content import Beside, Content, Heading, Paragraph, Picture
from reports.many import MOST_ROWS
from reports.map_rows import Mapped, drawn, label_of, link_of
from reports.origin import origin
from reports.pictures import picture
from reports.rank_sentences import QUARTILES
from reports.table import Column, Row, Table
from reports.view import View

COUNTRY = "NO"
KARTVERKET = N_("Grensene er fra {year}. © Kartverket (CC BY 4.0), forenklet.")


def map_contents(view: View, key: str, mapped: Mapped) -> tuple[Content, ...]:
    """Return the heading, the map and the list beside it, and where the borders are from.

    Empty for the example dataset, whose municipalities are invented, and where nobody's points are known.
    """
    rows = _municipalities(view, mapped)
    measured = sum(row["points"] is not None for row in rows)
    if not measured:
        return ()
    with_numbers = [row for row in rows if row["place"]]
    missing = [row["name"] for row in rows if not row["place"]]
    return (
        Heading(_finding(measured, len(rows) - measured)),
        Beside(((_picture(view, key, mapped, with_numbers),), (_list(key, mapped, rows),)), (3, 2)),
        Paragraph(_borders(mapped, missing), "caption"),
    )


def _municipalities(view: View, mapped: Mapped) -> list[dict[str, Any]]:
    """Return those with points, the most first, then by name those without, each with its number in the borders.

    `is_here` says whether an evaluation of it is in the store, be it without this figure. Only those that the register
    knows: no others have borders.
    """
    if view.snapshot.dataset == "example":
        return []
    registered = mapped.rows.filter(pl.col("number").is_in(register(view.snapshot).keys()))
    columns = ["number", "name", "year", "year_label", "points", "quartile"]
    known = (
        cached_query(view.snapshot, "known_evaluations", municipality=None)
        .filter(pl.col("country") == COUNTRY, pl.col("family") == mapped.family, pl.col("year") <= mapped.year)
        .join(mapped.rows, on="number", how="anti")
        .unique("number", keep="first", maintain_order=True)
        .with_columns(year_label=pl.col("year").cast(pl.String))
        .select(columns[:4])
    )
    here = registered.select(*columns, is_here=True)
    everyone = pl.concat([here, known.with_columns(is_here=False)], how="diagonal_relaxed")
    rows = everyone.sort(pl.col("points"), pl.col("name"), descending=[True, False], nulls_last=True).to_dicts()
    return [{**row, "place": _number_in_borders(view, row["number"], mapped.year)} for row in rows]


def _number_in_borders(view: View, key: str, year: int) -> str | None:
    """Return the number of a municipality in the borders of a year; None where it was no more, or not yet."""
    entry, there = register(view.snapshot).get(key), points(border_year(year))
    return next((number for number in entry.numbers if number in there), None) if entry else None


def _finding(measured: int, without: int) -> Sentence:
    here = counted("{n} kommune har poeng her", "{n} kommuner har poeng her", measured)
    if not without:
        return here
    known = counted("{n} er evaluert uten poeng her", "{n} er evaluert uten poeng her", without)
    return _("{here}, {known}", here=here, known=known)


def _picture(view: View, key: str, mapped: Mapped, rows: Sequence[Row]) -> Picture:
    title = _("Kart: {figure}, siste evaluering til og med {year}", figure=mapped.figure, year=mapped.year)
    about = origin(None, _borders(mapped, []), sources=mapped.rows["source"].unique().to_list())
    specification, told = MAPS[border_year(mapped.year)], _description(mapped, rows)
    return picture(view, f"{key}-bilde", title, specification, drawn(mapped, rows), told, about)


def _list(key: str, mapped: Mapped, rows: Sequence[dict[str, Any]]) -> Table:
    everyone = pl.DataFrame(rows, infer_schema_length=None)
    title = _("På kartet: {figure}, til og med {year}", figure=mapped.figure, year=mapped.year)
    columns = [
        Column(_("Kommune"), "name", link=link_of),
        Column(_("Kommunenummer"), "number", only="file"),
        Column(_("Evaluert"), "year_label"),
        Column(_("Poeng"), "points", "number"),
        Column(_("Kvartil"), lambda row: None if row["quartile"] is None else _(QUARTILES[row["quartile"]])),
    ]
    return Table(
        f"{key}-tabell",
        title,
        columns,
        everyone.head(MOST_ROWS),
        marked={"number": mapped.own},
        origin=origin(None, _borders(mapped, [])),
        more=lambda: everyone,
        of=everyone.height,
        look="close",
    )


def _description(mapped: Mapped, rows: Sequence[Row]) -> Sentence:
    measured = [f"{label_of(row)} ({named(row['year_label'])})" for row in rows if row["points"] is not None]
    without = [row["name"] for row in rows if row["points"] is None]
    return joined(
        _(
            "{figure}, poeng av {maximum:shortest}: {measured}.",
            figure=first_upper(mapped.figure),
            maximum=mapped.maximum,
            measured=measured,
        ),
        _("Evaluert uten poeng her: {without}.", without=without) if without else None,
    )


def _borders(mapped: Mapped, missing: Sequence[str]) -> Sentence:
    year = border_year(mapped.year)
    not_drawn = _("Ikke på kartet, siden de ikke finnes i disse grensene: {missing:few}.", missing=[*missing])
    return joined(_(KARTVERKET, year=year), not_drawn if missing else None)
