"""What the evaluators praised, area by area."""

import polars as pl

from queries.caching import cached
from queries.evaluation import Evaluation
from queries.figures import remarks_of
from queries.snapshot import Snapshot


@cached
def strengths(snapshot: Snapshot, evaluation: Evaluation) -> dict[int, list[str]]:
    """Return the strengths in an evaluation by area."""
    remarks = remarks_of(snapshot, evaluation).filter(pl.col("kind") == "strength")
    return dict(remarks.group_by("area", maintain_order=True).agg("text").iter_rows())
