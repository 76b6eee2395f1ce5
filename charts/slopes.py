"""Slope chart of the eight areas within one version family: a line per area, each named at its end.

The largest change is heaviest; a change too small to matter is grey. The sign in the label tells the direction too.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import altair as alt
import polars as pl

from charts import theme
from charts.labels import pushed_apart
from data.catalogues import named
from data.language import Sentence, _
from data.numbers import shortest, signed

HEIGHT, TOP, BOTTOM = 430, 62, 416
"""Height of the picture, and where the highest and lowest points are drawn, in pixels from its top."""
LINE = 18
"""Least distance between two labels in pixels."""
FEWEST_POINTS = 40
"""Points that the height holds at least, so that a small change does not look large."""
ROOMS = (("room", 36), ("version_room", 70))
"""Room in pixels that the label of a year and of a version needs."""
LEFT, RIGHT = "34", "width - 192"
"""Where the first and the last year stand: what is beside them is room for labels."""

Row: TypeAlias = dict[str, Any]
Changes: TypeAlias = Mapping[int, Row]
"""The change from first to last evaluation by area: rows of `trend_span` with `change` and `matters`."""


def slopes_rows(trend: pl.DataFrame, changes: Changes) -> list[Row]:
    """Return the rows of years, dots, and labels at both ends, from rows of `trend` of one family.

    `x` is 0 for the first year and 1 for the last; `y`, `dot` and `beside` are pixels from the top.
    """
    known = _known(trend)
    years, places = _years(known), _places(known)
    areas = [list(rows) for rows in _by_area(known)]
    scale = _scale([row["points"] for row in known])
    largest = max((abs(row["change"]) for row in changes.values() if row["matters"]), default=None)
    lines = [_line(rows, changes.get(rows[0]["area"]), largest, places, scale) for rows in areas]
    return [*years, *(dot for line in lines for dot in line), *_starts(lines), *_ends(lines)]


def slopes_text(trend: pl.DataFrame, changes: Changes) -> str:
    """Return the description: a sentence per area with its points of 100 in each year, and its change."""
    return " ".join(_sentence(rows, changes.get(rows[0]["area"])) for rows in _by_area(_known(trend)))


def _known(trend: pl.DataFrame) -> list[Row]:
    points = pl.col("points").is_not_null()
    return trend.filter(pl.col("area") > 0, points).sort("year", "version", "area").to_dicts()


def _by_area(known: Sequence[Row]) -> list[list[Row]]:
    return [[row for row in known if row["area"] == area] for area in sorted({row["area"] for row in known})]


def _evaluations(known: Sequence[Row]) -> list[Row]:
    return [*{(row["year"], row["version"]): row for row in known}.values()]


def _places(known: Sequence[Row]) -> dict[tuple[int, str], float]:
    """Return the place of each evaluation by year and version, in proportion to time, yet never on top of another."""
    evaluations = _evaluations(known)
    first, span = evaluations[0]["year"], max(evaluations[-1]["year"] - evaluations[0]["year"], 1)
    wanted = [(row["year"] - first) / span for row in evaluations]
    placed = pushed_apart(wanted, 0.5 / max(len(wanted) - 1, 1), 0, 1) if len(wanted) > 1 else [0.0]
    if len(placed) > 1 and placed[-1] > placed[0]:
        placed = [(place - placed[0]) / (placed[-1] - placed[0]) for place in placed]
    keys = [(row["year"], row["version"]) for row in evaluations]
    return dict(zip(keys, placed, strict=True))


def _years(known: Sequence[Row]) -> list[Row]:
    """Return the heads of the years, with the version where it is another than before.

    `room` and `version_room` are the shares of the width that the label has to itself, beside those with more room.
    """
    evaluations, places = _evaluations(known), list(_places(known).values())
    before = [None, *(row["version"] for row in evaluations)]
    is_new = [row["version"] != version for row, version in zip(evaluations, before, strict=False)]
    rooms = _rooms(places, {0, len(places) - 1})
    version_rooms = _rooms([place for place, new in zip(places, is_new, strict=True) if new], {0})
    return [
        {
            "kind": "year",
            "x": place,
            "label": named(row["year_label"]),
            "version": _("versjon {version}", version=row["version"]) if new else "",
            "room": rooms[index],
            "version_room": version_rooms[sum(is_new[:index])] if new else 0.0,
        }
        for index, (row, place, new) in enumerate(zip(evaluations, places, is_new, strict=True))
    ]


def _rooms(places: Sequence[float], first: set[int]) -> list[float]:
    """Return for each place its distance to the nearest one with more room; `first` have all the room there is.

    Always the place farthest from those before it comes next, so all places with at least some room are as far apart.
    """
    rooms = dict.fromkeys(first, 1.0)
    while len(rooms) < len(places):
        distances = {
            index: min(abs(place - places[other]) for other in rooms)
            for index, place in enumerate(places)
            if index not in rooms
        }
        farthest = max(distances, key=lambda index: distances[index])
        rooms[farthest] = distances[farthest]
    return [rooms[index] for index in range(len(places))]


def _scale(points: Sequence[float]) -> tuple[float, float]:
    """Return the points at the bottom and at the top."""
    lowest, highest = float(min(points)), float(max(points))
    spare = max(FEWEST_POINTS - (highest - lowest), 0) / 2
    lowest = min(max(lowest - spare, 0), 100 - FEWEST_POINTS) if spare else lowest
    return lowest, max(highest, lowest + FEWEST_POINTS) if spare else highest


def _height(points: float, scale: tuple[float, float]) -> float:
    lowest, highest = scale
    return round(TOP + (highest - points) / (highest - lowest) * (BOTTOM - TOP), 2)


def _line(
    rows: Sequence[Row], change: Row | None, largest: float | None, places: Mapping[Any, float], scale: Any
) -> list[Row]:
    matters = bool(change and change["matters"])
    last_year = max(places)
    shared = {
        "kind": "dot",
        "area": rows[0]["area"],
        "direction": ("up" if change["change"] > 0 else "down") if change and matters else "small",
        "heavy": bool(change and matters and abs(change["change"]) == largest),
        "name": _end_label(rows[-1], change, is_last=(rows[-1]["year"], rows[-1]["version"]) == last_year),
        "tooltip": _sentence(rows, change),
    }
    return [
        {
            **shared,
            "x": places[row["year"], row["version"]],
            "y": _height(float(row["points"]), scale),
            "value": shortest(row["points"]),
        }
        for row in rows
    ]


def _end_label(row: Row, change: Row | None, *, is_last: bool) -> str:
    label = f"{row['area']} {named(row['short'])} {shortest(row['points'])}"
    if not is_last:
        label = _("{label} i {year}", label=label, year=row["year"])
    return f"{label} ({_signed(change['change'])})" if change else label


def _starts(lines: Sequence[Sequence[Row]]) -> list[Row]:
    """Return the labels of the first points, left of the first year; a line that begins later has its own beside it."""
    # Equal points have one label.
    at_first = [*{line[0]["y"]: line[0] for line in lines if len(line) > 1 and line[0]["x"] == 0}.values()]
    places = pushed_apart([dot["y"] for dot in at_first], LINE, TOP, BOTTOM)
    later = [line[0] for line in lines if len(line) > 1 and line[0]["x"] > 0]
    return [
        *(_label("start", dot, place) for dot, place in zip(at_first, places, strict=True)),
        *(_label("later", dot, dot["y"] - 13) for dot in later),
    ]


def _ends(lines: Sequence[Sequence[Row]]) -> list[Row]:
    dots = [line[-1] for line in lines]
    places = pushed_apart([dot["y"] for dot in dots], LINE, TOP, BOTTOM)
    return [_label("end", dot, place) for dot, place in zip(dots, places, strict=True)]


def _label(kind: str, dot: Row, place: float) -> Row:
    text = dot["name"] if kind == "end" else dot["value"]
    kept = {name: dot[name] for name in ("area", "x", "direction", "heavy")}
    return {**kept, "kind": kind, "y": round(place, 2), "dot": dot["y"], "label": text}


def _sentence(rows: Sequence[Row], change: Row | None) -> Sentence:
    values = [_("{points:shortest} poeng ({year})", points=row["points"], year=row["year_label"]) for row in rows]
    told = {"area": rows[0]["area"], "short": rows[0]["short"], "values": values}
    if not change:
        return _("Område {area} {short}: {values}.", **told)
    told["change"] = _signed(change["change"])
    if change["matters"]:
        return _("Område {area} {short}: {values}, endring {change}.", **told)
    return _("Område {area} {short}: {values}, endring {change}, for lite til å tillegges vekt.", **told)


def _signed(change: float) -> str:
    return signed(change, 0 if float(change).is_integer() else 1)


BASE = alt.Chart()
X = alt.X("x:Q", axis=None, scale=theme.scale([0, 1], int(LEFT), RIGHT))
Y = alt.Y("y:Q", axis=None, scale=theme.scale([0, HEIGHT], 0, HEIGHT))
COLOUR = alt.Color("direction:N", legend=None, scale=alt.Scale(domain=["up", "down"]))
MOVED, SMALL = "datum.direction !== 'small'", "datum.direction === 'small'"
QUIET: theme.Look = {"color": theme.QUIET_INK}


def _layers() -> list[alt.Chart]:
    ends = BASE.transform_filter("datum.kind === 'end'")
    return [*_year_lines(), _leaders(ends), *_lines_and_dots(), *_start_values(), *_names(ends)]


def _year_lines() -> list[alt.Chart]:
    """Return the line of each year, its label, and its version where there is room."""
    years = BASE.transform_filter("datum.kind === 'year'")
    fits, version_fits = (f"datum.{room} * (width - 226) > {pixels} ? 1 : 0" for room, pixels in ROOMS)
    head = theme.text(fontSize=13, dy=0)
    return [
        years.mark_rule(color=theme.MUTED, opacity=0.3, tooltip=None).encode(
            X, y=alt.value(TOP - 14), y2=alt.value(HEIGHT)
        ),
        years.mark_text(**head, opacity=alt.expr(fits)).encode(X, y=alt.value(10), text="label:N"),
        years.mark_text(**{**head, **QUIET, "fontSize": 12, "opacity": alt.expr(version_fits)}).encode(
            X, y=alt.value(28), text="version:N"
        ),
    ]


def _leaders(ends: Any) -> Any:
    """Return thin lines to the names, since a name may stand a little above or below its line."""
    return ends.mark_rule(color=theme.MUTED, opacity=0.55, strokeWidth=0.8, tooltip=None).encode(
        X, alt.Y("dot:Q", axis=None), x2=alt.value(alt.expr("width - 184")), y2="y:Q"
    )


def _lines_and_dots() -> list[alt.Chart]:
    dots, area = BASE.transform_filter("datum.kind === 'dot'"), alt.Detail("area:N")
    small, moved, heavy = (dots.transform_filter(which) for which in (SMALL, MOVED, "datum.heavy"))
    line: theme.Look = {"tooltip": None, "interpolate": "linear"}
    tooltip = alt.Tooltip("tooltip:N")
    return [
        small.mark_line(**line, color=theme.MUTED, strokeWidth=1.4).encode(X, Y, area),
        moved.mark_line(**line, strokeWidth=2.2).encode(X, Y, COLOUR, area),
        heavy.mark_line(**line, strokeWidth=4).encode(X, Y, COLOUR, area),
        small.mark_circle(size=70, opacity=1, color=theme.MUTED).encode(X, Y, tooltip=tooltip),
        moved.mark_circle(size=80, opacity=1).encode(X, Y, COLOUR, tooltip=tooltip),
    ]


def _start_values() -> list[alt.Chart]:
    """Return the points at the start and between, with a halo where they cross a line."""
    starts = BASE.transform_filter("datum.kind === 'start' || datum.kind === 'later'")
    value: theme.Look = {
        "align": alt.expr("datum.kind === 'later' ? 'center' : 'right'"),
        "fontSize": 12,
        "dx": alt.expr("datum.kind === 'later' ? 0 : -10"),
    }
    halo = theme.text(stroke=theme.BACKGROUND, strokeWidth=4)
    return [
        starts.mark_text(**{**look, **value}).encode(X, Y, alt.Text("label:N"))
        for look in (halo, {**theme.text(), **QUIET})
    ]


def _names(ends: Any) -> list[alt.Chart]:
    """Return the names at the end, grey where the change is small."""
    weight = alt.expr("datum.heavy ? 'bold' : 'normal'")
    name: theme.Look = {**theme.text(align="left"), "fontWeight": weight}
    place = {"x": alt.value(alt.expr("width - 180")), "text": "label:N"}
    coloured = {key: look for key, look in name.items() if key != "color"}
    return [
        ends.transform_filter(SMALL).mark_text(**{**name, **QUIET}).encode(Y, **place),
        ends.transform_filter(MOVED).mark_text(**coloured).encode(Y, COLOUR, **place),
    ]


SLOPES = theme.specification(*_layers(), height=HEIGHT)
