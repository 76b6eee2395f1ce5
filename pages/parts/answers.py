"""Answers kept for the next visitor: by dataset, event and what was asked, bounded, never cleared by hand."""

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
from queries.comparison import ALL, Comparison, Rules
from queries.evaluation import Evaluation, evaluations_of
from queries.keeping import kept as kept  # the parts keep what they prepare in the same way
from queries.keeping import kept_lists as kept_lists
from queries.reading import Reading

discrepancies = differing.discrepancies
own_areas, own_questions = figures.own_areas, figures.own_questions
areas = profile.areas
movement = kept(trend.trend)
compared_with = comparison.comparison_set
left_out = comparison.left_out
evaluations = evaluations_of
merged = kept(merging.merging)
verdicts = kept(merger.merger)
transfers = kept(merger.transfers)
common_gaps = kept(merger.common_gaps)
well_done_outside = kept(merger.outside)
merged_areas = kept(merger.area_table)
taking_part = kept(merger.taking_part)
version_of = kept(merger.version_of)
best_practices = best_practice.best_practices
question_figures = best_practice.question_figures
leading = best_practice.leading
leading_areas = best_practice.leading_areas
gold_stars = best_practice.gold_stars
without_areas = profile.without_areas
family_with_most = kept(comparison.largest_family)


@kept
def _area_profile(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    return profile.profile(reading, focus, chosen)


def area_profile(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return total and areas against a comparison set; the same one whether its year is spelt out or not."""
    return _area_profile(reading, focus, replace(chosen, reference_year=chosen.year(focus)))


@kept
def _questions(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    return question_profile.question_profile(reading, focus, chosen)


def questions(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return the questions against a comparison set; the same one whether its year is spelt out or not."""
    return _questions(reading, focus, replace(chosen, reference_year=chosen.year(focus)))


@kept
def asked(reading: Reading, question: str, **words: str | int | None) -> pl.DataFrame:
    """Return the answer of one SQL question."""
    return reading.ask(question, **words)


@kept
def in_store(reading: Reading) -> Mapping[str, Any]:
    """Return how many evaluations and municipalities there are, with which versions, and the newest year."""
    return reading.ask("in_store").row(0, named=True)


@kept
def area_names(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "name").iter_rows())


@kept
def area_shorts(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called in short, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "short").iter_rows())


@kept_lists
def in_year(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return every municipality of a country as it stood in a year, for one family."""
    return comparison.landscape(reading, family, year, country=country)


@kept_lists
def ranked(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return totals as they stood in a year, highest first."""
    return ranking.ranking(reading, in_year(reading, family, year, country))


@kept_lists
def _ranked_by(reading: Reading, rules: Rules) -> pl.DataFrame:
    return ranking.ranking(reading, comparison.compared(reading, rules))


def ranked_with(reading: Reading, focus: Evaluation, chosen: Comparison = ALL) -> pl.DataFrame:
    """Return totals of a comparison set, highest first."""
    return _ranked_by(reading, comparison.rules_for(reading, focus, chosen))


@kept_lists
def _spread_by(reading: Reading, rules: Rules, area: int) -> pl.DataFrame:
    return distribution.group_points(reading, comparison.compared(reading, rules), area)


def spread_with(reading: Reading, focus: Evaluation, chosen: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area in a comparison set, one row a municipality."""
    return _spread_by(reading, comparison.rules_for(reading, focus, chosen), area)
