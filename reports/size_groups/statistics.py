"""Columns and note of tables of group statistics."""

from collections.abc import Callable
from typing import Final

from data.language import N_, _, joined
from queries.evaluation import Evaluation
from queries.settings import settings
from reports.rank_sentences import few, not_the_country
from reports.table import Column, Row
from reports.view import View

STATISTICS: Final = {
    "n": "n",
    "mean": N_("Gjennomsnitt"),
    "minimum": N_("Laveste"),
    "q1": N_("Nedre kvartil"),
    "median": N_("Median"),
    "q3": N_("Øvre kvartil"),
    "maximum": N_("Høyeste"),
}


def statistics_columns(group: str, field: str | Callable[[Row], str]) -> list[Column]:
    """Return the columns: the label of a group (`field`) under the heading `group`, and its statistics."""
    decimals = {"mean": 1}
    return [
        Column(group, field),
        *(Column(_(name), code, "number", decimals.get(code)) for code, name in STATISTICS.items()),
    ]


def few_or_all(view: View, focus: Evaluation, n: int) -> str:
    """Return n, or that it does not represent the country, and the smallest n with mean and quartiles."""
    fewest = _(
        "Med færre enn {fewest} i en gruppe vises verken gjennomsnitt eller kvartil.",
        fewest=settings(view.snapshot)["fewest_compared"],
    )
    if few(view.snapshot, focus.family, focus.country, "all", n):
        return joined(not_the_country(n), fewest)
    return joined(_("n = {n:number}.", n=n), fewest)
