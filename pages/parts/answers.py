"""Answers kept for the next visitor: by dataset, event and what was asked, bounded, never cleared by hand."""

from collections.abc import Mapping
from functools import lru_cache

import polars as pl

from queries import best_practice, comparison, distribution, merger, merging, profile, question_profile, ranking, trend
from queries.comparison import Comparison
from queries.evaluation import Evaluation, evaluations_of
from queries.reading import Reading

kept = lru_cache(maxsize=256)

area_profile = kept(profile.profile)
questions = kept(question_profile.question_profile)
areas = kept(profile.areas)
movement = kept(trend.trend)
compared_with = kept(comparison.comparison_set)
evaluations = kept(evaluations_of)
merged = kept(merging.merging)
verdicts = kept(merger.merger)
transfers = kept(merger.transfers)
common_gaps = kept(merger.common_gaps)
well_done_outside = kept(merger.outside)
merged_areas = kept(merger.area_table)
taking_part = kept(merger.taking_part)
version_of = kept(merger.version_of)
best_practices = kept(best_practice.best_practices)
question_figures = kept(best_practice.question_figures)
family_with_most = kept(comparison.largest_family)


@kept
def asked(reading: Reading, question: str, **words: str | int | None) -> pl.DataFrame:
    """Return the answer of one SQL question."""
    return reading.ask(question, **words)


@kept
def area_names(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "name").iter_rows())


@kept
def area_shorts(reading: Reading, version: str) -> Mapping[int, str]:
    """Return what the areas of a version are called in short, by number."""
    return dict(areas(reading, version).filter(pl.col("area") > 0).select("area", "short").iter_rows())


@kept
def in_year(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return every municipality of a country as it stood in a year, for one family."""
    return comparison.landscape(reading, family, year, country=country)


@kept
def ranked(reading: Reading, family: int, year: int, country: str) -> pl.DataFrame:
    """Return totals as they stood in a year, highest first."""
    return ranking.ranking(reading, in_year(reading, family, year, country))


@kept
def ranked_with(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    """Return totals of a comparison set, highest first."""
    return ranking.ranking(reading, compared_with(reading, focus, chosen))


@kept
def without_areas(reading: Reading, focus: Evaluation, chosen: Comparison) -> list[str]:
    """Return the names of those in a comparison set of whom only the total is known."""
    return profile.without_areas(reading, compared_with(reading, focus, chosen))


@kept
def spread_with(reading: Reading, focus: Evaluation, chosen: Comparison, area: int) -> pl.DataFrame:
    """Return the points for an area in a comparison set, one row a municipality."""
    return distribution.group_points(reading, compared_with(reading, focus, chosen), area)


@kept
def leading(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    """Return who has the highest points of each question in a comparison set."""
    return best_practice.leading(reading, question_figures(reading, focus, chosen))


@kept
def leading_areas(reading: Reading, focus: Evaluation, chosen: Comparison) -> pl.DataFrame:
    """Return who has the highest points of each area in a comparison set."""
    return best_practice.leading_areas(reading, compared_with(reading, focus, chosen))
