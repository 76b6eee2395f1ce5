"""What if some questions had more points and all else stood still: areas, total, rank and quartile, no forecast."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from queries.caching import cached
from queries.comparison import Comparison, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import profile_rows
from queries.raised import Raised, raised_figures, raised_tenths
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.standing import Row, distributions, less, standing, tally_of
from queries.tally import Spread, area_spread

SCHEMA = pl.Schema(
    {
        "area": pl.Int32(),
        "name": pl.String(),
        "before": pl.Float64(),
        "after": pl.Float64(),
        "change": pl.Float64(),
        "basis": pl.String(),
        "n": pl.UInt32(),
        "rank_before": pl.Int64(),
        "rank_after": pl.Int64(),
        "quartile_before": pl.Int32(),
        "quartile_after": pl.Int32(),
    }
)
COLUMNS = list(SCHEMA)


def what_if(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison, raised: Mapping[str, Decimal | float]
) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the areas, if the questions in `raised` had those points instead.

    Columns: COLUMNS, in points. `before` is the figure as used, `after` and `basis` are those of raised_figures;
    `change` is after less before. `n`, `rank_…` and `quartile_…` are those of the comparison set, in which all others
    stand still; null, but n, if fewer than five have points.

    Raises:
        UnknownChoice: a question or its points cannot be used; see raised_tenths.
    """
    in_order = tuple((code, raised_tenths(snapshot, focus, code, raised[code])) for code in sorted(raised))
    return _what_if(snapshot, focus, spelt_out_year(comparison, focus), in_order)


@cached
def _what_if(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, raised: Raised) -> pl.DataFrame:
    after = {row["area"]: row for row in raised_figures(snapshot, focus, raised).iter_rows(named=True)}
    profile = profile_rows(snapshot, focus, comparison)
    moved = {row["area"]: (row["own"], after[row["area"]]["after"]) for row in profile if row["area"] in after}
    spread = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    standing_after = _standing_after(spread, moved, settings(snapshot)["fewest_compared"])
    return pl.DataFrame(
        [_row(before, after.get(before["area"], {}), standing_after.get(before["area"], {})) for before in profile],
        schema=SCHEMA,
    )


def _row(before: Row, after: Row, standing_after: Row) -> Row:
    return {
        **{name: before[name] for name in ("area", "name", "n")},
        "before": before["own"],
        "rank_before": before["rank"],
        "quartile_before": before["quartile"],
        **{name: after.get(name) for name in ("after", "basis")},
        "rank_after": standing_after.get("rank"),
        "quartile_after": standing_after.get("quartile"),
        "change": less(after.get("after"), before["own"]),
    }


def _standing_after(spread: Spread, moved: Mapping[int, tuple[float, float]], fewest: int) -> Mapping[int, Row]:
    """Return the standing of each area whose points moved from the first to the second, by area."""
    tally = pl.DataFrame(
        [
            (area, points, n)
            for area, (before, after) in moved.items()
            for points, n in _moved(tally_of(spread[area]), before, after).items()
        ],
        schema={"area": pl.Int32, "points": pl.Float64, "n": pl.Int64},
        orient="row",
    )
    among = distributions(tally, "area", fewest)
    return {area: standing(after, among[area]) for area, (_before, after) in moved.items()}


def _moved(tally: Mapping[float, int], before: float, after: float) -> Mapping[float, int]:
    """Return the tally with one observation moved."""
    counts = Counter(tally)
    counts[before] -= 1
    counts[after] += 1
    return +counts
