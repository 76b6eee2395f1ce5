"""Saving ladder: for each year the goal, and what is identified, decided and realised of savings, as bars."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import altair as alt

from charts import theme
from data.language import N_, Sentence, _
from data.numbers import number

STEPS: Mapping[str, str] = {
    "goal": N_("mål"),
    "planned": N_("identifisert"),
    "decided": N_("vedtatt"),
    "realised": N_("realisert"),
}
COLOURS = ("#8a929b", "#7fb2d3", "#2f86bd", "#00456b")
MILLION = 1_000_000


class Rung(NamedTuple):
    """An amount in kroner of a year and a step: goal, planned, decided or realised."""

    year: int
    step: str
    amount: int


def ladder_rows(rungs: Sequence[Rung]) -> list[dict[str, Any]]:
    """Return one row per year and step, the longest bar of length 1, and an empty one between two years.

    The year is named at its first bar.
    """
    longest = max((rung.amount for rung in rungs), default=0) or 1
    rows: list[dict[str, Any]] = []
    for year, together in groupby(_ordered(rungs), lambda rung: rung.year):
        if rows:
            rows.append({"at": len(rows), "name": "", "step": "", "rank": 0, "length": 0.0, "value": "", "tooltip": ""})
        rows += [
            {
                "at": len(rows) + index,
                "name": "" if index else str(year),
                "step": _(STEPS[rung.step]),
                "rank": [*STEPS].index(rung.step),
                "length": rung.amount / longest,
                "value": _amount(rung.amount),
                "tooltip": _("{year}, {step}: {amount}", year=year, **_said(rung)),
            }
            for index, rung in enumerate(together)
        ]
    return rows


def ladder_text(rungs: Sequence[Rung]) -> str:
    """Return the description: one sentence per year with every amount."""
    years = groupby(_ordered(rungs), lambda rung: rung.year)
    return " ".join(
        _("{year}: {amounts}.", year=year, amounts=[_("{step} {amount}", **_said(rung)) for rung in together])
        for year, together in years
    )


def _ordered(rungs: Sequence[Rung]) -> list[Rung]:
    return sorted(rungs, key=lambda rung: (rung.year, [*STEPS].index(rung.step)))


def _said(rung: Rung) -> dict[str, Sentence]:
    """Return step and amount in words, as sentences take them up."""
    return {"step": _(STEPS[rung.step]), "amount": _kroner(rung.amount)}


def _kroner(amount: int) -> Sentence:
    if _is_in_millions(amount):
        return _("{amount:shortest} mill. kroner", amount=amount / MILLION)
    return _("{amount} kroner", amount=number(amount))


def _is_in_millions(amount: int) -> bool:
    return amount >= MILLION and amount % (MILLION // 10) == 0


def _amount(amount: int) -> str:
    """Return an amount without loss: `9,8 mill.`, or in full where that would round it."""
    if _is_in_millions(amount):
        return _("{amount:shortest} mill.", amount=amount / MILLION)
    return number(amount)


def _layers() -> list[alt.Chart]:
    base = alt.Chart().encode(y=alt.Y("at:O", axis=None, scale=alt.Scale(paddingInner=0.12, paddingOuter=0)))
    x = alt.X("length:Q", axis=None, scale=theme.scale([0, 1], 150, "width - 84"))
    colour = alt.Color("rank:O", legend=None, scale=alt.Scale(domain=[0, 1, 2, 3], range=list(COLOURS)))
    return [
        base.mark_bar(cornerRadiusEnd=2).encode(x, x2=alt.datum(0), color=colour, tooltip=alt.Tooltip("tooltip:N")),
        base.mark_text(**theme.text(align="left", fontWeight="bold")).encode(x=alt.value(0), text="name:N"),
        base.mark_text(**theme.text(align="right", color=theme.QUIET_INK, fontSize=12)).encode(
            x=alt.value(142), text="step:N"
        ),
        base.mark_text(**theme.text(align="left", dx=6)).encode(x, text="value:N"),
    ]


LADDER = theme.specification(*_layers(), height=alt.Step(20))
