"""What a report consists of: sentences, lists, tables and pictures as plain data, without any form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from reports.links import Link
from reports.table import Table, TableFile


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
    files: dict[str, Filed] = {}
    for content in contents:
        match content:
            case Table(key=""):
                pass
            case Table() | Picture() | Workbook():
                files[content.key] = content
            case TableFile(table):
                files[table.key] = table
            case Fold():
                files |= files_of(content.contents)
            case Beside():
                for part in content.parts:
                    files |= files_of(part)
            case _:
                pass
    return files
