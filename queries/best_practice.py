"""Whom to learn from: municipalities of similar size with a clear lead, and who leads at all."""

import polars as pl

from data.language import _, joined
from queries.caching import cached
from queries.comparison import ALL, Comparison, Rules, comparison_set, members, rules_for
from queries.evaluation import Evaluation
from queries.question_profile import leading_questions, questions_of
from queries.reading import Reading, UnknownChoice, did_you_mean
from queries.settings import settings
from queries.statistics import tenths

OWN = ("evaluation", "version", "county", "kostra_group", "income_group", "size_group", "population")
"""What likeness is measured by."""
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


def best_practice(reading: Reading, focus: Evaluation, code: str, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return whom an evaluation can learn one question from, the most similar first; see COLUMNS.

    Raises:
        UnknownChoice: its version has no such question.
    """
    refuse_unknown(reading, focus, code)
    return best_practices(reading, focus, (code,), comparison)


def best_practices(
    reading: Reading, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL, most: int = EVERYONE
) -> pl.DataFrame:
    """Return whom an evaluation can learn some questions from, question by question; see COLUMNS.

    Of every other municipality in the comparison set that is measured with the same version, those with a
    lead of at least 10 % of the maximum; with `most` only the first so many a question. `share` is 0 to 1 of
    the maximum, `lead` points before own; the `same_…` are null where one of the two is not known; `ahead` is
    how many there are in all. Order: same size group, nearest in size, same county, KOSTRA group, income
    group, highest lead, number.
    """
    return reading.ask(
        "clearly_ahead",
        rules=rules_for(reading, focus, comparison).asked(),
        own={name: getattr(focus, name) for name in OWN},
        codes=list(codes),
        lead_share=settings(reading)["lead_share"],
        most=most,
    )


def refuse_unknown(reading: Reading, focus: Evaluation, code: str) -> None:
    """Refuse a question that the version of an evaluation does not have.

    Raises:
        UnknownChoice: there is none.
    """
    asked = questions_of(reading, focus.version)["code"].to_list()
    if not asked:
        told = _("Underspørsmålene i versjon {version} er ikke publisert.", version=focus.version)
        raise UnknownChoice("questions_not_published", told)
    if code not in asked:
        told = _("Underspørsmål «{code}» finnes ikke i versjon {version}.", code=code, version=focus.version)
        raise UnknownChoice("unknown_question", joined(told, did_you_mean(code, asked)))


def question_figures(
    reading: Reading, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return one row a question of these and municipality of the comparison set, in the version of the evaluation."""
    compared = members(comparison_set(reading, focus, comparison)).filter(pl.col("version") == focus.version)
    asked = questions_of(reading, focus.version)
    return (
        reading.points_of("question_points", compared, codes=list(codes))
        .join(asked.select("code", "area", "label", "maximum_points"), on="code")
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


def leading(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return who has the highest points of each question among at least five; all of them where they tie.

    `gold_star` is the place where the evaluators named one there, null where they did not.
    """
    return _leading(reading, rules_for(reading, focus, comparison), focus.version)


@cached
def _leading(reading: Reading, rules: Rules, version: str) -> pl.DataFrame:
    asked = questions_of(reading, version).select("code", "area", "label", "maximum_points")
    places = _gold_stars(reading, rules).select("evaluation", "code", gold_star=pl.coalesce("place", "source"))
    return (
        leading_questions(reading, rules, version)
        .join(asked, on="code", maintain_order="left")
        .join(places, on=["evaluation", "code"], how="left", maintain_order="left")
    )


def leading_areas(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return who has the highest points of each area among at least five; all of them where they tie."""
    return _leading_areas(reading, rules_for(reading, focus, comparison))


@cached
def _leading_areas(reading: Reading, rules: Rules) -> pl.DataFrame:
    found = reading.ask("leading_areas", rules=rules.asked())
    return found.filter(pl.col("n") >= settings(reading)["fewest_compared"])


def gold_stars(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row a gold star that the evaluators gave anyone in the comparison set, with the points it got."""
    return _gold_stars(reading, rules_for(reading, focus, comparison))


@cached
def _gold_stars(reading: Reading, rules: Rules) -> pl.DataFrame:
    return reading.ask("compared_gold_stars", rules=rules.asked())
