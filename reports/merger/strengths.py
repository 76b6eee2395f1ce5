"""What the evaluators praised, area by area."""

import polars as pl

from queries.caching import cached
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot, cached_query


@cached
def strengths(snapshot: Snapshot, evaluation: Evaluation) -> dict[int, list[str]]:
    """Return the strengths in an evaluation by area."""
    remarks = cached_query(snapshot, "remarks", evaluation=evaluation.evaluation).filter(pl.col("kind") == "strength")
    return dict(remarks.group_by("area", maintain_order=True).agg("text").iter_rows())
