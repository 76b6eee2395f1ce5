"""Small multiples of totals by year: a panel per municipality, all on one time axis and one axis of points.

No line joins two version families.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
import polars as pl

from charts import theme
from charts.year_columns import year_columns_text
from data.language import _, counted
from data.numbers import number, shortest

PANEL = 190
"""Height of a panel in pixels."""
TOP, BOTTOM = 52, 172
"""Where the maximum and 0 points are drawn, in pixels from the top of a panel."""


def totals_over_time_rows(trends: Sequence[pl.DataFrame], maximum: float = 800) -> list[dict[str, Any]]:
    """Return the rows of each municipality: its panel, the lines at 0, half and all points, and its evaluations.

    `trends` holds a frame of totals per municipality, none empty; the first is the own one. `kind` is panel, grid,
    year, or edge, which gives the time axis room at both ends; `lift` is in pixels from the middle of the panel.
    """
    years = [year for trend in trends for year in trend["year"]]
    edges = [{"kind": "edge", "panel": 0, "year": year} for year in (min(years) - 1, max(years) + 1)]
    return [*edges, *(row for panel, trend in enumerate(trends) for row in _panel(panel, trend, maximum))]


def totals_over_time_text(trends: Sequence[pl.DataFrame], maximum: float = 800) -> str:
    """Return the description: the axes that all share, then per municipality a sentence per evaluation."""
    years = [year for trend in trends for year in trend["year"]]
    first, last = min(years), max(years)
    span = _("fra {first} til {last}", first=first, last=last) if first < last else _("bare {year}", year=first)
    axes = _(
        "Alle har samme tidsakse, {span}, og samme poengakse, fra 0 til {maximum:number}.", span=span, maximum=maximum
    )
    return " ".join([axes, *(year_columns_text(trend, maximum) for trend in trends)])


def _panel(panel: int, trend: pl.DataFrame, maximum: float) -> list[dict[str, Any]]:
    evaluations = trend.sort("year", "version").to_dicts()
    versions = list(dict.fromkeys(row["version"] for row in evaluations))
    shared = {"panel": panel, "own": panel == 0}
    measured_with = counted("versjon {versions}", "versjon {versions}", len(versions), versions=versions)
    heading = {"kind": "panel", "name": evaluations[-1]["name"], "versions": measured_with}
    grid = [{"kind": "grid", "label": number(maximum * share), "lift": _lift(share), **shared} for share in (0, 0.5, 1)]
    years = [{**_year(row, maximum), **shared, "line": f"{panel} {row['family']}"} for row in evaluations]
    return [{**heading, **shared}, *grid, *years]


def _year(row: dict[str, Any], maximum: float) -> dict[str, Any]:
    return {
        "kind": "year",
        "year": row["year"],
        "lift": None if row["points"] is None else _lift(float(row["points"]) / maximum),
        "value": shortest(row["points"]),
        "tooltip": _(
            "{name} {year} (versjon {version}): {points:shortest} av {maximum:number} poeng",
            name=row["name"],
            year=row["year_label"],
            version=row["version"],
            points=row["points"],
            maximum=maximum,
        ),
    }


def _lift(share: float) -> float:
    return TOP + (1 - share) * (BOTTOM - TOP) - PANEL / 2


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("panel:O", axis=None, scale=alt.Scale(padding=0)))
    panels, grid = (base.transform_filter(f"datum.kind === '{kind}'") for kind in ("panel", "grid"))
    # A line through a point that is not known would be drawn to the middle of the panel.
    years = base.transform_filter("datum.kind === 'year' && datum.lift !== null")
    lift = alt.expr("datum.lift")
    labels: theme.Look = {"labelFontSize": 12, "labelColor": theme.QUIET_INK, "labelPadding": 4}
    axis = alt.Axis(
        title=None, format="d", tickMinStep=1, domain=False, ticks=False, grid=True, gridColor=theme.MUTED,
        gridOpacity=0.18, labelFlush=False, labelOverlap=True, **labels,
    )  # fmt: skip
    x = alt.X("year:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, range=[28, alt.expr("width - 8")]))
    colour = alt.when("!datum.own").then(alt.value(theme.MUTED))
    quiet = theme.text(color=theme.QUIET_INK, fontSize=12)

    def values(**halo: Any) -> Any:
        look = theme.text(fontSize=14, fontWeight="bold", yOffset=alt.expr("datum.lift - 15"), **halo)
        return years.mark_text(**look).encode(x, alt.Text("value:N"))

    return [
        # Keeps room at both ends of the time axis, and draws nothing.
        base.transform_filter("datum.kind === 'edge'").mark_point(opacity=0, tooltip=None).encode(x),
        grid.mark_rule(color=theme.MUTED, opacity=0.45, tooltip=None, yOffset=lift).encode(
            x=alt.value(28), x2=alt.value(alt.expr("width"))
        ),
        grid.mark_text(**quiet, align="right", yOffset=lift).encode(x=alt.value(22), text="label:N"),
        panels.mark_text(**theme.text(align="left", fontSize=15, fontWeight="bold", yOffset=20 - PANEL / 2)).encode(
            x=alt.value(0), text="name:N"
        ),
        panels.mark_text(**quiet, align="right", yOffset=20 - PANEL / 2).encode(
            x=alt.value(alt.expr("width")), text="versions:N"
        ),
        years.mark_line(strokeWidth=2.5, tooltip=None, yOffset=lift).encode(x, alt.Detail("line:N"), color=colour),
        years.mark_circle(size=90, opacity=1, yOffset=lift, stroke=theme.BACKGROUND, strokeWidth=1.5).encode(
            x, color=colour, tooltip=alt.Tooltip("tooltip:N")
        ),
        values(stroke=theme.BACKGROUND, strokeWidth=4),
        values(),
    ]


TOTALS_OVER_TIME = theme.specification(*_layers(), height=alt.Step(PANEL))
