"""Best practice: municipalities to learn a question from by similarity and by points, leaders and gold stars."""

from typing import Final

import polars as pl

from data.language import _, joined
from data.municipality_points import kilometres, point_of
from queries.caching import cached
from queries.comparison import ALL, Comparison, Rules, comparison_set, members_of, rules_for
from queries.evaluation import Evaluation
from queries.member_points import member_points
from queries.question_profile import leading_questions, questions_of
from queries.recommended import recommended
from queries.settings import settings
from queries.snapshot import Snapshot, UnknownChoice, did_you_mean

EVERYONE: Final = 1_000_000_000
"""As `most`: no limit."""
COLUMNS = [
    "code",
    "number",
    "name",
    "population",
    "size_group",
    "points",
    "share",
    "lead",
    "same_county",
    "same_kostra",
    "same_income",
    "population_step",
    "distance",
    "below_floor",
    "similarity_rank",
    "points_rank",
]


def best_practice(snapshot: Snapshot, focus: Evaluation, code: str, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per municipality to learn a question from, most similar first; see best_practices.

    Raises:
        UnknownChoice: the version of the evaluation has no such question.
    """
    refuse_unknown(snapshot, focus, code)
    return best_practices(snapshot, focus, (code,), comparison)


def best_practices(
    snapshot: Snapshot, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL, most: int = EVERYONE
) -> pl.DataFrame:
    """Return one row per question and municipality to learn it from, most similar first.

    Candidates are the other members of the comparison set measured with the same version whose lead is at least
    10 % of the maximum. Of them, those with at least 60 % of the maximum are recommended; where nobody has that, only
    those with the highest points. `most` limits the rows per question to the most similar and as many of the best.
    Columns are COLUMNS and those of `others` (number, name, year …): `points`; `share`, 0 to 1 of the maximum; `lead`,
    points above the evaluation's own; `same_county`, `same_kostra` and `same_income`, null if either value is unknown;
    `population_step`, |ln(own population / theirs)| in whole steps of 0.25; `distance` in kilometres between the
    municipalities in the borders of their years, null for fictional ones; `below_floor`, whether nobody reaches 60 %;
    `ahead`, the number of candidates; `recommended`, the number before the limit. `similarity_rank` per question is by
    same size group, population step, same county, same KOSTRA group, same income group, highest points and
    municipality number; `points_rank` by highest points and municipality number.
    """
    others = comparison_set(snapshot, focus, comparison).filter(
        pl.col("left_out").is_null(), pl.col("version") == focus.version, pl.col("evaluation") != focus.evaluation
    )
    figures = member_points(snapshot, rules_for(snapshot, focus, comparison), focus.version, codes)
    rows = recommended(focus, others, figures, questions_of(snapshot, focus.version), settings(snapshot))
    shown = rows.filter(pl.min_horizontal("similarity_rank", "points_rank") <= most)
    return shown.with_columns(distance=_distances(focus, shown))


def _distances(focus: Evaluation, others: pl.DataFrame) -> pl.Series:
    here = point_of(focus.municipality, focus.year)
    rows = others.select("number", "year").iter_rows()
    return pl.Series([kilometres(here, point_of(number, year)) for number, year in rows], dtype=pl.Float64)


def best_first(recommended: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of best_practices with the highest points per question first."""
    return recommended.sort("code", "points_rank")


def refuse_unknown(snapshot: Snapshot, focus: Evaluation, code: str) -> None:
    """Raise an error if the version of an evaluation has no question with this code.

    Raises:
        UnknownChoice: the questions of the version are not published, or none has this code.
    """
    questions = questions_of(snapshot, focus.version)["code"].to_list()
    if not questions:
        message = _("Underspørsmålene i versjon {version} er ikke publisert.", version=focus.version)
        raise UnknownChoice("questions_not_published", message)
    if code not in questions:
        message = _("Underspørsmål «{code}» finnes ikke i versjon {version}.", code=code, version=focus.version)
        raise UnknownChoice("unknown_question", joined(message, did_you_mean(code, questions)))


def question_figures(
    snapshot: Snapshot, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return one row per question and member of the comparison set measured with the same version.

    Columns: evaluation, code, points, area, label, maximum_points, and `tenths`, the points as whole tenths.
    """
    figures = member_points(snapshot, rules_for(snapshot, focus, comparison), focus.version, codes)
    questions = questions_of(snapshot, focus.version).select("code", "area", "label", "maximum_points")
    return figures.join(questions, on="code")


def nobody_because(figures: pl.DataFrame, focus: Evaluation, code: str) -> str:
    """Return the code of the reason why nobody is clearly ahead on a question.

    own_unknown: the evaluation has no points for it; alone: nobody else has; highest: nobody has more points;
    lead_too_small: somebody has more, but by less than the threshold. `figures` is from question_figures.
    """
    with_points = figures.filter(pl.col("code") == code)
    own = with_points.filter(pl.col("evaluation") == focus.evaluation)
    if own.is_empty():
        return "own_unknown"
    if with_points.height == 1:
        return "alone"
    return "highest" if own["tenths"].item() == with_points["tenths"].max() else "lead_too_small"


def leading(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per question and municipality with the highest points, ties included.

    Columns: those of leading_questions, area, label, maximum_points, and `gold_star`, the place in the source
    where the evaluators named the municipality's gold star for the question, null if they named none.
    """
    return _leading_with_gold_stars(snapshot, rules_for(snapshot, focus, comparison), focus.version)


@cached
def _leading_with_gold_stars(snapshot: Snapshot, rules: Rules, version: str) -> pl.DataFrame:
    questions = questions_of(snapshot, version).select("code", "area", "label", "maximum_points")
    stars = _gold_stars(snapshot, rules).select("evaluation", "code", gold_star=pl.coalesce("place", "source"))
    return (
        leading_questions(snapshot, rules, version)
        .join(questions, on="code", maintain_order="left")
        .join(stars, on=["evaluation", "code"], how="left", maintain_order="left")
    )


def leading_areas(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per area and municipality with the highest points, ties included.

    Only areas that at least five members have points for. Columns: area, points, n (members with points),
    evaluation, number, name, year, year_label.
    """
    return _leading_areas(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _leading_areas(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    leaders = snapshot.query_with_frames("leading_areas", {"member": members_of(snapshot, rules)})
    return leaders.filter(pl.col("n") >= settings(snapshot)["fewest_compared"])


def gold_stars(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row per gold star of a member of the comparison set.

    Columns: evaluation, number, name, year, version, code, points (null if unknown), source, place.
    """
    return _gold_stars(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _gold_stars(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return snapshot.query_with_frames("compared_gold_stars", {"member": members_of(snapshot, rules)})
