"""Dot strip of one question: a dot per municipality from 0 to the maximum, some of them with their names above."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import altair as alt

from charts import theme
from data.language import Sentence, _
from data.numbers import number

Row: TypeAlias = Mapping[str, Any]
NAME_ALL: int = 8
"""Up to this many municipalities, every dot is named."""
NARROW, WIDE = 300, 720
"""Widths in pixels that names are placed for: any picture, and those at least so wide."""
LETTER, GAP = 7.2, 10
"""Width in pixels of a letter of a name, rather too much, and of the room between two names."""
DOT = 1.6
"""The width of a dot in per cent of the maximum: dots that would touch are stacked."""
LIFT, MOST_LEVELS = 9, 6
"""Pixels between stacked dots, and height of the tallest stack; a taller one is squeezed to it."""
LANE, NARROW_LANE, UNIT = 18, 15, 6
"""Height in pixels of a line of names, the same in a narrow picture, and the step of the picture's height."""
TICKS = (1, 2, 5, 10, 20, 50, 100)


def dot_strip_rows(
    points: Sequence[Row], maximum: float, own: str, named: Sequence[str], floor: float
) -> list[dict[str, Any]]:
    """Return one row per dot, name, tick and unit of height, with positions in per cent of the maximum.

    `points` has number, name, year_label and points of every municipality; `named` are the numbers of those to name
    besides `own`; `floor` is the share, in per cent, from which somebody is recommended. `kind` is dot, name, tick,
    floor or unit; `level` is of the stack, `narrow` and `wide` the line of a name, counted from the dots, by the width
    of the picture.
    """
    names = _to_name(points, own, named)
    dots = _stacked(points, maximum, own, names)
    labels = _labels([dot for dot in dots if dot["named"]])
    return [*_frame(maximum, floor, _levels(dots) * LIFT, labels), *_above(_levels(dots) * LIFT, [*dots, *labels])]


def counted_strip_rows(
    counts: Sequence[Row], named: Sequence[Row], maximum: float, own: str, floor: float
) -> list[dict[str, Any]]:
    """Return the same for very many: a column per distinct points (`kind` column), and dots only of those named.

    `counts` has points and n; `named` has the columns of `points` in dot_strip_rows. `height` is in pixels.
    """
    most, stack = max((row["n"] for row in counts), default=1), MOST_LEVELS * LIFT
    columns = [
        {
            "kind": "column",
            "share": _share(row["points"], maximum),
            "height": (MOST_LEVELS - 1) * LIFT * row["n"] / most,
            "tooltip": _("{points:shortest} poeng: {n:number} kommuner", points=row["points"], n=row["n"]),
        }
        for row in counts
    ]
    dots = _stacked(named, maximum, own, {row["number"] for row in named})
    labels = _labels(dots)
    return [*_frame(maximum, floor, stack, labels), *columns, *_above(stack, [*dots, *labels])]


def dot_strip_text(points: Sequence[Row], maximum: float, own: str) -> str:
    """Return the description: the points of every municipality, most first, with the own one pointed out."""
    return _(
        "Poeng av {maximum:shortest}, høyest først: {values} (n = {n:number}).",
        maximum=maximum,
        values=_values(points, own),
        n=len(points),
    )


def counted_strip_text(counts: Sequence[Row], named: Sequence[Row], maximum: float, own: str) -> str:
    """Return the description for very many: how many have at least each tenth of the maximum, and those named."""
    least = {tenth: sum(row["n"] for row in counts if 10 * row["points"] >= tenth * maximum) for tenth in range(1, 11)}
    tenths = [_("{n:number} minst {points:shortest}", n=n, points=maximum * tenth / 10) for tenth, n in least.items()]
    return _(
        "Av {n:number} kommuner har {tenths} poeng. Navngitt: {values}.",
        n=sum(row["n"] for row in counts),
        tenths=tenths,
        values=_values(named, own),
    )


def _values(points: Sequence[Row], own: str) -> str:
    in_order = sorted(points, key=lambda row: (-row["points"], row["name"]))
    return "; ".join(_value(row, is_own=row["number"] == own) for row in in_order)


def _value(row: Row, *, is_own: bool) -> Sentence:
    told = {"name": row["name"], "year": row["year_label"], "points": row["points"]}
    return _("{name} {year} {points:tenths} (egen)", **told) if is_own else _("{name} {year} {points:tenths}", **told)


def _share(points: float, maximum: float) -> float:
    return 100 * float(points) / maximum


def _to_name(points: Sequence[Row], own: str, named: Sequence[str]) -> set[str]:
    return {row["number"] for row in points} if len(points) <= NAME_ALL else {own, *named}


def _stacked(points: Sequence[Row], maximum: float, own: str, names: set[str]) -> list[dict[str, Any]]:
    """Return the dots, each in the lowest level of the stack where it touches no other."""
    last: list[float] = []
    dots = []
    for row in sorted(points, key=lambda row: (row["points"], row["name"])):
        share = _share(row["points"], maximum)
        level = next((level for level, before in enumerate(last) if share - before >= DOT), len(last))
        last[level : level + 1] = [share]
        dots.append(
            {
                "kind": "dot",
                "share": share,
                "level": level,
                "own": row["number"] == own,
                "named": row["number"] in names,
                "label": row["name"],
                "tooltip": _(
                    "{name} {year}: {points:tenths} poeng",
                    name=row["name"],
                    year=row["year_label"],
                    points=row["points"],
                ),
            }
        )
    squeeze = min(1, (MOST_LEVELS - 1) / max(len(last) - 1, 1))
    # Those that are named are drawn last, on top of the others.
    in_order = sorted(dots, key=lambda dot: (dot["own"], dot["named"]))
    return [{**dot, "level": dot["level"] * squeeze} for dot in in_order]


def _levels(dots: Sequence[Row]) -> int:
    return max((int(dot["level"]) + 1 for dot in dots), default=1)


def _labels(dots: Sequence[Row]) -> list[dict[str, Any]]:
    dots = sorted(dots, key=lambda dot: (dot["share"], dot["label"]))
    narrow, wide = _lanes(dots, NARROW), _lanes(dots, WIDE)
    return [
        {**dot, "kind": "name", "align": _align(dot), "narrow": low, "wide": high}
        for dot, low, high in zip(dots, narrow, wide, strict=True)
    ]


def _align(dot: Row) -> str:
    """Return on which side of its dot a name is written, so that it does not leave a narrow picture."""
    middle, half = dot["share"] / 100 * NARROW, LETTER * len(dot["label"]) / 2
    return "left" if middle < half else "right" if middle > NARROW - half else "center"


def _lanes(dots: Sequence[Row], width: int) -> list[int]:
    """Return the lowest line of each name where it overlaps none that is placed already, from left to right."""
    taken: list[list[tuple[float, float]]] = []
    lanes = []
    for dot in dots:
        start, end = _extent(dot, width)
        lane = next((lane for lane, names in enumerate(taken) if _is_free(names, start, end)), len(taken))
        taken[lane : lane + 1] = [[*(taken[lane] if lane < len(taken) else []), (start, end)]]
        lanes.append(lane)
    return lanes


def _extent(dot: Row, width: int) -> tuple[float, float]:
    middle, length = dot["share"] / 100 * width, LETTER * len(dot["label"]) + GAP
    start = middle - {"left": 0.0, "right": length, "center": length / 2}[_align(dot)]
    return start, start + length


def _is_free(names: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    return all(end <= other_start or start >= other_end for other_start, other_end in names)


def _frame(maximum: float, floor: float, stack: int, labels: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the ticks, the floor, and as many units as the picture is high; `stack` in pixels."""
    step = next((step for step in TICKS if maximum / step <= 6), TICKS[-1])
    ticks = [
        {"kind": "tick", "share": _share(points, maximum), "label": number(points)}
        for points in range(0, int(maximum) + 1, step)
    ]
    lines = max((max((label["narrow"] + 1) * NARROW_LANE, (label["wide"] + 1) * LANE) for label in labels), default=0)
    units = [{"kind": "unit", "unit": unit} for unit in range((stack + lines) // UNIT + 2)]
    return [*units, *ticks, {"kind": "floor", "share": floor, "label": _("{share:percent} av maksimum", share=floor)}]


def _above(stack: int, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows with the height in pixels above which names are written."""
    return [{**row, "stack": stack} for row in rows]


def _layers() -> list[alt.Chart]:
    base = alt.Chart()
    kind = {name: base.transform_filter(f"datum.kind === '{name}'") for name in ("unit", "tick", "floor", "column")}
    dots, names = (base.transform_filter(f"datum.kind === '{name}'") for name in ("dot", "name"))
    x = alt.X("share:Q", axis=None, scale=theme.scale([0, 100], 8, "width - 8"))
    ground = alt.value(alt.expr("height"))
    dot_y = alt.expr("-8 - 9 * datum.level")
    name_y = alt.expr("-12 - datum.stack - (width < 720 ? 15 * datum.narrow : 18 * datum.wide)")
    quiet = theme.text(color=theme.QUIET_INK, fontSize=12)
    weight = alt.expr("datum.own ? 'bold' : 'normal'")
    muted = alt.when("!datum.own && !datum.named").then(alt.value(theme.MUTED))
    colour = muted.when("!datum.own").then(alt.value(theme.INK))
    column_look: theme.Look = {"color": theme.MUTED, "strokeWidth": 2.5, "yOffset": -3}
    column_look |= {"y2Offset": alt.expr("-3 - datum.height")}
    name_look = theme.text(yOffset=name_y, align=alt.expr("datum.align"), fontWeight=weight)
    return [
        # The units give the picture its height, and draw nothing.
        kind["unit"].mark_point(opacity=0, tooltip=None).encode(
            y=alt.Y("unit:O", axis=None, scale=alt.Scale(padding=0))
        ),
        kind["tick"].mark_rule(color=theme.MUTED, opacity=0.3, tooltip=None).encode(
            x=x, y=alt.value(alt.expr("height")), y2=alt.value(alt.expr("height + 5"))
        ),
        kind["tick"].mark_text(**quiet, yOffset=15).encode(x=x, y=ground, text="label:N"),
        kind["floor"].mark_rule(color=theme.MUTED, strokeDash=[3, 3], tooltip=None).encode(
            x=x, y=alt.value(0), y2=alt.value(alt.expr("height + 4"))
        ),
        kind["floor"].mark_text(**quiet, yOffset=33).encode(x=x, y=ground, text="label:N"),
        kind["column"].mark_rule(**column_look).encode(x=x, y=ground, y2=ground, tooltip=alt.Tooltip("tooltip:N")),
        names.mark_rule(color=theme.MUTED, opacity=0.7, tooltip=None, yOffset=dot_y, y2Offset=name_y).encode(
            x=x, y=ground, y2=ground
        ),
        dots.mark_circle(opacity=1, yOffset=dot_y, stroke=theme.BACKGROUND, strokeWidth=1).encode(
            x=x,
            y=ground,
            color=colour,
            size=alt.when("datum.own").then(alt.value(170)).otherwise(alt.value(70)),
            tooltip=alt.Tooltip("tooltip:N"),
        ),
        names.mark_text(**name_look, stroke=theme.BACKGROUND, strokeWidth=4).encode(x=x, y=ground, text="label:N"),
        names.mark_text(**name_look).encode(x=x, y=ground, text="label:N"),
    ]  # fmt: skip


DOT_STRIP = theme.specification(*_layers(), height=alt.Step(UNIT))
