"""The figures of one municipality, read once and cached, since most reports on it need them."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, fits_in_memory


@cached
def area_figures(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row per evaluation and area (0 is the total) of a municipality, oldest first.

    Columns: see own_areas.sql. `points` is in points; `basis` says whether they are stated or computed, `source`
    and `place` where they are stated; `question_sum` is the unrounded sum of the questions, null unless all are known.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    return rows_of(snapshot, "own_areas", [one.evaluation for one in evaluations_of(snapshot, municipality)])


@cached
def other_values(snapshot: Snapshot) -> Mapping[str, list[dict[str, Any]]]:
    """Return by evaluation the stated values that are not used; rows of other_values.sql, one per value."""
    values_by_evaluation: dict[str, list[dict[str, Any]]] = {}
    for row in snapshot.query("other_values", municipality=None).iter_rows(named=True):
        values_by_evaluation.setdefault(row["evaluation"], []).append(row)
    return values_by_evaluation


@cached
def own_areas(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    """Return one row per area of an evaluation (0 is the total); see area_figures."""
    return area_figures(snapshot, focus.municipality).filter(pl.col("evaluation") == focus.evaluation)


@cached
def own_questions(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    """Return one row per question of an evaluation, with points, basis and source; columns: own_questions.sql."""
    return rows_of(snapshot, "own_questions", [focus.evaluation])


@cached
def remarks_of(snapshot: Snapshot, focus: Evaluation) -> pl.DataFrame:
    """Return one row per strength, challenge and weakness of an evaluation; columns: remarks.sql."""
    return rows_of(snapshot, "remarks", [focus.evaluation])


@cached
def statements_of(snapshot: Snapshot, focus: Evaluation) -> Sequence[dict[str, Any]]:
    """Return what is printed of an evaluation, rows of statements.sql, one per statement."""
    every = _statements(snapshot).get(focus.municipality, ())
    return [row for row in every if row["year"] == focus.year]


@cached
def _statements(snapshot: Snapshot) -> Mapping[str, Sequence[dict[str, Any]]]:
    rows_by_key = snapshot.query("statements", municipality=None).rows_by_key(
        "municipality", named=True, include_key=True
    )
    return dict(rows_by_key)


def rows_of(snapshot: Snapshot, query: str, evaluations: list[str]) -> pl.DataFrame:
    """Return the rows of a SQL file for current evaluations, cut from those of all where they fit in memory."""
    if not fits_in_memory(snapshot):
        return snapshot.query(query, evaluations=evaluations)
    every, places = _rows_of_all(snapshot, query), _places(snapshot, query)
    pieces = [every.slice(*place) for place in sorted(places[one] for one in evaluations if one in places)]
    return pl.concat(pieces) if pieces else every.clear()


@cached
def _rows_of_all(snapshot: Snapshot, query: str) -> pl.DataFrame:
    every = snapshot.query("evaluations", municipality=None)["evaluation"]
    return snapshot.query(query, evaluations=every.to_list())


@cached
def _places(snapshot: Snapshot, query: str) -> Mapping[str, tuple[int, int]]:
    """Return the first row and the number of rows of each evaluation; the SQL files keep them together."""
    together = _rows_of_all(snapshot, query)["evaluation"].rle().struct.unnest()
    first = together["len"].cum_sum() - together["len"]
    return dict(zip(together["value"], zip(first, together["len"], strict=True), strict=True))


def areas_of(snapshot: Snapshot, evaluations: Sequence[str]) -> pl.DataFrame:
    """Return one row per evaluation and area (0 is the total); see area_figures."""
    return snapshot.query("own_areas", evaluations=list(evaluations))
