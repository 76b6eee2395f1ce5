"""Limit on the rows of a table on the screen; files hold all rows."""

from typing import Final

import polars as pl

from reports.table import Row

MOST_ROWS: Final = 500


def first_rows(rows: pl.DataFrame, marked: Row) -> pl.DataFrame:
    """Return the first 500 rows, followed by highlighted rows that come later."""
    if rows.height <= MOST_ROWS:
        return rows
    marked_rows = rows.slice(MOST_ROWS)
    for field, value in marked.items():
        marked_rows = marked_rows.filter(pl.col(field) == value)
    return pl.concat([rows.head(MOST_ROWS), marked_rows if marked else marked_rows.clear()])
