"""How many points a total is missing to the median and the upper quartile, and which questions could carry them."""

from typing import Any, NamedTuple

import polars as pl

from queries.caching import cached
from queries.comparison import ALL, Comparison, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import total_of
from queries.question_profile import gaps, question_profile
from queries.raised import raised_figures
from queries.snapshot import Snapshot
from queries.standing import tally_of, tenths
from queries.tally import area_spread
from queries.within_reach import WITHIN_REACH, within_reach

SCHEMA = pl.Schema(
    {
        "goal": pl.String(),
        "n": pl.Int64(),
        "own": pl.Float64(),
        "bound": pl.Float64(),
        "needed": pl.Float64(),
        "missing": pl.Float64(),
        "codes": pl.List(pl.String()),
        "room": pl.Float64(),
        "enough": pl.Boolean(),
    }
)
COLUMNS = list(SCHEMA)
Row = dict[str, Any]


class Goal(NamedTuple):
    """A quartile to reach: its name among the statistics, and its share in quarters."""

    bound: str
    quarters: int


GOALS = {"median": Goal("median", 2), "upper_quartile": Goal("q3", 3)}
CARRIERS = 3
"""Questions named to carry what is missing."""
EVERY_QUESTION = 1_000_000


def missing_points(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return two rows, the median and the upper quartile of the total: what is missing to reach them, in points.

    Columns: COLUMNS. `bound` is the median or q3 today, null if fewer than five have a total or own is unknown.
    `needed` is the lowest total that would reach it if all others stand still; it is above the bound where that rises
    with own. `missing` is needed less own. `codes` are up to three questions that could carry it, the first of
    questions_with_room; `room` is what they can gain together, and `enough` whether the total then reaches needed.
    All five are null when own is already there.
    """
    return _missing_points(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _missing_points(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    total = total_of(snapshot, focus, comparison)
    in_order = _totals_in_order(snapshot, focus, comparison)
    rows = [_towards(total, goal, in_order) for goal in GOALS]
    carried = _carried(snapshot, focus, comparison) if any(row["missing"] for row in rows) else {}
    with_carriers = [
        row | carried | {"enough": carried["after"] >= row["needed"]} if row["missing"] else row for row in rows
    ]
    return pl.DataFrame(with_carriers, schema=SCHEMA)


def _totals_in_order(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> list[int]:
    """Return the totals of a comparison set in tenths, lowest first."""
    spread = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    tally = tally_of(spread[0]) if 0 in spread else {}
    return [tenths(points) for points in sorted(tally) for _member in range(tally[points])]


def _towards(total: Row, goal: str, in_order: list[int]) -> Row:
    """Return one row of SCHEMA, without the questions that could carry what is missing."""
    row = {"goal": goal, "n": total["n"], "own": total["own"], "missing": None}
    if total["quartile"] is None:
        return row
    own = round(total["own"] * 10)
    row["bound"], needed = total[GOALS[goal].bound], needed_tenths(in_order, own, GOALS[goal].quarters)
    return row if own >= needed else row | {"needed": needed / 10, "missing": (needed - own) / 10}


def needed_tenths(in_order: list[int], own: int, quarters: int) -> int:
    """Return the lowest value that would be at or above a quartile (type 7) of the values if own had it instead.

    The quartile lies between two values unless own takes the upper one of them, so it is one that others have.
    """
    others = in_order.copy()
    others.remove(own)
    return others[-(-len(others) * quarters // 4) - 1]


def _carried(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Row:
    """Return codes and room of the questions that could carry most, and `after`, the total if they had the maximum."""
    carriers = questions_with_room(snapshot, focus, comparison).head(CARRIERS)
    raised = tuple((code, maximum * 10) for code, maximum in carriers.select("code", "maximum_points").iter_rows())
    total = raised_figures(snapshot, focus, raised).filter(pl.col("area") == 0)["after"].item()
    room = sum(map(tenths, carriers["room"])) / 10
    return {"codes": carriers["code"].to_list(), "room": room, "after": total}


def questions_with_room(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per question with points left to the maximum, those that could carry most first.

    Columns: code, area, label, own, maximum_points; `room`, the points left; `within_reach`, whether the upper
    quartile of the question is within reach, which comes first. Then most room, ties by code.
    """
    worth_doing = within_reach(snapshot, focus, comparison, most=EVERY_QUESTION)
    near = worth_doing.filter(pl.col("basis") == WITHIN_REACH)["code"]
    return (
        gaps(question_profile(snapshot, focus, comparison))
        .with_columns(within_reach=pl.col("code").is_in(near.implode()))
        .sort("within_reach", "left", "code", descending=[True, True, False])
        .select("code", "area", "label", "own", "maximum_points", "within_reach", room="left")
    )
