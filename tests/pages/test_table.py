"""What a score sheet says is shown as text, whatever it looks like."""

from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import urlencode

import polars as pl
import pytest

from pages.parts.markup import Writer
from reports.links import Link
from reports.table import Column, Row, Table
from reports.writers.files import in_plain_letters

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="https://example.org">trykk</a>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table><h1>stor</h1>",
    "[trykk](https://example.org) **fet** `kode` ![bilde](x.png)",
    "javascript:alert(1)",
    "A & B < C > D",
    "&lt;b&gt;",
]
TAGS = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"class", "role", "tabindex", "aria-label", "scope"}


def words(heading: str, field: str) -> Column:
    return Column(heading, field)


def points(heading: str, field: str, decimals: int | None = None) -> Column:
    return Column(heading, field, "number", decimals)


def table_html(caption: str, columns: Sequence[Column], rows: Sequence[Row], marked: Row | None = None) -> str:
    """A table as it is drawn, without what stands under it."""
    frame = pl.DataFrame(rows, infer_schema_length=None)
    table = Table("del-tabell", caption, columns, frame, marked=marked or {})
    return str(Writer(None, ()).html([table])).partition("</table></div>")[0] + "</table></div>"


class Read(HTMLParser):
    """Reads a table as a browser would: its tags, attributes and texts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_outside_stays_text_wherever_it_stands(hostile: str) -> None:
    rows = [{"name": hostile, "note": hostile}]
    read = Read(table_html(hostile, [words(hostile, "name"), words("Merknad", "note")], rows, {"name": hostile}))
    assert read.tags == TAGS
    assert {name for name, _ in read.attributes} <= ATTRIBUTES
    assert read.texts == [hostile, hostile, "Merknad", hostile, hostile]  # caption, two headings, two cells


@pytest.mark.parametrize("hostile", HOSTILE)
def test_an_address_from_outside_cannot_leave_its_attribute(hostile: str) -> None:
    column = Column("Kommune", "name", link=lambda row: Link("kommune", (("kommune", row["name"]),)))
    read = Read(table_html("Tabell", [column], [{"name": hostile}]))
    assert read.tags == TAGS - {"td"} | {"a"}
    assert ("href", f"kommune?{urlencode({'kommune': hostile})}") in read.attributes
    assert {name for name, _ in read.attributes} <= ATTRIBUTES | {"href", "target"}


def test_every_column_and_row_has_a_heading_that_says_what_it_heads() -> None:
    page = table_html("Tabell", [words("Kommune", "name"), points("Poeng", "points")], [{"name": "Lom", "points": 550}])
    assert '<th scope="col">Kommune</th>' in page
    assert '<th scope="row">Lom</th>' in page
    assert "<caption>Tabell</caption>" in page


def test_missing_values_are_two_dots_and_numbers_norwegian() -> None:
    columns = [words("Navn", "name"), points("Poeng", "points"), points("Innbyggere", "population", 0)]
    rows: list[Row] = [
        {"name": "Bærum", "points": 409.6, "population": 126841},
        {"name": None, "points": None, "population": 5},
    ]
    texts = Read(table_html("T", columns, rows)).texts
    assert texts[4:] == ["Bærum", "409,6", "126\u00a0841", "..", "..", "5"]


def test_a_difference_too_small_to_matter_stands_in_brackets() -> None:
    columns = [
        words("Navn", "name"),
        Column("Avstand", "difference", "difference", 1, small=lambda row: row["matters"] is False),
    ]
    rows: list[Row] = [
        {"name": "a", "difference": -7.0, "matters": False},
        {"name": "b", "difference": 12.5, "matters": True},
        {"name": "c", "difference": None, "matters": None},
    ]
    assert Read(table_html("T", columns, rows)).texts[4::2] == ["(\u22127,0)", "+12,5", ".."]


def test_only_the_rows_asked_for_stand_out() -> None:
    page = table_html("T", [words("Navn", "name")], [{"name": "Lom"}, {"name": "Hemne"}], {"name": "Hemne"})
    assert page.count("marked") == 1
    assert page.index("marked") > page.index("Lom")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hemne 2018: områdene mot gruppen", "hemne-2018-omradene-mot-gruppen"),
        ("Øvre Eiker 2015, total", "ovre-eiker-2015-total"),
        ("Bærum", "berum"),
        ("Snillfjord (eksempel) 2018", "snillfjord-eksempel-2018"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"b\r\nc', "a-b-c"),
    ],
)
def test_a_file_is_named_after_its_title_in_plain_letters(title: str, name: str) -> None:
    assert in_plain_letters(title) == name
