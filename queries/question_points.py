"""The points of everyone in a comparison set for one question."""

from typing import Final

import polars as pl

from queries.best_practice import question_figures
from queries.comparison import Comparison, comparison_set, rules_for
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot
from queries.standing import tally_of
from queries.tally import question_spread

MOST_BY_NAME: Final = 200
"""Largest comparison set whose municipalities are given one by one."""


def points_by_name(snapshot: Snapshot, focus: Evaluation, code: str, comparison: Comparison) -> pl.DataFrame:
    """Return one row per member measured with the same version, most points first, then by name.

    Columns: number, name, year, year_label, points.
    """
    figures = question_figures(snapshot, focus, (code,), comparison).select("evaluation", "points")
    compared = comparison_set(snapshot, focus, comparison).select("evaluation", "number", "name", "year", "year_label")
    rows = figures.join(compared, on="evaluation").sort("points", "name", "number", descending=[True, False, False])
    return rows.select("number", "name", "year", "year_label", "points")


def points_counted(snapshot: Snapshot, focus: Evaluation, code: str, comparison: Comparison) -> pl.DataFrame:
    """Return one row per distinct points with `n`, the number of members that have them, most points first.

    From the ranks of the whole set, which are cached: a set can have tens of thousands of members.
    """
    spread = question_spread(snapshot, rules_for(snapshot, focus, comparison), focus.version)
    tally = tally_of(spread[code]) if code in spread else {}
    return pl.DataFrame(list(tally.items()), schema={"points": pl.Float64, "n": pl.Int64}, orient="row")


def strengths(snapshot: Snapshot, evaluations: pl.DataFrame, area: int) -> pl.DataFrame:
    """Return the rows with `strengths`, what the evaluators wrote of the area as one text; null where nothing."""
    written = snapshot.query_with_frames("strengths", {"member": evaluations.select("evaluation").unique()}, area=area)
    return evaluations.join(written, on="evaluation", how="left", maintain_order="left")
