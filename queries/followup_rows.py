"""The rows that tell how a measure went, and how each question that it is linked to went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from data.plans.rows import Measure, Programme
from queries.caching import cached_reference
from queries.followup_evaluations import Evaluation, Linked
from queries.followup_verdict import Moved, Tenths, progress, reason, verdict
from queries.settings import settings
from queries.snapshot import Snapshot, cached_query

SCHEMA: Mapping[str, Any] = {
    "measure": pl.String, "programme": pl.String, "number": pl.String, "municipality": pl.String,
    "programme_name": pl.String, "parent": pl.String, "title": pl.String, "status": pl.String,
    "before_year": pl.Int64, "before_version": pl.String, "after_year": pl.Int64, "after_version": pl.String,
    "tied_to": pl.String, "linked": pl.Int64, "counted": pl.Int64, "before": pl.Float64, "after": pl.Float64,
    "maximum": pl.Float64, "target": pl.Float64, "progress": pl.Float64, "change": pl.Float64,
    "untouched": pl.Int64, "untouched_change": pl.Float64, "others_n": pl.Int64, "others_change": pl.Float64,
    "difference": pl.Float64, "verdict": pl.String, "reason": pl.String,
    "before_label": pl.String, "after_label": pl.String, "asked_year": pl.Int64, "asked_version": pl.String,
    "place": pl.Int64,
}  # fmt: skip
COLUMNS = [name for name in SCHEMA if not name.startswith("asked_") and not name.endswith("_label") and name != "place"]
LINKED: Mapping[str, Any] = {
    "measure": pl.String, "position": pl.Int64, "code": pl.String, "label": pl.String, "maximum": pl.Float64,
    "before": pl.Float64, "after": pl.Float64, "change": pl.Float64, "target": pl.Float64, "progress": pl.Float64,
}  # fmt: skip


@dataclass(frozen=True)
class Judged:
    """One measure with what it is judged by."""

    measure: Measure
    linked: Linked
    before: Evaluation | None
    after: Evaluation | None
    own: Moved | None
    rest: Moved | None


@cached_reference
def instrument_of(snapshot: Snapshot, version: str | None) -> Mapping[str, tuple[str, int]]:
    """Return label and maximum by code, of questions and areas of a version; of all versions where it is None."""
    questions = cached_query(snapshot, "instrument_questions")
    areas = cached_query(snapshot, "instrument_areas").with_columns(label="name", code=pl.col("area").cast(pl.String))
    return {
        row["code"]: (row["label"], row["maximum_points"])
        for rows in (questions, areas)
        for row in rows.iter_rows(named=True)
        if version in (None, row["version"])
    }


def row_of(
    snapshot: Snapshot, programme: Programme, one: Judged, others: Mapping[str, tuple[int, int]], place: int
) -> dict[str, Any]:
    """Return the row of a measure, columns SCHEMA; `others` is by measure their number and change in tenths."""
    measure, own, rest = one.measure, one.own, one.rest
    known = {"named": programme.evaluation_year is not None, "before": one.before, "after": one.after}
    why = reason(measure.status, one.linked.tied_to, {**known, "own": own, "rest": rest})
    has_figures = own is not None and own.maximum > 0
    goal = _target(one) if has_figures else None
    n, moved_by = others.get(measure.measure, (0, 0))
    compared = has_figures and n >= settings(snapshot)["fewest_compared"]
    changes = {
        "change": own.share if own else None,
        "untouched_change": rest.share if rest else None,
        "others_change": Fraction(100 * moved_by, n * own.maximum) if own and compared else None,
    }
    change, untouched = changes["change"], changes["untouched_change"]
    changes["difference"] = None if change is None or untouched is None else change - untouched
    said = "cannot_say"
    if why is None and change is not None and untouched is not None:
        said = verdict(change, untouched, settings(snapshot)["followup_difference"])
    return {
        "measure": measure.measure,
        "programme": measure.programme,
        "number": programme.municipality,
        "municipality": programme.municipality_name or (one.before or {}).get("name"),
        "programme_name": programme.name,
        "parent": measure.parent,
        "title": measure.title,
        "status": measure.status,
        "asked_year": programme.evaluation_year,
        "asked_version": programme.evaluation_version,
        **_of_evaluations(one),
        "tied_to": one.linked.tied_to or None,
        "linked": len(one.linked.codes),
        "counted": len(own.codes) if own else None,
        "before": _points(own.before) if own and has_figures else None,
        "after": _points(own.after) if own and has_figures else None,
        "maximum": _points(own.maximum) if own and has_figures else None,
        "target": _points(goal),
        "progress": _number(progress(own.before, own.after, goal)) if own and has_figures else None,
        "untouched": len(rest.codes) if rest else None,
        "others_n": n if has_figures else None,
        **{name: _number(share) for name, share in changes.items()},
        "verdict": said,
        "reason": why,
        "place": place,
    }


def _of_evaluations(one: Judged) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for end, evaluation in (("before", one.before), ("after", one.after)):
        for name, column in (("year", "year"), ("version", "version"), ("label", "year_label")):
            found[f"{end}_{name}"] = evaluation[column] if evaluation else None
    return found


def _targets(measure: Measure) -> dict[str, int]:
    """Return the points to reach by code, in tenths; those without a target are left out."""
    return {
        target.code or str(target.area): int(target.target_points * 10)
        for target in measure.questions
        if target.target_points is not None
    }


def _target(one: Judged) -> int | None:
    """Return the points to reach altogether, in tenths; None unless each that is counted has a target."""
    targets = _targets(one.measure)
    codes = one.own.codes if one.own else ()
    return sum(targets[code] for code in codes) if all(code in targets for code in codes) else None


def lines_of(snapshot: Snapshot, one: Judged, figures: Mapping[str, Tenths]) -> Iterable[dict[str, Any]]:
    """Yield a row a question or area that a measure is linked to, columns LINKED; `figures` are by evaluation."""
    version = one.before["version"] if one.before else None
    instrument, targets = instrument_of(snapshot, version), _targets(one.measure)
    values = [figures[evaluation["evaluation"]] if evaluation else {} for evaluation in (one.before, one.after)]
    for position, code in enumerate(one.linked.codes, 1):
        label, maximum = instrument.get(code, (None, None))
        earlier, later = (figure.get(code) for figure in values)
        yield {
            "measure": one.measure.measure,
            "position": position,
            "code": code,
            "label": label,
            "maximum": maximum,
            "before": _points(earlier),
            "after": _points(later),
            "change": None if earlier is None or later is None else _points(later - earlier),
            "target": _points(targets.get(code)),
            "progress": _number(progress(earlier, later, targets.get(code))),
        }


def _points(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10


def _number(share: Fraction | None) -> float | None:
    """Return a share as the nearest number with nine decimals."""
    return None if share is None else round(float(share), 9)
