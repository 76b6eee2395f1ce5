"""Our settings, read from the store."""

from queries.caching import cached_reference
from queries.reading import Reading


@cached_reference
def settings(reading: Reading) -> dict[str, int]:
    """Return the thresholds by name: points, percent of the maximum, or a number of municipalities."""
    rows = reading.ask("thresholds").iter_rows(named=True)
    return {row["name"]: row["value"] for row in rows}
