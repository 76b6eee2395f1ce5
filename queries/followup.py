"""Did it work: what each measure is linked to, before and after, against the rest of the municipality and others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from data.plans.rows import Measure, Programme
from queries.caching import cached, cached_log
from queries.evaluation import evaluations_with_key
from queries.followup_evaluations import Evaluation, after, before, is_untouched, linked, touched
from queries.followup_rows import COLUMNS, LINKED, SCHEMA, Judged, instrument_of, lines_of, row_of
from queries.followup_verdict import Tenths, moved
from queries.plans import plans
from queries.snapshot import Snapshot


@dataclass(frozen=True)
class Followup:
    """The answer for one municipality.

    Attributes:
        measures: one row a measure, columns SCHEMA, in the order of the query `measures`; `before_label` and
            `after_label` are the years as shown, `asked_year` and `asked_version` the evaluation that the programme
            says it answers, `place` is the order.
        linked: one row a question or area that a measure is linked to, columns LINKED, in the order given.
    """

    measures: pl.DataFrame
    linked: pl.DataFrame


@cached_log
def followup(snapshot: Snapshot, municipality: str) -> Followup:
    """Return what came of the measures of the municipality with this key; no rows where it has none.

    Points are sums over the questions (or areas) with figures in both evaluations; shares are per cent of their
    maximum. Definitions and a worked example: queries/README.md.
    """
    known = plans(snapshot)
    named = {name: one for name, one in known.programmes.items() if one.municipality == municipality}
    own = in_order(known.measures, named)
    evaluations = [vars(one) for one in evaluations_with_key(snapshot, municipality)]
    figures = _figures(snapshot, municipality)
    touched_codes = touched(own)
    judged = [_judge(snapshot, named[one.programme], one, evaluations, figures, touched_codes) for one in own]
    others = _others(snapshot, municipality, judged)
    rows = [row_of(snapshot, named[one.measure.programme], one, others, place) for place, one in enumerate(judged)]
    lines = [line for one in judged for line in lines_of(snapshot, one, figures)]
    measures = pl.DataFrame(rows, SCHEMA, orient="row").select(list(SCHEMA))
    return Followup(measures, pl.DataFrame(lines, LINKED, orient="row"))


def in_order(measures: Mapping[str, Measure], programmes: Mapping[str, Programme]) -> list[Measure]:
    """Return the measures of these programmes in the order of measures.sql: areas before what belongs to them."""

    def place(one: Measure) -> list[tuple[bool, Any]]:
        programme, area = programmes[one.programme], measures.get(one.parent or "")
        title = area.title if area and area.title is not None else one.title
        within = (title, one.parent or one.measure, one.parent is not None, one.title, one.measure)
        keys = (programme.municipality_name, programme.name, programme.programme, *within)
        return [(key is None, key) for key in keys]  # nulls last, as in SQL

    return sorted((one for one in measures.values() if one.programme in programmes), key=place)


def followup_of_all(snapshot: Snapshot, municipality: str | None, programme: str | None) -> pl.DataFrame:
    """Return the measures of `followup` of one municipality, one programme, or all, sorted by municipality."""
    planning = sorted({one.municipality for one in plans(snapshot).programmes.values()})
    found = [followup(snapshot, key).measures for key in planning if municipality in (None, key)]
    rows = pl.concat([pl.DataFrame(schema=SCHEMA), *found])
    chosen = rows if programme is None else rows.filter(pl.col("programme") == programme)
    return chosen.sort("municipality", "number", "place").select(COLUMNS)


@cached
def _figures(snapshot: Snapshot, municipality: str) -> Mapping[str, Tenths]:
    """Return the points of every evaluation of a municipality, in tenths by code."""
    evaluations = [one.evaluation for one in evaluations_with_key(snapshot, municipality)]
    figures: dict[str, dict[str, int]] = {evaluation: {} for evaluation in evaluations}
    for evaluation, code, tenths in snapshot.query("followup_points", evaluations=evaluations).iter_rows():
        figures[evaluation][code] = tenths
    return figures


def _judge(
    snapshot: Snapshot,
    programme: Programme,
    measure: Measure,
    evaluations: Sequence[Evaluation],
    figures: Mapping[str, Tenths],
    touched_codes: frozenset[str],
) -> Judged:
    instrument = instrument_of(snapshot, programme.evaluation_version)
    aim = linked(measure, [code for code in instrument if "." in code])
    earlier = before(programme, evaluations)
    later = after(earlier, evaluations, aim.tied_to) if earlier else None
    if earlier is None or later is None:
        return Judged(measure, aim, earlier, later, None, None)
    alike = [code for code in instrument if ("." in code) == (aim.tied_to != "areas")]
    rest = [code for code in alike if is_untouched(code, touched_codes)]
    aimed = [code for code in aim.codes if code in alike]
    values = figures[earlier["evaluation"]], figures[later["evaluation"]]
    maxima = {code: maximum for code, (_label, maximum) in instrument.items()}
    return Judged(measure, aim, earlier, later, moved(aimed, *values, maxima), moved(rest, *values, maxima))


def _others(
    snapshot: Snapshot, municipality: str, judged: Iterable[Judged]
) -> Mapping[str, tuple[int, int]]:  # fmt: skip
    """Return by measure how many others moved on the same questions, and by how many tenths together."""
    rows = [
        {"measure": one.measure.measure, "municipality": municipality, "code": code, "country": one.before["country"]}
        | {f"before_{name}": one.before[name] for name in ("year", "version")}
        | {f"after_{name}": one.after[name] for name in ("year", "version")}
        for one in judged
        if one.before and one.after and one.own
        for code in one.own.codes
    ]
    if not rows:
        return {}
    found = snapshot.query_with_frames("followup_others", {"counted": pl.DataFrame(rows)})
    return {measure: (n, tenths) for measure, n, tenths in found.iter_rows()}
