"""Content as HTML: every text is text, whoever wrote it. Pictures are no HTML, see pages/parts/screen.py."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

import polars as pl
from markupsafe import Markup, escape

from data.norwegian import number
from reports.content import (
    Beside,
    Bullets,
    Column,
    Content,
    Fold,
    Heading,
    Link,
    Notice,
    Paragraph,
    Picture,
    Row,
    Score,
    Table,
)
from reports.values import shown
from reports.writers.files import formats_of

MOST_ROWS = 500
FIRST_OF_MANY = "De {drawn} første av {n} vises; filen har alle."
Words = Sequence[tuple[str, str]]
"""What every address on a page says: the dataset, and the event where the address names one."""
FILE_WORDS = "@words-of-the-page@"
"""Stands in the addresses of files, for what the page's own address says: it differs where the text does not."""


class Writer:
    """Writes content for one page, whose report has a name and whose address says some words.

    What belongs to no report has no files by address.
    """

    def __init__(self, report: str | None, along: Words) -> None:
        """Keep what links take along."""
        self._report = report
        self._along = dict(along)

    def html(self, contents: Iterable[Content]) -> Markup:
        """Return all of some contents; of pictures what stands under them."""
        return Markup("").join(self._one(content) for content in contents)

    def _one(self, content: Content) -> Markup:
        match content:
            case Heading(text, level):
                return Markup("<h{0}>{1}</h{0}>").format(level, text)
            case Paragraph(text, role, link):
                written = self._link(link, text) if link else escape(text)
                return Markup('<p class="{}">{}</p>').format(role, written)
            case Score(figure, text):
                return Markup('<p class="score"><strong>{}</strong> {}</p>').format(figure, text)
            case Notice(code, text):
                return Markup('<p class="notice" data-code="{}">{}</p>').format(code, text)
            case Bullets():
                return _bullets(content)
            case Table():
                return self._table(content)
            case Picture():
                return self._words_of(content)
            case Beside(parts):
                return Markup('<div class="beside">{}</div>').format(
                    Markup("").join(Markup("<div>{}</div>").format(self.html(part)) for part in parts)
                )
            case Fold(key, heading, contents):
                return _fold(key, heading, self.html(contents))

    def _table(self, table: Table) -> Markup:
        if table.rows.is_empty():
            return Markup('<p class="caption">{}: ingen.</p>').format(table.title)
        rows = _drawn(table).to_dicts()
        columns = [one for one in table.columns if one.only != "file" and any(one.of(row) is not None for row in rows)]
        many = table.rows.height > MOST_ROWS
        notes = [*table.notes, *([_first_of_many(table)] if many else [])]
        below = Markup("").join(Markup('<p class="caption">{}</p>').format(note) for note in notes)
        return self._grid(table, columns, rows) + below + self._files(table)

    def _grid(self, table: Table, columns: Sequence[Column], rows: Iterable[Row]) -> Markup:
        caption = table.caption or table.title
        head = Markup("").join(Markup('<th scope="col"{}>{}</th>').format(_side(one), one.heading) for one in columns)
        body = Markup("").join(self._row(columns, row, table.marked) for row in rows)
        return Markup(
            '<div class="table" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption>'
            "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
        ).format(caption, head, body)

    def _row(self, columns: Sequence[Column], row: Row, marked: Row) -> Markup:
        is_marked = bool(marked) and all(row.get(field) == value for field, value in marked.items())
        first, *others = columns
        return Markup('<tr{}><th scope="row"{}>{}</th>{}</tr>').format(
            Markup(' class="marked"') if is_marked else "",
            _side(first),
            self._cell(first, row),
            Markup("").join(Markup("<td{}>{}</td>").format(_side(one), self._cell(one, row)) for one in others),
        )

    def _cell(self, column: Column, row: Row) -> Markup:
        text = escape(shown(column, row))
        if column.strong and column.strong(row):
            text = Markup("<strong>{}</strong>").format(text)
        if column.web and (address := column.web(row)):
            return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(address, text)
        link = column.link(row) if column.link else None
        return self._link(link, text) if link else text

    def _link(self, link: Link, text: str) -> Markup:
        return Markup('<a href="{}" target="_self">{}</a>').format(self.address(link), text)

    def address(self, link: Link) -> str:
        """Return the address a link leads to, in the dataset and as of the event that are shown if not in another."""
        along = {"datasett": link.dataset} if link.dataset else self._along
        return f"{link.page}?{urlencode(dict(link.choices) | along)}"

    def _words_of(self, picture: Picture) -> Markup:
        words = Markup("<p>{}</p>").format(picture.words)
        return _fold(picture.key, f"I ord og som fil: {picture.title}", words + self._files(picture))

    def _files(self, content: Table | Picture) -> Markup:
        if self._report is None:
            return Markup("")
        links = Markup(" ").join(
            Markup('<a href="fil/{}/{}.{}?{}" download title="{}">Last ned {}</a>').format(
                self._report, content.key, ending, FILE_WORDS, content.title, name
            )
            for ending, (name, *_) in formats_of(content).items()
        )
        return Markup('<p class="files">{}</p>').format(links)


def _drawn(table: Table) -> pl.DataFrame:
    """Return the rows that are drawn: all, or of many the first and those that are marked."""
    rows = table.rows
    if rows.height <= MOST_ROWS:
        return rows
    ours = rows.slice(MOST_ROWS)
    for field, value in table.marked.items():
        ours = ours.filter(pl.col(field) == value)
    return pl.concat([rows.head(MOST_ROWS), ours if table.marked else ours.clear()])


def _first_of_many(table: Table) -> str:
    return FIRST_OF_MANY.format(drawn=number(MOST_ROWS), n=number(table.rows.height))


def _bullets(bullets: Bullets) -> Markup:
    heading = Markup("<p><strong>{}</strong></p>").format(bullets.heading) if bullets.heading else Markup("")
    items = Markup("").join(
        Markup("<li>{}{}</li>").format(
            Markup("<strong>{}</strong> ").format(item.label) if item.label else "", item.text
        )
        for item in bullets.items
    )
    empty = Markup("<li>{}</li>").format(bullets.empty) if bullets.empty else Markup("")
    return heading + Markup('<ul class="statements">{}</ul>').format(items or empty)


def _fold(key: str, heading: str, inside: Markup) -> Markup:
    return Markup('<details class="fold" id="{}"><summary>{}</summary><div>{}</div></details>').format(
        key, heading, inside
    )


def _side(column: Column) -> Markup:
    return Markup("") if column.kind == "text" else Markup(' class="number"')
