"""Whom to learn from: municipalities of similar size with a clear lead, and who leads at all."""

import polars as pl

from data.language import _, joined
from queries.caching import cached
from queries.comparison import ALL, Comparison, Rules, comparison_set, members, rules_for
from queries.evaluation import Evaluation
from queries.question_profile import leading_questions, questions_of
from queries.settings import settings
from queries.snapshot import Snapshot, UnknownChoice, did_you_mean
from queries.statistics import tenths

OWN = ("evaluation", "version", "county", "kostra_group", "income_group", "size_group", "population")
"""What similarity is measured by."""
EVERYONE = 1_000_000_000
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
]


def best_practice(snapshot: Snapshot, focus: Evaluation, code: str, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return whom an evaluation can learn one question from, the most similar first; see COLUMNS.

    Raises:
        UnknownChoice: its version has no such question.
    """
    refuse_unknown(snapshot, focus, code)
    return best_practices(snapshot, focus, (code,), comparison)


def best_practices(
    snapshot: Snapshot, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL, most: int = EVERYONE
) -> pl.DataFrame:
    """Return whom an evaluation can learn some questions from, question by question; see COLUMNS.

    Of every other municipality in the comparison set that is measured with the same version, those with a
    lead of at least 10 % of the maximum; with `most` only the first so many a question. `share` is 0 to 1 of
    the maximum, `lead` points before own; the `same_…` are null where one of the two is not known; `ahead` is
    how many there are in all. Order: same size group, nearest in size, same county, KOSTRA group, income
    group, highest lead, number.
    """
    return snapshot.query(
        "clearly_ahead",
        rules=rules_for(snapshot, focus, comparison).as_parameter(),
        own={name: getattr(focus, name) for name in OWN},
        codes=list(codes),
        lead_share=settings(snapshot)["lead_share"],
        most=most,
    )


def refuse_unknown(snapshot: Snapshot, focus: Evaluation, code: str) -> None:
    """Refuse a question that the version of an evaluation does not have.

    Raises:
        UnknownChoice: there is none.
    """
    questions = questions_of(snapshot, focus.version)["code"].to_list()
    if not questions:
        told = _("Underspørsmålene i versjon {version} er ikke publisert.", version=focus.version)
        raise UnknownChoice("questions_not_published", told)
    if code not in questions:
        told = _("Underspørsmål «{code}» finnes ikke i versjon {version}.", code=code, version=focus.version)
        raise UnknownChoice("unknown_question", joined(told, did_you_mean(code, questions)))


def question_figures(
    snapshot: Snapshot, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return one row a question of these and municipality of the comparison set, in the version of the evaluation."""
    compared = members(comparison_set(snapshot, focus, comparison)).filter(pl.col("version") == focus.version)
    questions = questions_of(snapshot, focus.version)
    return (
        snapshot.points_of("question_points", compared, codes=list(codes))
        .join(questions.select("code", "area", "label", "maximum_points"), on="code")
        .with_columns(tenths=tenths(pl.col("points")))
    )


def nobody_because(figures: pl.DataFrame, focus: Evaluation, code: str) -> str:
    """Return why there is nobody to learn a question from: own_unknown, alone, highest or lead_too_small."""
    known = figures.filter(pl.col("code") == code)
    own = known.filter(pl.col("evaluation") == focus.evaluation)
    if own.is_empty():
        return "own_unknown"
    if known.height == 1:
        return "alone"
    return "highest" if own["tenths"].item() == known["tenths"].max() else "lead_too_small"


def leading(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return who has the highest points of each question among at least five; all of them where they tie.

    `gold_star` is the place where the evaluators named one there, null where they did not.
    """
    return _leading(snapshot, rules_for(snapshot, focus, comparison), focus.version)


@cached
def _leading(snapshot: Snapshot, rules: Rules, version: str) -> pl.DataFrame:
    questions = questions_of(snapshot, version).select("code", "area", "label", "maximum_points")
    places = _gold_stars(snapshot, rules).select("evaluation", "code", gold_star=pl.coalesce("place", "source"))
    return (
        leading_questions(snapshot, rules, version)
        .join(questions, on="code", maintain_order="left")
        .join(places, on=["evaluation", "code"], how="left", maintain_order="left")
    )


def leading_areas(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return who has the highest points of each area among at least five; all of them where they tie."""
    return _leading_areas(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _leading_areas(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    found = snapshot.query("leading_areas", rules=rules.as_parameter())
    return found.filter(pl.col("n") >= settings(snapshot)["fewest_compared"])


def gold_stars(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row a gold star that the evaluators gave anyone in the comparison set, with the points it got."""
    return _gold_stars(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _gold_stars(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return snapshot.query("compared_gold_stars", rules=rules.as_parameter())
