"""What is not known is left out of a sentence; the sign for a missing value stands alone in a cell."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

from data.store import Store
from queries.snapshot import snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import (
    Beside,
    Bullets,
    Content,
    Fold,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Workbook,
)
from reports.table import Table, TableFile
from reports.values import shown
from reports.view import View
from tests.conftest import Landscape
from tests.landscapes import Made, add, all_questions, made
from tests.reports.reading_reports import built, texts

PLACEHOLDER = re.compile(r"(?<!\.)\.\.(?!\.)|\bNone\b|\(\s*[,)]|,\s*\)|  ")
EIGHT = range(40, 48)
NOTHING_KNOWN: dict[str, Any] = {"source": None, "municipality": "Ukjent"}
PARTLY_COUNTED: tuple[dict[str, Any], ...] = (
    {},
    {"population_source": "Kommunen"},
    {"population_date": date(2015, 1, 1)},
)
LANDSCAPES: Mapping[str, tuple[Made, ...]] = {
    "alone, of unknown source": (made("9901", 2018, areas={3: 40}, **NOTHING_KNOWN),),
    "only totals": (made("9901", 2018, total=400), made("9902", 2018, total=300, population=900, source=None)),
    "inhabitants without date and source": tuple(
        made(f"990{n}", 2016 + n % 3, total=300 + n, areas=[*EIGHT], population=1572 + n, **facts)
        for n, facts in enumerate(PARTLY_COUNTED)
    ),
    "some of everything": (
        *(made(f"991{n}", 2018, questions=all_questions(q1_1=str(n), q5_1=str(n / 2)), population=n or None)
          for n in range(7)),
        made("9921", 2018, areas={1: 30, 4: 60}, source=None),
        made("9922", 2011, "2.0", total=250, year_basis="inferred"),
        made("9922", 2018, questions={"1.1": "4.0"}, population=800, source=None),
        made("9923", 2018, areas={3: 40}, **NOTHING_KNOWN),
        made("9923", 2020, "2020", areas={2: 50}),
        made("9924", 2007, "1.0", total=300, areas={1: 20}),
    ),
}  # fmt: skip
GROUPS = ("alle", "storrelse", "fylke", "kostra", "inntekt")


def sentences(contents: tuple[Content, ...]) -> Iterator[str]:
    """Return every text of the contents, and every cell that is more than the sign for a missing value."""
    for content in contents:
        match content:
            case Heading(text) | Paragraph(text) | Notice(_, text):
                yield text
            case Bullets(items, heading, empty):
                yield from (heading, empty, *(f"{item.label} {item.text}".strip() for item in items))
            case Fold(_, heading, inside):
                yield heading
                yield from sentences(inside)
            case Beside(parts):
                for part in parts:
                    yield from sentences(part)
            case Picture():
                yield from (content.title, content.description, *content.origin)
            case Workbook():
                yield from (content.title, *content.paragraphs)
                for table in content.sheets().values():
                    yield from sentences((table,))
            case TableFile(table):
                yield from sentences((table,))
            case Table():
                yield from (content.title, content.caption or "", *content.notes, *content.origin)
                cells = (shown(column, row) for row in content.rows.to_dicts() for column in content.columns)
                yield from (cell for cell in cells if cell != "..")


def all_told(store: Store) -> Iterator[tuple[str, str]]:
    """Return what every report says about every evaluation, with the address at which it is said."""
    view = View(snapshot_of(store, "real"), today=date(2024, 1, 2))
    evaluations = store.read("select municipality, year from evaluation order by all").rows()
    everybody = ",".join(sorted({number for number, _ in evaluations}))
    for (number, year), group, report in product(evaluations, GROUPS, REPORTS):
        words = {"kommune": number, "aar": str(year), "gruppe": group, "kommuner": everybody, "utvalg": everybody}
        choice = REPORTS[report].choose(view, Address(words))
        for key in REPORTS[report].sections(choice):
            for sentence in sentences(REPORTS[report].section(view, choice, key).contents):
                yield f"{report} {key} {number} {year} {group}", sentence


@pytest.mark.parametrize("landscape", LANDSCAPES)
def test_no_sentence_of_any_report_names_what_is_not_known(made_store: Store, landscape: str) -> None:
    add(made_store, *LANDSCAPES[landscape])
    assert {sentence: where for where, sentence in all_told(made_store) if PLACEHOLDER.search(sentence)} == {}


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        ({}, "1 572 innbyggere, under 5 000 innbyggere"),
        ({"population_source": "Kommunen"}, "1 572 innbyggere (Kommunen), under 5 000 innbyggere"),
        ({"population_date": date(2015, 1, 1)}, "1 572 innbyggere (01.01.2015), under 5 000 innbyggere"),
        (
            {"population_date": date(2015, 1, 1), "population_source": "Kommunen"},
            "1 572 innbyggere (01.01.2015, Kommunen), under 5 000 innbyggere",
        ),
    ],
)
def test_inhabitants_are_told_with_what_is_known_of_their_count(
    landscape: Landscape, counted: dict[str, Any], told: str
) -> None:
    snapshot = landscape(made("9901", 2018, total=300, population=1572, **counted))
    facts = texts(built("kommune", snapshot, "grunnlag"))[1].replace("\u00a0", " ")
    assert facts == f"Versjon 2.1 · {told} · Prøve"
