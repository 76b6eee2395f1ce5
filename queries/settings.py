"""Settings of the comparisons, read from the table `threshold`."""

from queries.caching import cached_reference
from queries.snapshot import Snapshot


@cached_reference
def settings(snapshot: Snapshot) -> dict[str, int]:
    """Return the thresholds by name; the unit is points, per cent of the maximum, or a number of municipalities."""
    rows = snapshot.query("thresholds").iter_rows(named=True)
    return {row["name"]: row["value"] for row in rows}
