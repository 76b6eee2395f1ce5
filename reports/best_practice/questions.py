"""The chosen question, and the municipalities to learn it from."""

from collections.abc import Mapping

import polars as pl

from data.catalogues import named
from data.language import _
from queries.best_practice import best_practices
from queries.caching import cached, cached_told
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.question_profile import gaps, question_profile, questions_of
from queries.snapshot import Snapshot
from reports.address import Address

FIRST, SHOWN, WEAKEST = 3, 10, 10
"""Municipalities of a list at first sight and in full on the screen; questions with most points left."""


@cached_told
def question_labels(snapshot: Snapshot, version: str) -> Mapping[str, str]:
    """Return the label of each question of a version by code; empty where they are not published."""
    questions = questions_of(snapshot, version)
    return {code: f"{code} {named(label)}" for code, label in questions.select("code", "label").iter_rows()}


def question_in(snapshot: Snapshot, focus: Evaluation, address: Address) -> str | None:
    """Return the code in `sporsmal`; None where there is none, or the version has no such question."""
    labels, code = question_labels(snapshot, focus.version), address.parameter("sporsmal")
    if not labels or code is None or code in labels:
        return code if labels else None
    notice = _(
        "Underspørsmål «{code}» finnes ikke i versjon {version}. Her vises de svakeste.",
        code=code,
        version=focus.version,
    )
    address.add_notice(notice)
    return None


@cached
def weakest_question(snapshot: Snapshot, focus: Evaluation) -> str:
    """Return the code of the question with most points left, else the first of the version."""
    left = gaps(question_profile(snapshot, focus))
    return str(left["code"][0]) if left.height else next(iter(question_labels(snapshot, focus.version)))


def most_left(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    """Return the ten questions with most points left to the maximum, one row each."""
    return gaps(question_profile(snapshot, focus, comparison)).head(WEAKEST)


def first_recommended(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, code: str | None) -> pl.DataFrame:
    """Return the first of both lists, ten each, for the chosen question and the weakest ones.

    One query for all, since both sections of the page need it. One row per question and municipality.
    """
    weakest = most_left(snapshot, focus, comparison)["code"]
    codes = {*weakest} if code is None else {code, *weakest}
    return _first_recommended(snapshot, focus, comparison, tuple(sorted(codes)))


@cached
def _first_recommended(
    snapshot: Snapshot, focus: Evaluation, comparison: Comparison, codes: tuple[str, ...]
) -> pl.DataFrame:
    return best_practices(snapshot, focus, codes, comparison, most=SHOWN)
