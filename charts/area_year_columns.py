"""Bar chart of the eight areas by year, within one version family; the newest year has the first colour.

The bars are horizontal, so that the areas' names and every year can be read on a narrow screen without a key.
"""

from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.catalogues import named
from data.language import _
from data.numbers import shortest


def area_year_columns_rows(trend: pl.DataFrame, family: int) -> list[dict[str, Any]]:
    """Return one row per area and evaluation of one municipality and version family, with points of 100."""
    areas = _areas(trend, family)
    return [_row(row) for row in areas.iter_rows(named=True)]


def area_year_columns_text(trend: pl.DataFrame, family: int) -> str:
    """Return the description: one sentence per area with its points of 100 in each year."""
    areas = _areas(trend, family).partition_by("area", maintain_order=True)
    return " ".join(_sentence(area) for area in areas)


def _areas(trend: pl.DataFrame, family: int) -> pl.DataFrame:
    """Return the areas of one family by year.

    Adds `key`, the label of the year, with the version if there are two that year; `first`, whether the row is the
    area's first; `newest`, whether it belongs to the newest evaluation.
    """
    versions_that_year = pl.col("version").n_unique().over("area", "year")
    label_with_version = pl.format("{} ({})", "year_label", "version")
    areas = trend.filter(pl.col("area") > 0, pl.col("family") == family).sort("area", "year", "version")
    return areas.with_columns(
        key=pl.when(versions_that_year > 1).then(label_with_version).otherwise("year_label"),
        first=pl.int_range(pl.len()).over("area") == 0,
        newest=pl.struct("year", "version").rank("dense") == pl.struct("year", "version").n_unique(),
    )


def _row(row: dict[str, Any]) -> dict[str, Any]:
    name = f"{row['area']} {named(row['short'])}"
    return {
        "area": row["area"],
        "name": name if row["first"] else "",
        "year": named(row["key"]),
        "newest": row["newest"],
        "points": None if row["points"] is None else float(row["points"]),
        "value": shortest(row["points"]),
        "tooltip": _("{name}, {year}: {points:shortest} poeng", name=name, year=row["key"], points=row["points"]),
    }


def _sentence(area: pl.DataFrame) -> str:
    values = [
        _("{points:shortest} poeng ({year})", points=row["points"], year=row["key"])
        for row in area.iter_rows(named=True)
    ]
    return _("Område {area} {short}: {values}.", area=area["area"][0], short=area["short"][0], values=values)


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(
        y=alt.Y("area:O", axis=None, scale=alt.Scale(paddingInner=0.28, paddingOuter=0)),
        yOffset=alt.YOffset("year:N", sort=None, scale=alt.Scale(paddingInner=0.12)),
    )
    x = alt.X("points:Q", axis=None, scale=theme.scale([0, 100], 190, "width - 26"))
    weight = alt.expr("datum.newest ? 'bold' : 'normal'")
    colour = alt.when("!datum.newest").then(alt.value(theme.MUTED))
    year = theme.text(align="right", color=theme.QUIET_INK, fontSize=12)
    return [
        base.mark_bar(cornerRadiusEnd=2).encode(x, x2=alt.datum(0), color=colour, tooltip=alt.Tooltip("tooltip:N")),
        base.mark_text(**theme.text(align="left")).encode(x=alt.value(0), text="name:N"),
        base.mark_text(**year).encode(x=alt.value(182), text="year:N"),
        base.mark_text(**theme.text(align="left", dx=6, fontWeight=weight)).encode(x, text="value:N"),
    ]


AREA_YEAR_COLUMNS = theme.specification(*_layers(), height=alt.Step(20, **{"for": "offset"}))
