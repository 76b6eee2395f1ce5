"""Who can take over practice, question by question."""

from collections.abc import Mapping

from queries.caching import cached
from queries.merger import Evaluations, transfers
from queries.snapshot import Snapshot


@cached
def taking_over(snapshot: Snapshot, evaluations: Evaluations) -> Mapping[str, Mapping[str, float]]:
    """Return by question who can take over its practice, and how many points the best has more."""
    takers: dict[str, dict[str, float]] = {}
    for code, to, points in transfers(snapshot, evaluations).select("code", "to", "points").iter_rows():
        takers.setdefault(code, {})[to] = points
    return takers
