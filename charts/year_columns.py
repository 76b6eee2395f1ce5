"""Column chart of one municipality by year, grouped by version, with a gap between version families."""

from itertools import groupby
from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.catalogues import named
from data.language import _
from data.numbers import shortest

FEWEST_SLOTS = 5
"""Smallest number of columns that share the width, so that a single year does not fill the picture."""
GAP = 0.6
"""Width of the gap between two version families, in columns."""


def year_columns_rows(trend: pl.DataFrame, maximum: float = 800) -> list[dict[str, Any]]:
    """Return one row per evaluation, one per version and one for the maximum.

    `trend` holds one municipality and one area or the total. Left, middle and right are in per cent of the width;
    `share` is in per cent of the maximum, so that totals of 800 and areas of 100 share one scale.
    """
    years = trend.sort("family", "year", "version").to_dicts()
    slots = _slots(years)
    columns = [_column(row, left, slots[-1] + 1, maximum) for row, left in zip(years, slots, strict=True)]
    versions = [_version_row(list(group)) for _, group in groupby(columns, key=lambda row: row["version"])]
    return [
        *columns,
        *versions,
        {"kind": "maximum", "label": _("{maximum:number} poeng er det høyeste mulige", maximum=maximum)},
    ]


def year_columns_text(trend: pl.DataFrame, maximum: float = 800) -> str:
    """Return the description: a sentence per evaluation with points, version and change since the one before."""
    years = trend.sort("family", "year", "version").to_dicts()
    families = len({row["family"] for row in years})
    warning = [_("Tall fra ulike versjonsfamilier kan ikke sammenlignes.")] if families > 1 else []
    return " ".join([*(_sentence(row, maximum) for row in years), *warning])


def _slots(years: list[dict[str, Any]]) -> list[float]:
    """Return the left edge of each column, in columns, with a gap before each new version family."""
    families = [row["family"] for row in years]
    return [index + GAP * len(set(families[: index + 1]) - {families[0]}) for index in range(len(years))]


def _column(row: dict[str, Any], left: float, slots_used: float, maximum: float) -> dict[str, Any]:
    width = 100 / max(slots_used, FEWEST_SLOTS)
    return {
        "kind": "year",
        "version": row["version"],
        "left": width * (left + 0.2),
        "middle": width * (left + 0.5),
        "right": width * (left + 0.8),
        "share": None if row["points"] is None else 100 * float(row["points"]) / maximum,
        "value": shortest(row["points"]),
        "label": named(row["year_label"]).replace(" ", "\n"),
        "tooltip": _sentence(row, maximum),
    }


def _version_row(columns: list[dict[str, Any]]) -> dict[str, Any]:
    left, right = columns[0]["left"], columns[-1]["right"]
    label = _("versjon\n{version}", version=columns[0]["version"])
    return {"kind": "version", "left": left, "right": right, "middle": (left + right) / 2, "label": label}


def _sentence(row: dict[str, Any], maximum: float) -> str:
    told = {
        "name": row["name"],
        "year": row["year_label"],
        "version": row["version"],
        "points": row["points"],
        "maximum": maximum,
        "change": row["change"],
    }
    if row["points"] is None:
        return _("{name} {year} (versjon {version}): poengene er ikke kjent.", **told)
    if row["change"] is None:
        return _("{name} {year} (versjon {version}): {points:shortest} av {maximum:number} poeng.", **told)
    if row["matters"] or row["matters"] is None:
        return _(
            "{name} {year} (versjon {version}): {points:shortest} av {maximum:number} poeng, endring {change:signed}.",
            **told,
        )
    return _(
        "{name} {year} (versjon {version}): {points:shortest} av {maximum:number} poeng, endring {change:signed}, "
        "for lite til å tillegges vekt.",
        **told,
    )


def _layers() -> list[alt.Chart]:
    x = alt.X("left:Q", axis=None, scale=theme.scale([0, 100], 0, "width"))
    middle = alt.X("middle:Q", axis=None, scale=theme.scale([0, 100], 0, "width"))
    y = alt.Y("share:Q", axis=None, scale=theme.scale([0, 100], "height - 88", 24))
    years, versions, maximum_line = (
        alt.Chart().transform_filter(f"datum.kind === '{kind}'") for kind in ("year", "version", "maximum")
    )
    below: theme.Look = {"lineBreak": "\n", "lineHeight": 16, "baseline": "top"}
    quiet = theme.text(color=theme.QUIET_INK)
    maximum_style = {**quiet, "align": "left", "dy": -11, "fontSize": 12}
    value = theme.text(dy=-11, fontSize=15, fontWeight="bold")
    edge = alt.value(alt.expr("width"))
    return [
        maximum_line.mark_rule(color=theme.MUTED, strokeDash=[3, 3], tooltip=None).encode(
            x=alt.value(0), x2=edge, y=alt.value(24)
        ),
        maximum_line.mark_text(**maximum_style).encode(x=alt.value(0), y=alt.value(24), text="label:N"),
        years.mark_rect(cornerRadiusTopLeft=2, cornerRadiusTopRight=2).encode(
            x, y, x2="right:Q", y2=alt.datum(0), tooltip=alt.Tooltip("tooltip:N")
        ),
        years.mark_text(**value).encode(middle, y, alt.Text("value:N")),
        years.mark_text(**{**theme.text(), **below}).encode(middle, text="label:N", y=_from_bottom(80)),
        versions.mark_rule(color=theme.MUTED, strokeWidth=1.2, tooltip=None).encode(
            x, x2="right:Q", y=_from_bottom(42)
        ),
        versions.mark_text(**{**quiet, **below}).encode(middle, text="label:N", y=_from_bottom(36)),
    ]


def _from_bottom(pixels: int) -> Any:
    return alt.value(alt.expr(f"height - {pixels}"))


YEAR_COLUMNS = theme.specification(*_layers(), height=330)
