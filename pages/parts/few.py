"""A few municipalities are not the country."""

import polars as pl

from charts.standing import is_few
from pages.parts import answers
from queries.reading import Reading


@answers.kept
def few(reading: Reading, family: int, n: int) -> bool:
    """Return whether print of a family rests on more municipalities than n, so that ours carries no quartile."""
    references = answers.asked(reading, "references").filter(pl.col("family") == family)["n"]
    statements = answers.asked(reading, "statements", municipality=None)["of_n"]
    return is_few(n, [*references.drop_nulls(), *statements.drop_nulls()])
