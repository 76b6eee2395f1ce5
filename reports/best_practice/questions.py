"""The chosen question, and the municipalities to learn it from."""

from collections.abc import Mapping

import polars as pl

from data.language import _
from queries.best_practice import best_practices
from queries.caching import cached, cached_reference
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import gaps, question_profile, questions_of
from queries.snapshot import Snapshot
from reports.address import Address

SHOWN, WEAKEST = 10, 10


@cached_reference
def question_labels(snapshot: Snapshot, version: str) -> Mapping[str, str]:
    """Return the label of each question of a version by code; empty where they are not published."""
    questions = questions_of(snapshot, version)
    return {code: f"{code} {label}" for code, label in questions.select("code", "label").iter_rows()}


def question_in(snapshot: Snapshot, focus: Evaluation, address: Address) -> str | None:
    """Return the code in `sporsmal`, by default that with most points left; None where no questions are published."""
    labels = question_labels(snapshot, focus.version)
    if not labels:
        return None
    weakest = _weakest_question(snapshot, focus)
    code = address.parameter("sporsmal") or weakest
    if code in labels:
        return code
    notice = _(
        "Underspørsmål «{code}» finnes ikke i versjon {version}. Her vises {shown}.",
        code=code,
        version=focus.version,
        shown=labels[weakest],
    )
    address.add_notice(notice)
    return weakest


@cached
def _weakest_question(snapshot: Snapshot, focus: Evaluation) -> str:
    left = gaps(question_profile(snapshot, focus))
    return str(left["code"][0]) if left.height else next(iter(question_labels(snapshot, focus.version)))


def most_left(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    """Return the ten questions with most points left to the maximum, one row each."""
    return gaps(question_profile(snapshot, focus, comparison)).head(WEAKEST)


@cached
def first_recommended(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, code: str) -> pl.DataFrame:
    """Return up to ten municipalities to learn each of the chosen question and the weakest ones from.

    One query for all, since both sections of the page need it. One row per question and municipality.
    """
    weakest = most_left(snapshot, focus, comparison)["code"]
    return best_practices(snapshot, focus, tuple(sorted({code, *weakest})), comparison, most=SHOWN)
