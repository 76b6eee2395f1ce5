"""The elements of a report as plain data: headings, text, lists, tables and pictures, without formatting."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from reports.answer import Cards, Headline
from reports.links import Link
from reports.strip import Scale
from reports.table import Table, TableFile


@dataclass(frozen=True)
class Heading:
    """A heading; the page's own title is of level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. Its role decides its style: `told` is a summary sentence, `next` a link to another page."""

    text: str
    role: Literal["text", "lead", "facts", "told", "caption", "next"] = "text"
    link: Link | None = None


@dataclass(frozen=True)
class Item:
    """A list item with an optional emphasised label: `2018:`.

    `language` is that of the text where it is not told by us: what evaluators wrote stays as they wrote it.
    A text of a plan is `Written`, and says so itself.
    """

    text: str
    label: str = ""
    language: str = ""


WRITTEN = "no"
"""The language of what evaluators and planners wrote: Norwegian, and nobody has noted which."""


@dataclass(frozen=True)
class Bullets:
    """A bullet list with an optional heading; `empty` is shown where there are no items.

    `in_columns` sets the items side by side, without bullets, where the screen is wide enough.
    """

    items: tuple[Item, ...]
    heading: str = ""
    empty: str = ""
    in_columns: bool = False


@dataclass(frozen=True)
class Option:
    """One of several choices, as a link."""

    text: str
    link: Link
    is_chosen: bool = False


@dataclass(frozen=True)
class Options:
    """A row of links to the choices of a page: its steps, which stay in sight, or a filter of what stands below.

    Attributes:
        label: what is chosen.
        items: the choices, in order.
        role: `steps` or `filter`.
        beside: a link at the end of the row, to another way of showing the page.
    """

    label: str
    items: tuple[Option, ...]
    role: Literal["steps", "filter"] = "filter"
    beside: Option | None = None


@dataclass(frozen=True)
class Pager:
    """Where one is in a view of one thing at a time, and the links that its arrow keys and Escape follow."""

    place: str
    previous: Link | None
    next: Link | None
    leave: Link


@dataclass(frozen=True)
class Notice:
    """A message, such as why something is not shown, with a machine-readable code."""

    code: str
    text: str


@dataclass(frozen=True, eq=False)
class Picture:
    """A Vega-Lite picture with a text alternative.

    Attributes:
        key: name in the file address; unique in its report.
        title: title, marked where the figures are fictional.
        specification: Vega-Lite specification without data; constant for any rows.
        points: the data as an Arrow table.
        description: sentences with every value of the picture.
        origin: provenance in its files: what is drawn, n, version and sources.
    """

    key: str
    title: str
    specification: Mapping[str, Any]
    points: Any
    description: str
    origin: Sequence[str]


@dataclass(frozen=True, eq=False)
class PictureFile:
    """A picture that is downloadable only, built on download: the screen shows the same figures in another form."""

    key: str
    title: str
    label: str
    build: Callable[[], Picture]


@dataclass(frozen=True)
class Beside:
    """Contents in columns, side by side where the screen is wide enough; `widths` are relative."""

    parts: "tuple[tuple[Content, ...], ...]"
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Fold:
    """Collapsed contents. Whether it is open is kept by key, so it survives another choice on the page.

    `is_open` is how it comes.
    """

    key: str
    heading: str
    contents: "tuple[Content, ...]"
    is_open: bool = False


@dataclass(frozen=True, eq=False)
class Workbook:
    """A report as an Excel workbook for print: sentences on the first sheet, then one table per sheet.

    Attributes:
        key: name in the file address; unique in its report.
        title: title, which also gives the file name.
        label: text of the download link.
        paragraphs: sentences of the first sheet.
        sheets: builds the tables of the further sheets by sheet name, in order.
    """

    key: str
    title: str
    label: str
    paragraphs: Sequence[str]
    sheets: "Callable[[], Mapping[str, Table]]"


Content: TypeAlias = (
    Heading
    | Paragraph
    | Headline
    | Scale
    | Cards
    | Bullets
    | Options
    | Pager
    | Notice
    | Table
    | TableFile
    | Picture
    | PictureFile
    | Workbook
    | Beside
    | Fold
)
Filed: TypeAlias = Table | Picture | PictureFile | Workbook
"""Content that can be downloaded."""


@dataclass(frozen=True)
class Section:
    """One part of a report, built, cached and drawn as a unit."""

    key: str
    contents: tuple[Content, ...] = ()


def section(key: str, *contents: Content | None) -> Section:
    """Return a section of the contents that are not None."""
    return Section(key, tuple(content for content in contents if content is not None))


def files_of(contents: Sequence[Content]) -> dict[str, Filed]:
    """Return every downloadable table, picture and workbook by key, including nested ones."""
    files: dict[str, Filed] = {}
    for content in contents:
        match content:
            case Table():
                files |= {content.key: content} if content.key else {}
                files |= files_of([fold for fold in content.folds() if fold])
            case Picture() | PictureFile() | Workbook():
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
