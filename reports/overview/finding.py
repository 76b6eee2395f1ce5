"""What the heat map shows: who is highest, and which place the own municipality has."""

import polars as pl

from data.language import Sentence, _
from queries.settings import settings
from reports.overview.totals import Totals
from reports.rank_sentences import few
from reports.view import View


def finding(view: View, chosen: Totals, rows: pl.DataFrame, area: str | None) -> Sentence:
    """Return the finding of some rows of all_with_areas, of the total or of an area by its name.

    A place is told where at least five have the figure, as everywhere.
    """
    sentence = _finding(view, chosen, rows.filter(pl.col("figure").is_not_null()))
    return sentence if area is None else _("{area}: {finding}", area=area, finding=sentence)


def _finding(view: View, chosen: Totals, known: pl.DataFrame) -> Sentence:
    if known.is_empty():
        return _("Ingen kommuner har dette tallet")
    n = known["with_figure"][0]
    highest = known.filter(pl.col("figure_rank") == 1)["name"].to_list()
    own = known.filter(pl.col("number") == chosen.own, pl.col("figure_rank") > 1)
    values = {"highest": highest, "n": n}
    if n == 1:
        return _("{highest:few} er den ene kommunen vi har tall for", **values)
    is_thin = few(view.snapshot, chosen.family, chosen.country, "all", n)
    if own.is_empty() or n < settings(view.snapshot)["fewest_compared"]:
        if is_thin:
            return _("{highest:few} er høyest av de {n:number} vi har tall for", **values)
        return _("{highest:few} er høyest av {n:number}", **values)
    values |= {"own": own["name"][0], "rank": own["figure_rank"][0]}
    if is_thin:
        return _("{highest:few} er høyest av de {n:number} vi har tall for, {own} er nummer {rank:number}", **values)
    return _("{highest:few} er høyest av {n:number}, {own} er nummer {rank:number}", **values)
