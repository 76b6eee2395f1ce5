"""Tables as plain data: raw values in the rows, and columns defined once for screen, file and API alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import polars as pl

from reports.links import Link

Row: TypeAlias = Mapping[str, Any]
"""One row of a table, by field."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        heading: what the reader sees above it.
        value: the field of the rows, or what gives the value of a row; None is not known.
        kind: text, a number, a difference with its sign, or a share from 0 to 1 shown as a percentage.
        decimals: of numbers on the screen; None is none or one, as each needs. Files hold two, and three of shares.
        shown: gives the text on the screen where it says more than the value: `2 av 15`.
        link: gives where a row's cell leads.
        web: gives the address outside that a row's cell leads to.
        strong: says whether a row's cell stands out.
        small: says whether a row's difference is too small to matter, and is put in brackets.
        only: a column of the screen alone, or of files alone; None is both.
    """

    heading: str
    value: str | Callable[[Row], Any]
    kind: Literal["text", "number", "difference", "share"] = "text"
    decimals: int | None = None
    shown: Callable[[Row], str] | None = None
    link: Callable[[Row], Link | None] | None = None
    web: Callable[[Row], str | None] | None = None
    strong: Callable[[Row], bool] | None = None
    small: Callable[[Row], bool] | None = None
    only: Literal["screen", "file"] | None = None

    def of(self, row: Row) -> Any:
        """Return the value of a row as it is: a number, a date, a text, or None."""
        return row[self.value] if isinstance(self.value, str) else self.value(row)


@dataclass(frozen=True, eq=False)
class Table:
    """A table, and the file that can be made of it.

    Attributes:
        key: what its file is called in an address; unique in its report. A part of a list has no file of its own.
        title: what it is called in files and in its caption.
        columns: in order; one without a single value is left out on the screen.
        rows: one row each, raw values.
        caption: what stands over it on the screen, where that says more than the title.
        marked: field and value of the rows that stand out.
        notes: sentences under it, on the screen and in files.
        origin: sentences in files alone: what was measured, with which version, and the sources.
        more: gives all rows for a file, where the screen has only the first.
        of: how many rows there are in all, said under the table where more than those are kept here.
    """

    key: str
    title: str
    columns: Sequence[Column]
    rows: pl.DataFrame
    caption: str = ""
    marked: Row = field(default_factory=dict)
    notes: Sequence[str] = ()
    origin: Sequence[str] = ()
    more: Callable[[], pl.DataFrame] | None = None
    of: int | None = None

    def all_rows(self) -> pl.DataFrame:
        """Return the rows of its file."""
        return self.more() if self.more else self.rows


@dataclass(frozen=True)
class TableFile:
    """A table that is offered as files only: the screen tells the same in parts, or in another way."""

    table: Table
