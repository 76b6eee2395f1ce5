"""How points are spread over a comparison set: counted once for all of its members."""

import polars as pl

from queries.comparison import Rules
from queries.reading import Reading, kept
from queries.settings import settings
from queries.statistics import describe, spelt_out


@kept
def area_tally(reading: Reading, rules: Rules) -> pl.DataFrame:
    """Return one row an area (0 is the total) and points that anyone has for it, with how many have them."""
    return reading.ask("area_tally", rules=rules.asked())


@kept
def area_statistics(reading: Reading, rules: Rules) -> pl.DataFrame:
    """Return one row an area (0 is the total): n, and in points mean, quartiles and extremes; null under five."""
    return describe(spelt_out(area_tally(reading, rules)), "area", settings(reading)["fewest_compared"])


@kept
def question_tally(reading: Reading, rules: Rules, version: str) -> pl.DataFrame:
    """Return one row a question and points that anyone has for it, with how many have them."""
    return reading.ask("question_tally", rules=rules.asked(), version=version)


@kept
def question_statistics(reading: Reading, rules: Rules, version: str) -> pl.DataFrame:
    """Return one row a question: n, and in points mean, quartiles and extremes; null under five."""
    return describe(spelt_out(question_tally(reading, rules, version)), "code", settings(reading)["fewest_compared"])
