"""Rendering of content as escaped HTML. Pictures are drawn by pages/parts/screen.py."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

from markupsafe import Markup, escape

from data.catalogues import Written
from data.language import N_, Sentence, _
from data.numbers import MISSING, number
from pages.parts.grid import Grid
from pages.parts.html import Html, joined_html, markup
from pages.parts.marks import scale, strip
from reports.answer import Card, Cards, Fact, Headline
from reports.content import (
    WRITTEN,
    Beside,
    Bullets,
    Content,
    Filed,
    Fold,
    Heading,
    Notice,
    Option,
    Options,
    Pager,
    Paragraph,
    Picture,
    PictureFile,
    Workbook,
)
from reports.links import Link
from reports.many import MOST_ROWS, first_rows
from reports.strip import Scale
from reports.table import Table, TableFile
from reports.writers.files import formats_of

FIRST_OF_MANY = N_("De {drawn} første av {n} vises; filen har alle.")
Parameters = Sequence[tuple[str, str]]
"""Query parameters of every link on a page: dataset, language, and event where the address has one."""
FILE_PARAMETERS = "@parameters-of-the-page@"
"""Placeholder for the query parameters of file links, filled in at drawing so that cached HTML serves all choices."""

# A page has a hundred links, most of them with the same numbers and codes.
_quoted = lru_cache(maxsize=8_192)(quote_plus)


class Writer:
    """Renders the content of one page."""

    def __init__(self, report: str | None, along: Parameters) -> None:
        """Take the report's name in file addresses (None: no file links) and the parameters of every link."""
        self._report = report
        self._along = dict(along)
        self._grid = Grid(self._link, self._fold)

    def html(self, contents: Iterable[Content]) -> Html:
        """Return the HTML of contents; of a picture only its description and file links."""
        return Html("".join(self._content(content) for content in contents))

    def _content(self, content: Content) -> Markup:
        match content:
            case Heading(text, level):
                return markup("<h{0}>{1}</h{0}>", level, _in_its_language(text))
            case Paragraph(text, role, link):
                written = self._link(link, text) if link else _in_its_language(text)
                return markup('<p class="{}">{}</p>', role, written)
            case Headline():
                return _headline(content)
            case Scale():
                return scale(content)
            case Cards(cards):
                return markup('<ul class="cards">{}</ul>', joined_html(map(self._card, cards)))
            case Notice(code, text):
                return markup('<p class="notice" data-code="{}">{}</p>', code, text)
            case Bullets():
                return _bullets(content)
            case Options():
                return self._options(content)
            case Pager():
                return self._pager(content)
            case Table():
                return self._table(content)
            case Picture():
                return self._description_of(content)
            case Workbook() | TableFile() | PictureFile():
                return self._files(content.table if isinstance(content, TableFile) else content)
            case Beside(parts):
                return markup(
                    '<div class="beside">{}</div>',
                    joined_html(markup("<div>{}</div>", self.html(part)) for part in parts),
                )
            case Fold():
                return self._fold(content)

    def _fold(self, fold: Fold) -> Markup:
        return _details(fold.key, fold.heading, self.html(fold.contents), is_open=fold.is_open)

    def _card(self, card: Card) -> Markup:
        links = Markup(" · ").join(self._link(link, text) if link else escape(text) for text, link in card.links)
        return markup(
            "<li><h3>{}</h3>{}<p>{}</p>{}<p>{}</p></li>",
            self._link(card.link, card.heading),
            strip(card.strip) if card.strip else "",
            card.figures,
            markup('<p class="remark">{}</p>', _in_its_language(card.remark)) if card.remark else "",
            links,
        )

    def _table(self, table: Table) -> Markup:
        if table.rows.is_empty():
            return markup('<p class="caption">{}</p>', _("{title}: ingen.", title=table.title))
        rows = first_rows(table.rows, table.marked).to_dicts()
        columns = [
            column
            for column in table.columns
            if column.only != "file" and any(column.of(row) is not None for row in rows)
        ]
        grid = self._grid.html(table, columns, rows)
        notes = [*table.notes, *_unknown(grid), *_first_of_many(table.of or table.rows.height)]
        below = joined_html(markup('<p class="caption">{}</p>', note) for note in notes)
        return grid + below + (self._files(table) if table.key else Markup(""))

    def _link(self, link: Link, text: str, more: str = "") -> Markup:
        stays = f' data-stays="{escape(link.stays)}"' if link.stays else ""
        return Markup(f'<a href="{escape(self.address(link))}" target="_self"{stays}{more}>{escape(text)}</a>')

    def _options(self, options: Options) -> Markup:
        links = joined_html(markup("<li>{}</li>", self._option(option)) for option in options.items)
        beside = self._option(options.beside) if options.beside else Markup("")
        return markup(
            '<nav class="options {}" aria-label="{}"><ul>{}</ul>{}</nav>', options.role, options.label, links, beside
        )

    def _option(self, option: Option) -> Markup:
        return self._link(option.link, option.text, ' aria-current="true"' if option.is_chosen else "")

    def _pager(self, pager: Pager) -> Markup:
        """Return the links of a meeting view; pages/style.css hides what is not content where it stands."""
        links = (
            (pager.previous, _("Forrige"), "ArrowLeft"),
            (pager.next, _("Neste"), "ArrowRight"),
            (pager.leave, _("Avslutt møtevisning"), "Escape"),
        )
        written = (self._link(link, text, f' data-key="{key}"') for link, text, key in links if link)
        return markup(
            '<nav class="pager" aria-label="{}"><span>{}</span>{}</nav>',
            _("Møtevisning"),
            pager.place,
            joined_html(written),
        )

    def address(self, link: Link) -> str:
        """Return the URL of a link, in the current dataset and event unless the link has a dataset."""
        parameters = self._along
        if link.dataset:  # another dataset, whose events are others
            parameters = {name: value for name, value in self._along.items() if name != "stand"}
            parameters |= {"datasett": link.dataset}
        return f"{link.page or './'}?{urlencode(dict(link.choices) | parameters, quote_via=_quoted)}"

    def _description_of(self, picture: Picture) -> Markup:
        description = markup("<p>{}</p>", picture.description)
        heading = _("I ord og som fil: {title}", title=picture.title)
        return _details(picture.key, heading, description + self._files(picture), kind="fold words")

    def _files(self, content: Filed) -> Markup:
        if self._report is None:
            return Markup("")
        links = Markup(" ").join(
            markup(
                '<a href="fil/{}/{}.{}?{}" download title="{}">{}</a>',
                self._report,
                content.key,
                ending,
                FILE_PARAMETERS,
                content.title,
                _label(content, name),
            )
            for ending, (name, *_media_type) in formats_of(content).items()
        )
        return markup('<p class="files">{}</p>', links)


def _label(content: Filed, kind: str) -> str:
    match content:
        case Workbook(label=label):
            return label
        case PictureFile(label=label):
            return _("{picture} {kind}", picture=label, kind=kind)
        case _other:
            return _("Last ned {kind}", kind=kind)


def _unknown(grid: Markup) -> list[str]:
    """Return what two dots mean, where a cell has nothing else."""
    return [_("To prikker: tallet er ikke kjent, eller kan ikke regnes ut.")] if f">{MISSING}<" in grid else []


def _first_of_many(n: int) -> list[str]:
    return [_(FIRST_OF_MANY, drawn=number(MOST_ROWS), n=number(n))] if n > MOST_ROWS else []


def _bullets(bullets: Bullets) -> Markup:
    heading = markup("<p><strong>{}</strong></p>", bullets.heading) if bullets.heading else Markup("")
    items = joined_html(
        markup(
            "<li>{}{}</li>",
            markup("<strong>{}</strong> ", _in_its_language(item.label)) if item.label else "",
            _in_its_language(item.text, item.language),
        )
        for item in bullets.items
    )
    empty = markup("<li>{}</li>", bullets.empty) if bullets.empty else Markup("")
    kinds = "statements columns" if bullets.in_columns else "statements"
    return heading + markup('<ul class="{}">{}</ul>', kinds, items or empty)


def _in_its_language(text: str, language: str = "") -> Markup:
    """Return a text escaped, and what people wrote, whole or within a sentence of ours, with its language."""
    code = language or (WRITTEN if isinstance(text, Written) else "")
    if code:
        return markup('<span lang="{}">{}</span>', code, text)
    theirs = {*_written_in(text)} if isinstance(text, Sentence) else set()
    if not theirs:
        return escape(text)
    # Looked for again, since lists of titles are put together as plain text.
    longest_first = sorted(theirs, key=len, reverse=True)
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return joined_html(_in_its_language(Written(piece) if piece in theirs else piece) for piece in pieces)


def _written_in(value: Any) -> Iterator[str]:
    """Yield what people wrote of the values of a sentence, and of sentences within it."""
    if isinstance(value, Written):
        if value:
            yield str(value)
    elif isinstance(value, Sentence):
        for within in vars(value).get("values", {}).values():
            yield from _written_in(within)
    elif isinstance(value, list | tuple):
        for within in value:
            yield from _written_in(within)


def _details(key: str, heading: str, contents: Markup, *, is_open: bool = False, kind: str = "fold") -> Markup:
    return markup(
        '<details class="{}" id="{}"{}><summary>{}</summary><div>{}</div></details>',
        kind,
        key,
        Markup(" open") if is_open else "",
        heading,
        contents,
    )


def _headline(headline: Headline) -> Markup:
    return markup(
        '<div class="headline"><div><h1>{}</h1><p class="score"><strong>{}</strong> {}</p></div>{}</div>',
        headline.title,
        headline.figure,
        headline.claim,
        markup("<dl>{}</dl>", joined_html(map(_fact, headline.facts))) if headline.facts else "",
    )


def _fact(fact: Fact) -> Markup:
    note = markup("<dd>{}</dd>", fact.note) if fact.note else Markup("")
    return markup("<div><dt>{}</dt><dd><strong>{}</strong></dd>{}</div>", fact.label, fact.value, note)
