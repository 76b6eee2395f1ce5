"""Bar chart of the questions of one area: own share of the maximum in front of the group's interquartile range."""

from typing import Any

import altair as alt
import polars as pl

from charts import theme
from data.catalogues import named
from data.language import N_, Sentence, _, joined

KEY = [
    N_("Søylen: egen andel av maksimum, i prosent"),
    N_("Bak søylen: gruppens midtre halvdel\u2002 ◊ gjennomsnitt"),
]
SHARES = ("own", "mean", "q1", "q3")


def question_bars_rows(questions: pl.DataFrame) -> list[dict[str, Any]]:
    """Return one row per question, in order; own, mean, q1 and q3 are in per cent of the question's maximum."""
    return [_row(row) for row in questions.iter_rows(named=True)]


def question_bars_text(questions: pl.DataFrame) -> str:
    """Return the description: one sentence per question with points, maximum, per cent, mean, quartiles and n."""
    return " ".join(_sentence(row) for row in questions.iter_rows(named=True))


def _share(row: dict[str, Any], name: str) -> float | None:
    return None if row[name] is None else 100 * float(row[name]) / float(row["maximum_points"])


def _points(row: dict[str, Any]) -> Sentence:
    return _("{own:tenths} av {maximum:shortest}", own=row["own"], maximum=row["maximum_points"])


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": f"{row['code']} {named(row['label'])}",
        "value": _("{points}, gullstjerne", points=_points(row)) if row["gold_star"] else _points(row),
        # Pixels that the label leaves free for the value at the right end of its line.
        "reserved": 152 if row["gold_star"] else 78,
        **{name: _share(row, name) for name in SHARES},
        "tooltip": _sentence(row),
    }


def _sentence(row: dict[str, Any]) -> str:
    star = _("Gullstjerne: {place}.", place=row["gold_star"]) if row["gold_star"] else None
    told = {"code": row["code"], "label": row["label"], "own": _own(row), "n": row["n"]}
    if row["mean"] is None:
        return joined(_("{code} {label}: {own}; ikke sammenlignet (n = {n:number}).", **told), star)
    group = {name: row[name] for name in ("mean", "q1", "q3")}
    sentence = _(
        "{code} {label}: {own}; gruppens gjennomsnitt {mean:tenths}, kvartiler {q1:tenths}–{q3:tenths} "
        "(n = {n:number}).",
        **told,
        **group,
    )
    return joined(sentence, star)


def _own(row: dict[str, Any]) -> Sentence:
    share = _share(row, "own")
    if share is None:
        return _("poengene er ikke kjent")
    return _("{points} poeng, {share:percent} av maksimum", points=_points(row), share=share)


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("label:N", sort=None, axis=None, scale=alt.Scale(padding=0)))
    axis = theme.hundred_axis(KEY, grid=False, labelExpr=f"datum.value + {theme.PERCENT_SIGN}")
    x_options: theme.Look = {"axis": axis, "scale": theme.scale([0, 100], 0, "width")}
    muted: theme.Look = {"color": theme.MUTED, "opacity": 0.42, "tooltip": None, "yOffset": 10}
    label = theme.text(align="left", yOffset=-14, limit=alt.expr("width - datum.reserved"))
    value = theme.text(align="right", yOffset=-14, fontWeight="bold")
    return [
        base.mark_bar(**muted, size=2).encode(alt.X(datum=0, **x_options), x2=alt.datum(100)),
        base.mark_bar(**muted, size=22).encode(alt.X("q1:Q", **x_options), x2="q3:Q"),
        base.mark_bar(size=10, yOffset=10, cornerRadiusEnd=2).encode(
            alt.X("own:Q", **x_options), x2=alt.datum(0), tooltip=alt.Tooltip("tooltip:N")
        ),
        theme.mean_mark(base, x_options, offset=10),
        base.mark_text(**label).encode(x=alt.value(0), text="label:N"),
        base.mark_text(**value).encode(x=alt.value(alt.expr("width")), text="value:N"),
    ]


QUESTION_BARS = theme.specification(*_layers(), height=alt.Step(58))
