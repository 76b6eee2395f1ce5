"""Bar chart of ranked totals: a bar per municipality, highest first, with quartile boundaries between the bars."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.language import N_, Sentence, _, counted
from data.numbers import shortest

LIMIT = 60
QUARTILES = {4: N_("Øvre kvartil"), 3: N_("Median"), 2: N_("Nedre kvartil")}


def ranked_bars_rows(
    ranking: pl.DataFrame, own: str | None, boundaries: Sequence[float] | None = None, maximum: float = 800
) -> list[dict[str, Any]]:
    """Return one row per municipality, highest first, at most 60 and always the own one, and one per boundary.

    `own` is the number of the own municipality; `boundaries` are lower quartile, median and upper quartile in points,
    None with n under 5. Rows have `kind` bar or line, and `share`, the position in per cent of the maximum.
    """
    bars = [_bar(row, own, maximum) for row in _drawn(ranking, own).iter_rows(named=True)]
    lines = [_line(quartile, points, maximum) for quartile, points in zip((2, 3, 4), boundaries or (), strict=False)]
    # A municipality exactly on a boundary belongs above it, as in the definition of the quartile.
    rows = sorted(bars + lines, key=lambda row: (-row["share"], row["kind"] == "line"))
    return [{"slot": slot, **row} for slot, row in enumerate(rows)]


def ranked_bars_text(
    ranking: pl.DataFrame, own: str | None, boundaries: Sequence[float] | None = None, maximum: float = 800
) -> str:
    """Return the description: every value in points, the boundaries, and how many municipalities are not drawn."""
    drawn = _drawn(ranking, own)
    bars = "; ".join(_ranked_entry(row) for row in drawn.iter_rows(named=True))
    first = _(
        "Poeng av {maximum:number}, høyest først: {bars} (n = {n:number}).",
        maximum=maximum,
        bars=bars,
        n=ranking.height,
    )
    return " ".join([first, *_boundary_sentence(boundaries), *_left_out_sentence(ranking.height - drawn.height)])


def _drawn(ranking: pl.DataFrame, own: str | None) -> pl.DataFrame:
    ordered = ranking.sort(["total", "name"], descending=[True, False])
    own_row = ordered.filter(pl.col("number").eq_missing(own))
    others = ordered.filter(pl.col("number").ne_missing(own))
    return pl.concat([own_row, others.head(LIMIT - own_row.height)]).sort(["total", "name"], descending=[True, False])


def _year(row: dict[str, Any]) -> str:
    return _("senest {year}", year=row["year"]) if row["year_basis"] == "latest possible" else str(row["year"])


def _ranked_entry(row: dict[str, Any]) -> Sentence:
    told = {"rank": row["rank"], "name": row["name"], "year": _year(row), "points": row["total"]}
    if row["rank"] is None:
        return _("{name} ({year}) {points:shortest}", **told)
    return _("nummer {rank:number} {name} ({year}) {points:shortest}", **told)


def _bar(row: dict[str, Any], own: str | None, maximum: float) -> dict[str, Any]:
    return {
        "kind": "bar",
        "own": row["number"] == own,
        "place": "" if row["rank"] is None else str(row["rank"]),
        "label": f"{row['name']} {_year(row)}",
        "share": 100 * float(row["total"]) / maximum,
        "value": shortest(row["total"]),
        "tooltip": _("{entry} poeng", entry=_ranked_entry(row)),
    }


def _line(quartile: int, points: float, maximum: float) -> dict[str, Any]:
    label = f"{_(QUARTILES[quartile])} {shortest(points)}"
    return {"kind": "line", "own": False, "label": label, "share": 100 * float(points) / maximum}


def _boundary_sentence(boundaries: Sequence[float] | None) -> list[str]:
    if not boundaries:
        return []
    lower, median, upper = map(shortest, boundaries)
    return [
        _(
            "Nedre kvartil er {lower}, medianen {median} og øvre kvartil {upper} poeng.",
            lower=lower,
            median=median,
            upper=upper,
        )
    ]


def _left_out_sentence(count: int) -> list[str]:
    if not count:
        return []
    return [
        counted("{n} kommune er ikke tegnet, men regnet med.", "{n} kommuner er ikke tegnet, men regnet med.", count)
    ]


def _layers() -> list[alt.Chart]:
    y = alt.Y("slot:O", axis=None, scale=alt.Scale(paddingInner=0.42, paddingOuter=0.1))
    x = alt.X("share:Q", axis=None, scale=theme.scale([0, 100], "min(216, width * 0.52)", "width - 8"))
    base = alt.Chart().encode(y=y)
    bars, lines = (base.transform_filter(f"datum.kind === '{kind}'") for kind in ("bar", "line"))
    weight = alt.expr("datum.own ? 'bold' : 'normal'")
    quiet = theme.text(color=theme.QUIET_INK, fontSize=12)
    return [
        bars.mark_bar(cornerRadiusEnd=2).encode(
            x, color=alt.when("!datum.own").then(alt.value(theme.MUTED)), tooltip=alt.Tooltip("tooltip:N")
        ),
        bars.mark_text(**quiet, align="right").encode(x=alt.value(20), text="place:N"),
        bars.mark_text(
            **theme.text(align="left", fontWeight=weight, limit=alt.expr("min(216, width * 0.52) - 34"))
        ).encode(x=alt.value(28), text="label:N"),
        bars.mark_text(**theme.text(align="left", dx=6, fontWeight=weight)).encode(x, text="value:N"),
        lines.mark_rule(color=theme.MUTED, strokeDash=[3, 3], tooltip=None).encode(
            x=alt.value(alt.expr("150")), x2=alt.value(alt.expr("width"))
        ),
        lines.mark_text(**quiet, align="left").encode(x=alt.value(28), text="label:N"),
    ]  # fmt: skip


RANKED_BARS = theme.specification(*_layers(), height=alt.Step(25))
