"""Tables as plain data: raw values in rows, and columns that format them for both screen and files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import polars as pl

from reports.links import Link
from reports.strip import Strip

if TYPE_CHECKING:  # a fold holds tables
    from reports.content import Fold

Row: TypeAlias = Mapping[str, Any]
"""One row of a table: field to value."""


Direction: TypeAlias = Literal["ascending", "descending"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        heading: column header.
        value: field of the row, or function of the row; a value of None is missing.
        kind: text, number, difference (signed), or share (0–1, shown as a percentage).
        decimals: on the screen; None is zero or one, whichever the value needs. Files hold two, and three of shares.
        shown: text on the screen where it differs from the value: `2 av 15`.
        link: internal link of a cell.
        web: external URL of a cell.
        strong: whether a cell is emphasised.
        small: whether a difference is below the threshold, and is put in brackets.
        shade: share of the maximum, 0 to 1, by which a cell is tinted on the screen, behind its figure.
        beneath: whether the text stands on the screen in a line of its own below the row, without a heading.
        sort: link in the heading that sorts the rows by this column.
        sorted: how the rows are sorted by this column; None where they are not.
        strip: the figure against its group, drawn on the screen in place of text.
        trail: shares of the maximum, 0 to 1, from evaluation to evaluation, drawn on the screen in place of text.
        only: where the column appears; None is both.
        minor: whether the column is left out on a phone, where the rows of a heat map are a list.
        written: whether people wrote what stands in it, which is told as it stands in every language.
        language: the language of its texts where we do not tell them; a fallback of ours is a `Sentence`.
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
    shade: Callable[[Row], float | None] | None = None
    beneath: bool = False
    sort: Link | None = None
    sorted: Direction | None = None
    strip: Callable[[Row], Strip | None] | None = None
    trail: Callable[[Row], Sequence[float]] | None = None
    only: Literal["screen", "file"] | None = None
    minor: bool = False
    written: bool = False
    language: str = ""

    def of(self, row: Row) -> Any:
        """Return the raw value of a row: number, date, text or None."""
        return row[self.value] if isinstance(self.value, str) else self.value(row)


@dataclass(frozen=True, eq=False)  # compared by identity: frames are compared cell by cell, with no single answer
class Table:
    """A table on the screen and in files.

    Attributes:
        key: name in the file address; unique in its report. An empty key means no file of its own.
        title: title in files, and caption on the screen.
        columns: in order; columns without any value are left out on the screen.
        rows: raw values.
        caption: caption on the screen where it differs from the title.
        marked: rows with all of these field values are highlighted.
        notes: sentences below the table, on the screen and in files.
        origin: provenance, in files only: evaluation, version and sources.
        more: builds all rows for a file where `rows` holds only the first.
        of: total number of rows where `rows` holds only the first.
        look: `close` has rows close together, `heat` also a table of shaded cells; `outlined` marks the best ones.
        group: heading above the rows of which it is the same, on the screen.
        opened: contents that a row opens in place, on the screen; None for a row that opens nothing.
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
    look: Literal["", "close", "heat", "outlined"] = ""
    group: Callable[[Row], str] | None = None
    opened: "Callable[[Row], Fold | None] | None" = None

    def folds(self) -> "list[Fold | None]":
        """Return what each row opens, in their order; an empty list where rows open nothing."""
        return [self.opened(row) for row in self.rows.to_dicts()] if self.opened else []

    def all_rows(self) -> pl.DataFrame:
        """Return all rows, for a file."""
        return self.more() if self.more else self.rows


@dataclass(frozen=True)
class TableFile:
    """A table that is downloadable only: the screen shows the same figures in another form."""

    table: Table
