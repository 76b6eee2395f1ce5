"""Every table and picture to take away is told in the language of its view, with all its headings and notes."""

import re
from collections.abc import Iterator

import pytest

from data.speaking import speaking
from queries.municipalities import names
from queries.snapshot import Snapshot
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Filed, Picture, PictureFile, Workbook, files_of
from reports.origin import source
from reports.table import Table
from reports.view import View, today
from reports.writers.table_files import file_columns
from tests.plans_made import written_in_plans

ADDRESS = {"kommune": "1612", "aar": "2018", "kommuner": "1612,1517,1571", "omrade": "3", "sporsmal": "4.6"}
PLAN = {"kommune": "9017", "program": "hogvang-2016", "aar": "2018"}
OF_PLANS = ("tiltak", "oppfolging", "kommunestyret")
FREE = re.compile(r"KS-K rapport|\b(n|km|og|s\.)\b|oppdiktet|Stand|Kompassrosen")


def outside_brackets(text: str) -> str:
    depth, signs = 0, []
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        signs.append(sign if depth == 0 and sign != "⟧" else " ")
    return " ".join("".join(signs).split())


def texts_of(content: Filed) -> Iterator[str]:
    """Yield what a file says beside its figures: title, headings, notes, provenance, description."""
    yield content.title
    match content:
        case Table():
            yield from (column.heading for column in file_columns(content))
            yield from (*content.notes, *content.origin)
        case Picture():
            yield from (content.description, *content.origin)
        case PictureFile():
            yield from texts_of(content.build())
        case Workbook():
            for sheet, table in content.sheets().items():
                yield sheet
                yield from texts_of(table)


@pytest.mark.parametrize("name", list(REPORTS))
def test_a_file_says_nothing_that_nobody_can_translate(name: str, example: Snapshot) -> None:
    view, report = View(example, "xx", today=today()), REPORTS[name]
    called = {part for full in names(example).values() for part in (full, full.split(" (")[0])}
    known_texts = sorted({*called, *written_in_plans(example)}, key=len, reverse=True)
    forgotten = {}
    with speaking("xx"):
        choice = report.choose(view, Address(PLAN if name in OF_PLANS else ADDRESS))
        for key in report.sections(choice):
            for content in files_of(report.section(view, choice, key).contents).values():
                for text in texts_of(content):
                    left = outside_brackets(text)
                    for known in known_texts:
                        left = left.replace(known, " ")
                    if re.search(r"[^\W\d_]{2}", FREE.sub(" ", left)):
                        forgotten[content.key, text[:200]] = left
    assert forgotten == {}


def test_the_source_of_an_example_evaluation_is_cited_in_the_language_spoken() -> None:
    document = "KS-K rapport 3/2018; inntektsgruppen er Eksempeldata (fiktiv)"
    with speaking("en"):
        assert source(document, None) == "KS-K rapport 3/2018; the income group is example data"
    with speaking("nb"):
        assert source(document, "s. 7") == "KS-K rapport 3/2018; inntektsgruppen er Eksempeldata, s. 7"
