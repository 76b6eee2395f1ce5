"""Areas and total of an evaluation if some of its questions had more points, summed and rounded as at import."""

from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from data.language import _
from queries.best_practice import refuse_unknown
from queries.evaluation import Evaluation
from queries.figures import own_areas, own_questions
from queries.profile import areas
from queries.question_profile import questions_of
from queries.snapshot import Snapshot, UnknownChoice

Raised = tuple[tuple[str, int], ...]
"""Question codes with their new points in tenths."""
AREAS = 8


def raised_tenths(snapshot: Snapshot, focus: Evaluation, code: str, points: Decimal | float) -> int:
    """Return the new points of a question in tenths.

    Raises:
        UnknownChoice: the version has no such question (unknown_question, questions_not_published), it has no points
            in the evaluation (own_points_unknown), or the new points are above its maximum (above_maximum), below
            its own (below_own) or not whole tenths (not_whole_tenths).
    """
    refuse_unknown(snapshot, focus, code)
    own, maximum = _own_tenths(snapshot, focus).get(code), _maximum_tenths(snapshot, focus.version)[code]
    new = Decimal(str(points)) * 10
    if own is None:
        raise UnknownChoice("own_points_unknown", _("{code} har ingen poeng i denne evalueringen.", code=code))
    if not new.is_finite() or (own <= new <= maximum and new % 1):
        message = _("Poeng for {code} må være hele tideler.", code=code)
        raise UnknownChoice("not_whole_tenths", message)
    if new > maximum:
        message = _("{code} kan ikke få mer enn {maximum:exact} poeng.", code=code, maximum=maximum / 10)
        raise UnknownChoice("above_maximum", message)
    if new < own:
        message = _("{code} har alt {own:exact} poeng, og kan bare heves.", code=code, own=own / 10)
        raise UnknownChoice("below_own", message)
    return int(new)


def raised_figures(snapshot: Snapshot, focus: Evaluation, raised: Raised) -> pl.DataFrame:
    """Return one row per area and total (area 0) with points: area, `after` in points, and `basis`.

    `after` is the sum of the parts, rounded half up, at most the maximum. `basis` names the parts: questions, if all
    of them are known, or areas, for a total of which only those are. It is stated_plus_change if the figure is not
    the sum of its parts, or they are not all known: then what the parts gain is added to the figure.
    """
    gains, figures = _gains(snapshot, focus, raised), own_areas(snapshot, focus).rows_by_key("area", named=True)
    maxima = dict(areas(snapshot, focus.version).select("area", "maximum_points").iter_rows())
    before = {area: round(row["points"] * 10) for area, (row,) in figures.items() if row["points"] is not None}
    sums = {area: row["question_sum"] and round(row["question_sum"] * 10) for area, (row,) in figures.items()}
    after = {
        area: _raised(points, sums[area], gains.get(area, 0), "questions", maxima[area])
        for area, points in before.items()
    }
    if 0 in before and sums[0] is None and len(before) > AREAS:
        areas_before = sum(points for area, points in before.items() if area)
        gained = sum(points for area, (points, _basis) in after.items() if area) - areas_before
        after[0] = _raised(before[0], areas_before, gained, "areas", maxima[0])
    return pl.DataFrame(
        [(area, points / 10, basis) for area, (points, basis) in after.items()],
        schema={"area": pl.Int32, "after": pl.Float64, "basis": pl.String},
        orient="row",
    )


def _raised(before: int, parts: int | None, gain: int, parts_are: str, maximum: int) -> tuple[int, str]:
    """Return a figure in tenths after its parts have gained some, and its basis; see raised_figures."""
    is_their_sum = parts is not None and _half_up(parts) == before
    after = _half_up((parts if is_their_sum and parts is not None else before) + gain) if gain else before
    return min(after, maximum * 10), parts_are if is_their_sum else "stated_plus_change"


def _half_up(tenths: int) -> int:
    return (tenths + 5) // 10 * 10


def _gains(snapshot: Snapshot, focus: Evaluation, raised: Raised) -> Mapping[int, int]:
    """Return what questions gain, in tenths, by area; area 0 is all of them."""
    own = _own_tenths(snapshot, focus)
    area_of = dict(questions_of(snapshot, focus.version).select("code", "area").iter_rows())
    gains = {0: 0}
    for code, new in raised:
        for area in (0, area_of[code]):
            gains[area] = gains.get(area, 0) + new - own[code]
    return gains


def _own_tenths(snapshot: Snapshot, focus: Evaluation) -> Mapping[str, int]:
    points = own_questions(snapshot, focus).filter(pl.col("points").is_not_null()).select("code", "points")
    return {code: round(value * 10) for code, value in points.iter_rows()}


def _maximum_tenths(snapshot: Snapshot, version: str) -> Mapping[str, int]:
    maxima = questions_of(snapshot, version).select("code", "maximum_points")
    return {code: value * 10 for code, value in maxima.iter_rows()}
