"""Strip plot of each size group: a dot per municipality below the group's range and quartiles."""

from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.catalogues import named as told
from data.language import N_, Sentence, _, joined
from data.numbers import first_upper, number, shortest

STATISTICS = ("mean", "minimum", "q1", "median", "q3", "maximum")
KEY = [N_("● en kommune\u2002 ◊ gjennomsnitt\u2002 │ median"), N_("■ midtre halvdel\u2002 ─ laveste til høyeste")]
MOST_LEVELS = 5
"""Height of the tallest stack of dots; a taller one is squeezed to this height."""
MOST_DOTS = 200
"""Largest group whose municipalities are drawn one by one."""
OTHERS_ARE_MANY = N_("De andre er for mange til å tegnes én for én.")
ALL_ARE_MANY = N_("Kommunene der er for mange til å tegnes én for én.")
DOT = 2.8  # the width of a dot in per cent of the maximum: dots that would touch are stacked
FEW = 8
"""With so few municipalities in all, every dot is named."""
NAME = 16  # the width of a dot with its name, likewise


def distribution_rows(
    points: pl.DataFrame, statistics: pl.DataFrame, own: str | None, maximum: float = 800
) -> list[dict[str, Any]]:
    """Return one row per size group, municipality and grid line, with positions in per cent of the maximum.

    `kind` is group, dot or grid. `own` is the number of the own municipality. In a group of more than 200 only the
    own municipality and the statistics are drawn.
    """
    groups = [_group_row(row, maximum) for row in statistics.sort("group").iter_rows(named=True)]
    drawn = points.drop_nulls("group").filter(_is_drawn(own)).sort("group", "points", "name")
    ordered = drawn.partition_by("group", maintain_order=True)
    named = drawn.height <= FEW
    dots = [row for group in ordered for row in _stacked(group, own, maximum, named=named)]
    grid = [{"kind": "grid", "share": share, "label": number(maximum * share / 100)} for share in range(0, 101, 25)]
    return groups + dots + grid


def distribution_text(points: pl.DataFrame, statistics: pl.DataFrame, own: str | None, maximum: float = 800) -> str:
    """Return the description: one sentence per size group with statistics and the municipalities drawn, own first."""
    groups = [_group_sentence(row, points, own) for row in statistics.sort("group").iter_rows(named=True)]
    return " ".join([_("Poengene er av {maximum:number}.", maximum=maximum), *groups])


def _is_drawn(own: str | None) -> pl.Expr:
    """Return which municipalities are drawn as dots: all of a small group, only the own one of a large group."""
    return (pl.len().over("group") <= MOST_DOTS) | pl.col("number").eq_missing(pl.lit(own))


def _group_row(row: dict[str, Any], maximum: float) -> dict[str, Any]:
    shares = {name: None if row[name] is None else 100 * float(row[name]) / maximum for name in STATISTICS}
    label = _("{group} (n = {n:number})", group=first_upper(told(row["group_label"])), n=row["n"] or 0)
    return {"kind": "group", "group": row["group"], "label": label, **shares}


def _stacked(group: pl.DataFrame, own: str | None, maximum: float, *, named: bool) -> list[dict[str, Any]]:
    """Return the dots of one group, each in the lowest level where it touches no other; the own dot has level -1."""
    levels: list[list[float]] = []
    dots = []
    for row in group.iter_rows(named=True):
        share = 100 * float(row["points"]) / maximum
        is_own = row["number"] == own
        level = -1 if is_own else _level(levels, share, NAME if named else DOT)
        dots.append({**_dot(row, is_own, named=named), "share": share, "level": level})
    squeeze = min(1, (MOST_LEVELS - 1) / max(len(levels) - 1, 1))
    return [{**dot, "level": dot["level"] * (1.0 if dot["own"] else squeeze)} for dot in dots]


def _level(levels: list[list[float]], share: float, width: float) -> int:
    """Add the share to the first level with room for it, else to a new level, and return the index of the level."""
    free = (level for level, shares in enumerate(levels) if share - shares[-1] >= width)
    level = next(free, len(levels))
    # A slice, since it appends a level that does not exist yet, where an index would fail.
    levels[level : level + 1] = [[*(levels[level] if level < len(levels) else []), share]]
    return level


def _dot(row: dict[str, Any], is_own: bool, *, named: bool) -> dict[str, Any]:
    return {
        "kind": "dot",
        "group": row["group"],
        "own": is_own,
        "label": f"{row['name']} {shortest(row['points'])}" if is_own or named else "",
        "tooltip": _(
            "{name} {year}: {points:shortest} poeng", name=row["name"], year=row["year_label"], points=row["points"]
        ),
    }


def _group_sentence(row: dict[str, Any], points: pl.DataFrame, own: str | None) -> str:
    members = points.filter(pl.col("group") == row["group"])
    drawn = members.filter(_is_drawn(own)).sort(pl.col("number").eq_missing(own), "points", descending=True)
    values = [f"{member['name']} {shortest(member['points'])}" for member in drawn.iter_rows(named=True)]
    sentence = _("{statistics}: {values}.", statistics=_statistics(row), values=values) if values else None
    if sentence is None:
        sentence = _("{statistics}.", statistics=_statistics(row))
    if drawn.height == members.height:
        return sentence
    return joined(sentence, _(OTHERS_ARE_MANY) if values else _(ALL_ARE_MANY))


def _statistics(row: dict[str, Any]) -> Sentence:
    """Return the statistics of a group as a sentence without its full stop: the points of each may follow."""
    if row["mean"] is None:
        return _(
            "I gruppen {group} er det for få kommuner til å regne gjennomsnitt og kvartiler (n = {n:number})",
            group=row["group_label"],
            n=row["n"] or 0,
        )
    return _(
        "I gruppen {group} er gjennomsnittet {mean:tenths}, medianen {median:shortest}, kvartilene {q1:shortest} og "
        "{q3:shortest}, laveste {minimum:shortest} og høyeste {maximum:shortest} (n = {n:number})",
        group=row["group_label"],
        n=row["n"] or 0,
        **{name: row[name] for name in STATISTICS},
    )


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("group:O", axis=None, scale=alt.Scale(padding=0)))
    groups, dots = (base.transform_filter(f"datum.kind === '{kind}'") for kind in ("group", "dot"))
    axis = theme.hundred_axis(KEY, labels=False, titlePadding=34)
    x_options: theme.Look = {"axis": axis, "scale": theme.scale([0, 100], 12, "width - 16")}
    share = alt.X("share:Q", **x_options)
    heading = groups.encode(x=alt.value(0), text="label:N")
    heading_look = theme.text(align="left", dy=-52, fontWeight="bold")
    grid = alt.Chart().transform_filter("datum.kind === 'grid'")
    own = alt.datum.own
    level = alt.expr("datum.own ? -12 : 14 + 11 * datum.level")
    return [
        heading.mark_text(**heading_look, stroke=theme.BACKGROUND, strokeWidth=5),
        heading.mark_text(**heading_look),
        *theme.group_marks(groups, x_options, offset=-12),
        dots.mark_circle(opacity=1, stroke=theme.BACKGROUND, yOffset=level).encode(
            share,
            color=alt.when(~own).then(alt.value(theme.MUTED)),
            size=alt.when(own).then(alt.value(150)).otherwise(alt.value(64)),
            tooltip=alt.Tooltip("tooltip:N"),
        ),
        dots.transform_filter("datum.own")
        .mark_text(**theme.text(fontWeight="bold", dy=-29))
        .encode(share, alt.Text("label:N")),
        dots.transform_filter("!datum.own")
        .mark_text(**theme.text(align="left", dx=8), yOffset=level)
        .encode(share, alt.Text("label:N")),
        grid.mark_text(**theme.text(color=theme.QUIET_INK)).encode(
            share, alt.Text("label:N"), y=alt.value(alt.expr("height + 16"))
        ),
    ]


DISTRIBUTION = theme.specification(*_layers(), height=alt.Step(138))
