"""Rendering of tables as escaped HTML: headings that sort, tinted cells, strips, and rows that open in place."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from data.language import Sentence
from pages.parts.html import joined_html, markup
from pages.parts.marks import strip, trail
from reports.content import Fold
from reports.links import Link
from reports.table import Column, Row, Table
from reports.values import shown

LEFT, RIGHT = Markup(""), Markup(' class="number"')
LISTED = ("heat", "outlined")
"""Looks whose rows become the items of a list on a phone: each cell carries its heading (style.css)."""


class Grid:
    """Renders the rows of tables, with the links and folds of a page."""

    def __init__(self, link: Callable[[Link, str], Markup], fold: Callable[[Fold], Markup]) -> None:
        """Take what renders a link with its text, and a fold."""
        self._link = link
        self._fold = fold

    def html(self, table: Table, columns: Sequence[Column], rows: Iterable[Row]) -> Markup:
        """Return the table of these rows, grouped where it has groups, in an element that scrolls."""
        caption = table.caption or table.title
        head = joined_html(
            markup('<th scope="col"{}{}>{}</th>', _side(column), _sorted(column), self._heading(column))
            for column in columns
            if not column.beneath
        )
        body = joined_html(
            markup(
                "<tbody>{}{}</tbody>",
                _group_heading(heading, len(columns)),
                joined_html(
                    self._row(columns, row, table) + self._opened(table, row, len(columns)) for row in together
                ),
            )
            for heading, together in groupby(rows, table.group or (lambda _row: ""))
        )
        look = f"{table.look} listed" if table.look in LISTED else table.look
        kinds = ("table", look, "" if table.key or table.group else "part", "opens" if table.opened else "")
        return markup(
            '<div class="{3}" role="region" tabindex="0" aria-label="{0}"><table><caption>{0}</caption>'
            "<thead><tr>{1}</tr></thead>{2}</table></div>",
            caption,
            head,
            body,
            " ".join(kind for kind in kinds if kind),
        )

    def _heading(self, column: Column) -> Markup:
        return self._link(column.sort, column.heading) if column.sort else escape(column.heading)

    def _opened(self, table: Table, row: Row, columns: int) -> Markup:
        """Return a further row with what the row opens; its summary lies over the row (style.css)."""
        fold = table.opened(row) if table.opened else None
        if fold is None:
            return Markup("")
        return markup('<tr class="opened"><td colspan="{}">{}</td></tr>', columns, self._fold(fold))

    def _row(self, columns: Sequence[Column], row: Row, table: Table) -> Markup:
        marked, is_listed = table.marked, table.look in LISTED
        is_marked = bool(marked) and all(row.get(field) == value for field, value in marked.items())
        first, *others = columns
        # The cells are escaped already. Joined as plain strings, since Markup.format dominates the time for many rows.
        within = [column for column in others if not column.beneath]
        cells = "".join(
            f"<td{_look(column, row)}{_named(column) if is_listed else ''}>{self._cell(column, row)}</td>"
            for column in within
        )
        start = '<tr class="marked">' if is_marked else "<tr>"
        beneath = "".join(
            f'<tr class="beneath"><td colspan="{1 + len(within)}">{self._cell(column, row)}</td></tr>'
            for column in others
            if column.beneath and column.of(row) is not None
        )
        return Markup(f'{start}<th scope="row"{_side(first)}>{self._cell(first, row)}</th>{cells}</tr>{beneath}')

    def _cell(self, column: Column, row: Row) -> Markup:
        if column.strip:
            drawn = column.strip(row)
            return strip(drawn) if drawn else Markup("")
        if column.trail:
            return trail(column.trail(row))
        text = _in_its_language(column, row, escape(shown(column, row)))
        if column.strong and column.strong(row):
            text = markup("<strong>{}</strong>", text)
        if column.web and (address := column.web(row)):
            return markup('<a href="{}" target="_blank" rel="noopener">{}</a>', address, text)
        link = column.link(row) if column.link else None
        return self._link(link, text) if link else text


def _in_its_language(column: Column, row: Row, text: Markup) -> Markup:
    value = column.of(row) if column.language else None
    told_by_us = value is None or isinstance(value, Sentence)
    return text if told_by_us else markup('<span lang="{}">{}</span>', column.language, text)


def _group_heading(heading: str, columns: int) -> Markup:
    if not heading:
        return Markup("")
    return markup('<tr class="group"><th scope="rowgroup" colspan="{}">{}</th></tr>', columns, heading)


def _look(column: Column, row: Row) -> str:
    """Return the class of a cell: its side, and one of eleven tints where the column is shaded."""
    share = column.shade(row) if column.shade else None
    return _side(column) if share is None else f' class="number shade-{round(10 * min(max(share, 0), 1))}"'


def _named(column: Column) -> str:
    minor = " data-minor" if column.minor else ""
    return f' data-heading="{escape(column.heading)}"{minor}'


def _sorted(column: Column) -> Markup:
    return markup(' aria-sort="{}"', column.sorted) if column.sorted else LEFT


def _side(column: Column) -> Markup:
    return LEFT if column.kind == "text" else RIGHT
