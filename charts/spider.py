"""Spider chart: eight axes from 0 to 100 points, area 1 at the top and the others clockwise."""

from collections.abc import Mapping, Sequence
from math import cos, radians, sin, sqrt
from typing import Any

import altair as alt

from charts import theme
from data.catalogues import named
from data.language import _
from data.numbers import shortest

AREAS = range(1, 9)
RINGS = (25, 50, 75, 100)
RADIUS = "min(width / 2 - 62, height / 2 - 26)"  # in pixels, so that axis names are never cut
Series = Sequence[tuple[str, Mapping[int, float | None]]]
"""Pairs of the name of a series and its points by area."""


def point(area: int, points: float) -> dict[str, float]:
    """Return the position of a number of points on an area's axis: x to the right and y upwards, in points."""
    angle = radians(45 * (area - 1))
    return {"x": round(points * sin(angle), 6), "y": round(points * cos(angle), 6)}


def spider_rows(series: Series, shorts: Mapping[int, str], *, equals: bool = False) -> list[dict[str, Any]]:
    """Return one row per axis name and per series and area; an incomplete series is only listed in the legend.

    The first series is drawn as the own one, unless `equals`.
    """
    names = [
        {"kind": "name", "area": area, "label": f"{area} {named(shorts[area])}", **point(area, 109)} for area in AREAS
    ]
    # Only position 1 is drawn as the own series, so equal series are numbered from 2.
    corners = [
        row
        for position, (name, points) in enumerate(series, 2 if equals else 1)
        for row in _series_rows(position, name, points, shorts)
    ]
    return names + corners


def spider_text(series: Series, shorts: Mapping[int, str]) -> str:
    """Return the description: every value in points, and which series are left out."""
    drawn = [_sentence(name, points, shorts) for name, points in series if _complete(points)]
    missing = [name for name, points in series if not _complete(points)]
    left_out = (
        [_("Uten poeng for alle åtte fokusområder kan {missing} ikke tegnes her.", missing=missing)] if missing else []
    )
    return " ".join([*drawn, *left_out])


def _complete(points: Mapping[int, float | None]) -> bool:
    return all(points.get(area) is not None for area in AREAS)


def _sentence(name: str, points: Mapping[int, float | None], shorts: Mapping[int, str]) -> str:
    values = [f"{area} {named(shorts[area])} {shortest(points[area])}" for area in AREAS]
    return _("{name} har disse poengene av 100: {values}.", name=name, values=values)


def _series_rows(
    position: int, name: str, points: Mapping[int, float | None], shorts: Mapping[int, str]
) -> list[dict[str, Any]]:
    shared = {"kind": "series", "position": position}
    if not _complete(points):
        return [{**shared, "series": _("{name} (mangler områder)", name=name)}]
    return [
        {
            **shared, "series": name, "area": area, **point(area, float(points[area] or 0)),
            "tooltip": _(
                "{name}: {area} {short} {points:shortest} poeng",
                name=name, area=area, short=shorts[area], points=points[area],
            ),
        }
        for area in AREAS
    ]  # fmt: skip


def _rings() -> alt.Data:
    return alt.InlineData([{"ring": ring, "area": area, **point(area, ring)} for ring in RINGS for area in AREAS])


def _ring_names() -> alt.Data:
    """Return one row per ring, placed at the middle of its side between areas 8 and 1, clear of the axes."""
    half_way = 1 / sqrt(2) + 1
    return alt.InlineData(
        [{"ring": ring, "x": -ring * sin(radians(45)) / 2, "y": ring * half_way / 2} for ring in RINGS]
    )


def _layers() -> list[alt.Chart]:
    rings, base = alt.Chart(_rings()), alt.Chart()
    x = alt.X("x:Q", axis=None, scale=theme.scale([-100, 100], f"width / 2 - {RADIUS}", f"width / 2 + {RADIUS}"))
    y = alt.Y("y:Q", axis=None, scale=theme.scale([-100, 100], f"height / 2 + {RADIUS}", f"height / 2 - {RADIUS}"))
    key = theme.key(symbolType="stroke", symbolSize=700, symbolStrokeWidth=2.5)
    colour = alt.Color("series:N", sort=None, legend=key)
    dash = alt.StrokeDash(
        "series:N",
        sort=None,
        legend=key,
        scale=alt.Scale(range=[[1, 0], [7, 3], [2, 2], [10, 3, 2, 3], [1, 4]]),
    )
    own = alt.datum.position == 1
    names = base.transform_filter("datum.kind === 'name'")
    series = base.transform_filter("datum.kind === 'series'")
    side = alt.expr("datum.x > 1 ? 'left' : datum.x < -1 ? 'right' : 'center'")
    return [
        rings.mark_line(
            interpolate="linear-closed", color=theme.MUTED, strokeWidth=1, opacity=0.45, tooltip=None
        ).encode(x, y, alt.Detail("ring:N"), alt.Order("area:Q")),
        *(
            alt.Chart(_ring_names())
            .mark_text(**theme.text(fontSize=11, color=theme.QUIET_INK, **halo))
            .encode(x, y, alt.Text("ring:Q"))
            for halo in ({"stroke": theme.BACKGROUND, "strokeWidth": 4}, {})
        ),
        series.mark_line(interpolate="linear-closed", tooltip=None).encode(
            x, y, colour, dash, alt.Order("area:Q"),
            strokeWidth=alt.when(own).then(alt.value(3)).otherwise(alt.value(1.8)),
        ),
        series.transform_filter(own).mark_point(filled=True, size=64, opacity=1).encode(
            x, y, tooltip=alt.Tooltip("tooltip:N")
        ),
        names.mark_text(**theme.text(align=side)).encode(x, y, alt.Text("label:N")),
    ]  # fmt: skip


SPIDER = theme.specification(*_layers(), height=356)
