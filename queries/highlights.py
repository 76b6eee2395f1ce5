"""What stands out in an evaluation: its strongest and weakest areas, and those that moved most."""

from statistics import median

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import profile_rows
from queries.snapshot import Snapshot
from queries.standing import Row
from queries.trend import trend_rows

SCHEMA = pl.Schema(
    {
        "kind": pl.String(),
        "area": pl.Int32(),
        "own": pl.Float64(),
        "mean": pl.Float64(),
        "before": pl.Float64(),
        "difference": pl.Float64(),
        "n": pl.UInt32(),
        "basis": pl.String(),
        "years": pl.List(pl.Int32()),
        "versions": pl.List(pl.String()),
    }
)
COLUMNS = list(SCHEMA)
MOST = 2
"""Areas named per kind."""


def highlights(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per area that stands out, at most two per `kind`: strongest, weakest, moved; columns: COLUMNS.

    Points are in points. `basis` of strongest and weakest is group_mean, with own less mean (`difference`) of at
    least the threshold, largest first; or, if fewer than five can be compared, own_points: the highest and lowest own
    points, above and below the median of the own areas, with `mean` and `difference` null. Basis of moved is
    earlier_evaluation: own less `before`, from the last earlier evaluation of the same family with the area, of at
    least the threshold, largest first. `years` and `versions` hold those of the figures, the earlier one first. `n`
    is null for moved. Ties by area; a kind with nothing that matters has no row.
    """
    return _highlights(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _highlights(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    areas = [row for row in profile_rows(snapshot, focus, comparison) if row["area"] and row["own"] is not None]
    enough_to_compare = any(row["mean"] is not None for row in areas)
    here = {"before": None, "years": [focus.year], "versions": [focus.version]}
    standing = [row | here for row in (_against_mean(areas) if enough_to_compare else _among_own(areas))]
    rows = [*standing, *_moved(snapshot, focus)]
    return pl.DataFrame([{name: row[name] for name in COLUMNS} for row in rows], schema=SCHEMA)


def _against_mean(areas: list[Row]) -> list[Row]:
    above = [row for row in areas if row["matters"] and row["difference"] > 0]
    below = [row for row in areas if row["matters"] and row["difference"] < 0]
    return _strongest_and_weakest(above, below, "difference", "group_mean")


def _among_own(areas: list[Row]) -> list[Row]:
    if not areas:
        return []
    # With the median between them, areas with equal points are never both strongest and weakest.
    middle = median(row["own"] for row in areas)
    above, below = [row for row in areas if row["own"] > middle], [row for row in areas if row["own"] < middle]
    return _strongest_and_weakest(above, below, "own", "own_points")


def _strongest_and_weakest(above: list[Row], below: list[Row], by: str, basis: str) -> list[Row]:
    strongest = sorted(above, key=lambda row: (-row[by], row["area"]))[:MOST]
    weakest = sorted(below, key=lambda row: (row[by], row["area"]))[:MOST]
    return [
        *(row | {"kind": "strongest", "basis": basis} for row in strongest),
        *(row | {"kind": "weakest", "basis": basis} for row in weakest),
    ]


def _moved(snapshot: Snapshot, focus: Evaluation) -> list[Row]:
    figures = trend_rows(snapshot, focus.municipality)
    year_of = {row["evaluation"]: row["year"] for row in figures}
    moved = [row for row in figures if row["evaluation"] == focus.evaluation and row["area"] and row["matters"]]
    return [
        row
        | {
            "kind": "moved",
            "own": row["points"],
            "mean": None,
            "difference": row["change"],
            "n": None,
            "basis": "earlier_evaluation",
            "years": [year_of[row["evaluation_before"]], row["year"]],
            "versions": [row["version_before"], row["version"]],
        }
        for row in sorted(moved, key=lambda row: (-abs(row["change"]), row["area"]))[:MOST]
    ]
