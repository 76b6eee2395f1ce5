"""Dot-and-range plot, shown beside the spider chart: own points per area and the group's statistics, 0 to 100."""

from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.catalogues import named
from data.language import N_, _
from data.numbers import shortest

KEY = [N_("● egen verdi\u2002 ◊ gjennomsnitt\u2002 │ median"), N_("■ midtre halvdel\u2002 ─ laveste til høyeste")]
STATISTICS = ("mean", "minimum", "q1", "median", "q3", "maximum")


def area_range_rows(profile: pl.DataFrame) -> list[dict[str, Any]]:
    """Return one row per area, in order, with own points and the group's statistics in points of 100."""
    areas = profile.filter(pl.col("area") > 0).sort("area")
    return [
        {
            "label": f"{row['area']} {named(row['short'])}",
            "own": _as_float(row["own"]),
            "own_label": shortest(row["own"]),
            **{name: _as_float(row[name]) for name in STATISTICS},
            "tooltip": _sentence(row),
        }
        for row in areas.iter_rows(named=True)
    ]


def area_range_text(profile: pl.DataFrame) -> str:
    """Return the description: one sentence per area with own points, mean, median, quartiles, range and n."""
    areas = profile.filter(pl.col("area") > 0).sort("area")
    return " ".join(_sentence(row) for row in areas.iter_rows(named=True))


def _as_float(value: Any) -> float | None:
    return None if value is None else float(value)


def _sentence(row: dict[str, Any]) -> str:
    own = _("poengene er ikke kjent") if row["own"] is None else _("{points:shortest} poeng", points=row["own"])
    told = {"area": row["area"], "name": row["name"], "own": own, "n": row["n"]}
    if row["mean"] is None:
        return _("Område {area} {name}: {own}; ikke sammenlignet (n = {n:number}).", **told)
    return _(
        "Område {area} {name}: {own}; gruppens gjennomsnitt {mean:tenths}, median {median:shortest}, "
        "kvartiler {q1:shortest}–{q3:shortest}, laveste {minimum:shortest} og høyeste {maximum:shortest} "
        "(n = {n:number}).",
        **told,
        **{name: row[name] for name in STATISTICS},
    )


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("label:N", sort=None, axis=None, scale=alt.Scale(padding=0)))
    x_options: theme.Look = {"axis": theme.hundred_axis(KEY), "scale": theme.scale([0, 100], 112, "width - 14")}
    own = base.encode(alt.X("own:Q", **x_options))
    dot: theme.Look = {"shape": "circle", "filled": True, "size": 150, "opacity": 1}
    return [
        *theme.group_marks(base, x_options),
        own.mark_point(**dot, stroke=theme.BACKGROUND, strokeWidth=1.5).encode(tooltip=alt.Tooltip("tooltip:N")),
        own.mark_text(**theme.text(dy=-16, fontWeight="bold")).encode(text="own_label:N"),
        base.mark_text(**theme.text(align="left")).encode(x=alt.value(0), text="label:N"),
    ]


AREA_RANGE = theme.specification(*_layers(), height=alt.Step(44))
