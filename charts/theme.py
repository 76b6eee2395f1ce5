"""Shared style of all charts: colours for light and dark pages, sizes, axes, and the configuration of exports."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import altair as alt

SETTINGS = Path(__file__).parents[1] / ".streamlit" / "config.toml"
FALLBACK_COLOURS = ("#0072B2", "#C2571A", "#00795A", "#8E4F9E", "#5F6B7A", "#7A6A00")
MUTED = "#78818c"
# `background` is a signal of Vega, so a constant specification can follow the light or dark theme of the page.
INK = alt.expr("luminance(background) > 0.4 ? '#1d2530' : '#e9edf1'")
QUIET_INK = alt.expr("luminance(background) > 0.4 ? '#58616c' : '#a8b1bb'")
BACKGROUND = alt.expr("background")
TEXT_SIZE = 13
AUTOSIZE = {"type": "fit-x", "contains": "padding"}
Look = dict[str, Any]  # properties of a mark or an axis, passed to Altair unchanged
FONT = "Source Sans, Liberation Sans, Arial, sans-serif"


def series_colours(settings: Path = SETTINGS) -> Sequence[str]:
    """Return the series colours of the light theme as hexadecimal strings; the first is the own municipality's."""
    if not settings.exists():
        return FALLBACK_COLOURS
    theme = tomllib.loads(settings.read_text("utf-8")).get("theme", {})
    return tuple({**theme, **theme.get("light", {})}.get("chartCategoricalColors", FALLBACK_COLOURS))


def export_configuration() -> dict[str, Any]:
    """Return the Vega-Lite configuration of exported files, which matches the light theme on screen."""
    colours = list(series_colours())
    return {
        "aria": False,
        "background": "#ffffff",
        "font": FONT,
        "mark": {"color": colours[0]},
        "range": {"category": colours},
        "view": {"stroke": None},
        "legend": {"labelColor": "#1d2530"},
    }


def specification(*layers: Any, height: int | alt.Step) -> dict[str, Any]:
    """Return the layers as one specification that draws the dataset named "points" at the width of its container."""
    layered = alt.layer(*layers, data=alt.NamedData("points"))
    # Consolidation would move inline data (rings) to "datasets", which the page replaces with the points.
    with alt.data_transformers.enable(consolidate_datasets=False):
        # Every specification is validated in the tests: to do so at each start takes half a second of it.
        chart = layered.properties(width="container", height=height).to_dict(validate=False)
    # Vega labels every mark and axis for screen readers, in English; the description beside the picture replaces that.
    layers_without_aria = [{**layer, "mark": {**layer["mark"], "aria": False}} for layer in chart["layer"]]
    return {
        **chart,
        "layer": layers_without_aria,
        "autosize": AUTOSIZE,
        "config": {"aria": False, "autosize": AUTOSIZE},
    }


def text(**properties: Any) -> Look:
    """Return the properties of a text mark: default size and colour, no tooltip, overridden by `properties`."""
    return {"fontSize": TEXT_SIZE, "color": INK, "baseline": "middle", "tooltip": None, **properties}


def scale(domain: Sequence[float], left: str | float, right: str | float) -> alt.Scale:
    """Return a linear scale from the domain to a range in pixels, each end a number or a Vega expression."""
    ends = [alt.expr(end) if isinstance(end, str) else end for end in (left, right)]
    return alt.Scale(domain=list(domain), range=ends, nice=False, zero=False)


PERCENT_SIGN = "'\N{NO-BREAK SPACE}%'"
DECIMAL_SIGN = "','"
"""Parts of expressions of labels, in bokmål; they are told as titles are (`reports/pictures.py`)."""


def hundred_axis(key: Sequence[str], **properties: Any) -> alt.Axis:
    """Return the axis from 0 to 100 with light grid lines; its title, below, is the key of the marks, line by line."""
    labels: Look = {
        "labelFontSize": TEXT_SIZE,
        "labelColor": QUIET_INK,
        "labelPadding": 6,
        "labelFlush": False,
    }
    title: Look = {
        "title": list(key), "titleAlign": "left", "titleAnchor": "start", "titleX": 0,
        "titlePadding": 12, "titleFontSize": TEXT_SIZE, "titleFontWeight": "normal",
        "titleColor": QUIET_INK, "titleLineHeight": 19,
    }  # fmt: skip
    lines: Look = {"domain": False, "ticks": False, "gridColor": MUTED, "gridOpacity": 0.3}
    return alt.Axis(values=[0, 25, 50, 75, 100], **{**labels, **title, **lines, **properties})


def key(**properties: Any) -> alt.Legend:
    """Return the legend of the series, one per line below the picture."""
    place: Look = {"orient": "bottom", "direction": "vertical", "columns": 1, "offset": 6, "padding": 4}
    labels: Look = {"labelFontSize": TEXT_SIZE, "labelColor": INK, "labelLimit": 0, "labelPadding": 6}
    return alt.Legend(title=None, rowPadding=3, **place, **labels, **properties)


def mean_mark(base: alt.Chart, x: Mapping[str, Any], offset: float = 0) -> Any:
    """Return the layer of the group's mean, a hollow diamond; `offset` is in pixels downwards."""
    look: Look = {"fill": BACKGROUND, "stroke": MUTED, "strokeWidth": 1.5, "opacity": 1, "tooltip": None}
    return base.mark_point(shape="diamond", size=80, yOffset=offset, **look).encode(alt.X("mean:Q", **x))


def group_marks(base: alt.Chart, x: Mapping[str, Any], offset: float = 0) -> list[alt.Chart]:
    """Return the layers of a group's range (line), interquartile range (band), median (tick) and mean (diamond)."""
    muted: Look = {"color": MUTED, "tooltip": None, "yOffset": offset}
    return [
        base.mark_rule(**muted, strokeWidth=1.2).encode(alt.X("minimum:Q", **x), x2="maximum:Q"),
        base.mark_bar(**muted, size=14, opacity=0.42).encode(alt.X("q1:Q", **x), x2="q3:Q"),
        base.mark_tick(**muted, thickness=2, size=20).encode(alt.X("median:Q", **x)),
        mean_mark(base, x, offset),
    ]
