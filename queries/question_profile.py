"""The profile of an evaluation: its questions against a comparison set measured with the same version."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.numbers import listed_few
from queries.caching import cached, cached_reference, cached_told
from queries.comparison import ALL, Comparison, Rules, members_of, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.figures import own_questions
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.standing import NOBODY, STANDING, Row, less, matters, standing
from queries.tally import question_spread

SCHEMA = pl.Schema(
    {
        "version": pl.String(),
        "code": pl.String(),
        "area": pl.Int32(),
        "label": pl.String(),
        "note": pl.String(),
        "own": pl.Float64(),
        "basis": pl.String(),
        "maximum_points": pl.Int32(),
        **STANDING,
        "leaders": pl.String(),
        "gold_star": pl.String(),
        "left": pl.Float64(),
    }
)
COLUMNS = [name for name in SCHEMA if name not in ("version", "note", "basis")]
NOT_KNOWN: Row = {"points": None, "basis": None, "gold_star": None}


def question_profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per question of the version, in points; columns: SCHEMA.

    `mean` to `maximum`, `rank`, `quartile`, `difference` (own less mean) and `leaders` are null if fewer than five
    have points. `leaders` is a text with the names of those with the highest points, shortened if many tie;
    `gold_star` is the place where the evaluators named one; `left` is the maximum less own.
    """
    return _question_profile(snapshot, focus, spelt_out_year(comparison, focus))


@cached_told
def _question_profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    return pl.DataFrame(question_rows(snapshot, focus, comparison), schema=SCHEMA)


def question_rows(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> Sequence[Row]:
    """Return the rows of a question profile without its frame, for those who want some of the figures."""
    return _question_rows(snapshot, focus, spelt_out_year(comparison, focus))


@cached_told
def _question_rows(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Sequence[Row]:
    own = {row["code"]: row for row in own_questions(snapshot, focus).iter_rows(named=True)}
    # Questions are compared only within one version: the same code may ask something else in another.
    rules, version = rules_for(snapshot, focus, comparison), focus.version
    spread, leaders = question_spread(snapshot, rules, version), _leaders(snapshot, rules, version)
    share_that_matters = settings(snapshot)["question_difference"]
    rows = []
    for question in questions_of(snapshot, version).iter_rows(named=True):
        code, maximum = question["code"], question["maximum_points"]
        figure = own.get(code, NOT_KNOWN)
        row = question | standing(figure["points"], spread.get(code, NOBODY))
        row |= {"basis": figure["basis"], "gold_star": figure["gold_star"], "leaders": leaders.get(code)}
        row["matters"] = matters(row["difference"], maximum * share_that_matters / 100)
        row["left"] = less(maximum, row["own"])
        rows.append(row)
    return rows


@cached_reference
def questions_of(snapshot: Snapshot, version: str | None) -> pl.DataFrame:
    """Return one row per question of a version; empty if its questions are not published or the version is None.

    Columns: version, code, area, label, maximum_points, note.
    """
    return snapshot.query("instrument_questions").filter(pl.col("version").eq_missing(pl.lit(version)))


def gaps(questions: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a question profile with points left to the maximum, most points first."""
    return questions.filter(pl.col("left") > 0).sort("left", "code", descending=[True, False])


@cached
def leading_questions(snapshot: Snapshot, rules: Rules, version: str) -> pl.DataFrame:
    """Return one row per question and municipality with the highest points, ties included.

    Only questions that at least five members have points for. Columns: code, points, n (members with points),
    evaluation, number, name, year, year_label.
    """
    leaders = snapshot.query_with_frames("leading_questions", {"member": members_of(snapshot, rules, version)})
    return leaders.filter(pl.col("n") >= settings(snapshot)["fewest_compared"])


@cached_told
def _leaders(snapshot: Snapshot, rules: Rules, version: str) -> Mapping[str, str]:
    """Return the names of those with the highest points as one text, by question."""
    names: dict[str, list[str]] = {}
    for row in leading_questions(snapshot, rules, version).iter_rows(named=True):
        names.setdefault(row["code"], []).append(row["name"])
    return {code: listed_few(who) for code, who in names.items()}
