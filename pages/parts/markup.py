"""Rendering of content as escaped HTML. Pictures are drawn by pages/parts/screen.py."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from markupsafe import Markup, escape

from data.norwegian import number
from pages.parts.html import Html
from reports.content import Beside, Bullets, Content, Filed, Fold, Heading, Notice, Paragraph, Picture, Score, Workbook
from reports.links import Link
from reports.many import MOST_ROWS, first_rows
from reports.table import Column, Row, Table, TableFile
from reports.values import shown
from reports.writers.files import formats_of

FIRST_OF_MANY = "De {drawn} første av {n} vises; filen har alle."
LEFT, RIGHT = Markup(""), Markup(' class="number"')
Parameters = Sequence[tuple[str, str]]
"""Query parameters of every link on a page: dataset, and event where the address has one."""
FILE_PARAMETERS = "@parameters-of-the-page@"
"""Placeholder for the query parameters of file links, filled in at drawing so that cached HTML serves all choices."""


class Writer:
    """Renders the content of one page."""

    def __init__(self, report: str | None, along: Parameters) -> None:
        """Take the report's name in file addresses (None: no file links) and the parameters of every link."""
        self._report = report
        self._along = dict(along)

    def html(self, contents: Iterable[Content]) -> Html:
        """Return the HTML of contents; of a picture only its description and file links."""
        return Html("").join(self._content(content) for content in contents)

    def _content(self, content: Content) -> Markup:
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
                return self._description_of(content)
            case Workbook() | TableFile():
                return self._files(content.table if isinstance(content, TableFile) else content)
            case Beside(parts):
                return Markup('<div class="beside">{}</div>').format(
                    Markup("").join(Markup("<div>{}</div>").format(self.html(part)) for part in parts)
                )
            case Fold(key, heading, contents):
                return _fold(key, heading, self.html(contents))

    def _table(self, table: Table) -> Markup:
        if table.rows.is_empty():
            return Markup('<p class="caption">{}: ingen.</p>').format(table.title)
        rows = first_rows(table.rows, table.marked).to_dicts()
        columns = [
            column
            for column in table.columns
            if column.only != "file" and any(column.of(row) is not None for row in rows)
        ]
        notes = [*table.notes, *_first_of_many(table.of or table.rows.height)]
        below = Markup("").join(Markup('<p class="caption">{}</p>').format(note) for note in notes)
        return self._grid(table, columns, rows) + below + (self._files(table) if table.key else Markup(""))

    def _grid(self, table: Table, columns: Sequence[Column], rows: Iterable[Row]) -> Markup:
        caption = table.caption or table.title
        head = Markup("").join(
            Markup('<th scope="col"{}>{}</th>').format(_side(column), column.heading)
            for column in columns
            if not column.beneath
        )
        body = Markup("").join(self._row(columns, row, table.marked) for row in rows)
        return Markup(
            '<div class="{3}" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption>'
            "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
        ).format(caption, head, body, "table" if table.key else "table part")

    def _row(self, columns: Sequence[Column], row: Row, marked: Row) -> Markup:
        is_marked = bool(marked) and all(row.get(field) == value for field, value in marked.items())
        first, *others = columns
        # The cells are escaped already. Joined as plain strings, since Markup.format dominates the time for many rows.
        within = [column for column in others if not column.beneath]
        cells = "".join(f"<td{_look(column, row)}>{self._cell(column, row)}</td>" for column in within)
        start = '<tr class="marked">' if is_marked else "<tr>"
        beneath = "".join(
            f'<tr class="beneath"><td colspan="{1 + len(within)}">{self._cell(column, row)}</td></tr>'
            for column in others
            if column.beneath and column.of(row) is not None
        )
        return Markup(f'{start}<th scope="row"{_side(first)}>{self._cell(first, row)}</th>{cells}</tr>{beneath}')

    def _cell(self, column: Column, row: Row) -> Markup:
        text = escape(shown(column, row))
        if column.strong and column.strong(row):
            text = Markup("<strong>{}</strong>").format(text)
        if column.web and (address := column.web(row)):
            return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(address, text)
        link = column.link(row) if column.link else None
        return self._link(link, text) if link else text

    def _link(self, link: Link, text: str) -> Markup:
        return Markup(f'<a href="{escape(self.address(link))}" target="_self">{escape(text)}</a>')

    def address(self, link: Link) -> str:
        """Return the URL of a link, in the current dataset and event unless the link has a dataset."""
        parameters = {"datasett": link.dataset} if link.dataset else self._along
        return f"{link.page}?{urlencode(dict(link.choices) | parameters)}"

    def _description_of(self, picture: Picture) -> Markup:
        description = Markup("<p>{}</p>").format(picture.description)
        return _fold(picture.key, f"I ord og som fil: {picture.title}", description + self._files(picture))

    def _files(self, content: Filed) -> Markup:
        if self._report is None:
            return Markup("")
        links = Markup(" ").join(
            Markup('<a href="fil/{}/{}.{}?{}" download title="{}">{}</a>').format(
                self._report,
                content.key,
                ending,
                FILE_PARAMETERS,
                content.title,
                content.label if isinstance(content, Workbook) else f"Last ned {name}",
            )
            for ending, (name, *_) in formats_of(content).items()
        )
        return Markup('<p class="files">{}</p>').format(links)


def _first_of_many(n: int) -> list[str]:
    return [FIRST_OF_MANY.format(drawn=number(MOST_ROWS), n=number(n))] if n > MOST_ROWS else []


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


def _fold(key: str, heading: str, contents: Markup) -> Markup:
    return Markup('<details class="fold" id="{}"><summary>{}</summary><div>{}</div></details>').format(
        key, heading, contents
    )


def _look(column: Column, row: Row) -> str:
    """Return the class of a cell: its side, and one of eleven tints where the column is shaded."""
    share = column.shade(row) if column.shade else None
    return _side(column) if share is None else f' class="number shade-{round(10 * min(max(share, 0), 1))}"'


def _side(column: Column) -> Markup:
    return LEFT if column.kind == "text" else RIGHT
