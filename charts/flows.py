"""Who becomes what: municipalities on the left, what they become on the right, a band for each part that goes there."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from charts import theme
from data.language import _
from data.numbers import percent

Flow = tuple[str, str, float]
"""From, to, and the share of the inhabitants of the first that goes there, from 0 to 1."""
THINNEST, WIDEST = 2, 20
"""Width in pixels of a band of nobody and of a whole municipality."""
HEIGHT = 240


def flow_rows(flows: Sequence[Flow]) -> list[dict[str, Any]]:
    """Return two rows per part, its left and right end, with heights from 0 (top) to 1, and the texts beside them."""
    left = _ends([source for source, _target, _share in flows], flows)
    right = _ends([target for _source, target, _share in flows], flows)
    return [row for part, flow in enumerate(flows) for row in _rows(part, flow, left[part], right[part])]


def flow_text(flows: Sequence[Flow]) -> str:
    """Return the description: one sentence per municipality."""
    sources = dict.fromkeys(source for source, _target, _share in flows)
    return " ".join(_sentence(source, [flow for flow in flows if flow[0] == source]) for source in sources)


def _ends(names: Sequence[str], flows: Sequence[Flow]) -> list[Mapping[str, Any]]:
    """Return for each part its height at this side, that of its municipality, and the name at its first part."""
    distinct = list(dict.fromkeys(names))
    ends: list[Mapping[str, Any]] = []
    for part, name in enumerate(names):
        place = (distinct.index(name) + 0.5) / len(distinct)
        widths = [_width(share) for (_source, _target, share), other in zip(flows, names, strict=True) if other == name]
        before = names[:part].count(name)
        # The bands of a municipality lie side by side, centred at its name.
        y = place + (sum(widths[:before]) + widths[before] / 2 - sum(widths) / 2) / HEIGHT
        ends.append({"y": y, "place": place, "name": "" if before else name})
    return ends


def _width(share: float) -> float:
    return THINNEST + (WIDEST - THINNEST) * share


def _rows(part: int, flow: Flow, left: Mapping[str, Any], right: Mapping[str, Any]) -> list[dict[str, Any]]:
    source, _target, share = flow
    label = "" if share == 1 else percent(100 * share)
    common = {"part": part, "width": _width(share), "from": source, "at": (left["y"] + 2 * right["y"]) / 3}
    at_left = {"x": 0, "y": left["y"], "place": left["place"], "left": left["name"], "right": "", "share": ""}
    at_right = {"x": 1, "y": right["y"], "place": right["place"], "left": "", "right": right["name"], "share": label}
    return [{**common, **at_left}, {**common, **at_right}]


def _sentence(source: str, parts: Sequence[Flow]) -> str:
    if len(parts) == 1 and parts[0][2] == 1:
        return _("Hele {source} går til {target}.", source=source, target=parts[0][1])
    shares = [
        _("om lag {share:percent} til {target}", share=100 * share, target=target) for _source, target, share in parts
    ]
    return _("Av {source} går {shares}.", source=source, shares=shares)


def _layers() -> list[alt.Chart]:
    x = alt.X("x:Q", axis=None, scale=theme.scale([0, 1], "min(150, width * 0.3)", "width - min(150, width * 0.3)"))
    scale = alt.Scale(domain=[0, 1], reverse=True, nice=False)
    base = alt.Chart().encode(x)
    band: theme.Look = {"opacity": 0.6, "strokeCap": "butt", "tooltip": None}
    name: theme.Look = {"fontSize": 15, "fontWeight": 600}
    at_name = base.encode(y=alt.Y("place:Q", axis=None, scale=scale))
    return [
        base.mark_line(**band).encode(
            y=alt.Y("y:Q", axis=None, scale=scale),
            detail="part:N",
            strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
            color=alt.Color("from:N", sort=None, legend=None),
        ),
        at_name.mark_text(**theme.text(align="right", dx=-12, **name)).encode(text="left:N"),
        at_name.mark_text(**theme.text(align="left", dx=12, **name)).encode(text="right:N"),
        alt.Chart()
        .transform_filter("datum.share != ''")
        .mark_text(**theme.text(dy=-14))
        .encode(x=alt.X(datum=0.667, type="quantitative"), y=alt.Y("at:Q", axis=None, scale=scale), text="share:N"),
    ]


FLOWS = theme.specification(*_layers(), height=HEIGHT)
