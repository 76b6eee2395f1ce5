"""What the pages ask, each answer cached for the next visitor (queries/caching.py)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from queries import (
    best_practice,
    comparison,
    distribution,
    figures,
    merger,
    merging,
    profile,
    question_profile,
    ranking,
    trend,
)
from queries import discrepancies as differing
from queries.caching import cached, cached_log, cached_reference
from queries.comparison import ALL, Comparison, Rules
from queries.evaluation import Evaluation, evaluations_of
from queries.reading import Reading

discrepancies = differing.discrepancies
own_areas, own_questions = figures.own_areas, figures.own_questions
areas = profile.areas
movement = cached(trend.trend)
compared_with = comparison.comparison_set
left_out = comparison.left_out
evaluations = evaluations_of
merged = cached(merging.merging)
verdicts = cached(merger.merger)
transfers = cached(merger.transfers)
common_gaps = cached(merger.common_gaps)
well_done_outside = cached(merger.outside)
merged_areas = cached(merger.area_table)
taking_part = cached(merger.taking_part)
version_of = cached(merger.version_of)
best_practices = best_practice.best_practices
question_figures = best_practice.question_figures
leading = best_practice.leading
leading_areas = best_practice.leading_areas
gold_stars = best_practice.gold_stars
without_areas = profile.without_areas
family_with_most = cached(comparison.largest_family)


@cached
def _area_profile(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    return profile.profile(reading, focus, chosen)


def area_profile(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return total and areas against a comparison set; the same one whether its year is spelt out or not."""
    return _area_profile(reading, focus, replace(chosen, reference_year=chosen.year(focus)))


@cached
def _questions(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    return question_profile.question_profile(reading, focus, chosen)


def questions(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return the questions against a comparison set; the same one whether its year is spelt out or not."""
    return _questions(reading, focus, replace(chosen, reference_year=chosen.year(focus)))


@cached
def asked(reading: Reading, question: str, **words: str | int | None) -> pl.DataFrame:
    """Return the answer of one SQL question about evaluations."""
    return reading.ask(question, **words)


@cached_log
def log(reading: Reading) -> pl.DataFrame:
    """Return one row an event of the dataset, newest first."""
    return reading.ask("events")


@cached
def in_store(reading: Reading) -> Mapping[str, Any]:
    """Return how many evaluations and municipalities there are, with which versions, and the newest year."""
    return reading.ask("in_store").row(0, named=True)


@cached_reference
def area_names(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "name").iter_rows())


@cached_reference
def area_shorts(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called in short, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "short").iter_rows())


@cached
def in_year(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return every municipality of a country as it stood in a year, for one family."""
    return comparison.landscape(reading, family, year, country=country)


@cached
def ranked(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return totals as they stood in a year, highest first."""
    return ranking.ranking(reading, in_year(reading, family, year, country))


@cached
def _ranked_by(reading: Reading, rules: Rules) -> pl.DataFrame:
    return ranking.ranking(reading, comparison.compared(reading, rules))


def ranked_with(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return totals of a comparison set, highest first."""
    return _ranked_by(reading, comparison.rules_for(reading, focus, chosen))


@cached
def _spread_by(reading: Reading, rules: Rules, area: int) -> pl.DataFrame:
    return distribution.group_points(reading, comparison.compared(reading, rules), area)


def spread_with(reading: Reading, focus: Evaluation, chosen: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area in a comparison set, one row a municipality."""
    return _spread_by(reading, comparison.rules_for(reading, focus, chosen), area)
