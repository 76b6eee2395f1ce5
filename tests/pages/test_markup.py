"""Content as HTML: text stays text whoever wrote it, numbers stand to the right, and many rows are drawn in part."""

import re
from typing import Any

import polars as pl
import pytest

from data.catalogues import Written
from data.language import _
from pages.parts.markup import Writer
from reports.content import WRITTEN, Beside, Bullets, Content, Fold, Heading, Item, Notice, Paragraph, Picture
from reports.links import link
from reports.many import MOST_ROWS
from reports.table import Column, Table

HOSTILE = "<img src=x onerror=alert(1)>\"'&<script>alert(2)</script>"
AS_TEXT = "&lt;img src=x onerror=alert(1)&gt;&#34;&#39;&amp;&lt;script&gt;alert(2)&lt;/script&gt;"
ROWS = pl.DataFrame({"name": [HOSTILE], "points": [1234.5]})


def hostile_table() -> Table:
    column = Column(HOSTILE, "name", link=lambda row: link("kommune", kommune=row["name"]))
    return Table(
        "del-tabell", HOSTILE, [column, Column("n", "points", "number")], ROWS, caption=HOSTILE, notes=[HOSTILE]
    )


EVERY_CONTENT: dict[str, Content] = {
    "heading": Heading(HOSTILE, 2),
    "paragraph": Paragraph(HOSTILE, "caption"),
    "linked paragraph": Paragraph(HOSTILE, link=link("kommune", kommune=HOSTILE)),
    "bullets": Bullets((Item(HOSTILE, HOSTILE),), HOSTILE),
    "empty bullets": Bullets((), HOSTILE, HOSTILE),
    "notice": Notice("a_code", HOSTILE),
    "table": hostile_table(),
    "empty table": Table("del-tabell", HOSTILE, [Column("Navn", "name")], ROWS.clear()),
    "words of a picture": Picture("del-bilde", HOSTILE, {}, ROWS.select("points").to_arrow(), HOSTILE, ()),
    "beside": Beside(((Paragraph(HOSTILE),), (Heading(HOSTILE, 3),))),
    "fold": Fold("del-fold", HOSTILE, (Paragraph(HOSTILE),)),
}


def html(*contents: Content) -> str:
    return str(Writer("kommune", (("datasett", "real"),)).html(contents))


@pytest.mark.parametrize("kind", EVERY_CONTENT)
def test_text_from_outside_never_comes_alive(kind: str) -> None:
    written = html(EVERY_CONTENT[kind])
    assert AS_TEXT in written
    assert not re.search(r"<(img|script)", written)
    attributes = re.findall(r'="([^"]*)"', written)
    assert not [value for value in attributes if "onerror=" in value and "&lt;img" not in value]


def test_an_address_in_a_link_is_quoted_and_keeps_the_dataset() -> None:
    written = html(hostile_table())
    [address] = re.findall(r'href="(kommune[^"]*)"', written)
    assert address.startswith("kommune?kommune=%3Cimg+src")
    assert address.endswith("&amp;datasett=real")


def test_a_link_to_the_other_dataset_says_so_once() -> None:
    assert 'href="kommune?kommune=1612&amp;datasett=example"' in html(
        Paragraph("Åpne", link=link("kommune", "example", kommune=1612))
    )


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (Column("Poeng", "value", "number"), "1\u00a0234,5"),
        (Column("Poeng", "value", "number", 0), "1\u00a0235"),
        (Column("Avstand", "value", "difference"), "+1\u00a0234,5"),
        (Column("Avstand", "value", "difference", small=lambda _: True), "(+1\u00a0234,5)"),
        (Column("Andel", lambda row: row["value"] / 10_000, "share"), "12\u00a0%"),
        (Column("Plass", "value", "number", shown=lambda _: "2 av 15"), "2 av 15"),
    ],
)
def test_a_number_is_written_as_readers_write_and_stands_to_the_right(column: Column, told: str) -> None:
    rows = pl.DataFrame({"name": ["Hemne"], "value": [1234.5]})
    assert f'<td class="number">{told}</td>' in html(Table("a-b", "Tall", [Column("Navn", "name"), column], rows))


def test_a_missing_value_is_two_dots_and_a_column_without_any_is_left_out() -> None:
    rows = pl.DataFrame({"name": ["Hemne", "Halsa"], "own": [433.0, None], "none": [None, None]})
    columns: list[Any] = [Column("Navn", "name"), Column("Poeng", "own", "number"), Column("Ingen", "none")]
    written = html(Table("a-b", "Tall", columns, rows))
    assert '<td class="number">..</td>' in written
    assert "Ingen" not in written


def test_columns_of_files_alone_are_not_drawn() -> None:
    rows = pl.DataFrame({"name": ["Hemne"], "code": ["1.3"]})
    assert "1.3" not in html(Table("a-b", "Tall", [Column("Navn", "name"), Column("Kode", "code", only="file")], rows))


def test_of_many_rows_the_first_are_drawn_and_always_our_own() -> None:
    rows = pl.DataFrame({"number": [str(n) for n in range(2_000)]})
    written = html(Table("a-b", "Tall", [Column("Nummer", "number")], rows, marked={"number": "1999"}))
    assert written.count("<tr") == 1 + MOST_ROWS + 1
    assert '<tr class="marked"><th scope="row">1999</th>' in written
    assert "De 500 første av 2\u00a0000 vises; filen har alle." in written


def test_every_table_and_picture_links_to_its_files_with_the_words_of_the_page() -> None:
    picture = EVERY_CONTENT["words of a picture"]
    endings = re.findall(
        r'href="fil/kommune/del-(?:tabell|bilde)\.(\w+)\?@parameters-of-the-page@" download',
        html(hostile_table(), picture),
    )
    assert endings == ["xlsx", "csv", "png", "svg"]


def test_what_people_wrote_says_its_language_and_what_we_say_does_not() -> None:
    columns = [
        Column("Tiltak", lambda row: row["title"] or _("Tiltak uten tittel"), written=True, language=WRITTEN),
        Column("Status", "status"),
    ]
    rows = pl.DataFrame({"title": ["Svartider", None], "status": ["i gang", "i gang"]})
    written = html(
        Table("del-tabell", "Tiltak", columns, rows),
        Paragraph(Written("Færre henvendelser.")),
        Paragraph("Ikke oppgitt."),
        Bullets((Item(Written("Kortere frister."), "Mål:"), Item("i gang", "Status:"))),
    )
    assert re.findall('<span lang="no">([^<]*)</span>', written) == [
        "Svartider", "Færre henvendelser.", "Kortere frister.",
    ]  # fmt: skip
    assert {"Tiltak uten tittel", "Ikke oppgitt.", "i gang"} <= {*re.findall(">([^<>]+)<", written)}


def test_what_people_wrote_within_a_sentence_of_ours_says_its_language_too() -> None:
    title, owner = Written("Svartider <i>"), Written("servicesjef")
    within = _("«{title}»", title=title)
    written = html(
        Paragraph(_("{title} venter på {others:few}.", title=within, others=[_("«{title}»", title=Written("Tavler"))])),
        Bullets((Item(_("Svakhet i område {area}: {text}", area=7, text=owner), within),)),
        Heading(_("«{title}»", title=title)),
        Paragraph(_("Vedtatt og ikke satt i gang: {names}.", names=["Lys"])),
    )
    assert re.findall('<span lang="no">(.*?)</span>', written) == [
        "Svartider &lt;i&gt;", "Tavler", "Svartider &lt;i&gt;", "servicesjef", "Svartider &lt;i&gt;",
    ]  # fmt: skip
    assert 'Svakhet i område 7: <span lang="no">servicesjef</span>' in written
    assert "Vedtatt og ikke satt i gang: Lys." in written
