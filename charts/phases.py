"""Timeline of phases: a lane per area of a programme, each at its own pace, on one time axis, with today marked."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import altair as alt

from charts import theme
from data.language import N_, _

LANE = 46
"""Height of a lane in pixels."""
SHADES = ("#d4e4ee", "#b0cde0", "#6ea8cc", "#00557f")
"""The first phase of a lane is lightest, the last one darkest."""
DARK_FROM = 3
SHORT = 500
"""A span of fewer days has a tick per month or quarter, a longer one per year."""
MOST_TICKS = 12
MONTHS = (
    N_("jan."),
    N_("feb."),
    N_("mars"),
    N_("april"),
    N_("mai"),
    N_("juni"),
    N_("juli"),
    N_("aug."),
    N_("sep."),
    N_("okt."),
    N_("nov."),
    N_("des."),
)
TODAY = N_("i dag")


class Span(NamedTuple):
    """A phase with its first and last day; `when` is the same in words, as exact as it is known."""

    lane: str
    name: str
    first: date
    last: date
    when: str


def phases_rows(spans: Sequence[Span], today: date) -> list[dict[str, Any]]:
    """Return the rows of phases, lanes, ticks, and today where it is within; `x` and `end` are shares of the time."""
    first, last = _ends(spans)
    days = (last - first).days
    lanes = list(dict.fromkeys(span.lane for span in spans))
    rows: list[dict[str, Any]] = [{"kind": "lane", "lane": at, "label": lane} for at, lane in enumerate(lanes)]
    for at, lane in enumerate(lanes):
        own = [span for span in spans if span.lane == lane]
        rows += [_phase(span, at, _shade(index, len(own)), first, days) for index, span in enumerate(own)]
    rows += [
        {"kind": "tick", "lane": 0, "x": (at - first).days / days, "label": label} for at, label in _ticks(first, last)
    ]
    if first <= today < last:
        rows.append({"kind": "today", "lane": 0, "x": (today - first).days / days, "label": _(TODAY)})
    return rows


def phases_text(spans: Sequence[Span], today: date) -> str:
    """Return the description: a sentence per phase with its lane and its dates, and the day that is marked."""
    first, last = _ends(spans)
    if first <= today < last:
        marked = _("I dag er {today:day}.", today=today)
    else:
        marked = _("I dag, {today:day}, er utenfor tidsaksen.", today=today)
    return " ".join([*(_("{lane}: {name}, {when}.", **_said(span)) for span in spans), marked])


def _ends(spans: Sequence[Span]) -> tuple[date, date]:
    """Return the first day, and the day after the last."""
    return min(span.first for span in spans), max(span.last for span in spans) + timedelta(days=1)


def _shade(index: int, count: int) -> int:
    return round(index * (len(SHADES) - 1) / max(count - 1, 1))


def _phase(span: Span, lane: int, shade: int, first: date, days: int) -> dict[str, Any]:
    return {
        "kind": "phase",
        "lane": lane,
        "x": (span.first - first).days / days,
        "end": ((span.last - first).days + 1) / days,
        "label": span.name,
        "shade": shade,
        "tooltip": _("{lane}: {name}, {when}", **_said(span)),
    }


def _said(span: Span) -> dict[str, str]:
    return {"lane": span.lane, "name": span.name, "when": span.when}


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Yield the days of ticks with their labels, few enough to stand beside each other."""
    if (last - first).days < SHORT:
        months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        within = [at for at in months if first <= at < last]
        thinned = within if len(within) <= MOST_TICKS // 2 else [at for at in within if at.month % 3 == 1]
        yield from ((at, _("{month} {year}", month=_(MONTHS[at.month - 1]), year=at.year)) for at in thinned)
        return
    years = [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    within = [at for at in years if first <= at < last]
    every = -(-len(within) // MOST_TICKS)
    yield from ((at, str(at.year)) for at in within[::every])


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("lane:O", axis=None, scale=alt.Scale(padding=0)))
    phases, lanes, ticks, today = (
        base.transform_filter(f"datum.kind === '{kind}'") for kind in ("phase", "lane", "tick", "today")
    )
    x = alt.X("x:Q", axis=None, scale=theme.scale([0, 1], 2, "width - 2"))
    shade = alt.Color("shade:O", legend=None, scale=alt.Scale(domain=list(range(len(SHADES))), range=list(SHADES)))
    fits = alt.expr("(datum.end - datum.x) * width > 7 * length(datum.label) + 12 ? 1 : 0")
    ink = alt.expr(f"datum.shade >= {DARK_FROM} ? '#ffffff' : '#1d2530'")
    whole_height = {"y": alt.value(0), "y2": alt.value(alt.expr("height"))}
    tick_look = theme.text(align="left", dx=3, fontSize=12, color=theme.QUIET_INK)
    return [
        ticks.mark_rule(color=theme.MUTED, opacity=0.35, tooltip=None).encode(x, **whole_height),
        ticks.mark_text(**tick_look).encode(x, y=alt.value(alt.expr("height + 9")), text="label:N"),
        lanes.mark_text(**theme.text(align="left", fontWeight="bold", yOffset=10 - LANE / 2)).encode(
            x=alt.value(2), text="label:N"
        ),
        phases.mark_bar(size=22, yOffset=9, stroke=theme.BACKGROUND, strokeWidth=1.5).encode(
            x, alt.X2("end:Q"), color=shade, tooltip=alt.Tooltip("tooltip:N")
        ),
        phases.mark_text(
            align="left", dx=6, fontSize=12, baseline="middle", color=ink, opacity=fits, yOffset=9, tooltip=None
        ).encode(x, text="label:N"),
        today.mark_rule(color="#c2571a", strokeWidth=2, tooltip=None).encode(x, **whole_height),
        today.mark_text(**theme.text(align="left", dx=4, fontSize=12, fontWeight="bold")).encode(
            x, y=alt.value(alt.expr("height + 23")), text="label:N"
        ),
    ]


PHASES = theme.specification(*_layers(), height=alt.Step(LANE))
