"""Dot plot of several evaluations, shown beside their spider chart: per area a dot each, from 0 to 100 points."""

from collections.abc import Mapping
from typing import Any

import altair as alt

from charts import theme
from charts.spider import AREAS, Series
from data.catalogues import named
from data.language import _
from data.numbers import shortest

SHAPES = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down"]
NEAR = 3
"""Dots less than this many points apart overlap."""
LIFTS = (0, -10, 10, -19, 19, 0)
"""Vertical offset in pixels of a dot, by the number of earlier dots it would overlap."""


def area_dots_rows(series: Series, shorts: Mapping[int, str]) -> list[dict[str, Any]]:
    """Return one row per area and series, in points of 100; `points` is None where the series lacks the area."""
    return [row for area in AREAS for row in _area_rows(area, shorts[area], series)]


def area_dots_text(series: Series, shorts: Mapping[int, str]) -> str:
    """Return the description: one sentence per area with the points of 100 of every series, and their range."""
    return " ".join(_sentence(area, shorts[area], series) for area in AREAS)


def _area_rows(area: int, short: str, series: Series) -> list[dict[str, Any]]:
    values = [None if (value := points.get(area)) is None else float(value) for _name, points in series]
    return [
        {
            "area": area,
            "label": f"{area} {named(short)}" if index == 0 else "",
            "series": name,
            "points": values[index],
            "lift": _lift(values[: index + 1]),
            "tooltip": _(
                "{name}: {area} {short} {points:shortest} poeng",
                name=name,
                area=area,
                short=short,
                points=values[index],
            ),
        }
        for index, (name, _points) in enumerate(series)
    ]


def _lift(values: list[float | None]) -> int:
    """Return the vertical offset in pixels of the last dot (positive is down), so that it hides no earlier one."""
    *earlier, own = values
    near = [other for other in earlier if own is not None and other is not None and abs(own - other) < NEAR]
    return LIFTS[len(near)]


def _sentence(area: int, short: str, series: Series) -> str:
    with_points = [(name, float(value)) for name, points in series if (value := points.get(area)) is not None]
    missing = [name for name, points in series if points.get(area) is None]
    if not with_points:
        return _("Område {area} {short}: ingen poeng er kjent.", area=area, short=short)
    points = [value for _name, value in with_points]
    told = {
        "area": area,
        "short": short,
        "values": [f"{name} {shortest(value)}" for name, value in with_points],
        "range": max(points) - min(points),
        "missing": missing,
    }
    if len(points) > 1 and missing:
        return _(
            "Område {area} {short}: {values}; {range:shortest} poeng skiller; poeng mangler for {missing}.", **told
        )
    if missing:
        return _("Område {area} {short}: {values}; poeng mangler for {missing}.", **told)
    if len(points) > 1:
        return _("Område {area} {short}: {values}; {range:shortest} poeng skiller.", **told)
    return _("Område {area} {short}: {values}.", **told)


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("area:O", axis=None, scale=alt.Scale(padding=0)))
    axis = theme.hundred_axis([])
    x = alt.X("points:Q", axis=axis, scale=theme.scale([0, 100], 112, "width - 14"))
    key = theme.key(symbolSize=110, symbolStrokeWidth=0)
    line = {"color": theme.MUTED, "opacity": 0.42, "tooltip": None}
    spread: theme.Look = {**line, "strokeWidth": 5, "strokeCap": "round"}
    ends = {"x": alt.X("min(points):Q", axis=axis, scale=x["scale"]), "x2": "max(points):Q"}
    return [
        base.mark_rule(**spread).encode(**ends),
        base.mark_point(
            filled=True,
            size=130,
            opacity=1,
            yOffset=alt.expr("datum.lift"),
            stroke=theme.BACKGROUND,
            strokeWidth=1,
        ).encode(
            x,
            color=alt.Color("series:N", sort=None, legend=key),
            shape=alt.Shape("series:N", sort=None, legend=key, scale=alt.Scale(range=SHAPES)),
            tooltip=alt.Tooltip("tooltip:N"),
        ),
        base.mark_text(**theme.text(align="left")).encode(x=alt.value(0), text="label:N"),
    ]


AREA_DOTS = theme.specification(*_layers(), height=alt.Step(46))
