"""Tables of more rows than a reader scrolls through: the first are kept, and files are given all."""

from typing import Final

import polars as pl

from reports.table import Row

MOST_ROWS: Final = 500


def first_rows(rows: pl.DataFrame, marked: Row) -> pl.DataFrame:
    """Return all rows, or of more than 500 the first and after them those that are marked."""
    if rows.height <= MOST_ROWS:
        return rows
    marked_rows = rows.slice(MOST_ROWS)
    for field, value in marked.items():
        marked_rows = marked_rows.filter(pl.col(field) == value)
    return pl.concat([rows.head(MOST_ROWS), marked_rows if marked else marked_rows.clear()])
