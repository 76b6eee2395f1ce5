"""The figures of one municipality, asked for once and used by all that is shown of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot


@cached
def area_figures(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row an area (0 is the total) of each evaluation of a municipality, by year, in points.

    `basis` says how the points are known, `source` and `place` where from; `question_sum` is the unrounded sum
    of the questions where all of them are known.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    return areas_of(snapshot, [one.evaluation for one in evaluations_of(snapshot, municipality)])


@cached
def other_values(snapshot: Snapshot) -> Mapping[str, list[dict[str, Any]]]:
    """Return by evaluation the further stated values of its figures: total, points or a distance."""
    stated: dict[str, list[dict[str, Any]]] = {}
    for row in snapshot.query("other_values", municipality=None).iter_rows(named=True):
        stated.setdefault(row["evaluation"], []).append(row)
    return stated


@cached
def own_areas(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    """Return one row an area of an evaluation (0 is its total); see area_figures."""
    return area_figures(snapshot, focus.municipality).filter(pl.col("evaluation") == focus.evaluation)


@cached
def own_questions(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    """Return one row a question of an evaluation, in points, with where they come from."""
    return snapshot.query("own_questions", evaluation=focus.evaluation)


def areas_of(snapshot: Snapshot, evaluations: Sequence[str]) -> pl.DataFrame:
    """Return one row an area (0 is the total) of some evaluations; see area_figures."""
    return snapshot.query("own_areas", evaluations=list(evaluations))
