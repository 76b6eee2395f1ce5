"""A line per measure: how what it is linked to moved, a dot, and how the rest moved, a diamond."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from charts import theme
from data.catalogues import Written
from data.language import N_, Sentence, _
from data.numbers import number, signed
from queries.followup_verdict import decimals_apart

MOST: int = 40
"""Measures that are drawn; the others are counted in the text."""
KEY = [N_("● det tiltaket gjelder\u2002 ◇ resten av kommunen"), N_("Endring i prosent av maksimum")]
SIGN = "(datum.value > 0 ? '+' : datum.value < 0 ? '\N{MINUS SIGN}' : '')"
TICK = f"{SIGN} + replace(toString(abs(datum.value)), '.', {theme.DECIMAL_SIGN}) + {theme.PERCENT_SIGN}"
"""A change on the axis: `+2,5 %`."""
Row = Mapping[str, Any]
"""A measure with title, change, untouched_change, difference and verdict, none of them null."""
SHORT = {
    "better_than_rest": N_("{difference} bedre"),
    "as_rest": N_("{difference} som resten"),
    "weaker_than_rest": N_("{difference} svakere"),
}
WHOLE = {
    "better_than_rest": N_("«{title}» {change}, resten {rest}: {difference}, bedre enn resten."),
    "as_rest": N_("«{title}» {change}, resten {rest}: {difference}, som resten."),
    "weaker_than_rest": N_("«{title}» {change}, resten {rest}: {difference}, svakere enn resten."),
}


def rest_dots_rows(measures: Sequence[Row], threshold: int) -> list[dict[str, Any]]:
    """Return one row a measure, in the order given, at most 40; `change` and `rest` in per cent of the maximum."""
    return [
        {
            "slot": slot,
            "label": row["title"] or _("uten tittel"),
            "value": _(SHORT[row["verdict"]], difference=_apart(row, threshold)),
            "change": row["change"],
            "rest": row["untouched_change"],
            "matters": row["verdict"] != "as_rest",
            "tooltip": _sentence(row, threshold),
        }
        for slot, row in enumerate(measures[:MOST])
    ]


def rest_dots_text(measures: Sequence[Row], threshold: int) -> str:
    """Return the description: a sentence a measure with both changes and the difference, and how many are left out."""
    left_out = len(measures) - MOST
    first = _("Endring i prosent av maksimum; forskjellen er i prosentpoeng.")
    last = [_("{n} tiltak til er ikke tegnet; tabellen har dem.", n=number(left_out))] if left_out > 0 else []
    return " ".join([first, *(_sentence(row, threshold) for row in measures[:MOST]), *last])


def _apart(row: Row, threshold: int) -> str:
    return signed(row["difference"], decimals_apart(row["difference"], threshold))


def _sentence(row: Row, threshold: int) -> Sentence:
    return _(
        WHOLE[row["verdict"]],
        title=Written(row["title"]) if row["title"] else _("uten tittel"),
        change=signed(row["change"], 1),
        rest=signed(row["untouched_change"], 1),
        difference=_apart(row, threshold),
    )


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("slot:O", axis=None, scale=alt.Scale(padding=0)))
    ends = [alt.expr("10"), alt.expr("width - 10")]
    axis = alt.Axis(
        tickCount=6, title=KEY, titleAlign="left", titleAnchor="start", titleX=0, titlePadding=10, titleLineHeight=19,
        domain=False, ticks=False,
        titleFontSize=theme.TEXT_SIZE, titleFontWeight="normal", titleColor=theme.QUIET_INK, titleLimit=0,
        labelFontSize=theme.TEXT_SIZE, labelColor=theme.QUIET_INK, gridColor=theme.MUTED, gridOpacity=0.3,
        labelExpr=TICK,
    )  # fmt: skip
    options: theme.Look = {"axis": axis, "scale": alt.Scale(range=ends, zero=True, nice=True)}
    change, rest = alt.X("change:Q", **options), alt.X("rest:Q", **options)
    line: theme.Look = {"color": theme.MUTED, "strokeWidth": 2.5, "opacity": 0.6, "tooltip": None, "yOffset": 9}
    diamond: theme.Look = {"fill": theme.BACKGROUND, "stroke": theme.INK, "strokeWidth": 1.5, "opacity": 1}
    label = theme.text(align="left", yOffset=-12, limit=alt.expr("width - 136"))
    value = theme.text(align="right", yOffset=-12, fontWeight=alt.expr("datum.matters ? 'bold' : 'normal'"))
    tooltip = alt.Tooltip("tooltip:N")
    return [
        base.mark_rule(color=theme.MUTED, strokeWidth=1, tooltip=None).encode(
            x=alt.X(datum=0, **options), y=alt.value(0), y2=alt.value(alt.expr("height"))
        ),
        base.mark_rule(**line).encode(x=rest, x2="change:Q"),
        base.mark_point(shape="diamond", size=110, yOffset=9, **diamond).encode(x=rest, tooltip=tooltip),
        base.mark_circle(size=150, opacity=1, yOffset=9, stroke=theme.BACKGROUND, strokeWidth=1).encode(
            x=change, color=alt.when("!datum.matters").then(alt.value(theme.MUTED)), tooltip=tooltip
        ),
        base.mark_text(**label, stroke=theme.BACKGROUND, strokeWidth=4).encode(x=alt.value(0), text="label:N"),
        base.mark_text(**label).encode(x=alt.value(0), text="label:N"),
        base.mark_text(**value, stroke=theme.BACKGROUND, strokeWidth=4).encode(
            x=alt.value(alt.expr("width")), text="value:N"
        ),
        base.mark_text(**value).encode(x=alt.value(alt.expr("width")), text="value:N"),
    ]


REST_DOTS = theme.specification(*_layers(), height=alt.Step(46))
