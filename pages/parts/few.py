"""A few municipalities are not the country."""

import polars as pl

from charts.standing import is_few
from pages.parts import answers
from queries.reading import Reading


@answers.kept
def few(reading: Reading, family: int, group: str | None, n: int) -> bool:
    """Return whether print about a group rests on more municipalities than n, so that ours carries no quartile.

    The group is called as print calls it, Norge or a size group; print of any year counts, since a few are never
    the country. None is a group that print says nothing of.
    """
    references = answers.asked(reading, "references").filter(
        pl.col("family") == family, pl.col("group_label") == (group or "")
    )
    statements = answers.asked(reading, "statements", municipality=None).filter(pl.col("group_label") == (group or ""))
    return is_few(n, [*references["n"].drop_nulls(), *statements["of_n"].drop_nulls()])
