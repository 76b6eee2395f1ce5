"""Whom to learn from: municipalities of similar size with a clear lead, and who leads at all."""

import polars as pl

from queries.comparison import ALL, Comparison, Rules, comparison_set, members, rules_for
from queries.evaluation import Evaluation
from queries.question_profile import leading_questions, questions_of
from queries.reading import Reading, UnknownChoice, did_you_mean, kept, kept_lists
from queries.settings import settings
from queries.statistics import in_points, tenths

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
    reading: Reading, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return whom an evaluation can learn some questions from, question by question; see COLUMNS.

    Of every other municipality in the comparison set that is measured with the same version, those with a
    lead of at least 10 % of the maximum. `share` is 0 to 1 of the maximum, `lead` points before own; the
    `same_…` are null where one of the two is not known. Order: same size group, nearest in size, same
    county, KOSTRA group, income group, highest lead, number.
    """
    known = question_figures(reading, focus, codes, comparison)
    own = known.filter(pl.col("evaluation") == focus.evaluation).select("code", own="tenths")
    lead = pl.col("tenths") - pl.col("own")
    clear = lead * 10 >= pl.col("maximum_points") * settings(reading)["lead_share"]
    return (
        known.filter(pl.col("evaluation") != focus.evaluation)
        .join(own, on="code")
        .filter(clear)
        .with_columns(
            lead=in_points(lead),
            same_county=pl.col("county") == pl.lit(focus.county, pl.String),
            same_kostra=pl.col("kostra_group") == pl.lit(focus.kostra_group, pl.String),
            same_income=pl.col("income_group") == pl.lit(focus.income_group, pl.String),
            same_size=pl.col("group") == pl.lit(focus.size_group, pl.Int64),
            unlike=_unlike(focus.population),
        )
        .sort(
            "code",
            *(pl.col("same_size").fill_null(value=False), pl.col("unlike")),
            *(pl.col(name).fill_null(value=False) for name in ("same_county", "same_kostra", "same_income")),
            "lead",
            "number",
            descending=[False, True, False, True, True, True, True, False],
            nulls_last=True,
        )
    )


def nearest_practices(
    reading: Reading, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return one row a question that anyone is clearly ahead on: the most similar one, and in `ahead` how many are."""
    found = best_practices(reading, focus, codes, comparison)
    return found.group_by("code", maintain_order=True).agg(pl.all().first(), ahead=pl.len())


def refuse_unknown(reading: Reading, focus: Evaluation, code: str) -> None:
    """Refuse a question that the version of an evaluation does not have.

    Raises:
        UnknownChoice: there is none.
    """
    asked = questions_of(reading, focus.version)["code"].to_list()
    if not asked:
        raise UnknownChoice(f"Underspørsmålene i versjon {focus.version} er ikke publisert.")
    if code not in asked:
        raise UnknownChoice(f"Underspørsmål «{code}» finnes ikke i versjon {focus.version}.{did_you_mean(code, asked)}")


def question_figures(
    reading: Reading, focus: Evaluation, codes: tuple[str, ...], comparison: Comparison = ALL
) -> pl.DataFrame:
    """Return one row a question of these and municipality of the comparison set, in the version of the evaluation."""
    compared = members(comparison_set(reading, focus, comparison)).filter(pl.col("version") == focus.version)
    asked = questions_of(reading, focus.version)
    value = tenths(pl.col("points"))
    return (
        reading.points_of("question_points", compared, codes=list(codes))
        .join(asked.select("code", "area", "label", "maximum_points"), on="code")
        .join(compared, on="evaluation")
        .with_columns(tenths=value, share=(value / (10 * pl.col("maximum_points"))).round(9))
        .sort("code", "name", "number")
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


@kept_lists
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


@kept
def _leading_areas(reading: Reading, rules: Rules) -> pl.DataFrame:
    found = reading.ask("leading_areas", rules=rules.asked())
    return found.filter(pl.col("n") >= settings(reading)["fewest_compared"])


def gold_stars(reading: Reading, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return one row a gold star that the evaluators gave anyone in the comparison set, with the points it got."""
    return _gold_stars(reading, rules_for(reading, focus, comparison))


@kept_lists
def _gold_stars(reading: Reading, rules: Rules) -> pl.DataFrame:
    return reading.ask("compared_gold_stars", rules=rules.asked())


def _unlike(population: int | None) -> pl.Expr:
    """Return how many times the larger has the inhabitants of the smaller.

    It orders as |ln(own / theirs)| does, and equal ratios are equal to the last bit.
    """
    own, theirs = pl.lit(population, pl.Int64), pl.col("population")
    return pl.max_horizontal(own, theirs) / pl.min_horizontal(own, theirs) + 0 * (own + theirs)
