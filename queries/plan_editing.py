"""What an editor of plans chooses from: evaluations, questions with their points, remarks, and past changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from data.plans.facts import read_facts
from data.plans.rows import Answered, Programme
from queries.caching import cached, cached_log
from queries.evaluation import Evaluation, evaluations_of, find_evaluation
from queries.figures import remarks_of
from queries.snapshot import Snapshot, UnknownChoice


@dataclass(frozen=True)
class Measured:
    """What a measure can lift, and where that stands.

    Attributes:
        evaluation: the one that the programme answers, else the newest of the municipality; None where there is none.
        labels: name of each question by code, and of each area by number; of its version, else of the newest with
            published questions.
        maxima: maximum points by code or number.
        points: points that the evaluation gave, by code or number.
    """

    evaluation: Evaluation | None
    labels: Mapping[str, str]
    maxima: Mapping[str, int]
    points: Mapping[str, Decimal]


def measured_for(snapshot: Snapshot, programme: Programme) -> Measured:
    """Return what the measures of a programme can lift, and the figures that their targets are checked against."""
    answered = answered_evaluation(snapshot, programme)
    return _measured(snapshot, answered or newest_evaluation(snapshot, programme.municipality))


def answered_evaluation(snapshot: Snapshot, programme: Programme) -> Evaluation | None:
    """Return the evaluation that a programme answers; None where it names none, or one that is not here."""
    if programme.evaluation_year is None:
        return None
    try:
        return find_evaluation(
            snapshot, programme.municipality, programme.evaluation_year, programme.evaluation_version
        )
    except UnknownChoice:
        return None


def newest_evaluation(snapshot: Snapshot, municipality: str, year: int | None = None) -> Evaluation | None:
    """Return the newest evaluation of a municipality, preferably of that year; None where it has none."""
    try:
        evaluations = evaluations_of(snapshot, municipality)
    except UnknownChoice:
        return None
    return next((one for one in reversed(evaluations) if one.year == year), evaluations[-1])


@cached
def _measured(snapshot: Snapshot, evaluation: Evaluation | None) -> Measured:
    questions = snapshot.query("instrument_questions")
    published = questions["version"].unique().sort().to_list()
    own = evaluation.version if evaluation else None
    version = own if own in published else published[-1]
    areas = snapshot.query("instrument_areas").filter(pl.col("version") == version)
    questions = questions.filter(pl.col("version") == version)
    by_code = dict(questions.select("code", "label").iter_rows())
    by_area = {str(area): name for area, name in areas.select("area", "name").iter_rows()}
    programme = Programme(
        evaluation.municipality if evaluation else "",
        None,
        evaluation_year=evaluation.year if evaluation else None,
        evaluation_version=own,
    )
    facts = read_facts(snapshot.store.read, snapshot.dataset, snapshot.as_of, [programme])
    labels = by_code | by_area
    maxima = {code: maximum for code in labels if (maximum := facts.maximum(code, own)) is not None}
    return Measured(evaluation, labels, maxima, {code: points for (_, code), points in facts.baselines.items()})


def remarks_to_answer(snapshot: Snapshot, evaluation: Evaluation, areas: Sequence[int]) -> list[Answered]:
    """Return the weaknesses and challenges that were written of these areas, in the order given."""
    remarks = remarks_of(snapshot, evaluation)
    wanted = remarks.filter(pl.col("area").is_in(list(areas)), pl.col("kind").is_in(["weakness", "challenge"]))
    rows = wanted.sort("area", pl.col("kind") == "challenge", "position").select("area", "kind", "text")
    return [Answered(*row) for row in rows.iter_rows()]


@cached_log
def plan_changes(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return the changes that people made of a municipality's plans, newest first; columns: plan_changes.sql."""
    return snapshot.query("plan_changes", municipality=municipality)
