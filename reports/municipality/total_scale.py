"""The total of an evaluation on a line from 0 to 800, among the totals it is compared with."""

from typing import Any

import polars as pl

from data.language import Sentence, _, joined
from queries.caching import cached
from queries.comparison import Comparison, comparison_set, members
from queries.evaluation import Evaluation
from queries.profile import group_code, total_of
from reports.rank_sentences import few, said_n
from reports.strip import Label, Scale, Strip, strip_of
from reports.view import View

MOST_NAMED = 8
"""With so few, every municipality is drawn with its name instead of the spread of the group."""


@cached
def total_scale(view: View, focus: Evaluation, comparison: Comparison) -> Scale:
    """Return the total with the spread of the group, or with each of the others by name where they are few.

    The printed mean of the same group and year is drawn where there is one.
    """
    total = total_of(view.snapshot, focus, comparison)
    own = Label(float(total["own"]), _("{name} {own:shortest}", name=focus.name, own=total["own"]))
    printed = _printed_mean(total)
    others = _named_others(view, focus, comparison) if total["n"] <= MOST_NAMED else ()
    is_few = few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), total["n"])
    drawn = None if others or is_few else strip_of(total)
    strip = drawn or Strip(float(total["maximum_points"]), float(total["own"]))
    labels = _labels(total) if drawn and total["mean"] is not None else ()
    return Scale(strip, own, labels, printed, others, _description(focus, total, labels, others, printed))


def _printed_mean(total: dict[str, Any]) -> Label | None:
    if total["published_mean"] is None:
        return None
    n = said_n(total["published_n"], total["published_n_basis"])
    text = _("trykt snitt {mean:shortest} ({n})", mean=total["published_mean"], n=n)
    return Label(float(total["published_mean"]), text)


def _named_others(view: View, focus: Evaluation, comparison: Comparison) -> tuple[Label, ...]:
    others = members(comparison_set(view.snapshot, focus, comparison)).filter(
        pl.col("evaluation") != focus.evaluation, pl.col("total").is_not_null()
    )
    return tuple(
        Label(float(row["total"]), _("{name} {total:shortest}", name=row["name"], total=row["total"]))
        for row in others.sort("total", "number").iter_rows(named=True)
    )


def _labels(total: dict[str, Any]) -> tuple[Label, ...]:
    mean = Label(float(total["mean"]), _("snitt {mean:shortest}", mean=round(total["mean"], 1)))
    if total["minimum"] == total["maximum"]:
        return (mean,)
    return (
        Label(float(total["minimum"]), _("{lowest:shortest} lavest", lowest=total["minimum"])),
        Label(float(total["q1"]), _("nedre kvartil {q1:shortest}", q1=total["q1"])),
        mean,
        Label(float(total["q3"]), _("øvre kvartil {q3:shortest}", q3=total["q3"])),
        Label(float(total["maximum"]), _("{highest:shortest} høyest", highest=total["maximum"])),
    )


def _description(
    focus: Evaluation,
    total: dict[str, Any],
    labels: tuple[Label, ...],
    others: tuple[Label, ...],
    printed: Label | None,
) -> Sentence:
    own = _("{name} har {own:shortest} av 800 poeng.", name=focus.name, own=total["own"])
    spread = _("I sammenligningen (n = {n:number}): {marks:commas}.", n=total["n"], marks=[m.text for m in labels])
    named = _("De andre: {others:commas}.", others=[other.text for other in others])
    in_print = _("På linjen: {mean}.", mean=printed.text) if printed else None
    return joined(own, spread if labels else None, named if others else None, in_print)
