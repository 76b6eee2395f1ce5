"""The profile of an evaluation: its questions against a comparison set measured with the same version."""

import polars as pl

from data.numbers import listed_few
from queries.caching import cached, cached_reference, cached_told
from queries.comparison import ALL, Comparison, Rules, members_of, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.figures import own_questions
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import compare_to_group, in_points, matters, tenths
from queries.tally import question_spread

COLUMNS = [
    "code",
    "area",
    "label",
    "own",
    "maximum_points",
    "n",
    "mean",
    "minimum",
    "q1",
    "median",
    "q3",
    "maximum",
    "rank",
    "quartile",
    "difference",
    "matters",
    "leaders",
    "gold_star",
    "left",
]


def question_profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per question of the version, in points.

    Columns: COLUMNS and version, note and basis. `mean` to `maximum`, `rank`, `quartile`, `difference` (own less
    mean) and `leaders` are null if fewer than five have points. `leaders` is a text with the names of those with the
    highest points, shortened if many tie; `gold_star` is the place where the evaluators named one; `left` is the
    maximum less own.
    """
    return _question_profile(snapshot, focus, spelt_out_year(comparison, focus))


@cached_told
def _question_profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    limits = settings(snapshot)
    rules = rules_for(snapshot, focus, comparison)
    own = own_questions(snapshot, focus).select("code", "basis", "gold_star", own="points")
    # Questions are compared only within one version: the same code may ask something else in another.
    compared = compare_to_group(own, *question_spread(snapshot, rules, focus.version), "code")
    return (
        questions_of(snapshot, focus.version)
        .join(compared, on="code", how="left", maintain_order="left")
        .join(_leaders(snapshot, rules, focus.version), on="code", how="left", maintain_order="left")
        .with_columns(
            n=pl.col("n").fill_null(0),
            left=in_points(pl.col("maximum_points") * 10 - tenths(pl.col("own"))),
            matters=matters(pl.col("difference"), pl.col("maximum_points") * limits["question_difference"] / 100),
        )
    )


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
def _leaders(snapshot: Snapshot, rules: Rules, version: str) -> pl.DataFrame:
    """Return one row per question: code, and `leaders`, the names of those with the highest points as one text."""
    names = leading_questions(snapshot, rules, version).group_by("code", maintain_order=True).agg(pl.col("name"))
    # Not map_elements: Polars may call it in another thread, where nobody has said which language is spoken.
    return names.select(
        "code", leaders=pl.Series([listed_few(who) for who in names["name"].to_list()], dtype=pl.String)
    )
