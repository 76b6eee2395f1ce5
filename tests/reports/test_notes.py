"""The notes of pictures and tables say only what is in them."""

import pytest

from queries.snapshot import Snapshot
from reports.catalogue import REPORTS
from reports.content import Picture, files_of
from reports.table import Table
from reports.values import shown
from tests.reports.reading_reports import one_file, sections_of

HEMNE = {"kommune": "1612", "aar": "2018"}


@pytest.mark.parametrize("report", sorted(REPORTS))
@pytest.mark.parametrize("dataset", ["real", "example"])
def test_no_picture_has_a_note_on_brackets_since_none_has_brackets(
    request: pytest.FixtureRequest, dataset: str, report: str
) -> None:
    sections = sections_of(report, request.getfixturevalue(dataset), **HEMNE).values()
    filed = [one for contents in sections for one in files_of(contents).values()]
    assert [one.key for one in filed if isinstance(one, Picture) and "parentes" in " ".join(one.origin)] == []


def test_a_picture_of_areas_tells_its_own_n_and_why_an_area_has_no_mean(real: Snapshot, example: Snapshot) -> None:
    picture = one_file("kommune", example, "omrader-spredning", **HEMNE)
    assert picture.origin[1] == (
        "Sammenlignet med alle vi har tall for, siste evaluering til og med 2018, Hemne medregnet. "
        "n = 55 for hvert område."
    )
    few = one_file("kommune", real, "omrader-spredning", **HEMNE, vindu="3").origin[1]
    assert few.startswith("Sammenlignet med alle vi har tall for, siste evaluering til og med 2018, høyst 3 år eldre, ")
    assert few.endswith(" Med færre enn 5 vises verken gjennomsnitt eller kvartiler.")


@pytest.mark.parametrize(
    ("report", "key", "words"),
    [
        ("kommune", "omrader-tabell", {}),
        ("kommune", "omrader-tabell", {"gruppe": "fylke"}),
        ("kommune", "omrader-tabell", {"kommune": "1640", "aar": "2021"}),
        ("utvikling", "endringer-tabell", {}),
        ("utvikling", "endringer-tabell", {"kommune": "1516", "aar": "2019"}),
        ("utvikling", "endringer-tabell", {"kommune": "1640", "aar": "2021"}),
    ],
)
@pytest.mark.parametrize("dataset", ["real", "example"])
def test_a_table_explains_brackets_where_it_has_some(
    request: pytest.FixtureRequest, dataset: str, report: str, key: str, words: dict[str, str]
) -> None:
    table = one_file(report, request.getfixturevalue(dataset), key, **(HEMNE | words))
    assert isinstance(table, Table)
    differences = [column for column in table.columns if column.small and column.only != "file"]
    cells = [shown(column, row) for column in differences for row in table.rows.iter_rows(named=True)]
    assert any(cell.startswith("(") for cell in cells) == ("parentes" in " ".join(table.notes))
