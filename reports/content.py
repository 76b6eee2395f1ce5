"""What a report consists of: sentences, lists, tables and pictures as plain data, without any form.

A table's columns are defined once. The screen writes a value as readers do, a file holds it as a number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import polars as pl

Row: TypeAlias = Mapping[str, Any]
"""One row of a table, by field."""


@dataclass(frozen=True)
class Link:
    """Where something leads: the path of a page, and what its address says beside the dataset and the event."""

    page: str
    choices: tuple[tuple[str, str], ...]
    dataset: str | None = None


def link(page: str, dataset: str | None = None, **choices: str | int) -> Link:
    """Return a link to a page with these choices in its address, in the dataset shown or in another."""
    return Link(page, tuple((name, str(value)) for name, value in choices.items()), dataset)


@dataclass(frozen=True)
class Heading:
    """A heading; the page's own title is of level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: running text, or one that leads in or on, tells facts, is told aloud, or stands under something."""

    text: str
    role: Literal["text", "lead", "facts", "told", "caption", "next"] = "text"
    link: Link | None = None


@dataclass(frozen=True)
class Score:
    """The one figure a page is about, with what is said of it: `433` and `av 800 poeng`."""

    figure: str
    text: str


@dataclass(frozen=True)
class Item:
    """One item of a list, with what stands out before it: `2018:`."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list under a heading of its own, where it has one; `empty` is said of a list without items."""

    items: tuple[Item, ...]
    heading: str = ""
    empty: str = ""


@dataclass(frozen=True)
class Notice:
    """Why something is not shown, with a code for programs."""

    code: str
    text: str


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


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture with the text that says the same.

    Attributes:
        key: what its file is called in an address; unique in its report.
        title: whose figures it draws, and whether they are fictional.
        specification: how it is drawn, the same for any rows.
        points: the rows it draws, as an Arrow table.
        description: the sentences that hold every value.
        origin: sentences in its files: what is drawn, n, version and sources.
    """

    key: str
    title: str
    specification: Mapping[str, Any]
    points: Any
    description: str
    origin: Sequence[str]


@dataclass(frozen=True)
class Beside:
    """Contents that stand beside each other where there is room; `widths` are relative."""

    parts: "tuple[tuple[Content, ...], ...]"
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Fold:
    """Contents that are folded away until somebody opens them; by its key it stays open from view to view."""

    key: str
    heading: str
    contents: "tuple[Content, ...]"


@dataclass(frozen=True, eq=False)
class Workbook:
    """Much of a report as one file to print and hand out: sentences on a first sheet, then a table on each.

    Attributes:
        key: what its file is called in an address; unique in its report.
        title: what the file is called.
        label: what its link says.
        paragraphs: the sentences of the first sheet.
        sheets: gives by name the table of each further sheet, in order; the last one ends with what the figures are.
    """

    key: str
    title: str
    label: str
    paragraphs: Sequence[str]
    sheets: "Callable[[], Mapping[str, Table]]"


Content: TypeAlias = (
    Heading | Paragraph | Score | Bullets | Notice | Table | TableFile | Picture | Workbook | Beside | Fold
)
Filed: TypeAlias = Table | Picture | Workbook
"""What can be taken away as a file."""


@dataclass(frozen=True)
class Section:
    """One part of a report: a thing said, with its tables and pictures."""

    key: str
    contents: tuple[Content, ...] = ()


def section(key: str, *contents: Content | None) -> Section:
    """Return a section of these contents, without those that are None."""
    return Section(key, tuple(content for content in contents if content is not None))


def files_of(contents: Sequence[Content]) -> dict[str, Filed]:
    """Return by key every table, picture and workbook in some contents, also those folded away."""
    found: dict[str, Filed] = {}
    for content in contents:
        match content:
            case Table(key=""):
                pass
            case Table() | Picture() | Workbook():
                found[content.key] = content
            case TableFile(table):
                found[table.key] = table
            case Fold():
                found |= files_of(content.contents)
            case Beside():
                for part in content.parts:
                    found |= files_of(part)
            case _:
                pass
    return found
