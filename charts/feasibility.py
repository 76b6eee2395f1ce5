"""Matrix of effect and feasibility: a numbered mark per measure, the corner to begin with shaded.

Measures with the same scores stand below each other; the last of many says how many more there are.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import altair as alt

from charts import theme
from data.language import N_, Sentence, _

HEIGHT = 318
MOST_MARKS = 3
"""Marks drawn at one place; the last one stands for the rest."""
STEP = 19
"""Distance between marks at one place in pixels."""
KEY = (N_("gjennomførbarhet →"), N_("effekt →"), N_("ta først"))


class Place(NamedTuple):
    """One measure: its number and title, effect 1 to 5, and feasibility 1 to 5 in thirds (3 to 15)."""

    number: int
    title: str
    effect: int
    thirds: int


def feasibility_rows(places: Sequence[Place]) -> list[dict[str, Any]]:
    """Return the rows of marks: where (1 to 5 both), the label, and `down` in pixels from the place itself."""
    ordered = sorted(places, key=lambda place: (place.thirds, place.effect, place.number))
    return [
        row
        for _place, together in groupby(ordered, lambda place: (place.thirds, place.effect))
        for row in _stacked(list(together))
    ]


def feasibility_text(places: Sequence[Place]) -> str:
    """Return the description: a sentence per measure with its effect and feasibility."""
    return " ".join(_sentence(place) for place in sorted(places, key=lambda place: place.number))


def _stacked(together: list[Place]) -> list[dict[str, Any]]:
    drawn, others = together[:MOST_MARKS], together[MOST_MARKS:]
    labels = [str(place.number) for place in drawn]
    if others:
        labels[-1] = f"+{len(others) + 1}"
    tooltips = [[_sentence(place)] for place in drawn]
    tooltips[-1] += [_sentence(place) for place in others]
    middle = (len(drawn) - 1) / 2
    return [
        {
            "effect": place.effect,
            "feasibility": place.thirds / 3,
            "label": label,
            "down": (index - middle) * STEP,
            "tooltip": " ".join(tooltip),
        }
        for index, (place, label, tooltip) in enumerate(zip(drawn, labels, tooltips, strict=True))
    ]


def _sentence(place: Place) -> Sentence:
    return _(
        "{number} {title}: effekt {effect}, gjennomførbarhet {feasibility:tenths}.",
        number=place.number,
        title=place.title,
        effect=place.effect,
        feasibility=place.thirds / 3,
    )


def _layers() -> list[alt.Chart]:
    base = alt.Chart()
    left, right, top, bottom = 30, "width - 8", 8, HEIGHT - 34
    labels: theme.Look = {"labelFontSize": 12, "labelColor": theme.QUIET_INK, "labelPadding": 5}
    lines: theme.Look = {"domain": False, "ticks": False, "gridColor": theme.MUTED, "gridOpacity": 0.25}
    title: theme.Look = {"titleFontSize": theme.TEXT_SIZE, "titleFontWeight": "normal", "titleColor": theme.QUIET_INK}
    axis: theme.Look = {"values": [1, 2, 3, 4, 5], "format": "d", **labels, **lines, **title}
    x = alt.X("feasibility:Q", axis=alt.Axis(title=[KEY[0]], **axis), scale=theme.scale([0.6, 5.4], left, right))
    y = alt.Y("effect:Q", axis=alt.Axis(title=[KEY[1]], **axis), scale=theme.scale([0.5, 5.5], bottom, top))
    corner: theme.Look = {"color": "#0072b2", "tooltip": None}
    down = alt.expr("datum.down")
    one = base.transform_aggregate(n="count()")
    ends = {"x": alt.datum(3), "x2": alt.datum(5.4), "y": alt.datum(3), "y2": alt.datum(5.5)}
    return [
        one.mark_rect(**corner, opacity=0.12).encode(**ends),
        one.mark_text(**theme.text(align="right", baseline="top", dx=-6, dy=5, fontSize=12)).encode(
            x=alt.datum(5.4), y=alt.datum(5.5), text=alt.value(KEY[2])
        ),
        base.mark_circle(size=430, opacity=1, stroke=theme.BACKGROUND, strokeWidth=1.5, yOffset=down).encode(
            x, y, tooltip=alt.Tooltip("tooltip:N")
        ),
        base.mark_text(
            fontSize=12, fontWeight="bold", color=theme.BACKGROUND, baseline="middle", tooltip=None, yOffset=down
        ).encode(x, y, text="label:N"),
    ]


FEASIBILITY = theme.specification(*_layers(), height=HEIGHT)
