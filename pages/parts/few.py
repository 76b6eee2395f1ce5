"""A few municipalities are not the country."""

import polars as pl

from charts.standing import is_few
from pages.parts import answers
from queries.caching import cached
from queries.reading import Reading


@cached
def few(reading: Reading, family: int, country: str, group: str | None, n: int) -> bool:
    """Return whether print about a group rests on more municipalities than n, so that ours carries no quartile.

    The group is a code, `all` of a country or `size_1`; print of any year counts, since a few are never the country.
    None is a group that print says nothing of.
    """
    same = (pl.col("country") == country) & (pl.col("group_code") == (group or ""))
    references = answers.asked(reading, "references").filter(same, pl.col("family") == family)
    statements = answers.asked(reading, "statements", municipality=None).filter(same)
    return is_few(n, [*references["n"].drop_nulls(), *statements["of_n"].drop_nulls()])
